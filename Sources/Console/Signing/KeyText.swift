import Patrol
import Records
import Terminal
import Wording

/// What the book of keys and posts says of somebody: keys with their whole fingerprint, posts with the page
/// that gives each.
struct KeyText: Sendable {
  let person: Named
  let world: World

  private var state: KeysState { world.snapshot.keysBooks.state }

  /// What they may sign as now, in a few words.
  var posts: String {
    let held = held.compactMap { post -> String? in
      if case .post(let post) = post.right { return post.label[world.language] }
      return nil
    }
    let deputy = world.snapshot.teams.contains {
      world.snapshot.deputy(of: $0.code, on: world.today)?.code == person.code
    }
    let all = held + (deputy ? [ActionName.deputy.phrase[world.language]] : [])
    return Set(all).sorted().joined(separator: world.language.separator)
  }

  private var held: [KeysState.Post] {
    state.posts(of: person.code).filter { $0.who == person && $0.until == nil }
  }

  func lines(_ width: Int) -> [Line] {
    let keys = state.keys(of: person.code).filter { $0.who == person }.reversed()
    let posts = held.map(post)
    let none = [Line(Phrase.noPost[world.language], .dim)]
    return [Line(person.text, .bold)] + (posts.isEmpty ? none : posts)
      + keys.flatMap { key($0, width) }
  }

  private func post(_ post: KeysState.Post) -> Line {
    let name: String
    switch post.right {
    case .post(let post): name = post.label[world.language]
    case .day(let day): name = "\(ActionName.deputy.phrase[world.language]) \(day.text)"
    }
    let unit = world.snapshot.side(post.unit)?.name ?? post.unit
    return Line("\(name)  \(unit)  ")
      + Line("\(Phrase.since[world.language]) \(moment(post.from))  №\(post.page.number)", .dim)
  }

  private func key(_ key: KeysState.Key, _ width: Int) -> [Line] {
    let until = key.until.map { " – \(moment($0))" } ?? ""
    return [
      Line(key.print.text.clipped(to: width), key.until == nil ? .good : .dim),
      Line(
        "  \(Phrase.since[world.language]) \(moment(key.from))\(until)  №\(key.page.number)", .dim),
    ]
  }

  private func moment(_ second: Int) -> String {
    Stamp(instant: second, offset: world.now.offset).moment.text
  }
}

extension Phrase {
  fileprivate static let since = Phrase("启用", "啟用", "since")
  fileprivate static let noPost = Phrase(
    "没有职务：不能签字。", "沒有職務：不能簽字。", "No post: signs nothing.")
}
