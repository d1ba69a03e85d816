import Records

/// A volume read for the judge: how far it holds together (J1 of its header, J2, J3, and J4 of the time at
/// which a page was recorded), its pages about others, and of its entries what is asked of each.
///
/// One object, however often it is handed on: a city has tens of thousands of volumes.
package final class VolumeReading: Sendable {
  package let book: BookID
  package let year: Int
  /// Nil where the header is none, or that of another place.
  package let header: VolumeHeader?
  package let directory: DirectoryID?
  /// How many pages there are, whatever they are.
  package let count: Int
  package let good: Int
  /// When the last of them was recorded, in seconds since 1970.
  package let latest: Int
  /// Why page `good + 1` is not in order, and which of its fields is not.
  package let broken: (rule: JudgeRule, field: String?)?
  /// The page that the broken one follows on as well as the page behind it: two copies of the volume were
  /// gone on with.
  package let forkedAfter: Int?
  /// The number that the broken page calls itself by, where that is not its place in the volume.
  package let calledInstead: Int?
  /// Of each page that is in order.
  package let entries: [EntryFacts]
  /// Who wrote entries down, each once: mostly a handful in a volume.
  private let recorders: RecordersOfVolume
  package let digests: [Digest]
  /// Pages about others, all pages of a book of keys, and entries that pages of this volume name.
  package let kept: [Page]
  /// How many signatures are on them.
  package let signatures: Int
  /// What pages say was moved away before them, after a crash.
  package let torn: [(page: Int, torn: Torn)]
  /// Pages of other volumes that are named.
  package let abroad: Set<PageID>

  /// - Parameters:
  ///   - now: in seconds since 1970.
  ///   - wanted: entries to be kept in any case.
  package init(
    _ bytes: Bytes, book: BookID, year: Int, now: Int, grammar: PageGrammar = .ours,
    wanted: Set<Int> = []
  ) {
    (self.book, self.year) = (book, year)
    let cut = bytes.withBuffer { VolumeCut($0) }
    count = cut.pages.count
    header = Self.header(bytes, cut.header, book, year)
    directory = header?.cover.directory
    var pages = VolumePages(book, year)
    if let header {
      pages.read(bytes, cut, header, grammar.books[book.kind.name] ?? .none, now: now)
      pages.keep(bytes, cut, wanted)
    }
    (good, latest, broken, forkedAfter) = (
      pages.good, pages.latest, pages.broken, pages.forkedAfter
    )
    (entries, digests, kept) = (pages.entries, pages.digests, pages.kept)
    (torn, abroad, recorders) = (pages.torn, pages.abroad, pages.recorders)
    calledInstead = pages.calledInstead
    signatures = kept.reduce(0) { count, page in
      count + Page.SignatureField.allCases.count { page.record.has($0.rawValue) }
    }
  }

  /// The volume stands where it must not, or does not go on from where it says: nothing of it is judged.
  init(refusing reading: VolumeReading) {
    (book, year, header, count) = (reading.book, reading.year, reading.header, reading.count)
    directory = reading.directory
    (good, latest, broken, forkedAfter) = (0, reading.latest, nil, reading.forkedAfter)
    (entries, digests, kept) = (reading.entries, reading.digests, reading.kept)
    (torn, abroad, signatures) = (reading.torn, reading.abroad, reading.signatures)
    (recorders, calledInstead) = (reading.recorders, reading.calledInstead)
  }

  /// What it says of itself, if that is written as it must be and it stands where it says.
  private static func header(_ bytes: Bytes, _ range: Range<Int>, _ book: BookID, _ year: Int)
    -> VolumeHeader?
  {
    let header = bytes.withBuffer { buffer in
      PageText.isClean(buffer, range) ? VolumeHeader(ShapeBytes(buffer, range)) : nil
    }
    guard let header, bytes[2] != 0x20, header.book == book, header.year == year else { return nil }
    return header
  }

  /// Who wrote an entry down.
  ///
  /// - Parameter number: from 1 on.
  func recorder(of number: Int) -> Named? { recorders[Int(entries[number - 1].recorder)] }

  /// What is known of it beside its pages; nil where its header is none.
  package var standing: VolumeStanding? {
    header.map { header in
      VolumeStanding(
        directory: header.cover.directory, rollover: header.cover.rollover, good: good,
        broken: broken?.rule.rawValue ?? 0, latest: latest)
    }
  }

  package var judged: JudgedVolume {
    // What is kept is in order; of a volume that was refused nothing is.
    JudgedVolume(
      book, year: year, header: header, pages: good > 0 ? kept : [], good: kept.count)
  }
}
