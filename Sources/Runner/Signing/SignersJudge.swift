import Books
import Patrol
import Records
import Signing
import Wording

/// Whether the lists of signers that lie beside the books give exactly what the books of keys give (J28).
///
/// They entitle nobody: only `ssh-keygen` reads them, and whoever checks a page with it must not be told
/// more than the pages say.
struct SignersJudge {
  private let keys: KeysState
  private let disk: any Disk
  private(set) var findings: [JudgeFinding] = []
  private(set) var unread: [NotRead] = []

  init(_ keys: KeysState, on disk: any Disk) {
    (self.keys, self.disk) = (keys, disk)
    for path in paths.sorted() { look(path) }
  }

  /// Those that are there, and those of the keepers that have a book of keys here.
  private var paths: Set<String> {
    let there = ((try? disk.names(in: KeyRing.folder)) ?? [])
      .filter { $0.hasPrefix(SignersList.name) }.map { "\(KeyRing.folder)/\($0)" }
    let keepers = Set(keys.keys.map(\.book.owner))
      .filter { (try? disk.status(DataDirectory.registers($0))) ?? nil != nil }
    return Set(there + keepers.map(SignersList.path))
  }

  private mutating func look(_ path: String) {
    switch disk.find(path) {
    case .there(let bytes):
      // ssh-keygen takes it as it is; here it would be compared changed.
      if let bad = bytes.firstNonUTF8() {
        let line = bytes.array(0..<bad).count { $0 == 0x0A } + 1
        return unread.append(NotRead(path, .notUTF8(file: path, line: line)))
      }
      compare(AllowedSigners(bytes.text), path)
    case .absent: findings.append(JudgeFinding(file: path, .signersList))
    case .notRead(let why): unread.append(why)
    }
  }

  private mutating func compare(_ list: AllowedSigners, _ path: String) {
    if let none = list.unread.first {
      let text = String(none.prefix(30))
      let reason = Phrase(
        "“\(text)”不是公钥", "「\(text)」不是公鑰", "“\(text)” is no public key")
      unread.append(NotRead(path, reason, others: list.unread.count - 1))
    }
    // One of all keepers, as older directories have it, need not name everybody.
    let keeper = SignersList.keeper(path)
    let own = keys.keys.filter { keeper == nil || $0.book.owner == keeper }
    let isDemo = own.contains { keys.isDemo($0.book) }
    let due = own.compactMap { SignersList.signer($0, isDemo: keys.isDemo($0.book)) }
    for line in list.spoilt where keeper != nil {
      findings.append(JudgeFinding(file: path, line: line, .signersList))
    }
    for (line, person) in list.forOthers where keeper != nil { name(path, line, person) }
    for difference in list.differences(to: due, isDemo: isDemo) {
      switch difference {
      case .more(let line, _, let person): name(path, line, person)
      case .missing(let signer): if keeper != nil { name(path, nil, signer.person) }
      }
    }
  }

  private mutating func name(_ path: String, _ line: Int?, _ person: String) {
    findings.append(JudgeFinding(file: path, line: line, .signersList, about: person))
  }
}
