import Records

extension PageSummary {
  /// The row of a page in its year's index.
  ///
  /// - Parameter kinds: which kinds of page there are.
  package init(
    _ record: RecRecord, of book: BookID, _ year: Int, offset: Int, length: Int,
    _ kinds: Kinds = .ours
  ) {
    let kind = Self.kind(record["Kind"] ?? "", kinds)
    let layout = kinds.page(in: book.kind)?.layout
    let target = Self.target(record, kind, of: book, year)
    let text: (String) -> String? = { record[$0] }
    self.init(
      offset: offset, length: length, number: record["Number"].flatMap { wholeNumber($0) } ?? 0,
      day: record["Date"].flatMap { Day($0) }, kind: kind,
      marks: Self.marks(text, kind, layout), crew: Self.crew(text, kind, layout),
      yearsBack: target.map { year - $0.year } ?? 0,
      narrative: Self.narrative(text, kind, layout, target))
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
    let layout = page.kind?.layout
    var row = self
    let kept = Marks(rawValue: marks).intersection([.odd, .broken])
    row.marks =
      Self.marks(text, kind, layout).union(kept).union(page.isVoid ? .void : []).rawValue
    row.crew = UInt8(clamping: Self.crew(text, kind, layout))
    row.narrative = Self.narrative(text, kind, layout, nil)
    return row
  }

  private static func kind(_ name: String, _ kinds: Kinds) -> Kind {
    switch name {
    case Amendment.Kind.correction.rawValue: .correction
    case Amendment.Kind.void.rawValue: .void
    case Attestation.Kind.signature.rawValue: .signature
    case Attestation.Kind.refusal.rawValue: .refusal
    case Attestation.Kind.review.rawValue: .review
    case Attestation.Kind.close.rawValue: .close
    case Attestation.Kind.witness.rawValue: .witness
    case Attestation.Kind.paper.rawValue: .paper
    case "reopen": .reopen
    default: kinds.page(name) == nil ? .other : .entry
    }
  }

  private static func marks(
    _ text: (String) -> String?, _ kind: Kind, _ layout: PageLayout?
  ) -> Marks {
    var marks: Marks = []
    guard let layout, kind == .entry || kind == .correction else { return marks }
    // A correction says so even where it takes the words away.
    if let field = layout.opens?.field, text(field.name) != nil { marks.insert(.opens) }
    if let field = layout.settles, text(field.name) != nil { marks.insert(.settles) }
    if let hands = layout.hands, text(hands.name).map(HandedItem.saysDone) == true {
      marks.insert(.settles)
    }
    if let tells = layout.tells, text(tells.flag.name) != nil { marks.insert(.tells) }
    if let late = layout.facts?.late, text(late.name) != nil { marks.insert(.late) }
    if layout.facts?.tellsOfAbsence(text) == true { marks.insert(.absence) }
    return marks
  }

  /// How many were there; of a page that somebody signed, as what.
  private static func crew(
    _ text: (String) -> String?, _ kind: Kind, _ layout: PageLayout?
  ) -> Int {
    switch kind {
    case .entry: layout?.facts?.crew(text) ?? 0
    case .signature, .refusal, .review, .close, .witness, .paper:
      text("As").flatMap(SignatureRole.init).flatMap(SignatureRole.allCases.firstIndex) ?? 0
    case .other, .correction, .void, .reopen: 0
    }
  }

  private static func narrative(
    _ text: (String) -> String?, _ kind: Kind, _ layout: PageLayout?, _ target: PageID?
  ) -> UInt32 {
    switch kind {
    case .entry: layout?.facts?.likeness(text) ?? 0
    case .other: 0
    case .correction, .void, .signature, .refusal, .review, .close, .witness, .paper, .reopen:
      target.map { UInt32(clamping: $0.number) } ?? 0
    }
  }

  /// The page of the same book that a page is about, in this volume or an earlier one.
  private static func target(
    _ record: RecRecord, _ kind: Kind, of book: BookID, _ year: Int
  ) -> PageID? {
    let name: String? =
      switch kind {
      case .correction, .void, .reopen: "Corrects"
      case .signature, .refusal, .review, .close, .witness, .paper: "Signs"
      case .other, .entry: nil
      }
    guard let target = name.flatMap({ record[$0] }).flatMap(PageReference.init)?.id,
      target.book == book, (0...Int(UInt8.max)).contains(year - target.year)
    else { return nil }
    return target
  }
}
