import Books
import Patrol
import Records
import Signing

/// `keys/allowed_signers.STATION`: the book of keys as OpenSSH reads it, for people who check a page by
/// themselves.
///
/// It is written anew after every page of the book and never read for judging: the pages alone say whose
/// key counts.
enum SignersList {
  static let name = "allowed_signers"

  /// Lists are beside each other, one a keeper.
  static func path(_ keeper: String) -> String { "\(KeyRing.folder)/\(name).\(keeper)" }

  /// Whose list a file is; nil for one of all keepers.
  static func keeper(_ path: String) -> String? {
    let parts = path.split(separator: ".", maxSplits: 1)
    return parts.count == 2 ? String(parts[1]) : nil
  }

  /// A key as a line of the list; nil for a text that is no key.
  static func signer(_ key: KeysState.Key, isDemo: Bool) -> AllowedSigners.Signer? {
    SSHPublicKey(line: key.line).map {
      AllowedSigners.Signer(
        key.who.code, $0, namespaces: SignatureNamespace.all(isDemo: isDemo), from: key.from,
        until: key.until, comment: key.who.name)
    }
  }

  /// A line a key, in the order of the pages.
  static func text(_ state: KeysState, of keeper: String, isDemo: Bool) -> String {
    var list = AllowedSigners()
    for key in state.keys where key.book.owner == keeper {
      if let signer = signer(key, isDemo: isDemo) { list.add(signer) }
    }
    return list.text
  }

  /// Whether a page was written after the list was, or at the same moment, as far as the clock of files
  /// tells.
  static func isOlder(than books: [String], _ keeper: String, on disk: any Disk) -> Bool {
    let times = books.compactMap { (try? disk.status($0))?.modified }
    guard let newest = times.max() else { return false }
    guard let list = (try? disk.status(path(keeper)))?.modified else { return true }
    return list <= newest
  }

  /// That of a directory whose book was just made.
  static func derive(for station: Station, on disk: any Disk) throws {
    let keys = KeysReading(on: disk).books()
    if let unread = keys.unread.first { throw unread }
    try write(keys.books.state, of: station, on: disk)
  }

  static func write(_ state: KeysState, of station: Station, on disk: any Disk) throws {
    try disk.makeDirectory(KeyRing.folder)
    let text = text(state, of: station.unit, isDemo: station.isDemo)
    try disk.replace(path(station.unit), with: Array(text.utf8))
  }
}
