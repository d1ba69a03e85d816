/// What rules and day lists need to know of a page before it is read: a fixed row of numbers, kept
/// in the index of its year.
package struct PageSummary: Hashable, Sendable {
  /// What a page is, as one byte.
  package enum Kind: UInt8, Sendable {
    case other, entry, correction, void, signature, refusal, review, close, witness, paper, reopen
  }

  /// Things a page says that rules ask for.
  package struct Marks: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// It leaves something open for a later page to settle.
    package static let opens = Marks(rawValue: 1)
    package static let settles = Marks(rawValue: 2)
    package static let late = Marks(rawValue: 4)
    /// It tells something as intelligence, or a correction takes that back.
    package static let tells = Marks(rawValue: 8)
    /// Struck out by a void page of the same volume; a later volume's is laid over when rows are read.
    package static let void = Marks(rawValue: 16)
    /// It says that somebody, or everybody, was not there.
    package static let absence = Marks(rawValue: 32)
    /// What it is worth does not show at a glance at its volume.
    package static let odd = Marks(rawValue: 64)
    /// No page as far as can be told: it lacks what every page has.
    package static let broken = Marks(rawValue: 128)
  }

  package var offset: UInt32
  package var length: UInt32
  package var number: Int32
  /// `Day.number` of the patrol day; of a correction, that of the page it corrects.
  package var day: Int32
  package var kind: UInt8
  package var marks: UInt8
  /// Of an entry, how many were there; of a page that somebody signed, as what.
  package var crew: UInt8
  /// Of a page about another page: how many years before this volume's that page's volume is.
  package var yearsBack: UInt8
  /// Of an entry, a hash of what was found and done without its digits, 0 where nothing was found, or
  /// of the code of whom it is about; of a page about another page of its
  /// book, that page's number, or 0.
  package var narrative: UInt32

  package init(
    offset: Int, length: Int, number: Int, day: Day?, kind: Kind, marks: Marks = [], crew: Int = 0,
    yearsBack: Int = 0, narrative: UInt32 = 0
  ) {
    self.offset = UInt32(clamping: offset)
    self.length = UInt32(clamping: length)
    self.number = Int32(clamping: number)
    self.day = Int32(clamping: day?.number ?? Int(Int32.min))
    self.kind = kind.rawValue
    self.marks = marks.rawValue
    self.crew = UInt8(clamping: crew)
    self.yearsBack = UInt8(clamping: yearsBack)
    self.narrative = narrative
  }

  package var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }
  package func has(_ mark: Marks) -> Bool { Marks(rawValue: marks).contains(mark) }
  package func hasAny(of marks: Marks) -> Bool {
    !Marks(rawValue: self.marks).isDisjoint(with: marks)
  }
  package func `is`(_ kind: Kind) -> Bool { self.kind == kind.rawValue }

  /// The page is there to be looked at, and no more.
  ///
  /// - Parameter place: its number by where it stands; one that calls itself otherwise is found by
  ///   nobody.
  package mutating func settlesNothing(at place: Int) {
    if Int(number) != place {
      (number, day, marks) = (Int32(clamping: place), .min, Marks.broken.rawValue)
    }
    (kind, narrative, crew) = (Kind.other.rawValue, 0, 0)
    marks &= ~Marks([.opens, .settles, .tells, .absence]).rawValue
  }

  /// A page of a book, as rows name it.
  package struct Place: Hashable, Sendable {
    package let year: Int
    package let number: Int

    package init(_ year: Int, _ number: Int) { (self.year, self.number) = (year, number) }
  }

  /// The page of the same book that this one is about.
  ///
  /// - Parameter year: that of the volume in which this row's page stands.
  package func target(in year: Int) -> Place? {
    switch Kind(rawValue: kind) {
    case .correction, .void, .signature, .refusal, .review, .witness, .paper, .reopen:
      narrative > 0 ? Place(year - Int(yearsBack), Int(narrative)) : nil
    case .other, .entry, .close, nil: nil
    }
  }
}
