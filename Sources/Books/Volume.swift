import Records
import Wording

/// One bound volume: `books/2026/QS-01.patrol.rec`, only ever appended to.
///
/// Append: lock · is the tail still a whole page? · one write · fdatasync · unlock; only then is a
/// page called saved. What a crash left behind the last whole page is moved to `drafts/` before the
/// next is written, which says so.
package struct Volume: Sendable {
  package let book: BookID
  package let year: Int
  let disk: any Disk

  package init(_ book: BookID, year: Int, on disk: any Disk) {
    (self.book, self.year, self.disk) = (book, year, disk)
  }

  package var path: String { "\(Self.folder)/\(year)/\(book.text).rec" }

  /// Where the volumes stand, in a folder a year.
  package static let folder = "books"

  /// A page to be written: its kind and its own fields, as a book has them (`WrittenText`).
  package struct NewPage: Sendable {
    package let kind: String
    package let body: [(name: String, value: String)]
    package let signs: Page.Signs

    /// Fields of which nothing is left are left out.
    package init(kind: String, body: [(name: String, value: String)], signs: Page.Signs = []) {
      (self.kind, self.signs) = (kind, signs)
      self.body = body.map { ($0.name, WrittenText.tidy($0.value)) }.filter { !$0.1.isEmpty }
    }

    /// Something in place of each signature, for whoever judges the page before it is signed.
    fileprivate var blankSigns: Page.Signs {
      signs.map { ($0.field, { _ in Self.blankSeal }) }
    }

    private static let blankSeal =
      "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----"
  }

  package func read() throws(DiskError) -> VolumeText { VolumeText(try disk.read(path)) }

  /// The volume, or that there is none, or why it was not read.
  package func find() -> Read<VolumeText> { disk.find(path).flatMap { .there(VolumeText($0)) } }

  /// Appends pages in one write and returns where each of them now is.
  ///
  /// - Parameters:
  ///   - cover: what a new volume says of itself.
  ///   - recorded: when and by whom, the same for all.
  package func append(_ pages: [NewPage], cover: VolumeCover, recorded: Recorded) throws
    -> [PageReference]
  {
    try disk.makeDirectory("\(Self.folder)/\(year)")
    let file = try disk.openLocked(path)
    defer { file.close() }
    var (bytes, tail) = try tail(of: file, cover)
    var references: [PageReference] = []
    for page in pages {
      let number = tail.number + 1
      let (text, digest) = try Page.bytes(
        number: number, kind: page.kind, body: page.body, torn: tail.torn, recorded: recorded,
        previous: tail.digest, signs: page.signs)
      if tail.number > 0 { bytes.append(0x0A) }
      bytes += text
      tail = Tail(number: number, digest: digest)
      references.append(PageReference(PageID(book, year: year, number: number), digest))
    }
    try file.append(bytes)
    return references
  }

  /// The volume's bytes as they would be with a page behind them, that page's number, and when the one
  /// before was recorded; nothing is written.
  package func foreseeing(_ page: NewPage, cover: VolumeCover, recorded: Recorded) throws
    -> (bytes: Bytes, number: Int, last: Stamp?)
  {
    let before = try disk.find(path).get() ?? Bytes([])
    let tail = try tail(of: before, cover)
    var bytes = tail.number == 0 && tail.end == 0 ? tail.header : before.array(0..<tail.end)
    if tail.number > 0 { bytes.append(0x0A) }
    bytes += try Page.bytes(
      number: tail.number + 1, kind: page.kind, body: page.body, recorded: recorded,
      previous: tail.digest, signs: page.blankSigns
    ).bytes
    return (Bytes(bytes), tail.number + 1, tail.recorded?.stamp)
  }

  /// The page that the next one follows from: number 0 is the header.
  struct Tail {
    let number: Int
    let digest: Digest
    var recorded: Recorded? = nil
    /// Up to where the volume stays as it is, and the header of one that is to begin.
    var end = 0
    var header: [UInt8] = []
    /// What was moved away from behind it.
    var torn: Torn? = nil
  }

  /// The tail, and the header's bytes when there is no volume yet.
  private func tail(of file: any LockedFile, _ cover: VolumeCover) throws -> ([UInt8], Tail) {
    let size = try file.size
    if size > 0, let tail = try quickTail(of: file, size: size) { return ([], tail) }
    let bytes = try file.read(0..<size)
    var tail = try tail(of: Bytes(bytes), cover)
    guard tail.end < size else { return (tail.header, tail) }
    if tail.end > 0 {
      let rest = Array(bytes[tail.end...])
      try SetAside(on: disk).keep(rest, of: "\(book.text).\(year)")
      tail.torn = Torn(rest)
    }
    try file.truncate(to: tail.end)
    return (tail.header, tail)
  }

  /// The tail of what a volume holds, whatever a crash left behind it.
  private func tail(of bytes: Bytes, _ cover: VolumeCover) throws -> Tail {
    let volume = VolumeText(bytes)
    guard let own = volume.says else {
      if let later = try laterVolume() {
        throw BookError.laterVolume(file: path, later: later.path)
      }
      let continues = try Volume.lastPage(of: book, before: year, on: disk)
      let header = VolumeHeader(cover, book, year: year, continues: continues).bytes
      let there = bytes.array(0..<bytes.count)
      guard header.starts(with: there) else { throw notAVolume(there) }
      return Tail(number: 0, digest: Digest(of: header), header: header)
    }
    guard own.book == book, own.year == year else { throw BookError.notAVolume(file: path) }
    var tail = Tail(number: 0, digest: volume.headerDigest, end: volume.header.upperBound)
    // Only what ends as a page does was ever called saved; what does not is no page.
    if let last = volume.pages.last(where: volume.endsAsPage) {
      let line = volume.line(of: last.lowerBound)
      guard let page = Self.page(volume.bytes, last, book, year), page.isSound else {
        throw BookError.lastPageBroken(file: path, line: line)
      }
      tail = Tail(
        number: page.id.number, digest: page.digest, recorded: page.recorded, end: last.upperBound)
    }
    // Somebody has written around a page that was saved: it is not for us to move it away.
    guard tail.end == bytes.count || !volume.holdsDigest(tail.end..<bytes.count) else {
      throw BookError.lastPageBroken(file: path, line: volume.line(of: tail.end))
    }
    return tail
  }

  /// Line ends that an editor has changed spoil every digest; anything else was never a volume.
  private func notAVolume(_ bytes: [UInt8]) -> BookError {
    let plain = Bytes(bytes.filter { $0 != 0x0D })
    let volume = VolumeText(plain)
    return plain.count < bytes.count && VolumeHeader.isAlike(plain.text(volume.header))
      ? .lineEndsChanged(file: path) : .notAVolume(file: path)
  }

  private static func page(_ bytes: Bytes, _ range: Range<Int>, _ book: BookID, _ year: Int)
    -> Page?
  {
    guard let record = RecReader(bytes, source: "").readTolerantly(range).records.first,
      record.range == range
    else { return nil }
    return Page(record, book: book, year: year)
  }

  /// The last page from the last few kilobytes, when it is whole; nil sends us the long way.
  private func quickTail(of file: any LockedFile, size: Int) throws -> Tail? {
    let start = max(0, size - 16 * 1024)
    let bytes = Bytes(try file.read(start..<size))
    let cut = VolumeText(bytes)
    guard start > 0 || size > 0, cut.torn == nil, let last = cut.pages.last,
      let page = Self.page(bytes, last, book, year), page.isSound
    else { return nil }
    return Tail(number: page.id.number, digest: page.digest, recorded: page.recorded)
  }

  /// A later year's volume of the same book: it could not go on from this one any more.
  private func laterVolume() throws -> Volume? {
    for later in try Search(on: disk).years() where later > year {
      let volume = Volume(book, year: later, on: disk)
      if let status = try disk.status(volume.path), status.size > 0 { return volume }
    }
    return nil
  }

  /// The last whole page of the newest volume before `year`, if the book has one.
  static func lastPage(of book: BookID, before year: Int, on disk: any Disk) throws
    -> PageReference?
  {
    for earlier in try Search(on: disk).years() where earlier < year {
      let volume = Volume(book, year: earlier, on: disk)
      guard let text = try volume.find().get() else { continue }
      guard let last = text.pages.last(where: text.endsAsPage),
        let page = page(text.bytes, last, book, earlier)
      else { continue }
      return page.reference
    }
    return nil
  }
}

