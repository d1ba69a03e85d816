import Console
import Patrol
import Records
import Wording

extension SearchHit {
  /// The place as a script can use it.
  var placeName: String {
    switch place {
    case .page(let id, _): "\(id.book.text) \(id.year) \(id.number)"
    case .record(_, let code), .team(let code): code
    }
  }
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// What may be typed for one of them.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Library {
  /// A register as a table, with the columns of its schema.
  func table(_ kind: RegisterRecord.Kind, unit: String?) -> (columns: [Column], rows: [[String]]) {
    let under = unit.map {
      Set(Force(self, nil).teams(of: team($0) == nil ? .unit($0) : .team($0)).map(\.code))
    }
    let columns = kind.columns
    let table = table(kind)
    let rows = table.records.indices.lazy.map { table.texts(at: $0) }.filter { texts in
      guard let unit, let under else { return true }
      // A team's own record and whatever belongs to a team; else what belongs to the unit.
      if let team = texts["Team"] ?? (kind == .teams ? texts["Code"] : nil) {
        return under.contains(team)
      }
      return [texts["Code"], texts["Parent"], texts["Unit"]].contains(unit)
    }
    return (columns, rows.map { texts in columns.map { texts[$0.name] ?? "" } })
  }
}
