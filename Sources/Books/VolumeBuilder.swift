import Records

/// Whole volumes written in one go, page after page with its own time: made-up directories only.
package struct VolumeBuilder: PageSink, Sendable {
  package let book: BookID
  private(set) var year: Int
  private let title: @Sendable (Int) -> String
  private var bytes: [UInt8] = []
  private var number = 0
  private var previous: Digest
  private var last: PageReference?
  private let disk: any Disk

  /// - Parameter title: the first line of the volume of a year.
  package init(
    _ book: BookID, year: Int, on disk: any Disk, title: @escaping @Sendable (Int) -> String
  ) {
    (self.book, self.year, self.disk, self.title) = (book, year, disk, title)
    bytes = VolumeHeader.bytes(title: title(year), continues: nil)
    previous = Digest(of: bytes)
  }

  package mutating func add(
    _ kind: String, _ body: [(name: String, value: String)], year: Int, recorded: Recorded,
    sign: Page.Sign?
  ) throws -> PageReference {
    if year != self.year {
      try finish()
      self.year = year
      bytes = VolumeHeader.bytes(title: title(year), continues: last)
      (number, previous) = (0, Digest(of: bytes))
    }
    if number > 0 { bytes.append(0x0A) }
    number += 1
    let page = try Page.bytes(
      number: number, kind: kind, body: body, recorded: recorded, previous: previous, sign: sign)
    bytes += page.bytes
    previous = page.digest
    let reference = PageReference(PageID(book, year: year, number: number), page.digest)
    last = reference
    return reference
  }

  package func finish() throws {
    guard number > 0 else { return }
    try disk.makeDirectory("\(Volume.folder)/\(year)")
    try disk.replace(Volume(book, year: year, on: disk).path, with: bytes)
  }
}
