import Patrol
import Records
import Wording

/// gammu-smsd with its FILES service: texts are files that move from `outbox` to `sent` or `error`; what came
/// lies in `inbox` (gammu-smsd-files(7)).
///
/// The name of an outgoing file ends in our own code, and the daemon keeps names: as long as one of the three
/// folders has it, it is never put there again.
struct GammuSpool: MessageGateway {
  private let outbox, sent, error, inbox: SpoolFolder

  init(_ path: String) {
    (outbox, sent) = (SpoolFolder(path: "\(path)/outbox"), SpoolFolder(path: "\(path)/sent"))
    (error, inbox) = (SpoolFolder(path: "\(path)/error"), SpoolFolder(path: "\(path)/inbox"))
  }

  func receipts() throws -> [Receipt] {
    // A file moves on while we look: where it was first is looked at first.
    let waiting = Set(try outbox.names().compactMap(Self.code))
    let failed = Set(try error.names().compactMap(Self.code))
    let done = Set(try sent.names().compactMap(Self.code))
    let over =
      done.map { Receipt(code: $0, state: .sent) }
      + failed.subtracting(done).map { Receipt(code: $0, state: .failed("gammu-smsd")) }
    return over
      + waiting.subtracting(done).subtracting(failed).map { Receipt(code: $0, state: .lies) }
  }

  func hand(_ text: OutgoingText, at now: Moment) throws {
    let stamp = "\(now.day.text.replacing("-", with: ""))_\(now.clock.replacing(":", with: ""))00"
    try outbox.put("OUTC\(stamp)_00_\(text.phone)_\(text.code).txt", Array(text.text.utf8))
  }

  /// The daemon takes the first by name, and keeps at it until it is through: the first is left to it, and
  /// what lies behind is taken away from the end, before the daemon comes to it.
  func withdraw(_ codes: Set<String>) throws -> Set<String> {
    let waiting = try outbox.names().filter { $0.hasPrefix("OUT") }
    guard let first = waiting.first else { return [] }
    let wanted = waiting.dropFirst().filter { Self.code($0).map(codes.contains) == true }
    var taken: [String] = []
    for name in wanted.reversed() where try outbox.remove(name) {
      taken += Self.code(name).map { [$0] } ?? []
    }
    // It came to the next one meanwhile: nobody knows of that.
    if try !outbox.names().contains(first), wanted.count == taken.count { taken.removeLast() }
    return Set(taken)
  }

  /// The last part of `OUTC20261125_211000_00_10012345678_QSP-M-0002-014.txt`; nil for files of others.
  private static func code(_ name: String) -> String? {
    guard name.hasPrefix("OUT"), let dot = name.lastIndex(of: ".") else { return nil }
    let parts = name[..<dot].split(separator: "_", maxSplits: 4, omittingEmptySubsequences: false)
    return parts.count == 5 ? String(parts[4]) : nil
  }

  func incoming() throws -> (texts: [IncomingText], others: Int) {
    var texts: [IncomingText] = []
    let names = try inbox.names()
    let parts = names.compactMap(ReceivedPart.init)
    var others = names.count - parts.count
    let whole = Dictionary(grouping: parts, by: \.text).sorted { $0.key < $1.key }
    for (text, parts) in whole {
      let read = try parts.sorted { $0.number < $1.number }.compactMap { try inbox.read($0.name) }
      let bytes = read.flatMap { $0 }
      guard let first = parts.first, !bytes.isEmpty else {
        others += parts.count
        continue
      }
      others += parts.count - read.count
      // The name says whose number it is; what is kept of it must not.
      // The daemon begins its numbers again: the same name may hold another text.
      let source = "gammu \(Digest(of: Array(text.utf8) + bytes).text.prefix(32))"
      texts.append(
        IncomingText(
          source: source, names: parts.map(\.name), phone: first.phone, at: first.at, bytes: bytes))
    }
    return (texts, others)
  }

  func drop(_ text: IncomingText) throws {
    for name in text.names { _ = try inbox.remove(name) }
  }
}

/// A part of a text that came: `IN20261125_213100_00_+8610012345678_00.txt`.
private struct ReceivedPart {
  let name: String
  /// What all parts of a text have in common.
  let text: String
  let phone: String
  let at: Moment
  let number: Int

  init?(_ name: String) {
    guard name.hasPrefix("IN"), name.hasSuffix(".txt") else { return nil }
    let parts = name.dropFirst(2).dropLast(4).split(
      separator: "_", omittingEmptySubsequences: false)
    // A sender of letters may have the sign between the parts in its name.
    guard parts.count >= 5, let last = parts.last, let date = fixedNumber(parts[0], digits: 8),
      let day = Day(year: date / 10000, month: date / 100 % 100, day: date % 100),
      let time = fixedNumber(parts[1], digits: 6), time / 10000 < 24, time / 100 % 100 < 60,
      let number = wholeNumber(last)
    else { return nil }
    self.name = name
    text = "IN" + parts.dropLast().joined(separator: "_")
    phone = parts.dropFirst(3).dropLast().joined(separator: "_")
    at = Moment(day, time / 10000 * 60 + time / 100 % 100)
    self.number = number
  }
}
