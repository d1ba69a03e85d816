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
  /// A register as a table, with the columns of its schema; personal data masked (R28).
  func table(_ kind: RegisterKind, scope: Scope?) -> (columns: [Column], rows: [[String]]) {
    var rows = RegisterRows(kind, scope: scope)
    rows.includesPast = true
    let table = table(kind)
    let columns = kind.columns
    return (
      columns,
      rows.indexes(in: self).map { index in
        columns.map { column in
          let text = table.text(column, at: index)
          return column.entry.isPersonal ? Member.masked(text) : text
        }
      }
    )
  }
}
