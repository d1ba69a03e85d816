import Records

/// Which column of a table goes into which field of a register.
///
/// Found by the usual headings; what somebody decided for a heading once is remembered.
package struct HeadingMap: Hashable, Sendable {
  package let headings: [String]
  /// The field of each column by name; nil for one that is left out.
  package private(set) var fields: [String?]

  /// - Parameter remembered: fields by folded heading; "" is to be left out.
  package init(
    _ headings: [String], _ kind: RegisterRecord.Kind, in library: Library,
    remembered: [String: String] = [:]
  ) {
    self.headings = headings
    let columns = kind.columns(in: library.station)
    var known: [String: String] = [:]
    for column in columns.reversed() {
      let label = column.label
      for name in column.headings + [label[.hans], label[.hant], label[.en], column.name] {
        known[Self.folded(name)] = column.name
      }
    }
    var taken: Set<String> = []
    fields = headings.map { heading in
      let key = Self.folded(heading)
      if let field = remembered[key] {
        guard !field.isEmpty, columns.contains(where: { $0.name == field }) else { return nil }
        return taken.insert(field).inserted ? field : nil
      }
      guard let field = known[key], taken.insert(field).inserted else { return nil }
      return field
    }
  }

  package var isEmpty: Bool { fields.allSatisfy { $0 == nil } }

  /// Sends a column elsewhere; whatever went there before is left out.
  package mutating func set(_ index: Int, to field: String?) {
    guard fields.indices.contains(index) else { return }
    if let field, let other = fields.firstIndex(of: field) { fields[other] = nil }
    fields[index] = field
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

  package init(_ kind: RegisterRecord.Kind, _ heading: String, _ field: String?) {
    (self.kind, self.heading, self.field) = (kind.rawValue, heading, field ?? "")
    code = "\(kind.rawValue) \(HeadingMap.folded(heading))"
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
