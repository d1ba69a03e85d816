import Records

/// What the index keeps of a page for the rules, beside its day and what it leaves open.
package struct RowFacts: Sendable {
  /// Who or how many were there.
  let present: Column?
  /// What was found and done, held against other entries (A15).
  let narrative: [Column]
  /// Whom it is about, where that is not the book's owner.
  let about: Column?
  /// Filled where it was entered late.
  let late: Column?
  /// Whether a page of these texts says that somebody, or everybody, was not there (A14).
  let tellsOfAbsence: @Sendable ((String) -> String?) -> Bool

  package init<Page, Present>(
    present: Field<Page, Present>, narrative: FieldList<Page> = FieldList(),
    about: Field<Page, Named>? = nil, late: Field<Page, String>? = nil,
    tellsOfAbsence: @escaping @Sendable ((String) -> String?) -> Bool = { _ in false }
  ) {
    (self.present, self.narrative) = (present.column, narrative.columns)
    (self.about, self.late) = (about?.column, late?.column)
    self.tellsOfAbsence = tellsOfAbsence
  }

  /// How many were there.
  func crew(_ text: (String) -> String?) -> Int {
    guard let present, let said = text(present.name) else { return 0 }
    if case .count = present.entry { return wholeNumber(said) ?? 0 }
    return said.utf8.reduce(1) { $0 + ($1 == UInt8(ascii: ",") ? 1 : 0) }
  }

  /// A number that two pages share which say the same, or are about the same team; 0 for neither.
  func likeness(_ text: (String) -> String?) -> UInt32 {
    if let about { return Narrative.hash(team: Named(text(about.name) ?? "")?.code ?? "") }
    return Narrative.hash(narrative.map { text($0.name) ?? "" }.joined())
  }
}

/// What was found and done, reduced to what two copied entries have in common (A15).
package enum Narrative {
  /// 0 for an entry without a narrative: “nothing found” may well repeat night after night.
  package static func hash(_ said: String) -> UInt32 {
    hash(said.utf8.filter { !(48...57).contains($0) && $0 > 0x20 })
  }

  /// A team by its code, as the rows of inspections name it.
  package static func hash(team code: String) -> UInt32 { hash(Array(code.utf8)) }

  /// FNV-1a, 32 bits; 0 for nothing at all.
  private static func hash(_ bytes: [UInt8]) -> UInt32 {
    guard !bytes.isEmpty else { return 0 }
    return max(1, bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 })
  }
}
