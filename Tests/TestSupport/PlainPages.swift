/// Reads the books as anybody can with an editor: records between blank lines, `Name: value`, further
/// lines after `+`.
///
/// It knows nothing of the program's own reading.
package struct PlainPages {
  package typealias Page = [String: String]

  /// Every page of every volume of a year, by the book's name: `QS-01.patrol`.
  package private(set) var books: [String: [Page]] = [:]

  package init(_ scratch: Scratch, year: Int) throws {
    for name in scratch.files("books/\(year)") where name.hasSuffix(".rec") {
      let text = try scratch.text("books/\(year)/\(name)")
      books[String(name.dropLast(".rec".count))] = Self.records(text).filter { $0["Number"] != nil }
    }
  }

  package static func records(_ text: String) -> [Page] {
    var records: [Page] = [[:]]
    var last = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        records.append([:])
      } else if line.hasPrefix("+ ") {
        records[records.count - 1][last, default: ""] += "\n" + line.dropFirst(2)
      } else if let colon = line.firstIndex(of: ":"), !line.hasPrefix("%"), !line.hasPrefix("#") {
        last = String(line[..<colon])
        records[records.count - 1][last] = String(
          line[line.index(after: colon)...].drop { $0 == " " })
      }
    }
    return records.filter { !$0.isEmpty }
  }

  /// The entries of a book as they stand: what a later correction says takes the place of what was there.
  package func standing(_ book: String, _ kind: String) -> [Page] {
    let pages = books[book] ?? []
    return pages.filter { $0["Kind"] == kind }.map { entry in
      let number = entry["Number"] ?? ""
      return pages.filter {
        $0["Kind"] == "correction" && $0["Corrects"]?.contains(" No \(number) ") == true
      }.reduce(entry) { page, correction in
        page.merging(
          correction.filter { !Self.itsOwn.contains($0.key) }
        ) { $1 }
      }
    }
  }

  /// Fields that a correction says of itself.
  private static let itsOwn: Set = [
    "Number", "Kind", "Date", "Corrects", "Follows", "Reason", "Recorded", "Previous", "Digest",
    "Signature", "Signs", "Signer", "Key", "Entitled", "Keys", "Directory", "As",
  ]

  /// As what a page was signed, in order.
  package func signed(_ book: String, _ number: String) -> [String] {
    (books[book] ?? []).filter {
      $0["Kind"] == "signature" && $0["Signs"]?.contains(" No \(number) ") == true
    }.compactMap { $0["As"] }
  }
}
