import Records

/// An index file: numbers in the machine's own order, under a checksum, used as it lies there and not parsed.
///
/// ```
/// 0   magic "XFINDEXC", checksum of all that follows (8 bytes each)
/// 16  volumes, pages (4 bytes each)
/// 24  a row a volume: size, modified, changed, inode (8 each), first page, pages, name offset, name length,
///     pages that hold together, rollover, the rule that the next page breaks (4 each), directory id (16) and
///     what it is: 0 none, 1 an id, 2 a demo's (4), when the last page that holds together was recorded (8)
///     the pages, `PageSummary` as it lies in memory, volume after volume
///     the pages' numbers in the order of their days, with the volume each is of (4 + 4 bytes)
///     the names
/// ```
struct StoredIndex: Sendable {
  private(set) var rows: [BookID: YearIndex.Row] = [:]
  private var books: [BookID] = []
  private let bytes: Bytes
  private var pageBase = 0
  private var orderBase = 0
  private var pageCount = 0

  private static let magic: UInt64 = 0x4358_4544_4E49_4658
  private static let stride = MemoryLayout<PageSummary>.stride
  private static let rowBytes = 88

  /// An empty index for no file, or one that is damaged.
  init(_ file: Bytes?) {
    bytes = file ?? Bytes([])
    let isWhole = bytes.withBuffer { buffer in
      buffer.count >= 24 && buffer.loadUnaligned(as: UInt64.self) == Self.magic
        && buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
          == Self.checksum(UnsafeRawBufferPointer(rebasing: buffer[16...]))
    }
    if isWhole { readRows() }
  }

