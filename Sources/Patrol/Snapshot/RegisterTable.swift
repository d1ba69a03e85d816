import Records
import Synchronization

/// One register as it was read from the folders of all keepers: cut into records, made into values
/// only where it is looked at.
package struct RegisterTable: Sendable {
  package let kind: RegisterKind
  package let records: [RecRecord]
  private let parts: [(keeper: String, end: Int)]
  private let memory = Memory()
  /// What codes are called: a list shows that, so that it is found by it.
  let codes: CodeBook

  package init(
    _ kind: RegisterKind, parts: [(keeper: String, records: [RecRecord])] = [],
    codes: CodeBook = CodeBook()
  ) {
    (self.kind, self.codes) = (kind, codes)
    records = parts.flatMap(\.records)
    var end = 0
    self.parts = parts.map {
      end += $0.records.count
      return ($0.keeper, end)
    }
  }

  package var count: Int { records.count }

  /// The same for as long as the register was not read again.
  package typealias Identity = ObjectIdentifier
  package var identity: Identity { ObjectIdentifier(memory) }

  /// Whose folder the record at `index` stands in.
  package func keeper(of index: Int) -> String { parts.first { index < $0.end }?.keeper ?? "" }

  /// The value of a field; "" where it is left out.
  package func text(_ column: Column, at index: Int) -> String { column.text(in: records[index]) }

  package func texts(at index: Int) -> [String: String] {
    var texts: [String: String] = [:]
    for column in kind.columns {
      let text = column.text(in: records[index])
      if !text.isEmpty { texts[column.name] = text }
    }
    return texts
  }

  /// Where the record with a code stands.
  package func index(of code: String) -> Int? { memory.index(of: code, in: self) }

  package func texts(_ code: String) -> [String: String]? { index(of: code).map(texts) }

  /// The records whose field holds exactly a text.
  package func indexes(_ column: Column, is text: String) -> [Int] {
    memory.groups(column, self)[text] ?? []
  }

  /// What is searched while somebody types: made when it is first asked for, and again where what its
  /// fields name is called otherwise since.
  package func filter(in snapshot: Snapshot) -> RegisterFilter { memory.filter(self, snapshot) }

  /// What somebody counts of the records, made once for as long as the register is not read again.
  func made<Value: Sendable>(_ make: (RegisterTable) -> Value) -> Value {
    memory.made(self, make)
  }

  /// What is made of the records at most once; the records never change.
  private final class Memory: Sendable {
    /// How often a code was looked for, and the table of them once that was often.
    private let codes = Mutex<(asked: Int, codes: [String: Int]?)>((0, nil))
    private let filter = Mutex<(made: RegisterFilter, named: [Identity])?>(nil)
    private let groups = Mutex<[String: [String: [Int]]]>([:])
    /// By the type of what was made.
    private let values = Mutex<[ObjectIdentifier: any Sendable]>([:])

    func made<Value: Sendable>(_ table: RegisterTable, _ make: (RegisterTable) -> Value) -> Value {
      values.withLock { known in
        let type = ObjectIdentifier(Value.self)
        if let made = known[type] as? Value { return made }
        let made = make(table)
        known[type] = made
        return made
      }
    }

    func groups(_ column: Column, _ table: RegisterTable) -> [String: [Int]] {
      groups.withLock { known in
        if let made = known[column.name] { return made }
        let made = Dictionary(grouping: 0..<table.count) { table.text(column, at: $0) }
        known[column.name] = made
        return made
      }
    }

    /// So many codes are looked for one by one: to make the table of a city's people takes longer.
    private static let few = 4

    func index(of code: String, in table: RegisterTable) -> Int? {
      codes.withLock { known in
        if let codes = known.codes { return codes[code] }
        known.asked += 1
        if known.asked <= Self.few, code.utf8.allSatisfy({ $0 < 0x80 }) {
          return Self.find(code, in: table)
        }
        let made = Self.codes(table.records)
        known.codes = made
        return made[code]
      }
    }

    /// The last of those with a code, as in the table of them.
    private static func find(_ code: String, in table: RegisterTable) -> Int? {
      guard let column = table.kind.column("Code"), !code.isEmpty else {
        return codes(table.records)[code]
      }
      let bytes = Array(code.utf8)
      return table.records.lastIndex { column.isText(bytes, in: $0) }
    }

    private static func codes(_ records: [RecRecord]) -> [String: Int] {
      var made: [String: Int] = Dictionary(minimumCapacity: records.count)
      let name = Array("Code".utf8)
      for (index, record) in records.enumerated() {
        var hint = 0
        guard let field = record.field(name, hint: &hint) else { continue }
        made[record.value(of: field)] = index
      }
      return made
    }

    func filter(_ table: RegisterTable, _ snapshot: Snapshot) -> RegisterFilter {
      let named = table.kind.named(in: snapshot.kinds).map { snapshot.table($0).identity }
      return filter.withLock { known in
        if let known, known.named == named { return known.made }
        let made = RegisterFilter(table, in: snapshot)
        known = (made, named)
        return made
      }
    }
  }
}

extension RegisterKind {
  /// The registers of which a list shows names where its fields have codes.
  fileprivate func named(in kinds: Kinds) -> [RegisterKind] {
    columns.flatMap { column -> [RegisterKind] in
      guard case .reference(let reference) = column.entry else { return [] }
      return reference.registers.compactMap { kinds[$0] }
    }
  }
}

extension Snapshot {
  /// One record of a register as a value; nil where there is none or it can't be read.
  func value<R: Registered>(_ code: String, _ kind: RegisterKind) -> R? {
    table(kind).texts(code).flatMap { try? R.schema.parse($0) }
  }

  /// The records of a register as values, made once: for those that are small.
  func values<R: Registered>(_ kind: RegisterKind) -> [R] {
    table(kind).made { $0.records.compactMap { try? R.schema.parse($0) } }
  }
}
