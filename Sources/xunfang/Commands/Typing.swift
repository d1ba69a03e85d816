import Console
import Patrol
import Records
import Wording

extension SearchHit {
  /// The place as a script can use it.
  var placeName: String {
    switch place {
    case .page(let id, _): "\(id.book.text) \(id.year) \(id.number)"
    case .member(let code), .team(let code): code
    }
  }
}

extension Library {
  /// A register as a table, with the columns of its schema.
  func table(_ kind: RegisterRecord.Kind, unit: String?) -> (columns: [Column], rows: [[String]]) {
    func all<R: Registered>(_ records: [R], where isIn: (R) -> Bool) -> ([Column], [[String]]) {
      let rows = records.filter(isIn).map { record -> [String] in
        let texts = R.schema.texts(record)
        return R.schema.columns.map { texts[$0.name] ?? "" }
      }
      return (R.schema.columns, rows)
    }
    let under = unit.map {
      Set(Force(self, nil).teams(of: team($0) == nil ? .unit($0) : .team($0)).map(\.code))
    }
    switch kind {
    case .units: return all(units) { unit == nil || $0.code == unit || $0.parent == unit }
    case .teams: return all(teams) { under?.contains($0.code) ?? true }
    case .members: return all(allMembers) { under?.contains($0.team) ?? true }
    case .officers: return all(officers) { unit == nil || $0.unit == unit }
    case .roster: return all(roster) { under?.contains($0.team) ?? true }
    case .deputies: return all(deputies) { under?.contains($0.team) ?? true }
    }
  }

  /// The fields of one record, nil when there is none of that code.
  func texts(_ kind: RegisterRecord.Kind, code: String) -> [String: String]? {
    let (columns, rows) = table(kind, unit: nil)
    guard let at = columns.firstIndex(where: { $0.name == "Code" }),
      let row = rows.first(where: { $0[at] == code })
    else { return nil }
    return Dictionary(zip(columns.map(\.name), row), uniquingKeysWith: { $1 }).filter {
      !$0.value.isEmpty
    }
  }
}
