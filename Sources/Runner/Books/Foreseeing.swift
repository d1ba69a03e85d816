import Books
import Patrol
import Records
import Wording

/// What the judge would say of a page once it is written: nobody is let write one that does not count.
extension BookKeeping {
  /// - Returns: `unchecked` where nobody can tell: behind a break of the volume.
  /// - Throws: what keeps the volume from being gone on with; `FieldError` for a text that can't stand on
  ///   such a page.
  mutating func foresee(
    _ page: Volume.NewPage, of book: BookID, year: Int, _ cover: VolumeCover, _ recorded: Recorded
  ) throws -> Verdict {
    try UnseenInName.check(
      Dictionary(page.body.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }), before: [:],
      page.columns(kinds))
    // The volume itself is read: an index may be somebody's who wants a page twice.
    let volume = Volume(book, year: year, on: disk)
    let (bytes, number, last) = try volume.foreseeing(page, cover: cover, recorded: recorded)
    guard let reading = looking.reading(bytes, book, year, wanted: [number]) else {
      return .doesNot(.place)
    }
    // Another directory's volume, or one made with settings that somebody changed (J1).
    guard reading.header?.cover.directory == cover.directory else { return .doesNot(.place) }
    let directories = keys.directories
    if book.kind != KeysPage.book, !directories.isEmpty, !directories.contains(cover.directory) {
      return .doesNot(.place)
    }
    if let broken = reading.broken, reading.good == reading.count - 1 {
      if broken.rule == .form { throw page.fault(broken.field, kinds) }
      // In a volume of a year to come nothing counts until then: what is struck out there hurts nothing,
      // and a clock that was wrong is asked about no more.
      let isToCome =
        year > recorded.stamp.moment.day.year && page.body.contains { $0.name == "Corrects" }
      if let last, last.instant > recorded.stamp.instant, !isToCome {
        throw BookError.earlierThanLast(file: volume.path, last: last, now: recorded.stamp)
      }
      if isToCome { return .unchecked }
      return .doesNot(broken.rule)
    }
    let judged = reading.judged
    guard reading.broken == nil, let new = judged.pages.last else { return .unchecked }
    if book.kind == KeysPage.book { return keys.verdict(foreseeing: new, in: judged) }
    return try verdict(foreseeing: new, in: judged)
  }

  /// That of a page behind its volume, among the pages of others that are about the same day.
  private mutating func verdict(foreseeing page: Page, in volume: JudgedVolume) throws -> Verdict {
    guard let day = page.record["Date"].flatMap({ Day($0) }) else { return .doesNot(.form) }
    var volumes = [volume]
    for year in try years(of: day) {
      for wanted in Self.wanted(day, try index(year))
      where wanted.book != volume.book || year != volume.year {
        let numbers = Set(wanted.rows.map { Int($0.number) })
        if let other = looking.whole(wanted.book, year, numbers) { volumes.append(other) }
      }
    }
    let foreseen = keys.foreseeing(page)
    var judge = BooksJudge(foreseen.state, foreseen.reader, kinds: kinds)
    judge.judge(volumes.map { ($0, BooksJudge.Past()) })
    return judge.verdicts[page.id] ?? .unchecked
  }
}

extension Volume.NewPage {
  /// Those that its fields may be of.
  fileprivate func columns(_ kinds: Kinds) -> [Column] {
    (kinds.page(kind)?.columns ?? []) + Attestation.schema.columns + KeysPage.columns
      + kinds.pages.flatMap(\.columns)
  }

  /// What is wrong with a field, by the label under which it is asked for.
  fileprivate func fault(_ field: String?, _ kinds: Kinds) -> any Refusal {
    let unseen = body.lazy.compactMap { field in
      UnseenCharacter(in: field.value).map { (field.name, $0) }
    }.first
    let name = unseen?.0 ?? field ?? ""
    let column = columns(kinds).first { $0.name == name }
    let label = column?.label ?? Phrase(name, name, name)
    if let (_, unseen) = unseen { return UnseenInName(field: name, label: label, unseen: unseen) }
    let found = body.first { $0.name == name }?.value ?? ""
    return column?.error(found)
      ?? FieldError(
        field: name, label: label, found: found,
        expected: Phrase("能印出来的文字", "能印出來的文字", "text that can be printed"))
  }
}
