import Books
import Patrol
import Records
import Signing

/// Whether the lists of signers that lie beside the books give exactly what the books of keys give (J28).
///
/// They entitle nobody: only `ssh-keygen` reads them, and whoever checks a page with it must not be told
/// more than the pages say.
struct SignersJudge {
  private let keys: KeysState
  private let disk: any Disk

  init(_ keys: KeysState, on disk: any Disk) { (self.keys, self.disk) = (keys, disk) }

  private static let folder = "keys"
  private static let name = "allowed_signers"

  func findings() -> [JudgeFinding] {
    let names = ((try? disk.names(in: Self.folder)) ?? []).filter { $0.hasPrefix(Self.name) }
    return names.sorted().compactMap { name in
      let path = "\(Self.folder)/\(name)"
      guard case .there(let bytes) = disk.find(path) else { return nil }
      let keeper = name == Self.name ? nil : String(name.dropFirst(Self.name.count + 1))
      return agrees(bytes.text, keeper) ? nil : JudgeFinding(file: path, page: 0, .signersList)
    }
  }

  /// - Parameter keeper: whose book of keys it is of; nil for one of all of them, which need not be whole.
  private func agrees(_ text: String, _ keeper: String?) -> Bool {
    let own = keys.keys.filter { keeper == nil || $0.book.owner == keeper }
    var said: Set<KeyPrint> = []
    for line in text.split(whereSeparator: \.isNewline) {
      let line = String(line).trimmingBlanks()
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let signer = SignersLine(line), let key = own.first(where: { signer.gives($0) }),
        signer.isWithin(key, isDemo: keys.isDemo(key.book))
      else { return false }
      said.insert(key.print)
    }
    return keeper == nil || own.allSatisfy { said.contains($0.print) }
  }
}

/// A line of a list of signers in any form that OpenSSH takes (ssh-keygen(1), ALLOWED SIGNERS).
struct SignersLine {
  private let principals: String
  private let options: [String: String]
  private let key: SSHPublicKey

  /// Nil for a line that is none.
  init?(_ line: String) {
    var words = Self.words(line)[...]
    guard let principals = words.popFirst(), let next = words.first else { return nil }
    var options: [String: String] = [:]
    if SSHPublicKey.Kind(rawValue: next) == nil {
      words.removeFirst()
      options = Self.options(next)
    }
    guard words.count >= 2, let key = SSHPublicKey(line: words.prefix(2).joined(separator: " "))
    else { return nil }
    (self.principals, self.options, self.key) = (Self.plain(principals), options, key)
  }

  func gives(_ own: KeysState.Key) -> Bool {
    own.who.code == principals && SSHPublicKey(line: own.line) == key
  }

  /// Whether it says when and for what a key holds just as the pages do.
  func isWithin(_ own: KeysState.Key, isDemo: Bool) -> Bool {
    let start = isDemo ? "xunfang-demo" : "xunfang"
    let ours: Set =
      isDemo
      ? [start, "\(start)-key", "\(start)-heads"]
      : [
        "\(start)-book", "\(start)-key", "\(start)-heads",
      ]
    guard let spaces = options["namespaces"],
      spaces.split(separator: ",").allSatisfy({ ours.contains(String($0)) }),
      Set(options.keys).isSubset(of: ["namespaces", "valid-after", "valid-before"]),
      options["valid-after"].flatMap(AllowedSigners.instant) == own.from
    else { return false }
    return options["valid-before"].flatMap(AllowedSigners.instant) == own.until
      && (options["valid-before"] == nil) == (own.until == nil)
  }

  /// Parts between blanks that stand in no quotation marks.
  private static func words(_ line: String) -> [String] {
    split(line, at: [0x20, 0x09]).filter { !$0.isEmpty }
  }

  private static func options(_ text: String) -> [String: String] {
    var options: [String: String] = [:]
    for part in split(text, at: [UInt8(ascii: ",")]) {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = pair.first?.lowercased() else { continue }
      // A name that stands twice is no option of ours.
      options[options[name] == nil ? name : "\(name) twice"] = pair.count > 1 ? plain(pair[1]) : ""
    }
    return options
  }

  private static func split(_ text: String, at separators: Set<UInt8>) -> [String] {
    var (parts, part, isQuoted): ([String], [UInt8], Bool) = ([], [], false)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if separators.contains(byte), !isQuoted {
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
      } else {
        part.append(byte)
      }
    }
    return parts + [String(decoding: part, as: UTF8.self)]
  }

  private static func plain(_ text: String) -> String { text.replacing("\"", with: "") }
}