/// Why a book could not be written to or a register changed.
package enum BookError: UserFacingError, Hashable {
  case notAVolume(file: String)
  case lineEndsChanged(file: String)
  case lastPageBroken(file: String, line: Int)
  /// The book has gone on into another year before this one's volume was begun.
  case laterVolume(file: String, later: String)
  /// Under a clock that was fast a page was written that no page of now can follow on (J4).
  case earlierThanLast(file: String, last: Stamp, now: Stamp)
  case registerChanged(file: String)
  case noSuchPage(page: String)

  package var notice: Notice {
    switch self {
    case .notAVolume(let file): .notAVolume(file)
    case .lineEndsChanged(let file): .lineEndsChanged(file)
    case .lastPageBroken(let file, let line): .lastPageBroken(file, line)
    case .laterVolume(let file, let later): .laterVolume(file, later)
    case .earlierThanLast(let file, let last, let now): .earlierThanLast(file, last, now)
    case .registerChanged(let file): .registerChanged(file)
    case .noSuchPage(let page): .noSuchPage(page)
    }
  }

  package static let examples: [Self] = [
    .notAVolume(file: "books/2026/QS-01.patrol.rec"),
    .lineEndsChanged(file: "books/2026/QS-01.patrol.rec"),
    .lastPageBroken(file: "books/2026/QS-01.patrol.rec", line: 93),
    .laterVolume(file: "books/2025/QS-01.patrol.rec", later: "books/2026/QS-01.patrol.rec"),
    .earlierThanLast(
      file: "books/2026/QS-01.patrol.rec",
      last: Stamp(moment: Moment(Day(number: 20781), 1200), offset: 480),
      now: Stamp(moment: Moment(Day(number: 20781), 540), offset: 480)),
    .registerChanged(file: "register/QS/members.rec"),
    .noSuchPage(page: "QS-01.patrol 2026 No 999"),
  ]
}

