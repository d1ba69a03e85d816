import Records
import Wording

/// That nothing was found is a statement: a form holds it as a code, a page leaves the field out.
///
/// So an empty field of a form is one that nobody has answered yet.
package enum StatedNothing {
  /// In the tables of codes; on no page.
  package static let code = "none"

  /// What a page says, as a form holds it.
  package static func inForm(_ texts: [String: String], _ columns: [Column]) -> [String: String] {
    var texts = texts
    for column in columns where column.statesNothing && (texts[column] ?? "").isEmpty {
      texts[column.name] = code
    }
    return texts
  }

  /// What a form holds, as a page says it.
  package static func onPage(_ texts: [String: String], _ columns: [Column]) -> [String: String] {
    texts.filter { name, text in
      text != code || columns.first { $0.name == name }?.statesNothing != true
    }
  }
}

extension Column {
  /// Whether to leave it out says that there is nothing.
  package var statesNothing: Bool {
    if case .codes = entry { blank != nil } else { false }
  }
}

extension Column {
  /// Whether a list of codes says that there is nothing, and then something.
  package func saysNothingAndMore(_ codes: String) -> Bool {
    let codes = codes.split(separator: " ")
    return statesNothing && codes.count > 1 && codes.contains { $0 == StatedNothing.code }
  }

  package func nothingAndMore(_ found: String) -> FieldError {
    FieldError(
      field: name, label: label, found: found,
      expected: Phrase(
        "“未发现异常”，或只写发现的各类", "「未發現異常」，或只寫發現的各類", "nothing found, or only what was found"))
  }
}

extension Draft {
  /// The same as a page says it.
  package func onPage(_ columns: [Column]) -> Draft {
    Draft(StatedNothing.onPage(texts, columns))
  }
}
