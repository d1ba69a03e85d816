import FoundationEssentials

/// A line of allowed_signers, read as ssh-keygen reads it (ssh-keygen(1), ALLOWED SIGNERS):
/// principals, perhaps options, type and key, perhaps a comment, parted by blanks and tabs.
struct SignerLine: Hashable, Sendable {
  let principals: PatternList
  let options: SignerOptions
  /// Nil for a key of another kind than ours.
  let publicKey: SSHPublicKey?
  let comment: String

  /// Nil for an empty line, a comment, and whatever ssh-keygen passes over.
  init?(_ line: ArraySlice<UInt8>) {
    // ssh-keygen reads C strings.
    var rest = line.prefix { $0 != 0 }.drop(while: Self.isWhite)
    guard let first = rest.first, first != UInt8(ascii: "#"), let word = Self.word(&rest) else {
      return nil
    }
    principals = PatternList(word)
    if let key = Self.key(rest) {
      (publicKey, comment, options) = (key.ours, key.comment, SignerOptions())
      return
    }
    guard let end = Self.optionsEnd(rest), end < rest.endIndex,
      let key = Self.key(rest[(end + 1)...].drop(while: Self.isBlank)),
      let read = SignerOptions(rest[..<end])
    else { return nil }
    (publicKey, comment, options) = (key.ours, key.comment, read)
  }

  // MARK: Words

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isWhite(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == 0x0D || byte == 0x0A
  }

  /// Takes the first word and the blanks behind it; from a quotation mark in it on it goes to the
  /// next one.
  ///
  /// Nil where the line ends before the word does.
  private static func word(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    guard let end = rest.firstIndex(where: { isWhite($0) || $0 == quote }) else { return nil }
    var word = Array(rest[..<end])
    var next = end + 1
    if rest[end] == quote {
      guard let close = rest[next...].firstIndex(of: quote) else { return nil }
      word += rest[next..<close]
      next = close + 1
    }
    rest = rest[next...].drop(while: isWhite)
    return word
  }

  /// Where options end: at the first blank outside quotation marks.
  private static func optionsEnd(_ rest: ArraySlice<UInt8>) -> Int? {
    var (at, isQuoted) = (rest.startIndex, false)
    while at < rest.endIndex, isQuoted || !isBlank(rest[at]) {
      let quote = UInt8(ascii: "\"")
      if rest[at] == UInt8(ascii: "\\"), rest[(at + 1)...].first == quote {
        at += 1
      } else if rest[at] == quote {
        isQuoted.toggle()
      }
      at += 1
    }
    return at == rest.endIndex && isQuoted ? nil : at
  }

  // MARK: Keys

  private static func key(_ rest: ArraySlice<UInt8>) -> (ours: SSHPublicKey?, comment: String)? {
    let type = rest.prefix { !isBlank($0) }
    let behind = rest[type.endIndex...].drop(while: isBlank)
    let text = behind.prefix { !isBlank($0) }
    guard !text.isEmpty, let name = String(validating: type, as: UTF8.self),
      types.contains(name), let blob = blob(text)
    else { return nil }
    let comment = behind[text.endIndex...].drop(while: isBlank)
    var reader = SSHWire.Reader(blob)
    guard reader.text() == (name.hasPrefix("rsa-") ? "ssh-rsa" : name) else { return nil }
    let ours = SSHPublicKey(blob: blob)
    // Other kinds are not ours to look into.
    if SSHPublicKey.Kind(rawValue: name) != nil, ours == nil { return nil }
    let end = comment.lastIndex { !isWhite($0) }.map { $0 + 1 } ?? comment.startIndex
    return (ours, String(decoding: comment[..<end], as: UTF8.self))
  }

  /// Base64 as OpenSSH's reader takes it: white space in it means nothing, all else has to be right.
  private static func blob(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let base64 = Data(text.filter { !isWhite($0) && $0 != 0x0B && $0 != 0x0C })
    guard let blob = Data(base64Encoded: base64), blob.base64EncodedData() == base64 else {
      return nil
    }
    return Array(blob)
  }

  /// The kinds of key that OpenSSH knows.
  private static let types: Set<String> = {
    let plain = ["ssh-ed25519", "ssh-rsa", "rsa-sha2-256", "rsa-sha2-512", "ssh-dss"]
    let curves = ["nistp256", "nistp384", "nistp521"].map { "ecdsa-sha2-" + $0 }
    let tokens = ["sk-ssh-ed25519", "sk-ecdsa-sha2-nistp256"]
    return Set(
      plain + curves + tokens.map { $0 + "@openssh.com" }
        + (plain + curves + tokens).map { $0 + "-cert-v01@openssh.com" })
  }()
}
