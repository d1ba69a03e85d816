/// Checks that a volume is what was written: every byte under a digest or fixed by the layout,
/// every page following from the one before.
package enum Chain {
  /// What is wrong with `volume`, in the order of the file; nothing when it is sound.
  ///
  /// - Parameter each: is shown every page that can be read as one, and its line.
  package static func faults(
    in volume: VolumeText, book: BookID, year: Int, file: String,
    each: (Page, _ line: Int) -> Void = { _, _ in }
  ) -> [VolumeFault] {
    var faults = headerFaults(volume, book: book, year: year, file: file)
    var previous = volume.headerDigest
    var lastStamp: Int?
    var earlier: [Digest: Int] = [:]
    for (index, range) in volume.pages.enumerated() {
      let line = { volume.line(of: range.lowerBound) }
      let reader = RecReader(volume.bytes, source: file)
      guard let record = try? reader.read(range, line: 1).records.first,
        record.range == range, let page = Page(record, book: book, year: year),
        isStrict(record)
      else {
        faults.append(.layout(file: file, page: index + 1, line: line()))
        previous = Digest(of: volume.bytes, range.dropLast(Page.digestLine))
        continue
      }
      each(page, line())
      if page.id.number != index + 1 {
        faults.append(
          .outOfOrder(file: file, page: page.id.number, line: line(), expected: index + 1))
      }
      if !page.isSound { faults.append(.altered(file: file, page: page.id.number, line: line())) }
      if page.previous != previous {
        // Two pages after one and the same: somebody else went on with a copy of this book.
        if let fork = earlier[page.previous] {
          faults.append(.forked(file: file, page: page.id.number, line: line(), after: fork))
        } else {
          faults.append(.notFollowing(file: file, page: page.id.number, line: line()))
        }
      }
      earlier[previous] = index
      let instant = page.recorded.stamp.instant
      if let last = lastStamp, instant < last {
        faults.append(.clockSetBack(file: file, page: page.id.number, line: line()))
      }
      (previous, lastStamp) = (page.digest, instant)
    }
    if let torn = volume.torn {
      faults.append(.torn(file: file, line: volume.line(of: torn.lowerBound)))
    }
    return faults
  }

  /// Comments, `+` without a blank, blanks at a line's end: nothing the writer would not write.
  private static func isStrict(_ record: RecRecord) -> Bool {
    let rewritten = record.fields.map { RecWriter.field(record.name(of: $0), record.value(of: $0)) }
    return record.bytes.array(record.range).elementsEqual(rewritten.joined().utf8)
  }

  private static func headerFaults(
    _ volume: VolumeText, book: BookID, year: Int, file: String
  ) -> [VolumeFault] {
    let header = volume.bytes.text(volume.header)
    return VolumeHeader.isOurs(header) ? [] : [.header(file: file)]
  }
}

/// The lines before a volume's first page.
package enum VolumeHeader {
  /// The format of the data directory this program writes and the newest it reads.
  package static let format = 1

  static let descriptor = """
    %rec: Page
    %key: Number
    %type: Number int
    %mandatory: Number Kind Recorded Previous Digest


    """

  /// The header of a new volume; `continues` names the last page of the year before.
  package static func bytes(title: String, continues: PageReference?) -> [UInt8] {
    var text = "# \(title)\n"
    if let continues { text += "# Continues: \(continues.text)\n" }
    return Array((text + descriptor).utf8)
  }

  /// Whether the bytes before the first page are a whole header of ours.
  package static func isOurs(_ header: String) -> Bool {
    header.hasPrefix("# ") && header.hasSuffix(descriptor)
  }

  /// The page that a header says it continues from.
  package static func continues(_ header: String) -> PageReference? {
    for line in header.split(separator: "\n") where line.hasPrefix("# Continues: ") {
      return PageReference(String(line.dropFirst(13)))
    }
    return nil
  }
}
