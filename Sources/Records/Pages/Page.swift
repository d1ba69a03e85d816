/// When a page was written into the book, and by whom.
package struct Recorded: Hashable, Sendable {
  package let stamp: Stamp
  package let by: Named

  package init(_ stamp: Stamp, by: Named) { (self.stamp, self.by) = (stamp, by) }

  package init?(_ text: String) {
    var text = text
    if let read = text.withUTF8({ Self(bytes: $0[...]) }) {
      self = read
      return
    }
    guard let stamp = Stamp(String(text.prefix(25))), let by = Named(String(text.dropFirst(26)))
    else { return nil }
    self.init(stamp, by: by)
  }

  /// The usual way of writing it, read by its bytes; nil for any other, and for what is none.
  private init?(bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard bytes.count > 26, bytes[bytes.startIndex + 25] == UInt8(ascii: " "),
      let by = Named(bytes: bytes.dropFirst(26)), let stamp = Stamp(bytes: bytes.prefix(25))
    else { return nil }
    self.init(stamp, by: by)
  }

  package var text: String { "\(stamp.text) \(by.text)" }
}

/// What stood behind a volume's last whole page and was moved away before the next was written: a
/// page that a crash cut off, or what a power cut leaves.
package struct Torn: Hashable, Sendable {
  package let count: Int
  package let digest: Digest

  /// The field of the next page that says so.
  package static let field = "Torn"

  package init(_ bytes: [UInt8]) { (count, digest) = (bytes.count, Digest(of: bytes)) }

  package init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let count = wholeNumber(parts[0]), count > 0,
      let digest = Digest(parts[1])
    else { return nil }
    (self.count, self.digest) = (count, digest)
  }

  package var text: String { "\(count) \(digest.text)" }
}

/// One numbered record of a bound volume and the bytes under its digest.
///
/// ```
/// Number: 41
/// Kind: patrol
/// …                      the fields of that kind
/// Recorded: 2026-11-24T21:07:33+08:00 QS-0003 周建林
/// Previous: sha256 3f1c…
/// Digest: sha256 77aa…   over all bytes above, from `Number:` on
/// ```
///
/// One object, however often it is handed on: the judge has it in several lists.
package final class Page: Sendable {
  package let id: PageID
  package let kind: String
  package let record: RecRecord
  package let recorded: Recorded
  package let previous: Digest
  package let digest: Digest

  /// Nil when the record lacks what every page has.
  package init?(_ record: RecRecord, book: BookID, year: Int) {
    guard let number = record["Number"].flatMap({ wholeNumber($0, in: Numbers.page) }),
      let kind = record["Kind"],
      let recorded = record["Recorded"].flatMap(Recorded.init),
      let previous = record["Previous"].flatMap({ Digest($0) }),
      let digest = record["Digest"].flatMap({ Digest($0) })
    else { return nil }
    id = PageID(book, year: year, number: number)
    (self.kind, self.record, self.recorded) = (kind, record, recorded)
    (self.previous, self.digest) = (previous, digest)
  }

  package var reference: PageReference { PageReference(id, digest) }

  /// Whether the bytes are still the ones the digest was made over.
  package var isSound: Bool {
    Digest(of: record.bytes, record.range.lowerBound..<record.range.upperBound - Self.digestLine)
      == digest
  }

  /// The text under the digest: from `Number:` up to and including the line before `Digest:`.
  package var signedText: String {
    record.bytes.text(record.range.lowerBound..<record.range.upperBound - Self.digestLine)
  }

  /// A field that bears a signature, made over all that stands above it; a page has them in this order.
  package enum SignatureField: String, CaseIterable, Sendable {
    /// Of a new key, by itself.
    case proof = "Proof"
    /// A second person's.
    case cosigned = "Cosigned"
    case signature = "Signature"
  }

  /// The signature in a field, as OpenSSH armours it, and the bytes it was made over: from `Number:` up
  /// to and including the line before the field.
  package func signed(_ field: SignatureField = .signature) -> (bytes: [UInt8], signature: String)?
  {
    var hint = 0
    guard let field = record.field(Array(field.rawValue.utf8), hint: &hint) else { return nil }
    return (
      record.bytes.array(record.range.lowerBound..<field.name.lowerBound),
      record.value(of: field) + "\n"
    )
  }

  /// Fields that a page of any kind may have, beside those of its kind.
  package static let fieldsOfEvery: Set = [
    "Number", "Kind", Torn.field, "Recorded", "Previous", "Proof", "Cosigned", "Signature",
    "Digest",
  ]

  /// The year whose volume a page stands in: that of the day it is about.
  package static func year(of body: [(name: String, value: String)]) -> Int? {
    body.first { $0.name == "Date" }.flatMap { Day($0.value) }?.year
  }

  /// Bytes of the line `Digest: sha256 <64 digits>\n`.
  static let digestLine = 80

  /// Makes a signature, as OpenSSH armours it, of the bytes it is given.
  package typealias Sign = @Sendable ([UInt8]) throws -> String

  /// Who signs a new page: for each field that bears a signature, what makes it.
  package typealias Signs = [(field: SignatureField, sign: Sign)]

  /// The bytes of a new page, and their digest.
  ///
  /// - Parameter signs: for a page that somebody signs.
  /// - Parameter torn: what was moved away before this page, after a crash.
  package static func bytes(
    number: Int, kind: String, body: [(name: String, value: String)], torn: Torn? = nil,
    recorded: Recorded, previous: Digest, signs: Signs = []
  ) throws -> (bytes: [UInt8], digest: Digest) {
    var text = RecWriter.field("Number", "\(number)") + RecWriter.field("Kind", kind)
    for field in body { text += RecWriter.field(field.name, field.value) }
    if let torn { text += RecWriter.field(Torn.field, torn.text) }
    text += RecWriter.field("Recorded", recorded.text) + RecWriter.field("Previous", previous.text)
    var bytes = Array(text.utf8)
    for (field, sign) in signs {
      bytes += Array(RecWriter.field(field.rawValue, try sign(bytes).trimmingBlanks()).utf8)
    }
    let digest = Digest(of: bytes)
    bytes += Array(RecWriter.field("Digest", digest.text).utf8)
    return (bytes, digest)
  }
}
