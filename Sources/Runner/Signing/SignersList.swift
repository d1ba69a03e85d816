import Books
import Patrol
import Records
import Signing

/// `keys/allowed_signers.STATION`: the book of keys as OpenSSH reads it, for people who check a page by
/// themselves.
///
/// It is written anew after every page of the book and never read for judging: the pages alone say whose
/// key counts.
struct SignersList {
  /// Lists are beside each other, one a keeper.
  static func path(_ keeper: String) -> String { "\(KeyRing.folder)/allowed_signers.\(keeper)" }

  /// A line a key, in the order of the pages.
  static func text(_ state: KeysState, of keeper: String, isDemo: Bool) -> String {
    let namespaces = SignatureNamespace.all(isDemo: isDemo).map(\.rawValue).joined(separator: ",")
    return state.keys.filter { $0.book.owner == keeper }.map { key in
      let until = key.until.map { ",valid-before=\"\(AllowedSigners.stamp($0))\"" } ?? ""
      return "\(key.who.code) namespaces=\"\(namespaces)\","
        + "valid-after=\"\(AllowedSigners.stamp(key.from))\"\(until) \(key.line) \(key.who.name)\n"
    }.joined()
  }

  /// Whether a page was written after the list was.
  static func isOlder(than books: [String], _ keeper: String, on disk: any Disk) -> Bool {
    let times = books.compactMap { (try? disk.status($0))?.modified }
    guard let newest = times.max() else { return false }
    guard let list = (try? disk.status(path(keeper)))?.modified else { return true }
    return list < newest
  }

  static func write(_ state: KeysState, of station: Station, on disk: any Disk) throws {
    try disk.makeDirectory(KeyRing.folder)
    let text = text(state, of: station.unit, isDemo: station.isDemo)
    try disk.replace(path(station.unit), with: Array(text.utf8))
  }
}