extension Notice {
  static func notAVolume(_ file: String) -> Notice {
    Notice(
      Phrase(hans: "\(file) 不是簿册。", hant: "\(file) 不是簿冊。", en: "\(file) is not a bound volume."),
      safe: .unchanged,
      next: .again(
        Phrase("请核对后移开这个文件", "請核對後移開這個檔案", "Look at that file and move it away")))
  }
  static func lineEndsChanged(_ file: String) -> Notice {
    Notice(
      Phrase(
        hans: "\(file) 的行尾被改动（CRLF），指纹都不再相符。", hant: "\(file) 的行尾被改動（CRLF），指紋都不再相符。",
        en: "The line ends of \(file) were changed (CRLF), so that no digest agrees any more."),
      safe: .unchanged,
      next: Phrase(
        hans: "请从备份恢复这个文件，不要删除它。", hant: "請從備份恢復這個檔案，不要刪除它。",
        en: "Take the file back from a backup; don't delete it."))
  }
  static func lastPageBroken(_ file: String, _ line: Int) -> Notice {
    Notice(
      Phrase(
        hans: "\(file):\(line) 最后一页与指纹不符，不能接着写。",
        hant: "\(file):\(line) 最後一頁與指紋不符，不能接著寫。",
        en: "\(file):\(line): the last page does not agree with its digest; nothing can follow it."),
      safe: .unchanged,
      next: Phrase(
        hans: "请运行 xunfang verify，从备份取回此卷。", hant: "請執行 xunfang verify，從備份取回此卷。",
        en: "Run xunfang verify and take the volume back from a backup."))
  }
  static func laterVolume(_ file: String, _ later: String) -> Notice {
    Notice(
      Phrase(
        "已有 \(later)，不能再开更早的 \(file)：卷与卷要前后相接。",
        "已有 \(later)，不能再開更早的 \(file)：卷與卷要前後相接。",
        "There is \(later) already: \(file) can't be begun, since each volume goes on from the one before."
      ),
      safe: .unchanged,
      next: Phrase(
        "请把这一天写进新年卷一页的备注。", "請把這一天寫進新年卷一頁的備註。",
        "Write of that day in the remark of a page of the newer volume."))
  }
  static func earlierThanLast(_ file: String, _ last: Stamp, _ now: Stamp) -> Notice {
    let (last, now) = (last.text, now.text)
    return Notice(
      Phrase(
        "\(file) 的末页记录时间是 \(last)，比现在（\(now)）晚：接在后面的页都不算。",
        "\(file) 的末頁記錄時間是 \(last)，比現在（\(now)）晚：接在後面的頁都不算。",
        "The last page of \(file) was recorded at \(last), after now (\(now)): no page behind it would count."
      ),
      safe: .unchanged,
      next: Phrase(
        "请先校正时钟；若是那一页的时间错了，过了那时再记，或从备份取回此卷。",
        "請先校正時鐘；若是那一頁的時間錯了，過了那時再記，或從備份取回此卷。",
        "Put the clock right; if it is that page's time that is wrong, write once it has passed, or take the volume back from a backup."
      ))
  }
  static func registerChanged(_ file: String) -> Notice {
    Notice(
      Phrase(
        hans: "\(file) 刚被别处改动。", hant: "\(file) 剛被別處改動。", en: "\(file) was just changed elsewhere."),
      safe: .unchanged,
      next: .again(Phrase("请看过新内容", "請看過新內容", "Look at the new text")))
  }
  static func noSuchPage(_ page: String) -> Notice {
    Notice(
      Phrase(hans: "没有 \(page) 这一页。", hant: "沒有 \(page) 這一頁。", en: "There is no page \(page)."),
      safe: .unchanged,
      next: Phrase(
        hans: "请用 xunfang list patrol 查看编号。", hant: "請用 xunfang list patrol 查看編號。",
        en: "xunfang list patrol shows the numbers."))
  }
}
