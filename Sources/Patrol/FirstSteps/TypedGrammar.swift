import Records

/// What each word of a line is, where no headings say so: several records may stand in a line.
struct TypedGrammar {
  private let kind: RegisterKind
  private let snapshot: Snapshot
  private let posts: [String: String]
  private let services: [String: String]
  private let kinds: [String: String]
  private let teams: [String: String]
  private let units: CodesByName

  init(_ kind: RegisterKind, _ snapshot: Snapshot) {
    (self.kind, self.snapshot) = (kind, snapshot)
    posts = Self.words(Post.self)
    services = Self.words(Service.self)
    var kinds = Self.words(UnitKind.self)
    for (word, unit) in [("镇", UnitKind.township), ("乡", .township), ("办事处", .subdistrict)] {
      kinds[word] = unit.label[.hans]
    }
    self.kinds = kinds
    units = CodesByName(snapshot.units.map { ($0.code, $0.name) })
    var teams: [String: String] = [:]
    for team in snapshot.teams {
      teams[Folding.key(team.name)] = team.code
      teams[team.code] = team.code
    }
    // A unit with one team is that team's name as well.
    for (unit, own) in Dictionary(grouping: snapshot.teams, by: \.unit) where own.count == 1 {
      if let name = snapshot.unit(unit)?.name { teams[Folding.key(name)] = own[0].code }
    }
    self.teams = teams
  }

  /// The words of a code's labels, as they stand in a table.
  private static func words<C: Choice>(_: C.Type) -> [String: String] {
    var words: [String: String] = [:]
    for value in C.allCases {
      let label = value.label
      for text in [label[.hans], label[.hant], label[.en], value.rawValue] {
        words[text] = label[.hans]
      }
    }
    return words
  }

  /// - Parameter under: the team that a line named for those that follow.
  /// - Returns: the records of a line, and words that are none of any.
  func items(of row: TypedRow, under: inout String?) -> (items: [TypedItem], unknown: [String]) {
    var (items, unknown): ([TypedItem], [String]) = ([], [])
    var code: String?
    for (place, word) in row.filled.enumerated() {
      // A running number before the first name.
      if place == 0, word.count < 4, word.allSatisfy(\.isDigit) || word.hasSuffix(".") { continue }
      let last = items.indices.last
      func put(_ field: String, _ text: String) {
        if let last { items[last].cells[field] = text } else { unknown.append(word) }
      }
      switch meaning(of: word) {
      case .name:
        items.append(TypedItem(line: row.line, cells: [kind.layout.name.name: word]))
        if let code { items[items.count - 1].cells["Code"] = code }
        code = nil
      case .field(let field, let text): put(field, text)
      case .code: if last == nil { code = word } else { put("Code", word) }
      case .team(let team):
        if last == nil { under = team }
        for index in items.indices where items[index].cells["Team"] == nil {
          items[index].cells["Team"] = team
        }
      case nil: unknown.append(word)
      }
    }
    if kind == .members, let under {
      for index in items.indices where items[index].cells["Team"] == nil {
        items[index].cells["Team"] = under
      }
    }
    if let code { unknown.append(code) }
    return (items, unknown)
  }

  private enum Meaning {
    case name, code
    case field(String, String)
    /// The team of those before it in the line; in a line of its own of those that follow.
    case team(String)
  }

  private func meaning(of word: String) -> Meaning? {
    let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isDigit || $0 == "-") }
    switch kind {
    case .units:
      if let kind = kinds[word] { return .field("Kind", kind) }
      return isPlain ? .code : .name
    case .teams:
      if word.allSatisfy(\.isDigit) { return .field("Floor", word) }
      if isPlain { return .code }
      if let unit = units.code(word), !word.hasSuffix("队"), !word.hasSuffix("隊") {
        return .field("Unit", unit)
      }
      return .name
    default:
      if word.count(where: \.isDigit) >= 5 { return .field("Phone", word) }
      if let post = posts[word] { return .field("Post", post) }
      if let service = services[word] { return .field("Service", service) }
      if let team = teams[word] ?? teams[Folding.key(word)] { return .team(team) }
      let isName = word.count > 1 && !word.contains(where: \.isDigit)
      return isName ? .name : nil
    }
  }
}

extension Character {
  /// 0 to 9, of either width; 三 is a number as well, and part of many a name.
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }
}
