import Glibc

/// Whose key is whose and from when until when: a file in OpenSSH's own format (ssh-keygen(1),
/// ALLOWED SIGNERS), so that `ssh-keygen -Y verify` reads it as we do.
package struct AllowedSigners: Hashable, Sendable {
  /// One key of one person.
  package struct Signer: Hashable, Sendable {
    package let person: String
    package let publicKey: SSHPublicKey
    /// Seconds since 1970 from which on, and up to which, its signatures count.
    package let from: Int?
    package var until: Int?
    /// The person's name, for people who read the file.
    package let comment: String

    package init(
      _ person: String, _ publicKey: SSHPublicKey, from: Int?, until: Int? = nil, comment: String
    ) {
      (self.person, self.publicKey) = (person, publicKey)
      (self.from, self.until, self.comment) = (from, until, comment)
    }

    package func holds(at instant: Int) -> Bool {
      (from.map { $0 <= instant } ?? true) && (until.map { instant <= $0 } ?? true)
    }
  }

  private enum Line: Hashable, Sendable {
    case signer(Signer)
    /// A comment, or a line of a kind that is none of our business.
    case other(String)
  }

  private var lines: [Line]

  package init(_ text: String = "") {
    // By bytes: a city has a thousand signers, and they are read before the first frame.
    // An editor may have put a byte-order mark before it and returns behind its lines.
    let text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { bytes in
      let line = String(Substring(bytes.last == 0x0D ? bytes.dropLast() : bytes))
      return Self.signer(line).map(Line.signer) ?? .other(line)
    }
  }

  /// The lines of several lists, one list after another.
  package init(joining lists: [AllowedSigners]) { lines = lists.flatMap(\.lines) }

  package var signers: [Signer] {
    lines.compactMap { if case .signer(let signer) = $0 { signer } else { nil } }
  }

  /// Lines that are no comment and name no key of any kind: they are kept and say nothing.
  package var unread: [String] {
    lines.compactMap { line in
      guard case .other(let text) = line, !text.isEmpty, !text.hasPrefix("#") else { return nil }
      let words = text.split(separator: " ")
      let isKey = words.contains { word in
        ["ssh-", "sk-", "ecdsa-"].contains { word.hasPrefix($0) }
      }
      return isKey ? nil : text
    }
  }

  package func signers(of person: String) -> [Signer] {
    lines.compactMap { line in
      if case .signer(let signer) = line, signer.person == person { signer } else { nil }
    }
  }

  /// The key with which a person signs now; one that ends this very second is none any more.
  package func current(_ person: String, at instant: Int) -> Signer? {
    signers.last {
      $0.person == person && $0.holds(at: instant) && $0.until.map { $0 > instant } ?? true
    }
  }

  package mutating func add(_ signer: Signer) { lines.append(.signer(signer)) }

  /// Ends every key of a person; those that have ended already stay as they are.
  package mutating func revoke(_ person: String, at instant: Int) {
    lines = lines.map { line in
      guard case .signer(var signer) = line, signer.person == person,
        signer.until.map({ $0 > instant }) ?? true
      else { return line }
      signer.until = instant
      return .signer(signer)
    }
  }

  package var text: String {
    lines.map { line in
      switch line {
      case .signer(let signer): Self.text(signer) + "\n"
      case .other(let text): text + "\n"
      }
    }.joined()
  }

  // MARK: Lines

  private static func text(_ signer: Signer) -> String {
    var options = "namespaces=\"\(SSHSignature.book)\""
    if let from = signer.from { options += ",valid-after=\"\(stamp(from))\"" }
    if let until = signer.until { options += ",valid-before=\"\(stamp(until))\"" }
    return "\(signer.person) \(options) \(signer.publicKey.line) \(signer.comment)"
  }

  private static func signer(_ line: String) -> Signer? {
    let words = line.utf8.split(separator: UInt8(ascii: " "), maxSplits: 2).map {
      String(Substring($0))
    }
    guard words.count == 3, !line.hasPrefix("#") else { return nil }
    // The options may be left out.
    let hasOptions = SSHPublicKey.Kind(rawValue: words[1]) == nil
    let key = hasOptions ? words[2] : "\(words[1]) \(words[2])"
    guard let publicKey = SSHPublicKey(line: key) else { return nil }
    let options = hasOptions ? options(words[1]) : [:]
    if let namespaces = options["namespaces"],
      !namespaces.split(separator: ",").contains(Substring(SSHSignature.book))
    {
      return nil
    }
    let (after, before) = (options["valid-after"], options["valid-before"])
    let (from, until) = (after.flatMap(instant), before.flatMap(instant))
    // A date that can't be read must not become “for ever”.
    guard (after == nil) == (from == nil), (before == nil) == (until == nil),
      options["cert-authority"] == nil
    else { return nil }
    let comment = key.utf8.split(separator: UInt8(ascii: " "), maxSplits: 2).dropFirst(2).first
    return Signer(
      words[0], publicKey, from: from, until: until,
      comment: comment.map { String(Substring($0)) } ?? "")
  }

  /// `a="x",b="y,z",c` by name; commas within quotation marks belong to a value.
  private static func options(_ text: String) -> [String: String] {
    var options: [String: String] = [:]
    var (part, isQuoted): ([UInt8], Bool) = ([], false)
    for byte in (text + ",").utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard byte == UInt8(ascii: ","), !isQuoted else {
        if byte != UInt8(ascii: "\"") { part.append(byte) }
        continue
      }
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1).map {
        String(decoding: $0, as: UTF8.self)
      }
      if let name = pair.first { options[name.lowercased()] = pair.last }
      part = []
    }
    return options
  }

  /// `20261124143000Z`: UTC, as OpenSSH reads it since 9.1.
  package static func stamp(_ instant: Int) -> String {
    var (seconds, parts) = (time_t(instant), tm())
    gmtime_r(&seconds, &parts)
    let numbers = [
      (Int(parts.tm_year) + 1900, 4), (Int(parts.tm_mon) + 1, 2), (Int(parts.tm_mday), 2),
      (Int(parts.tm_hour), 2), (Int(parts.tm_min), 2), (Int(parts.tm_sec), 2),
    ]
    return numbers.map { number, width in
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }.joined() + "Z"
  }

  /// Reads `YYYYMMDD`, `YYYYMMDDHHMM` and `YYYYMMDDHHMMSS`, in UTC with `Z` and else in the
  /// machine's own time, as ssh-keygen does.
  static func instant(_ text: String) -> Int? {
    let isUTC = text.hasSuffix("Z")
    let digits = Array((isUTC ? text.dropLast() : Substring(text)).utf8)
    guard [8, 12, 14].contains(digits.count), digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    func number(_ range: Range<Int>) -> Int32 {
      guard range.upperBound <= digits.count else { return 0 }
      return digits[range].reduce(0) { $0 * 10 + Int32($1 - 48) }
    }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (
      number(0..<4) - 1900, number(4..<6) - 1, number(6..<8)
    )
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (
      number(8..<10), number(10..<12), number(12..<14)
    )
    parts.tm_isdst = -1
    return Int(isUTC ? timegm(&parts) : mktime(&parts))
  }
}
