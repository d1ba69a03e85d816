import Records
import Wording

/// Which column of a table goes into which field of a register.
///
/// Found by the usual headings; what somebody decided for a heading once is remembered.
package struct HeadingMap: Hashable, Sendable {
  package let headings: [String]
  /// The field of each column by name; nil for one that is left out.
  package private(set) var fields: [String?]
  /// Columns that would go where another goes already, with the field: somebody has to say which.
  package private(set) var undecided: [Int: String] = [:]

  /// - Parameter remembered: fields by folded heading; "" is to be left out.
  package init(
    _ headings: [String], _ kind: RegisterKind, in snapshot: Snapshot,
    remembered: [String: String] = [:]
  ) {
    self.headings = headings
    let columns = kind.columns(in: snapshot.station)
    var known: [String: String] = [:]
    for column in columns.reversed() {
      for name in column.headings { known[Self.folded(name)] = column.name }
    }
    // What a field is called here is that field, whatever others are called elsewhere.
    for column in columns.reversed() {
      let label = column.label
      for name in [label[.hans], label[.hant], label[.en], column.name] {
        known[Self.folded(name)] = column.name
      }
    }
    var taken: Set<String> = []
    var undecided: [Int: String] = [:]
    fields = headings.enumerated().map { index, heading in
      let key = Self.folded(heading)
      guard let field = remembered[key] ?? known[key], columns.contains(where: { $0.name == field })
      else { return nil }
      if taken.insert(field).inserted { return field }
      undecided[index] = field
      return nil
    }
    self.undecided = undecided
  }

  package var isEmpty: Bool { fields.allSatisfy { $0 == nil } }

  /// Sends a column elsewhere; the one that went there before is left out.
  package mutating func set(_ index: Int, to field: String?) {
    guard fields.indices.contains(index) else { return }
    if let field, let other = fields.firstIndex(of: field) { fields[other] = nil }
    fields[index] = field
    undecided[index] = nil
    if let field { undecided = undecided.filter { $0.value != field } }
  }

  /// The column called so; `电话#2` is the second one that is called 电话.
  package func index(of heading: String) -> Int? {
    if let index = headings.firstIndex(of: heading) { return index }
    guard let mark = heading.lastIndex(of: "#"),
      let place = wholeNumber(heading[heading.index(after: mark)...])
    else { return nil }
    let all = headings.indices.filter { headings[$0] == heading[..<mark] }
    return all.indices.contains(place - 1) ? all[place - 1] : nil
  }

  /// What a column is called where it is spoken of: by its heading, else by its place.
  package func name(_ index: Int) -> Phrase {
    let heading = headings.indices.contains(index) ? headings[index] : ""
    guard heading.isEmpty else {
      return Phrase("“\(heading)”栏", "「\(heading)」欄", "Column “\(heading)”")
    }
    return Phrase("第 \(index + 1) 栏", "第 \(index + 1) 欄", "Column \(index + 1)")
  }

  /// Without blanks, remarks in brackets and marks: `联系电话（必填）*` is `联系电话`.
  package static func folded(_ heading: String) -> String {
    var text = Folding.key(heading)
    if let open = text.firstIndex(where: { "(（[【".contains($0) }), open > text.startIndex {
      text = String(text[..<open])
    }
    return text.filter { !" \t\n*:：＊　".contains($0) }
  }
}

/// What a heading means at this station, as somebody decided once: `mappings.rec`.
package struct Mapping: Hashable, Sendable {
  package let code: String
  package let kind: String
  package let heading: String
  package let field: String

  package init(_ kind: RegisterKind, _ heading: String, _ field: String?) {
    (self.kind, self.heading, self.field) = (kind.name, heading, field ?? "")
    code = "\(kind.name) \(HeadingMap.folded(heading))"
  }

  private init(code: String, kind: String, heading: String, field: String) {
    (self.code, self.kind, self.heading, self.field) = (code, kind, heading, field)
  }

  package static let schema = Schema(
    "Mapping", .code, { Mapping(code: $0, kind: $1, heading: $2, field: $3) },
    Field("Code", \Mapping.code, .line, .code), Field("Register", \Mapping.kind, .key, .name),
    Field("Heading", \Mapping.heading, .prose, .name),
    Field("Field", \Mapping.field, .prose, .name))
}
