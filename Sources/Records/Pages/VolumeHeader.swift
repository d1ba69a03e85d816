/// Which data directory a volume belongs to: 32 hexadecimal digits made at random when it is begun; one
/// that is made up for trying things out says so and never becomes another.
package struct DirectoryID: Hashable, Sendable {
  package let text: String

  private static let demo = "demo-"
  private static let length = 32

  /// A new one.
  package init(isDemo: Bool, using generator: inout some RandomNumberGenerator) {
    let digits = (0..<Self.length).map { _ in
      String(UInt8.random(in: 0...15, using: &generator), radix: 16)
    }
    text = (isDemo ? Self.demo : "") + digits.joined()
  }

  package init(isDemo: Bool) {
    var generator = SystemRandomNumberGenerator()
    self.init(isDemo: isDemo, using: &generator)
  }

  package init?(_ text: some StringProtocol) {
    let text = String(text)
    guard FieldShape.directory.fits(text) else { return nil }
    self.text = text
  }

  /// Whether it was made up: its signatures count for nothing outside (docs/security.md).
  package var isDemo: Bool { text.hasPrefix(Self.demo) }
}

/// What a volume of any book of a directory says of itself, beside which book and year it is.
package struct VolumeCover: Hashable, Sendable {
  /// For people; no screen prints it.
  package let title: String
  package let directory: DirectoryID
  /// The minute of the day at which a patrol day of this volume ends and the next begins.
  package let rollover: Int

  package init(_ title: String, _ directory: DirectoryID, rollover: Int) {
    (self.title, self.directory, self.rollover) = (title, directory, rollover)
  }
}

/// The lines before a volume's first page, exactly these (docs/data-format.md).
///
/// ```
/// # 巡防检查记录簿 · 青石镇专职队 · 2026年卷
/// # Format: 2
/// # Directory: 5be1…
/// # Book: QS.inspection
/// # Year: 2026
/// # Rollover: 08:00
/// # Continues: QS.inspection 2025 No 412 sha256 9d0c…     only where an earlier year's volume exists
/// %rec: Page                                               and three more of these lines, then a blank one
/// ```
package struct VolumeHeader: Hashable, Sendable {
  package let cover: VolumeCover
  package let book: BookID
  package let year: Int
  /// The last page, when this volume was begun, of the newest volume before it.
  package let continues: PageReference?

  package init(_ cover: VolumeCover, _ book: BookID, year: Int, continues: PageReference?) {
    (self.cover, self.book, self.year, self.continues) = (cover, book, year, continues)
  }

  /// The format of the data directory that this program writes and reads.
  package static let format = 2

  private static let descriptor = """
    %rec: Page
    %key: Number
    %type: Number int
    %mandatory: Number Kind Recorded Previous Digest


    """

  /// The lines as they are written; the first page's `Previous` is the digest of them.
  package var text: String {
    var lines = ["# \(cover.title)"]
    func add(_ name: String, _ value: String) { lines.append("# \(name): \(value)") }
    add("Format", "\(Self.format)")
    add("Directory", cover.directory.text)
    add("Book", book.text)
    add("Year", "\(year)")
    add("Rollover", "\(digits(cover.rollover / 60, 2)):\(digits(cover.rollover % 60, 2))")
    if let continues { add("Continues", continues.text) }
    return lines.joined(separator: "\n") + "\n" + Self.descriptor
  }

  package var bytes: [UInt8] { Array(text.utf8) }

  /// Reads what `text` writes; nil for anything else, even if it says the same in other words.
  package init?(_ text: String) {
    var text = text
    guard let read = text.withUTF8({ VolumeHeader(ShapeBytes(UnsafeRawBufferPointer($0))) }) else {
      return nil
    }
    self = read
  }

  /// The same by its bytes: a city has tens of thousands of volumes.
  package init?(_ bytes: ShapeBytes) {
    var rest = bytes
    func take(_ start: StaticString) -> ShapeBytes? {
      guard let value = rest.drop(start), let end = value.firstIndex(of: 0x0A), end > 0 else {
        return nil
      }
      rest = value[(end + 1)..<value.count]
      return value[0..<end]
    }
    guard let title = take("# "), let format = take("# Format: "), format.number == Self.format,
      let directory = take("# Directory: ").flatMap({ DirectoryID($0.text) }),
      let book = take("# Book: ").flatMap({ BookID($0.text) }),
      let year = take("# Year: ")?.number, Numbers.year.contains(year),
      let rollover = take("# Rollover: ")?.clock
    else { return nil }
    var continues: PageReference?
    if let value = take("# Continues: ") {
      guard let page = PageReference(value.text), value.equals(page.text) else { return nil }
      continues = page
    }
    guard rest.equals(Self.descriptor) else { return nil }
    self.init(
      VolumeCover(title.text, directory, rollover: rollover), book, year: year,
      continues: continues)
  }

  /// Whether the bytes before the first page may be a header of an older format, or of ours that was
  /// changed.
  package static func isAlike(_ header: String) -> Bool {
    header.hasPrefix("# ") && header.hasSuffix(descriptor)
  }
}

extension VolumeText {
  /// What the header says; nil where it is none of this format.
  package var says: VolumeHeader? { VolumeHeader(bytes.text(header)) }
}
