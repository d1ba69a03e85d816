import Records

/// Reads every volume and says what is wrong with any: digests, chains, continuation between years.
package struct VolumeVerification: Sendable {
  private let disk: any Disk

  package init(on disk: any Disk) { self.disk = disk }

  package struct Result: Sendable {
    package let volumes: Int
    package let pages: Int
    package let faults: [VolumeFault]
  }

  /// - Parameter progress: called with the volumes done and the volumes in all.
  package func run(progress: (Int, Int) -> Void = { _, _ in }) throws -> Result {
    let volumes = try Search(on: disk).volumes()
    var faults: [VolumeFault] = []
    var pages = 0
    var heads: [PageID: Digest] = [:]
    for (index, volume) in volumes.reversed().enumerated() {
      let text = try volume.read()
      faults += Chain.faults(in: text, book: volume.book, year: volume.year, file: volume.path)
      if let continues = VolumeHeader.continues(text.bytes.text(text.header)),
        heads[continues.id] != continues.digest
      {
        faults.append(.brokenContinuation(file: volume.path, page: continues.id.text))
      }
      if let last = text.pages.last,
        let record = try? RecReader(text.bytes, source: volume.path).read(last).records.first,
        let page = Page(record, book: volume.book, year: volume.year)
      {
        heads[page.id] = page.digest
      }
      pages += text.pages.count
      progress(index + 1, volumes.count)
    }
    return Result(volumes: volumes.count, pages: pages, faults: faults)
  }
}
