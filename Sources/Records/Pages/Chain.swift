/// Checks that a volume is what was written: every byte under a digest or fixed by the layout,
/// every page following from the one before.
package struct Chain {
  private let volume: VolumeText
  private let book: BookID
  private let year: Int
  private let file: String
  private var faults: [VolumeFault] = []
  /// The 64 digits of the digest that the next page has to name.
  private var previous: [UInt8]
  private var lastInstant = Int.min
  /// Lines are counted on from the last one that was asked for.
  private var counted = (offset: 0, line: 1)

  /// What is wrong with `volume`, in the order of the file; nothing when it is sound.
  ///
  /// - Parameter each: is shown every page that is about another one, and entries that are not in
  ///   order, as long as they can be read as pages, and their lines.
  package static func faults(
    in volume: VolumeText, book: BookID, year: Int, file: String,
    each: (Page, _ line: Int) -> Void = { _, _ in }
  ) -> [VolumeFault] {
    var chain = Chain(volume, book, year, file)
    chain.run(each)
    return chain.faults
  }

  private init(_ volume: VolumeText, _ book: BookID, _ year: Int, _ file: String) {
    (self.volume, self.book, self.year, self.file) = (volume, book, year, file)
    previous = Array(volume.headerDigest.hex.utf8)
  }

  private mutating func run(_ each: (Page, _ line: Int) -> Void) {
    // A volume that was never begun: what a crash leaves of a first page before its first byte.
    guard volume.bytes.count > 0 else { return }
    if let header = volume.says {
      if header.book != book || header.year != year {
        faults.append(.wrongPlace(file: file, says: "\(header.book.text) \(header.year)"))
      }
    } else {
      faults.append(.header(file: file))
    }
    for index in volume.pages.indices where !passes(index, each) { lookClosely(index, each) }
    if let torn = volume.torn {
      faults.append(.torn(file: file, line: line(of: torn.lowerBound)))
    }
  }

  private mutating func line(of offset: Int) -> Int {
    let lines = volume.bytes.withBuffer { buffer in
      buffer[counted.offset..<min(offset, buffer.count)].count { $0 == 0x0A }
    }
    counted = (offset, counted.line + lines)
    return counted.line
  }

  /// Whether a page is in order; one about another page is shown to `each`.
  private mutating func passes(_ index: Int, _ each: (Page, _ line: Int) -> Void) -> Bool {
    let range = volume.pages[index]
    let quick = volume.bytes.withBuffer { buffer in
      previous.withUnsafeBytes { QuickPage(buffer, range, number: index + 1, previous: $0) }
    }
    guard let quick, quick.instant >= lastInstant else { return false }
    if !quick.isEntry {
      let line = line(of: range.lowerBound)
      guard
        let record = try? RecReader(volume.bytes, source: file).read(range, line: line).records
          .first, let page = Page(record, book: book, year: year)
      else { return false }
      each(page, line)
    }
    lastInstant = quick.instant
    volume.bytes.withBuffer { buffer in
      previous.withUnsafeMutableBytes {
        $0.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: buffer[quick.digest..<quick.digest + 64]))
      }
    }
    return true
  }

  private mutating func lookClosely(_ index: Int, _ each: (Page, _ line: Int) -> Void) {
    let range = volume.pages[index]
    let line = line(of: range.lowerBound)
    let reader = RecReader(volume.bytes, source: file)
    guard let record = try? reader.read(range, line: line).records.first,
      record.range == range, let page = Page(record, book: book, year: year),
      Self.isStrict(record)
    else {
      faults.append(.layout(file: file, page: index + 1, line: line))
      previous = Array(Digest(of: volume.bytes, range.dropLast(Page.digestLine)).hex.utf8)
      return
    }
    each(page, line)
    let number = page.id.number
    if number != index + 1 {
      faults.append(.outOfOrder(file: file, page: number, line: line, expected: index + 1))
    }
    if !page.isSound { faults.append(.altered(file: file, page: number, line: line)) }
    if !page.previous.hex.utf8.elementsEqual(previous) {
      // Two pages after one and the same: somebody else went on with a copy of this book.
      if let fork = earlier(index, page.previous) {
        faults.append(.forked(file: file, page: number, line: line, after: fork))
      } else {
        faults.append(.notFollowing(file: file, page: number, line: line))
      }
    }
    let instant = page.recorded.stamp.instant
    if instant < lastInstant {
      faults.append(.clockSetBack(file: file, page: number, line: line))
    }
    (previous, lastInstant) = (Array(page.digest.hex.utf8), instant)
  }

  /// The place of a page before `index` that has the digest given; 0 for the header.
  private func earlier(_ index: Int, _ digest: Digest) -> Int? {
    if volume.headerDigest == digest { return 0 }
    let found = volume.pages[..<index].firstIndex { range in
      volume.bytes.text(range.suffix(Page.digestLine)).hasSuffix(digest.text + "\n")
    }
    return found.map { $0 + 1 }
  }

  /// Comments, `+` without a blank, blanks at a line's end: nothing the writer would not write.
  private static func isStrict(_ record: RecRecord) -> Bool {
    let rewritten = record.fields.map { RecWriter.field(record.name(of: $0), record.value(of: $0)) }
    return record.bytes.array(record.range).elementsEqual(rewritten.joined().utf8)
  }
}
