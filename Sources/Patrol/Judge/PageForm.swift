import Records

/// A page held against the grammar, byte by byte, without a text made of any value.
///
/// Whatever is unusual is a fault: what kind of fault comes before another is asked of `BrokenPage`.
struct PageForm {
  /// Whether it is an entry, and whether that is of the day on which it ends.
  let isEntry, isOfItsEnd: Bool
  let number: Int
  let recorded: Range<Int>
  /// Where the digits of the digest before stand, and those of the page's own.
  let previous, digest: Range<Int>
  /// What the judge of an entry reads.
  let owner, date, from, to: Range<Int>?
  let torn: Range<Int>?
  let isLate: Bool

  /// A field that is not written as it must be; nil where it is no matter of a field.
  struct Fault: Error { let field: String? }

  static let digestLine = 80

  init(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>, _ table: GrammarBook.Table)
    throws(Fault)
  {
    guard range.count > Self.digestLine, buffer[range.upperBound - 1] == 0x0A,
      PageText.isClean(buffer, range)
    else { throw Fault(field: nil) }
    var lines = FieldLines(buffer, range)
    guard let first = lines.next(), first.name == Self.numberName, !first.isContinued,
      let number = ShapeBytes(buffer, first.value).number, number < 100_000_000
    else { throw Fault(field: "Number") }
    guard let second = lines.next(), second.name == Self.kindName, !second.isContinued else {
      throw Fault(field: "Kind")
    }
    guard let kind = table.kind(buffer, second.value) else { throw Fault(field: "Kind") }
    var read = Reading(table, kind)
    while let field = lines.next() { try read.take(field, buffer, table) }
    guard lines.isAtEnd else { throw Fault(field: nil) }
    try read.finish(buffer, table)
    (isEntry, isOfItsEnd) = table.isEntry(kind)
    (self.number, isLate) = (number, read.isLate)
    (owner, date, from, to) = (read.owner, read.date, read.from, read.to)
    (recorded, torn) = (read.recorded, read.torn)
    (previous, digest) = (read.previous, read.digest)
  }

  private static let numberName = PackedName("Number"), kindName = PackedName("Kind")

  /// What has been read of a page so far.
  private struct Reading {
    /// The place of its kind in the table, and what that may have.
    private let kind: Int
    private let fields: UnsafeBufferPointer<GrammarKind.Field>
    private var next = 0
    private var (signs, withs) = (0, 0)
    private var (hasNewKey, hasProof, hasCosigned) = (false, false, false)
    private var (hasSigner, hasSignature) = (false, false)
    private(set) var owner, date, from, to: Range<Int>?
    private(set) var isLate = false
    private(set) var torn: Range<Int>?
    private var cleared: Range<Int>?
    private var changed: Set<String> = []
    private(set) var recorded = 0..<0, previous = 0..<0, digest = 0..<0

    init(_ table: GrammarBook.Table, _ kind: Int) {
      (self.kind, fields) = (kind, table.fields(kind))
    }

    /// What the field is called that stands next, or should.
    private func name(_ table: GrammarBook.Table) -> String { table.whole(kind).names[next] }

    mutating func take(
      _ line: FieldLines.Field, _ buffer: UnsafeRawBufferPointer, _ table: GrammarBook.Table
    ) throws(Fault) {
      while next < fields.count, fields[next].name != line.name {
        guard fields[next].isOptional else { throw Fault(field: name(table)) }
        next += 1
      }
      guard next < fields.count else { throw Fault(field: nil) }
      let field = fields[next]
      guard line.fits(field.shape, buffer) else { throw Fault(field: name(table)) }
      switch field.group {
      case .none: break
      case .sign: signs += 1
      case .with: withs += 1
      case .change: changed.insert(name(table))
      }
      switch field.slot {
      case .none: break
      case .owner: owner = line.value
      case .date: date = line.value
      case .from: from = line.value
      case .to: to = line.value
      case .late: isLate = true
      case .cleared: cleared = line.value
      case .newKey: hasNewKey = true
      case .signer: hasSigner = true
      case .torn: torn = line.value
      case .recorded: recorded = line.value
      case .previous: previous = line.value.dropFirst(7)
      case .proof: hasProof = true
      case .cosigned: hasCosigned = true
      case .signature: hasSignature = true
      case .digest: digest = line.value.dropFirst(7)
      }
      next += 1
    }

    func finish(_ buffer: UnsafeRawBufferPointer, _ table: GrammarBook.Table) throws(Fault) {
      guard next == fields.count else { throw Fault(field: nil) }
      guard signs == 0 || signs == 5 else { throw Fault(field: "Signer") }
      guard withs == 0 || withs == 2 else { throw Fault(field: "With") }
      guard hasNewKey == hasProof else { throw Fault(field: "Proof") }
      guard (withs == 2) == hasCosigned else { throw Fault(field: "Cosigned") }
      guard hasSigner == hasSignature else { throw Fault(field: "Signature") }
      // A field of the entry may be called as one of the signer's.
      guard signs == 0 || changed.isDisjoint(with: Hand.fields) else { throw Fault(field: "Keys") }
      guard let cleared else { return }
      var seen = changed
      for name in ShapeBytes(buffer, cleared).text.split(separator: " ").map(String.init) {
        guard table.whole(kind).clearable.contains(name), seen.insert(name).inserted else {
          throw Fault(field: "Cleared")
        }
      }
    }
  }
}
