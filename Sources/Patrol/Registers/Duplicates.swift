import Records
import Wording

/// The same person twice in a register: by identity number, by phone, by name and team or unit.
package struct Duplicates: Sendable {
  package struct Twin: Hashable, Sendable {
    package let code: String
    package let by: Likeness
  }

  /// What two records share, the strongest first.
  package enum Likeness: String, CaseIterable, Hashable, Comparable, Sendable {
    case identity, phone, nameAndPlace

    package static func < (a: Likeness, b: Likeness) -> Bool { a.rank < b.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  private let table: RegisterTable
  private let today: Day
  private let fields: [(likeness: Likeness, columns: [Column])]

  package init(_ kind: RegisterKind, in snapshot: Snapshot) {
    (table, today) = (snapshot.table(kind), snapshot.today)
    let isPerson = kind.layout.subject == .people
    func columns(_ entry: Entry) -> [Column] { kind.columns.filter { $0.entry == entry } }
    fields =
      isPerson
      ? [
        (.identity, columns(.identity)), (.phone, columns(.phone)),
        (.nameAndPlace, [kind.layout.name] + kind.layout.alike),
      ].filter { !$0.1.isEmpty } : []
  }

  /// What two records of the same person share; nil where a part of it is missing.
  private func key(_ likeness: Likeness, _ texts: [String]) -> String? {
    let needed = likeness == .nameAndPlace ? texts.prefix(1) : texts[...]
    guard needed.allSatisfy({ !$0.isEmpty }) else { return nil }
    let folded = texts.map(likeness == .nameAndPlace ? Folding.key : Written.bareNumber)
    return likeness.rawValue + "\u{0}" + folded.joined(separator: "\u{0}")
  }

  /// The keys under which a record is found by others that may be the same person.
  package func keys(_ texts: [String: String]) -> [(likeness: Likeness, key: String)] {
    fields.compactMap { likeness, columns in
      key(likeness, columns.map { texts[$0.name] ?? "" }).map { (likeness, $0) }
    }
  }

  private func isStanding(_ index: Int) -> Bool {
    guard let until = table.kind.layout.end else { return true }
    return Day(table.text(until, at: index)).map { $0 > today } ?? true
  }

  /// Every standing record by each of its keys, in the order of the register.
  package func index() -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for index in 0..<table.count where isStanding(index) {
      for (likeness, columns) in fields {
        let texts = columns.map { table.text($0, at: index) }
        if let key = key(likeness, texts) { found[key, default: []].append(index) }
      }
    }
    return found
  }

  /// Other standing records that may be the same person.
  package func twins(of texts: [String: String]) -> [Twin] {
    let own = Dictionary(
      keys(texts).map { ($0.key, $0.likeness) }, uniquingKeysWith: { first, _ in first })
    var twins: [Twin] = []
    for index in 0..<table.count where isStanding(index) {
      let code = table.records[index]["Code"] ?? ""
      guard code != texts["Code"] else { continue }
      let theirs = keys(table.texts(at: index))
      if let shared = theirs.first(where: { own[$0.key] != nil }) {
        twins.append(Twin(code: code, by: shared.likeness))
      }
    }
    return twins
  }

  /// All pairs there are: a record and an earlier one that may be the same person.
  package func pairs() -> [(first: String, second: String, by: Likeness)] {
    guard !fields.isEmpty else { return [] }
    // Two records may share more than one thing: the strongest is what is said.
    var found: [[Int]: Likeness] = [:]
    for (key, indexes) in index() where indexes.count > 1 {
      guard let first = indexes.first else { continue }
      let likeness = Likeness(rawValue: String(key.prefix { $0 != "\u{0}" })) ?? .nameAndPlace
      for other in indexes.dropFirst() {
        found[[first, other]] = min(found[[first, other]] ?? likeness, likeness)
      }
    }
    let pairs = found.map { pair, likeness in
      (
        first: table.records[pair[0]]["Code"] ?? "", second: table.records[pair[1]]["Code"] ?? "",
        by: likeness
      )
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

extension Duplicates.Likeness {
  package var label: Phrase {
    switch self {
    case .identity: .identity
    case .phone: .phone
    case .nameAndPlace: Phrase("姓名和队伍（单位）", "姓名和隊伍（單位）", "name and team")
    }
  }
}
