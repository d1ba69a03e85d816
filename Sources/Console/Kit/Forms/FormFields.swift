import Records

/// Which fields a form has, in order, and by which number each is reached.
///
/// A number stays with its field whatever is asked at the moment, in recording and in correcting alike.
struct FormFields: Hashable, Sendable {
  /// The first of those that are seldom needed.
  private static let firstRare = 11

  /// Those that the caret meets one after the other.
  let usual: [String]
  /// Those below the line 更多.
  let rare: [String]
  /// Those that show and can't be changed.
  let locked: Set<String>
  /// Those that hold a template, whose blanks `{…}` are filled in one after the other.
  let templates: Set<String>
  /// Fields of the record by the field of the form that asks for them in one breath.
  private let holders: [String: String]

  init(
    usual: [String], rare: [String] = [], locked: Set<String> = [], templates: Set<String> = [],
    columns: [Column] = []
  ) {
    (self.usual, self.rare, self.locked, self.templates) = (usual, rare, locked, templates)
    var holders: [String: String] = [:]
    for column in columns where usual.contains(column.name) || rare.contains(column.name) {
      for part in column.entry.parts { holders[part] = column.name }
    }
    self.holders = holders
  }

  var all: [String] { usual + rare }

  /// The field of the form that asks for a field of the record; nil where none does.
  func holding(_ name: String) -> String? {
    all.contains(name) ? name : holders[name]
  }

  func number(of name: String) -> Int? {
    if let at = usual.firstIndex(of: name) { return at + 1 }
    return rare.firstIndex(of: name).map { max(Self.firstRare, usual.count + 1) + $0 }
  }

  func name(number: Int) -> String? { all.first { self.number(of: $0) == number } }
}