  private mutating func readRows() {
    bytes.withBuffer { buffer in
      let volumes = Int(buffer.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
      pageCount = Int(buffer.loadUnaligned(fromByteOffset: 20, as: UInt32.self))
      pageBase = 24 + volumes * Self.rowBytes
      orderBase = pageBase + pageCount * Self.stride
      let nameBase = orderBase + pageCount * 8
      // An index is only ever a guess: one that is too short for what it says is none.
      guard nameBase <= buffer.count else {
        pageCount = 0
        return
      }
      rows.reserveCapacity(volumes)
      for index in 0..<volumes {
        let at = 24 + index * Self.rowBytes
        func small(_ offset: Int) -> Int {
          Int(buffer.loadUnaligned(fromByteOffset: at + offset, as: UInt32.self))
        }
        func large(_ offset: Int) -> Int64 {
          buffer.loadUnaligned(fromByteOffset: at + offset, as: Int64.self)
        }
        let name = nameBase + small(40)..<nameBase + small(40) + small(44)
        guard name.upperBound <= buffer.count,
          let book = BookID(String(decoding: buffer[name], as: UTF8.self))
        else { continue }
        books.append(book)
        rows[book] = YearIndex.Row(
          book: book,
          stamp: YearIndex.Stamp(
            size: Int(large(0)), modified: large(8), changed: large(16),
            inode: UInt64(bitPattern: large(24))),
          standing: VolumeStanding(
            directory: Self.directory(buffer[at + 60..<at + 76], kind: small(76)),
            rollover: small(52), good: small(48), broken: small(56), latest: Int(large(80))),
          pages: .stored(small(32)..<small(32) + small(36)))
      }
    }
  }

  func pages(_ range: Range<Int>) -> [PageSummary] {
    bytes.withBuffer { buffer in
      range.clamped(to: 0..<pageCount).map {
        buffer.loadUnaligned(fromByteOffset: pageBase + $0 * Self.stride, as: PageSummary.self)
      }
    }
  }

  /// Those of a range that are wanted.
  func pages(_ range: Range<Int>, where isWanted: (PageSummary) -> Bool) -> [PageSummary] {
    bytes.withBuffer { buffer in
      var found: [PageSummary] = []
      for index in range.clamped(to: 0..<pageCount) {
        let page = buffer.loadUnaligned(
          fromByteOffset: pageBase + index * Self.stride, as: PageSummary.self)
        if isWanted(page) { found.append(page) }
      }
      return found
    }
  }

  /// The pages about a day, found by halving.
  func pages(
    on day: Day, where isWanted: (PageSummary) -> Bool
  ) -> [(book: BookID, page: PageSummary)] {
    bytes.withBuffer { buffer in
      func page(_ place: Int) -> PageSummary {
        let index = Int(
          buffer.loadUnaligned(fromByteOffset: orderBase + place * 8, as: UInt32.self))
        return buffer.loadUnaligned(
          fromByteOffset: pageBase + min(index, pageCount - 1) * Self.stride, as: PageSummary.self)
      }
      var (low, high) = (0, pageCount)
      while low < high {
        let middle = (low + high) / 2
        if Int(page(middle).day) < day.number { low = middle + 1 } else { high = middle }
      }
      var pages: [(book: BookID, page: PageSummary)] = []
      while low < pageCount, Int(page(low).day) == day.number {
        let volume = buffer.loadUnaligned(fromByteOffset: orderBase + low * 8 + 4, as: UInt32.self)
        let found = page(low)
        low += 1
        guard isWanted(found), books.indices.contains(Int(volume)) else { continue }
        pages.append((books[Int(volume)], found))
      }
      return pages
    }
  }

  /// Pages from the newest day back, until `each` has seen enough: where a page stands, and of which book.
  func fromNewest(_ each: (_ place: Int, BookID, PageSummary) -> Bool) {
    bytes.withBuffer { buffer in
      for at in (0..<pageCount).reversed() {
        let index = Int(buffer.loadUnaligned(fromByteOffset: orderBase + at * 8, as: UInt32.self))
        let volume = Int(
          buffer.loadUnaligned(fromByteOffset: orderBase + at * 8 + 4, as: UInt32.self))
        guard index < pageCount, books.indices.contains(volume) else { continue }
        let page = buffer.loadUnaligned(
          fromByteOffset: pageBase + index * Self.stride, as: PageSummary.self)
        if each(index, books[volume], page) { return }
      }
    }
  }

  static func bytes(_ volumes: [(row: YearIndex.Row, pages: [PageSummary])]) -> [UInt8] {
    var (table, names) = ([UInt8](), [UInt8]())
    var pages: [PageSummary] = []
    var owners: [UInt32] = []
    for (index, volume) in volumes.enumerated() {
      let name = Array(volume.row.book.text.utf8)
      let (stamp, standing) = (volume.row.stamp, volume.row.standing)
      append(Int64(stamp.size), to: &table)
      append(stamp.modified, to: &table)
      append(stamp.changed, to: &table)
      append(stamp.inode, to: &table)
      for number in [
        pages.count, volume.pages.count, names.count, name.count, standing.good, standing.rollover,
        standing.broken,
      ] {
        append(UInt32(number), to: &table)
      }
      append(standing.directory, to: &table)
      append(Int64(standing.latest), to: &table)
      names += name
      pages += volume.pages
      owners += Array(repeating: UInt32(index), count: volume.pages.count)
    }
    let order = pages.indices.sorted { (pages[$0].day, $0) < (pages[$1].day, $1) }
    var rest: [UInt8] = []
    append(UInt32(volumes.count), to: &rest)
    append(UInt32(pages.count), to: &rest)
    rest += table
    pages.withUnsafeBytes { rest += Array($0) }
    for index in order {
      append(UInt32(index), to: &rest)
      append(owners[index], to: &rest)
    }
    rest += names
    var file: [UInt8] = []
    append(magic, to: &file)
    append(rest.withUnsafeBytes { checksum($0) }, to: &file)
    return file + rest
  }

  private static func append(_ directory: DirectoryID?, to bytes: inout [UInt8]) {
    let digits = Array((directory?.text ?? "").utf8.suffix(32))
    let id = Swift.stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    bytes += id.count == 16 ? id : Array(repeating: 0, count: 16)
    append(UInt32(directory.map { $0.isDemo ? 2 : 1 } ?? 0), to: &bytes)
  }

  /// - Parameter kind: what `append` has written behind the id.
  private static func directory(_ bytes: Slice<UnsafeRawBufferPointer>, kind: Int) -> DirectoryID? {
    guard kind > 0 else { return nil }
    let digits = Array("0123456789abcdef")
    let hex = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return DirectoryID((kind == 2 ? "demo-" : "") + String(hex))
  }

  private static func append<N: FixedWidthInteger>(_ number: N, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number) { bytes += Array($0) }
  }

  /// Finds accidental damage; it is no guard against anybody.
  private static func checksum(_ buffer: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(buffer.count)
    var at = 0
    while at + 8 <= buffer.count {
      sum =
        (sum ^ buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x0000_0100_0000_01B3
      sum ^= sum >> 29
      at += 8
    }
    while at < buffer.count {
      sum = (sum ^ UInt64(buffer[at])) &* 0x0000_0100_0000_01B3
      at += 1
    }
    return sum
  }
}
