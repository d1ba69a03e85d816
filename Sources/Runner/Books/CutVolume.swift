import Books
import Patrol
import Records

/// The rows of one volume's index about a span of days.
struct VolumeRows: Sendable {
  let book: BookID
  let year: Int
  /// That of the station that keeps it, as its header says.
  let directory: DirectoryID?
  let rows: [PageSummary]
}

/// One volume's part of a table (CSV): its entries cut into rows, and the pages that need a closer look.
struct CutVolume: Sendable {
  /// An entry that was cut, and where its row stands in `table`.
  struct Entry: Sendable {
    let day: Int32
    let number: Int
    let start: WrittenStart
    let row: Range<Int>
  }

  let of: VolumeRows
  private(set) var entries: [Entry] = []
  /// The rows, each with its line end.
  private(set) var table: [UInt8] = []
  /// Pages about others, and what is written in an unusual way, with the day their row says.
  private(set) var pages: [(day: Int32, page: Page)] = []
  private(set) var notRead: NotRead?
  /// Whether a row of the index points at something else.
  private(set) var isOdd = false

  /// Cuts volumes on all cores.
  ///
  /// - Parameters:
  ///   - owners: whose books have rows; the others are read all the same, so that what can't be is named.
  ///   - keys: what marks an entry by who wrote it down.
  static func cut(
    _ volumes: [VolumeRows], _ kind: PageKind, besides others: [PageKind], of owners: Set<String>?,
    _ keys: KeysState, on disk: any Disk
  ) -> [CutVolume] {
    onAllCores(volumes.count, part: 1) { at in
      var volume = CutVolume(of: volumes[at])
      volume.read(
        kind, others, isWanted: owners?.contains(volumes[at].book.owner) ?? true, keys, on: disk)
      return volume
    }
  }

  private init(of: VolumeRows) { self.of = of }

  private mutating func read(
    _ kind: PageKind, _ others: [PageKind], isWanted: Bool, _ keys: KeysState,
    on disk: any Disk
  ) {
    let path = Volume(of.book, year: of.year, on: disk).path
    let bytes: Bytes
    do throws(DiskError) { bytes = try disk.read(path) } catch {
      notRead = NotRead(path, error.reason)
      return
    }
    guard isWanted else { return }
    var cutter = PageCutter(kind.name, kind.columns, besides: others.map(\.name))
    let lead = Lead(of, kind)
    var marking = Marking(keys, of.directory)
    for row in of.rows {
      // What may not count is judged, and so read.
      let cut =
        row.is(.entry) && !row.has(.odd)
        && bytes.withBuffer { buffer in
          switch cutter.cut(buffer, row.range, number: Int(row.number)) {
          case .entry: add(row, cutter, buffer, lead, &marking)
          case .otherEntry: true
          case .unknown: false
          }
        }
      if cut { continue }
      let copy = Bytes(bytes.array(row.range))
      guard let page = WantedPages.page(copy, row, of.book, of.year) else {
        isOdd = true
        return
      }
      pages.append((row.day, page))
    }
  }

  /// False for an entry whose beginning is not written as a moment is.
  private mutating func add(
    _ row: PageSummary, _ cutter: PageCutter, _ buffer: UnsafeRawBufferPointer, _ lead: Lead,
    _ marking: inout Marking
  ) -> Bool {
    guard let start = cutter.line(lead.from).flatMap({ WrittenStart(buffer[$0]) }) else {
      return false
    }
    let begin = table.count
    table += lead.bookAndYear
    table += "\(row.number),".utf8
    cutter.append(from: buffer, to: &table)
    table += lead.end
    table += marking.marks(cutter, buffer).utf8
    table += [0x0D, 0x0A]
    entries.append(
      Entry(day: row.day, number: Int(row.number), start: start, row: begin..<table.count))
    return true
  }

  /// What is the same in all rows of a volume.
  private struct Lead {
    let bookAndYear: [UInt8]
    let end: [UInt8]
    /// Which column says when an entry begins.
    let from: Int

    init(_ volume: VolumeRows, _ kind: PageKind) {
      let id = PageID(volume.book, year: volume.year, number: 0)
      bookAndYear =
        Array(CSVWriter.row(Array(PageRow.start(id).prefix(2))).utf8.dropLast(2)) + [0x2C]
      // Behind it come the marks, and the line's end.
      end = Array(CSVWriter.row([""] + PageRow.end(kind) + [""]).utf8.dropLast(2))
      from = kind.columns.firstIndex { $0.name == kind.layout.start?.name } ?? 0
    }
  }

  /// The marks of entries that nothing was written about, of one volume: by who wrote them down, which is
  /// looked up anew only where that is another than of the entry before.
  private struct Marking {
    private let keys: KeysState
    private let directory: DirectoryID?
    private var last: (text: [UInt8], recorder: KeysState.Recorder)?

    init(_ keys: KeysState, _ directory: DirectoryID?) {
      (self.keys, self.directory) = (keys, directory)
    }

    mutating func marks(_ cutter: PageCutter, _ buffer: UnsafeRawBufferPointer) -> String {
      let text = ShapeBytes(buffer, cutter.recorded.by)
      if let last, last.text.withUnsafeBytes({ text.equals(ShapeBytes($0)) }) {
        return Mark.names(last.recorder.marks(at: cutter.recorded.at))
      }
      guard let who = Named(text.text) else { return "" }
      let recorder = keys.recorder(who, in: directory)
      last = (Array(text.text.utf8), recorder)
      return Mark.names(recorder.marks(at: cutter.recorded.at))
    }
  }

  /// Takes some entries out, by number, and says of which days they are.
  mutating func take(_ numbers: Set<Int>) -> [Int: Int32] {
    let taken = entries.filter { numbers.contains($0.number) }
    if !taken.isEmpty { entries.removeAll { numbers.contains($0.number) } }
    return Dictionary(taken.map { ($0.number, $0.day) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same volume read page by page.
  mutating func replace(with pages: [(day: Int32, page: Page)]) {
    (entries, self.pages) = ([], pages)
  }
}

/// When an entry begins, as it is written, `2026-11-24 22:30`: compared as its text would be.
struct WrittenStart: Comparable, Sendable {
  private let high, low: UInt64
  /// Where it is not written in sixteen plain characters.
  private let other: String?

  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 16, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    other = nil
  }

  init(_ text: String) {
    if let plain = WrittenStart(text.utf8) {
      self = plain
    } else {
      (high, low, other) = (0, 0, text)
    }
  }

  private var text: String {
    if let other { return other }
    let bytes = [high, low].flatMap { half in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * UInt64($0))) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func < (one: Self, other: Self) -> Bool {
    guard one.other == nil, other.other == nil else { return one.text < other.text }
    return (one.high, one.low) < (other.high, other.low)
  }
}
