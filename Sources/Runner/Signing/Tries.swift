import Books
import Patrol
import Records
import Signing
import Wording

/// Wrong PINs, written down and answered more slowly each time: `keys/tries.rec`.
///
/// The file is locked while a PIN is tried, so that two consoles can't try at once.
struct Tries {
  private let disk: any Disk
  private let clock: any Clock

  init(on disk: any Disk, clock: any Clock) { (self.disk, self.clock) = (disk, clock) }

  static let path = KeyRing.folder + "/tries.rec"

  private enum Result: String { case wrong, right }

  /// Runs `open`, which is nil for a wrong secret, if the person need not wait.
  ///
  /// - Throws: `SigningError.tooSoon` without trying, `.wrongSecret` after a wrong one.
  func attempt<Key>(_ person: Named, _ open: () -> Key?) throws -> Key {
    try disk.makeDirectory(KeyRing.folder)
    let file = try disk.openLocked(Self.path)
    defer { file.close() }
    let text = Bytes(try file.read(0..<(try file.size)))
    let (wrong, last) = try count(text, person)
    let now = clock.now
    // A clock that was set back makes nobody wait for longer than the wait itself.
    let passed = max(0, now.instant - last)
    let left = Patience.wait(after: wrong) - passed
    guard left <= 0 else { throw SigningError.tooSoon(name: person.name, wait: left) }
    guard let key = open() else {
      try note(.wrong, person, now, text, file)
      throw SigningError.wrongSecret(
        name: person.name, wait: Patience.wait(after: wrong + 1))
    }
    if wrong > 0 { try note(.right, person, now, text, file) }
    return key
  }

  /// Wrong tries in a row, and when the last was; what a crash left half written was no try.
  private func count(_ text: Bytes, _ person: Named) throws -> (wrong: Int, last: Int) {
    var (wrong, last) = (0, 0)
    for record in RecReader(text, source: Self.path).readTolerantly().records
    where record["Person"].flatMap({ Named($0) })?.code == person.code {
      wrong = record["Result"] == Result.wrong.rawValue ? wrong + 1 : 0
      last = record["Time"].flatMap { Stamp($0) }?.instant ?? last
    }
    return (wrong, last)
  }

  private func note(
    _ result: Result, _ person: Named, _ now: Stamp, _ text: Bytes, _ file: any LockedFile
  ) throws {
    let record = RecWriter.record([
      ("Time", now.text), ("Person", person.text), ("Result", result.rawValue),
    ])
    // A record that a crash cut off is ended first, so that the next stands by itself.
    let gap = text[text.count - 1] == 0x0A ? "\n" : "\n\n"
    try file.append(Array(((text.count == 0 ? "%rec: Try\n\n" : gap) + record).utf8))
  }
}
