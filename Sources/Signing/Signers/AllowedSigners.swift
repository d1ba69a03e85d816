/// Whose key is whose and from when until when: a file in OpenSSH's own format (ssh-keygen(1),
/// ALLOWED SIGNERS), in any form that `ssh-keygen -Y verify` reads.
///
/// Lines that are not changed keep their very text.
package struct AllowedSigners: Hashable, Sendable {
  private struct Line: Hashable, Sendable {
    let text: String
    /// Nil for a comment and for what ssh-keygen passes over.
    let read: SignerLine?
    /// The people it names whose signatures here may count.
    let signers: [Signer]

    init(_ text: String) { self.init(Array(text.utf8)[...]) }

    init(_ bytes: ArraySlice<UInt8>) {
      text = String(decoding: bytes, as: UTF8.self)
      read = SignerLine(bytes)
      signers = read.map(Signer.of) ?? []
    }
  }

  private var lines: [Line]

  /// Reads a list.
  ///
  /// A byte-order mark before it and returns behind its lines, as an editor may put
  /// them there, mean nothing.
  package init(_ text: String = "") {
    // By bytes: a city has a thousand signers, and they are read before the first frame.
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines.map { Line($0.last == 0x0D ? $0.dropLast() : $0) }
  }

  /// The lines of several lists, one list after another.
  package init(joining lists: [AllowedSigners]) { lines = lists.flatMap(\.lines) }

  /// The list as it is written.
  package var text: String { lines.map { $0.text + "\n" }.joined() }

  // MARK: Who may sign

  /// One for each person whom a line names, in the order of the lines; where it names people by a
  /// pattern, that pattern stands for the person.
  package var signers: [Signer] { lines.flatMap(\.signers) }

  /// The keys of a person, from lines that name them by a pattern too.
  package func signers(of person: String) -> [Signer] {
    lines.compactMap { line in
      if line.signers.count == 1, let only = line.signers.first, only.person == person {
        return only
      }
      guard let signer = line.signers.first, line.read?.principals.matches(person) == true else {
        return nil
      }
      return signer.as(person)
    }
  }

  /// The key with which a person signs now; one that ends this very second is none any more.
  package func current(
    _ person: String, at instant: Int, in namespace: SignatureNamespace = .book
  ) -> Signer? {
    signers(of: person).last {
      $0.namespaces.contains(namespace) && $0.holds(at: instant) && $0.until != instant
    }
  }

  /// Whether a signature by a key counts as a person's: what `ssh-keygen -Y verify` with
  /// `-I person -n namespace -O verify-time=…` says of it.
  ///
  /// - Parameter instant: seconds since 1970.
  package func allows(
    _ person: String, _ key: SSHPublicKey, in namespace: SignatureNamespace, at instant: Int
  ) -> Bool {
    signers(of: person).contains {
      $0.publicKey == key && $0.namespaces.contains(namespace) && $0.holds(at: instant)
    }
  }

  // MARK: What stands there

  /// Lines that are no comment and name no key of any kind: they are kept and say nothing.
  package var unread: [String] { passedOver.filter { !$0.isKey }.map(\.text) }

  /// Lines that are meant to name a key and that ssh-keygen passes over, by their numbers.
  package var spoilt: [Int] { passedOver.filter(\.isKey).map(\.line) }

  private var passedOver: [(line: Int, text: String, isKey: Bool)] {
    lines.enumerated().compactMap { index, line in
      guard line.read == nil, !line.text.isEmpty, !line.text.hasPrefix("#") else { return nil }
      let words = line.text.split { $0 == " " || $0 == "\t" }
      let isKey = words.contains { word in
        ["ssh-", "sk-", "ecdsa-"].contains { word.hasPrefix($0) }
      }
      return (index + 1, line.text, isKey)
    }
  }

  /// Every line that ssh-keygen reads, with its number from 1 on.
  var read: [(number: Int, text: String, line: SignerLine)] {
    lines.enumerated().compactMap { index, line in line.read.map { (index + 1, line.text, $0) } }
  }

  // MARK: Changing

  package mutating func add(_ signer: Signer) { lines.append(Line(signer.line)) }

  /// Ends every key of a person; those that have ended already stay as they are.
  ///
  /// A line that names others too goes on for them.
  package mutating func revoke(_ person: String, at instant: Int) {
    lines = lines.flatMap { line in
      guard let read = line.read, let signer = line.signers.first,
        read.principals.matches(person), signer.until.map({ $0 > instant }) ?? true
      else { return [line] }
      let ended = Line(signer.as(person, until: instant).line)
      let isAlone = line.signers.count == 1 && signer.person == person
      return isAlone ? [ended] : [ended, Line("!\(person),\(line.text)")]
    }
  }

  /// A time as such a list has it: `20261124143000Z`, in UTC.
  ///
  /// - Parameter instant: seconds since 1970.
  package static func stamp(_ instant: Int) -> String { SignerTime.stamp(instant) }
}
