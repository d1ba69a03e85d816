import Records

extension PageSummary {
  /// The row of a page in its year's index.
  ///
  /// - Parameter kinds: which kinds of page there are.
  package init(
    _ record: RecRecord, of book: BookID, _ year: Int, offset: Int, length: Int,
    _ kinds: Kinds = .ours
  ) {
    let kind = Self.kind(record["Kind"] ?? "")
    let target = Self.target(record, kind, of: book, year)
    let text: (String) -> String? = { record[$0] }
    self.init(
      offset: offset, length: length, number: record["Number"].flatMap { wholeNumber($0) } ?? 0,
      day: record["Date"].flatMap { Day($0) }, kind: kind,
      marks: Self.marks(text, kind, kinds.page(in: book.kind)?.layout), crew: Self.crew(text, kind),
      yearsBack: target.map { year - $0.year } ?? 0,
      narrative: Self.narrative(text, kind, target))
    let isPage = Page(record, book: book, year: year) != nil && day != Int32.min
    if !isPage { marks |= Marks.broken.rawValue }
  }

  /// The same of an entry as it stands now: what corrections say counts.
  package func standing(_ page: LedgerPage) -> PageSummary {
    guard let kind = Kind(rawValue: kind) else { return self }
    let text: (String) -> String? = { name in
      let text = page.text(name)
      return text.isEmpty ? nil : text
    }
    var row = self
    let kept = Marks(rawValue: marks).intersection([.void, .broken])
    row.marks = Self.marks(text, kind, page.kind?.layout).union(kept).rawValue
    row.crew = UInt8(clamping: Self.crew(text, kind))
    row.narrative = Self.narrative(text, kind, nil)
    return row
  }

  private static func kind(_ name: String) -> Kind {
    switch name {
    case PatrolEntry.kind: .patrol
    case Inspection.kind: .inspection
    case Amendment.Kind.correction.rawValue: .correction
    case Amendment.Kind.void.rawValue: .void
    case Attestation.Kind.signature.rawValue: .signature
    case Attestation.Kind.refusal.rawValue: .refusal
    case Attestation.Kind.review.rawValue: .review
    case Attestation.Kind.close.rawValue: .close
    default: .other
    }
  }

  private static func marks(
    _ text: (String) -> String?, _ kind: Kind, _ layout: PageLayout?
  ) -> Marks {
    var marks: Marks = []
    // A correction says so even where it takes the words away.
    if let field = layout?.opens?.field, text(field.name) != nil { marks.insert(.opens) }
    if let field = layout?.settles, text(field.name) != nil { marks.insert(.settles) }
    if text("Late") != nil { marks.insert(.late) }
    if text("Found") != nil { marks.insert(.found) }
    guard kind == .inspection || kind == .correction else { return marks }
    let problems = (text("Problems") ?? "").split(separator: " ")
    if text("Present") == "0" || text("Absent") != nil || problems.contains("C") {
      marks.insert(.absence)
    }
    return marks
  }

  /// How many were there; of a page that somebody signed, as what.
  private static func crew(_ text: (String) -> String?, _ kind: Kind) -> Int {
    switch kind {
    case .patrol:
      text("Present").map { $0.utf8.reduce(1) { $0 + ($1 == UInt8(ascii: ",") ? 1 : 0) } } ?? 0
    case .inspection: text("Present").flatMap { wholeNumber($0) } ?? 0
    case .signature, .refusal, .review, .close:
      text("As").flatMap(SignatureRole.init).flatMap(SignatureRole.allCases.firstIndex) ?? 0
    case .other, .correction, .void: 0
    }
  }

  private static func narrative(_ text: (String) -> String?, _ kind: Kind, _ target: PageID?)
    -> UInt32
  {
    switch kind {
    case .patrol: Narrative.hash(text("Observed") ?? "", text("Handled") ?? "")
    case .inspection: Narrative.hash(team: Named(text("Inspected") ?? "")?.code ?? "")
    case .other: 0
    case .correction, .void, .signature, .refusal, .review, .close:
      target.map { UInt32(clamping: $0.number) } ?? 0
    }
  }

  /// The page of the same book that a page is about, in this volume or an earlier one.
  private static func target(
    _ record: RecRecord, _ kind: Kind, of book: BookID, _ year: Int
  ) -> PageID? {
    let name: String? =
      switch kind {
      case .correction, .void: "Corrects"
      case .signature, .refusal, .review, .close: "Signs"
      case .other, .patrol, .inspection: nil
      }
    guard let target = name.flatMap({ record[$0] }).flatMap(PageReference.init)?.id,
      target.book == book, (0...Int(UInt8.max)).contains(year - target.year)
    else { return nil }
    return target
  }
}

/// What was found and done, reduced to what two copied entries have in common (A15).
package enum Narrative {
  /// 0 for an entry without a narrative: “nothing found” may well repeat night after night.
  package static func hash(_ observed: String, _ handled: String) -> UInt32 {
    hash((observed + handled).utf8.filter { !(48...57).contains($0) && $0 > 0x20 })
  }

  /// A team by its code, as the rows of inspections name it.
  package static func hash(team code: String) -> UInt32 { hash(Array(code.utf8)) }

  /// FNV-1a, 32 bits; 0 for nothing at all.
  private static func hash(_ bytes: [UInt8]) -> UInt32 {
    guard !bytes.isEmpty else { return 0 }
    return max(1, bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 })
  }
}
