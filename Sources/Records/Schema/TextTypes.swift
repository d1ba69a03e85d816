import Wording

extension FieldType where Value == String {
  /// One line that must not be empty.
  package static let line = FieldType(
    entry: .line, expected: Phrase(hans: "一行文字", hant: "一行文字", en: "one line of text"),
    recType: "line",
    parse: { $0.isEmpty || $0.utf8.contains(0x0A) ? nil : FieldText.clean($0) }, print: { $0 })

  /// Free text, also of several lines, also none.
  package static let prose = FieldType(
    entry: .prose,
    expected: Phrase(
      hans: "不超过 \(FieldText.limit) 字、行末不带“\\”的文字",
      hant: "不超過 \(FieldText.limit) 字、行末不帶「\\」的文字",
      en: "text of at most \(FieldText.limit) characters, no line ending in “\\”"),
    parse: { FieldText.clean($0) }, print: { $0 })

  /// A code of letters, digits, `-` and `_`: what books and registers are called by.
  package static let key = FieldType(
    entry: .line,
    expected: Phrase(
      hans: "代号（字母、数字、-）", hant: "代號（字母、數字、-）", en: "a code of letters, digits and -"),
    recType: "line", parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })

  /// One code of a table in `data/codes.rec`.
  package static func code(_ table: String) -> FieldType {
    FieldType(
      entry: .code(table), expected: .oneOfTheList,
      parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })
  }

  /// A telephone number: digits, with `+` before them at most.
  package static let phone = FieldType(
    entry: .phone,
    expected: Phrase(hans: "5 至 15 位电话号码", hant: "5 至 15 位電話號碼", en: "a number of 5 to 15 digits"),
    parse: { text in
      let digits = text.hasPrefix("+") ? text.dropFirst() : Substring(text)
      let isNumber =
        (5...15).contains(digits.utf8.count) && digits.utf8.allSatisfy { (48...57).contains($0) }
      return isNumber ? text : nil
    },
    print: { $0 })
}

extension FieldType where Value == [String] {
  /// Several codes of a table, between blanks as recutils lists them.
  package static func codes(_ table: String) -> FieldType {
    FieldType(
      entry: .codes(table), expected: .someOfTheList,
      parse: { text in
        // One alone is the usual number of them.
        if FieldText.isKey(text) { return [text] }
        let codes = text.split(separator: " ").map(String.init)
        return codes.allSatisfy(FieldText.isKey) ? codes : nil
      },
      print: { $0.joined(separator: " ") })
  }
}

extension FieldType where Value == Int {
  package static func count(_ range: ClosedRange<Int>) -> FieldType {
    FieldType(
      entry: .count,
      expected: Phrase(
        hans: "\(range.lowerBound) 至 \(range.upperBound) 的数字",
        hant: "\(range.lowerBound) 至 \(range.upperBound) 的數字",
        en: "a number from \(range.lowerBound) to \(range.upperBound)"),
      recType: "int",
      parse: { text in
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text).flatMap { range.contains($0) ? $0 : nil }
      },
      print: { "\($0)" })
  }
}

extension FieldType where Value == Bool {
  /// `yes`, or left out.
  package static let flag = FieldType(
    entry: .flag, expected: Phrase(hans: "1 是，0 否", hant: "1 是，0 否", en: "1 for yes, 0 for no"),
    parse: { ["": false, "no": false, "yes": true][$0] }, print: { $0 ? "yes" : "" })
}

extension Phrase {
  package static let oneOfTheList = Phrase(
    hans: "清单里的一项", hant: "清單裡的一項", en: "one of the list")
  package static let someOfTheList = Phrase(
    hans: "清单里的一项或几项", hant: "清單裡的一項或幾項", en: "one or several of the list")
}

/// What may stand in a field: the limits all text types share.
package enum FieldText {
  /// Characters a free text may have: two printed pages.
  package static let limit = 2000

  /// The text if it may be written: no control characters, and no line that ends in `\`, which
  /// recutils would read as continued.
  package static func clean(_ text: String) -> String? {
    if isPlain(text) { return text }
    guard text.count <= limit else { return nil }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false)
    where line.hasSuffix("\\") || line.unicodeScalars.contains(where: isControl) { return nil }
    return text
  }

  /// One short line without any byte that needs a closer look: nearly every text there is.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= limit && text.utf8.last != UInt8(ascii: "\\")
      && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 }
  }

  package static func isKey(_ text: String) -> Bool { isKey(text.utf8) }

  static func isKey(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.count <= 40
      && bytes.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
  }
}
