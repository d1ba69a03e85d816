import Records

/// The codes that new records get: what they belong to and a running number, `QS-01-006`,
/// `QSP-I-0012`.
///
/// A record that has ended keeps its number; one that was taken back gives it free.
package struct CodeNumbering: Sendable {
  private let kind: RegisterRecord.Kind
  private let station: String
  private var last: [String: Int] = [:]
  private let taken: RegisterTable

  package init(_ kind: RegisterRecord.Kind, in library: Library) {
    (self.kind, station, taken) = (kind, library.station.unit, library.table(kind))
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
    switch kind {
    case .members: return numbered(texts["Team"] ?? "", width: 3)
    case .units: return numbered(texts["Parent"] ?? "", width: 2)
    case .teams:
      let unit = texts["Unit"] ?? ""
      return taken.index(of: unit) == nil ? unit : numbered(unit, width: 1)
    case .officers: return numbered("\(station)-\(kind.layout.letter)", width: 3)
    case .informants, .watch, .equipment, .training, .volunteers, .bodies, .funds, .roster, .routes,
      .exceptions, .deputies:
      return numbered("\(station)-\(kind.layout.letter)", width: 4)
    }
  }

  private mutating func numbered(_ prefix: String, width: Int) -> String {
    guard !prefix.isEmpty else { return "" }
    let number = (last[prefix] ?? 0) + 1
    last[prefix] = number
    return "\(prefix)-\(digits(number, width))"
  }
}
