import Records

/// The codes that new records get: what they belong to and a running number, `QS-01-006`,
/// `QSP-I-0012`.
///
/// A record that has ended keeps its number; one that was taken back gives it free.
package struct CodeNumbering: Sendable {
  /// Of what the code of a new record is made.
  package enum Rule: Sendable {
    /// The station's code, a letter, a running number: `QSP-I-0012`.
    case ofStation(letter: String, width: Int = 4)
    /// The code of what the record belongs to and a running number: `QS-01-006`.
    case below(Column, width: Int)
    /// The code of what the record belongs to; with a number where another has that already.
    case likeOrBelow(Column, width: Int)

    /// The field without which there is no code.
    var column: Column? {
      switch self {
      case .ofStation: nil
      case .below(let column, _), .likeOrBelow(let column, _): column
      }
    }
  }

  private let kind: RegisterKind
  private let station: String
  private var last: [String: Int] = [:]
  private let taken: RegisterTable

  package init(_ kind: RegisterKind, in snapshot: Snapshot) {
    (self.kind, station, taken) = (kind, snapshot.station.unit, snapshot.table(kind))
    let code = kind.column("Code")
    for index in 0..<taken.count {
      guard let text = code.map({ taken.text($0, at: index) }),
        let dash = text.lastIndex(of: "-"),
        let number = wholeNumber(text[text.index(after: dash)...])
      else { continue }
      let prefix = String(text[..<dash])
      last[prefix] = max(last[prefix] ?? 0, number)
    }
  }

  /// The next free code for a record with these fields; "" where nothing says what it belongs to.
  package mutating func next(_ texts: [String: String]) -> String {
    switch kind.layout.numbering {
    case .ofStation(let letter, let width): return numbered("\(station)-\(letter)", width: width)
    case .below(let column, let width): return numbered(texts[column] ?? "", width: width)
    case .likeOrBelow(let column, let width):
      let code = texts[column] ?? ""
      return taken.index(of: code) == nil ? code : numbered(code, width: width)
    }
  }

  private mutating func numbered(_ prefix: String, width: Int) -> String {
    guard !prefix.isEmpty else { return "" }
    let number = (last[prefix] ?? 0) + 1
    last[prefix] = number
    return "\(prefix)-\(digits(number, width))"
  }
}
