import Records

/// What a cell or a field that should hold one telephone number holds.
package enum WrittenPhone: Hashable, Sendable {
  case number(String)
  /// Two numbers or more: only the writer can tell which of them counts.
  case several
  /// A number with an extension, which a field for a number has no place for.
  case extended
  /// What no telephone has: too many digits, too few, letters.
  case unlike

  package init(_ typed: String) {
    var text = Written.folded(typed)
    // A table program that took the number for one to count with.
    if let dot = text.lastIndex(of: "."), text[text.index(after: dot)...].allSatisfy({ $0 == "0" }),
      text[..<dot].allSatisfy(\.isASCIIDigit), text.distance(from: dot, to: text.endIndex) <= 3
    {
      text = String(text[..<dot])
    }
    let marks = Self.separators
    let parts = text.split { marks.contains($0) }.filter { $0.contains(where: \.isASCIIDigit) }
    guard parts.count < 2 else {
      self = .several
      return
    }
    if ["转", "轉", "分机", "分機", "ext", "x", "#"].contains(where: text.contains) {
      self = .extended
      return
    }
    let groups = Self.withoutCountry(text).split { " -—()".contains($0) }.map(String.init)
    self = Self.read(groups, isForeign: text.hasPrefix("+") && !text.hasPrefix("+86"))
  }

  private static let separators = "/、,，;；\n\t|"

  private static func withoutCountry(_ text: String) -> String {
    var text = text.filter { $0 != "·" && $0 != "." }
    for prefix in ["+86", "0086"] where text.hasPrefix(prefix) && text.count > prefix.count + 6 {
      text = String(text.dropFirst(prefix.count))
    }
    let digits = text.filter(\.isASCIIDigit)
    if digits.hasPrefix("861"), digits.count == 13 { text = String(digits.dropFirst(2)) }
    return text
  }

  private static func read(_ groups: [String], isForeign: Bool) -> WrittenPhone {
    let text = groups.joined()
    let digits = isForeign ? String(text.dropFirst()) : text
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return .unlike }
    if isForeign { return (8...15).contains(digits.count) ? .number(text) : .unlike }
    if isOne(text) { return .number(text) }
    // 0371-61234567-801: what stands before the last group is a number by itself.
    if let last = groups.last, groups.count > 1, last.count <= 5,
      isOne(groups.dropLast().joined())
    {
      return .extended
    }
    let isRow = groups.count > 1 && groups.allSatisfy { isOne($0) && $0.count >= 7 }
    return isRow ? .several : .unlike
  }

  /// As numbers are here: a mobile of eleven digits, area code and seven or eight, 400 and 800, seven or
  /// eight alone, a short one of a network.
  private static func isOne(_ text: String) -> Bool {
    switch (text.first, text.count) {
    case ("1", 11): true
    case ("0", 10...12): true
    case ("4", 10), ("8", 10): text.hasPrefix("400") || text.hasPrefix("800")
    case ("0", _): false
    case (_, 5...8): true
    default: false
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Written {
  /// `+86 138-0013-8000`, `１３８ ００１３ ８０００`, `13800138000.0`, `(0371) 6789012` as bare digits;
  /// nil for what is not one telephone number.
  package static func phone(_ typed: String) -> String? {
    guard case .number(let text) = WrittenPhone(typed) else { return nil }
    return text
  }

  /// The digits and letters of a number, to compare two of them.
  static func bareNumber(_ typed: String) -> String {
    typed.utf8.allSatisfy { (48...57).contains($0) }
      ? typed : phone(typed) ?? folded(typed).filter { !" -".contains($0) }
  }
}
