import Records

/// What the judge asks of an entry by itself, kept small: a city's books have millions.
///
/// It holds no object, the holders of which all cores would count.
package struct EntryFacts: Sendable {
  /// Why it does not count whatever stands around it: its times (J4), its book and day (J5).
  package let rule: JudgeRule?
  package let day: Day
  /// Whether it says why it comes after its day was closed.
  package let isLate: Bool
  /// Whether it is one, and no page about another; it is then of the kind of its book.
  package let isEntry: Bool
  /// Who wrote it down, by their place in the volume's list; of an entry that was read as a page it says so
  /// itself.
  ///
  /// It and the next one lie where there was room.
  fileprivate(set) var recorder: UInt16 = 0
  /// When, in seconds since 1970.
  fileprivate(set) var recorded: UInt32 = 0

  static let special = EntryFacts(rule: nil, day: Day(number: 0), isLate: false, isEntry: false)

  private init(rule: JudgeRule?, day: Day, isLate: Bool, isEntry: Bool) {
    (self.rule, self.day, self.isLate, self.isEntry) = (rule, day, isLate, isEntry)
  }

  /// - Parameters:
  ///   - isOfItsEnd: whether it is of the day on which it ends.
  ///   - isOwn: whether the unit whose book it stands in is the one that it names.
  ///   - recorded: when it was written, on the wall clock.
  private init(
    isOfItsEnd: Bool, from: Moment?, to: Moment?, day: Day, isLate: Bool, isOwn: Bool,
    recorded: Moment, year: Int, rollover: Int
  ) {
    var rule: JudgeRule?
    let start = isOfItsEnd ? to : from
    if let from, let to, from > to || to > recorded {
      rule = .time
    } else if !isOwn || day.year != year || start.map({ ($0 + -rollover).day != day }) ?? false {
      rule = .day
    }
    self.init(rule: rule, day: day, isLate: isLate, isEntry: true)
  }

  /// Those of an entry that was read; nil for any other page.
  init?(_ page: Page, _ kinds: Kinds, year: Int, rollover: Int) {
    guard let kind = kinds.page(page.kind), kind.book == page.id.book.kind,
      let day = kind.layout.day.day(in: page.record)
    else { return nil }
    func moment(_ name: String) -> Moment? { page.record[name].flatMap { Moment($0) } }
    self.init(
      isOfItsEnd: kind.isOfItsEnd, from: moment("From"), to: moment("To"), day: day,
      isLate: page.record["Late"] != nil,
      isOwn: Named(kind.layout.owner.text(in: page.record))?.code == page.id.book.owner,
      recorded: page.recorded.stamp.moment, year: year, rollover: rollover)
  }

  /// The same, with who wrote it down and when.
  func written(by recorder: Int, at instant: Int) -> EntryFacts {
    var facts = self
    facts.recorder = UInt16(clamping: recorder)
    facts.recorded = UInt32(clamping: instant)
    return facts
  }

  /// Those of an entry where it stands.
  init?(
    _ form: PageForm, _ buffer: UnsafeRawBufferPointer, recorded: Moment, owner: [UInt8],
    year: Int, rollover: Int
  ) {
    func bytes(_ range: Range<Int>?) -> ShapeBytes? { range.map { ShapeBytes(buffer, $0) } }
    guard form.isEntry, let day = bytes(form.date)?.day, let named = bytes(form.owner)?.code
    else { return nil }
    self.init(
      isOfItsEnd: form.isOfItsEnd, from: bytes(form.from)?.moment, to: bytes(form.to)?.moment,
      day: day, isLate: form.isLate,
      isOwn: owner.withUnsafeBytes { named.equals(ShapeBytes($0)) }, recorded: recorded,
      year: year, rollover: rollover)
  }
}
