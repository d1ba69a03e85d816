import Records

extension VolumeReading {
  /// Pages of which a glance at their volume does not tell what they are worth.
  ///
  /// - they come behind a close of their day: without saying so they don't count (J15), and with a reason
  ///   that is shown (M5); or they know less of a book of keys than a page above them does (J9): that follows
  ///   from the whole volume;
  /// - they strike out an entry for which somebody has answered, or not its newest wording (J14).
  package var odd: Set<Int> {
    var glance = Glance(book, year)
    var odd: Set<Int> = []
    var kept = kept[...]
    for number in 1...max(1, good) where number <= good {
      if glance.isOdd(entries[number - 1]) { odd.insert(number) }
      guard let page = kept.first, page.id.number == number else { continue }
      kept.removeFirst()
      if glance.isOdd(page) { odd.insert(number) }
    }
    return odd
  }
}

/// What pages of a volume have said so far, whether they count or not.
private struct Glance {
  private let book: BookID
  private let year: Int
  private var closed: Day?
  private var known: [BookID: PageSummary.Place] = [:]
  private var attested: Set<Int> = []
  /// Of which entry a page is a wording, and the newest of each.
  private var entryOf: [Int: Int] = [:]
  private var newest: [Int: Int] = [:]

  init(_ book: BookID, _ year: Int) { (self.book, self.year) = (book, year) }

  func isOdd(_ entry: EntryFacts) -> Bool {
    entry.isEntry && closed.map { entry.day <= $0 } ?? false
  }

  mutating func isOdd(_ page: Page) -> Bool {
    var isOdd = false
    if let keys = page.record["Keys"].flatMap(PageReference.init) {
      let place = PageSummary.Place(keys.id.year, keys.id.number)
      isOdd = known[keys.id.book].map { place.isBefore($0) } ?? false
      known.note(keys)
    }
    let day = page.record["Date"].flatMap { Day($0) }
    if page.record["Corrects"] != nil {
      if amends(page) { isOdd = true }
      if let closed, let day, day <= closed { isOdd = true }
    }
    if let signs = number("Signs", page) {
      attested.insert(entryOf[signs] ?? signs)
      if page.kind == Attestation.Kind.close.rawValue, let day {
        closed = closed.map { max($0, day) } ?? day
      }
    }
    return isOdd
  }

  /// Whether a void needs a closer look.
  private mutating func amends(_ page: Page) -> Bool {
    guard let entry = number("Corrects", page) else { return true }
    let isNewest = number("Follows", page) == newest[entry] ?? entry
    let isVoid = page.kind == Amendment.Kind.void.rawValue
    if !isVoid {
      entryOf[page.id.number] = entry
      newest[entry] = page.id.number
    }
    return isVoid && (!isNewest || page.record["Signer"] != nil || attested.contains(entry))
  }

  /// The page of this volume that a field names.
  private func number(_ field: String, _ page: Page) -> Int? {
    guard let id = page.record[field].flatMap(PageReference.init)?.id, id.book == book,
      id.year == year
    else { return nil }
    return id.number
  }
}
