import Records

extension BooksJudge {
  /// A correction, a void or a reopening (J14), by whom it has to be signed, and whether it comes late.
  mutating func judgeAmendment(_ page: Page, _ hand: Hand?, in volume: Int) -> JudgeRule? {
    let target = named(page, "Corrects")
    let before = named(page, "Follows")
    if let target, target.page.instant > page.instant { return .time }
    if let before, before.page.instant > page.instant { return .time }
    let kind = target.flatMap { entryKind($0.page) }
    let isReopening = page.kind == "reopen"
    if let fault = timeFault(page, target?.page, kind, volume) { return fault }
    guard let target, kind != nil, counts(target.page), var entry = entries[target.page.id],
      let before, entryOf[before.page.id] != nil, counts(before.page)
    else { return .named }
    if let hand {
      if let fault = sealFault(page, hand, in: volume) { return fault }
      let asking = Asking(self, page, hand, about: entry, in: volume)
      if let fault = isReopening ? asking.fault(asking.officer) : asking.fault(asking.amend) {
        return fault
      }
    }
    guard target.volume == volume, before.page.id == entry.newest, entry.isVoid == isReopening
    else { return .amendment }
    if isReopening, let hand, let by = entry.struckBy, isSame(hand.signer, by, hand, in: volume) {
      return .amendment
    }
    if hand == nil, entry.isAttested { return .amendment }
    if !isReopening, page.record["Late"] == nil, let day = day(page), isClosed(day, in: volume) {
      return .late
    }
    if page.kind == "void" {
      (entry.isVoid, entry.struckBy) = (true, page.recorded.by)
    } else {
      entry.isVoid = false
      entry.reword(page, changes: isReopening ? [:] : Amendment(page)?.changes ?? [:])
      entryOf[page.id] = entry.page.id
    }
    entries[entry.page.id] = entry
    return nil
  }

  /// J4 and J5: an entry as corrected has to be possible, and of its day.
  private func timeFault(_ page: Page, _ target: Page?, _ kind: PageKind?, _ volume: Int)
    -> JudgeRule?
  {
    var start: Moment?
    if page.kind == "correction", let target, let kind {
      func moment(_ name: String) -> Moment? {
        Moment(page.record[name] ?? entries[target.id]?.says(name) ?? target.record[name] ?? "")
      }
      if let from = moment("From"), let to = moment("To") {
        if from > to || to > page.recorded.stamp.moment { return .time }
        if kind != .handover { start = from }
      }
    }
    if let fault = dayFault(page, kind == nil ? nil : target, volume) { return fault }
    if let start, (start + -rollover(volume)).day != day(page) { return .day }
    return nil
  }

  /// J5: a page about an entry has its day.
  func dayFault(_ page: Page, _ entry: Page?, _ volume: Int) -> JudgeRule? {
    guard let day = day(page), day.year == volumes[volume].year else { return .day }
    if let entry, self.day(entry) != day { return .day }
    return nil
  }

  func day(_ page: Page) -> Day? { page.record["Date"].flatMap { Day($0) } }

  /// Of which kind of entry a page is; nil for a page about another.
  func entryKind(_ page: Page) -> PageKind? { kinds.page(page.kind) }

  /// J7 to J9.
  func sealFault(_ page: Page, _ hand: Hand, in volume: Int) -> JudgeRule? {
    guard let directory = directory(volume) else { return .place }
    return keys.sealFault(page, hand, nil, directory, seals, newest: past[volume].known)
  }
}
