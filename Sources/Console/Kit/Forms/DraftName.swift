import Patrol
import Records
import Wording

/// Which file in `drafts/` holds what was typed into a form and not saved.
///
/// A draft belongs to what is recorded, of whom, and when, so that no other form takes it for its own.
struct DraftName: Hashable, Sendable {
  /// The file's name without folder and ending: `patrol-QS-01-2026-11-24`.
  ///
  /// Part of the format: drafts outlive versions, so kinds and the order of parts never change.
  let text: String
  /// What earlier versions called it, and the day that the draft itself says then.
  private let dayless: Dayless?

  private struct Dayless: Hashable {
    let text: String
    let day: Day
  }

  /// - Parameter parts: what tells the form from others of its kind; nil ones are left out.
  init(_ kind: String, _ parts: String?...) {
    (text, dayless) = (Self.joined(kind, parts), nil)
  }

  /// Of a form about one page.
  init(_ kind: String, _ id: PageID) {
    self.init(kind, id.book.kind.name, id.book.owner, "\(id.year)", "\(id.number)")
  }

  /// Of a team, or of one still to be named, on a day: which earlier versions did not write down.
  init(_ kind: String, of team: String?, on day: Day) {
    text = Self.joined(kind, [team, day.text])
    dayless = Dayless(text: Self.joined(kind, [team ?? "new"]), day: day)
  }

  /// Many codes in few characters: they would be too long for a file's name.
  static func digest(_ codes: [String]) -> String {
    Digest(of: Array(codes.joined(separator: " ").utf8)).short
  }

  private static func joined(_ kind: String, _ parts: [String?]) -> String {
    ([kind] + parts.compactMap { $0 }).joined(separator: "-")
  }

  /// The draft there is, under the name it has.
  func draft(in world: World) -> (name: String, draft: Draft)? {
    if let draft = world.drafts[text] { return (text, draft) }
    guard let dayless, let draft = world.drafts[dayless.text], draft["Date"] == dayless.day.text
    else { return nil }
    return (dayless.text, draft)
  }

  /// The newest other day of which the same form has a draft: a night's may be half written when the
  /// next day begins.
  func otherDay(in world: World) -> Day? {
    guard let dayless else { return nil }
    return world.drafts.keys.compactMap { name in
      name.hasPrefix(dayless.text + "-") ? Day(String(name.dropFirst(dayless.text.count + 1))) : nil
    }
    .filter { $0 != dayless.day }.max()
  }

  /// Every file that may hold the draft: all of them go when it is saved or thrown away.
  func all(in world: World) -> [String] {
    [text] + (draft(in: world).map { [$0.name] } ?? []).filter { $0 != text }
  }
}
