/// A record being made field by field, by the values of its fields: `team.name = "一中队"`.
///
/// A field that the kind does not declare, or a value of another type, does not compile. What nobody
/// says is left out, so who fills a record in need not know the fields that may be.
@dynamicMemberLookup
package struct Filling<Record: Sendable> {
  fileprivate var draft: Draft

  package init(_ fill: (inout Filling) -> Void = { _ in }) {
    draft = Draft()
    fill(&self)
  }

  fileprivate init(_ texts: [String: String]) { draft = Draft(texts) }

  /// A field, by the name under which its kind declares it; nil for one that is left out.
  package subscript<Value>(
    dynamicMember field: KeyPath<Record.Type, Field<Record, Value>>
  ) -> Value? {
    get {
      let field = Record.self[keyPath: field]
      return draft.texts[field].flatMap { try? field.read($0) }
    }
    set {
      let field = Record.self[keyPath: field]
      draft[field] = newValue.map(field.text) ?? ""
    }
  }
}

extension Schema {
  /// A record of what `fill` says of its fields, printed as each is in a file and read like one.
  ///
  /// - Throws: the `FieldError` of a field that has to be there and is not, or whose value its type
  ///   does not take.
  package func make(_ fill: (inout Filling<Record>) -> Void) throws(FieldError) -> Record {
    try parse(Filling(fill).draft.texts)
  }

  /// The same as another record, but for what `change` says.
  package func make(
    like record: Record, _ change: (inout Filling<Record>) -> Void
  ) throws(FieldError) -> Record {
    var filling = Filling<Record>(texts(record))
    change(&filling)
    return try parse(filling.draft.texts)
  }

  /// The fields that were said, in their declared order, without a look at whether they make a record:
  /// for who writes a million of them.
  package func print(_ filling: Filling<Record>) -> [(name: String, value: String)] {
    let texts = filling.draft.texts
    return columns.compactMap { column in texts[column].map { (column.name, $0) } }
  }
}
