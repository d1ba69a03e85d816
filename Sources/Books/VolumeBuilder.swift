import Records

/// Whole volumes written in one go, page after page with its own time: made-up directories only.
package struct VolumeBuilder: PageSink, Sendable {
  package let book: BookID
  private let cover: @Sendable (Int) -> VolumeCover
  private let disk: any Disk
  /// What is written so far, by year: a page about the old year may come after the new year's first.
  private var volumes: [Int: Written] = [:]

  private struct Written {
    var bytes: [UInt8]
    var number = 0
    var digest: Digest

    init(_ header: VolumeHeader) {
      bytes = header.bytes
      digest = Digest(of: bytes)
    }
  }

  /// - Parameter cover: what the volume of a year says of itself.
  package init(
    _ book: BookID, on disk: any Disk, cover: @escaping @Sendable (Int) -> VolumeCover
  ) {
    (self.book, self.disk, self.cover) = (book, disk, cover)
  }

  package mutating func add(
    _ kind: String, _ body: [(name: String, value: String)], recorded: Recorded, signs: Page.Signs
  ) throws -> PageReference {
    let year = Page.year(of: body) ?? recorded.stamp.moment.day.year
    var volume = volumes[year] ?? begun(year)
    if volume.number > 0 { volume.bytes.append(0x0A) }
    volume.number += 1
    let page = try Page.bytes(
      number: volume.number, kind: kind, body: body, recorded: recorded, previous: volume.digest,
      signs: signs)
    volume.bytes += page.bytes
    volume.digest = page.digest
    volumes[year] = volume
    return reference(volume, year)
  }

  private func begun(_ year: Int) -> Written {
    let before = volumes.filter { $0.key < year }.max { $0.key < $1.key }
    return Written(
      VolumeHeader(
        cover(year), book, year: year, continues: before.map { reference($0.value, $0.key) }))
  }

  private func reference(_ volume: Written, _ year: Int) -> PageReference {
    PageReference(PageID(book, year: year, number: volume.number), volume.digest)
  }

  package func finish() throws {
    for (year, volume) in volumes {
      try disk.makeDirectory("\(Volume.folder)/\(year)")
      try disk.replace(Volume(book, year: year, on: disk).path, with: volume.bytes)
    }
  }
}
