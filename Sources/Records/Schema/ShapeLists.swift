/// Values that are made of others.
extension ShapeBytes {
  /// `QS-0007 钱五, QS-0009 孙七`, nobody twice.
  var isPeople: Bool {
    // A bit for each code that was met: only where two share one are codes compared.
    var met: UInt64 = 0
    var (start, before) = (0, 0)
    while true {
      // No name has a comma.
      let comma = firstIndex(of: UInt8(ascii: ","), from: start)
      let person = self[start..<(comma ?? count)]
      guard let blank = person.blankOfPerson else { return false }
      let code = person[0..<blank]
      let bit: UInt64 = 1 << (code.lastTwo & 63)
      if met & bit != 0, self.code(code, isAmong: before) { return false }
      met |= bit
      before += 1
      guard let comma else { return true }
      guard comma + 1 < count, self[comma + 1] == 32 else { return false }
      start = comma + 2
    }
  }

  /// Whether a code is that of one of the first people of a list.
  private func code(_ code: ShapeBytes, isAmong count: Int) -> Bool {
    var left = count
    return !all(between: ", ") { person in
      left -= 1
      return left < 0 || !person.code.equals(code)
    }
  }

  /// A number of the last two digits, in which the codes of a team differ.
  private var lastTwo: UInt64 {
    UInt64(self[count - 1]) + (count > 1 ? UInt64(self[count - 2]) * 10 : 0)
  }

  /// `QS-0007 钱五 (sick)`.
  var isAbsence: Bool {
    guard count > 0, self[count - 1] == UInt8(ascii: ")") else { return false }
    var at: Int?
    while let next = first(" (", from: at.map { $0 + 1 } ?? 0) { at = next }
    guard let at else { return false }
    return self[0..<at].isPerson && self[(at + 2)..<max(at + 2, count - 1)].isWord
  }

  /// `transformer 14`.
  var isTally: Bool {
    guard let blank = firstIndex(of: 32), let number = self[(blank + 1)..<count].number else {
      return false
    }
    return number <= 9999 && self[0..<blank].isWord
  }

  /// `QSP-R-001 村东线 (4/6) 变压器; 机井`: two of six were left out.
  var isPassed: Bool {
    var start = 0
    while let open = first(" (", from: start) {
      start = open + 1
      guard let close = self[open..<count].firstIndex(of: UInt8(ascii: ")")).map({ $0 + open }),
        let slash = self[open..<close].firstIndex(of: UInt8(ascii: "/")).map({ $0 + open }),
        slash > open + 2, close > slash + 1,
        self[(open + 2)..<slash].all(Self.isDigit), self[(slash + 1)..<close].all(Self.isDigit)
      else { continue }
      guard self[0..<open].isPerson, let passed = self[(open + 2)..<slash].number,
        let of = self[(slash + 1)..<close].number, let left = self[(close + 1)..<count].leftOut
      else { return false }
      return passed <= 9999 && of <= 9999 && of > 0 && passed == of - left
    }
    return false
  }

  /// How many names follow, each after a blank, with `;` between them.
  private var leftOut: Int? {
    guard count > 0 else { return 0 }
    guard count > 1, self[0] == 32, self[1] != 32, self[1] != UInt8(ascii: ";"),
      first("; ;") == nil,
      self[count - 1] != UInt8(ascii: ";")
    else { return nil }
    var number = 1
    for at in 0..<count where self[at] == UInt8(ascii: ";") { number += 1 }
    return number
  }

  /// `leader QS-01 QS-01-001 高有福`.
  var isPost: Bool {
    guard let one = firstIndex(of: 32) else { return false }
    let post = self[0..<one]
    guard
      post.equals("leader") || post.equals("deputy") || post.equals("inspector")
        || post.equals("officer") || post.equals("office") || post.equals("supervision")
    else { return false }
    let rest = self[(one + 1)..<count]
    guard let two = rest.firstIndex(of: 32) else { return false }
    return rest[0..<two].isCode && rest[(two + 1)..<rest.count].isPerson
  }

  /// `QS-01 青石镇专职队 | 2026-11-26 06:41 | 2026-11-26 09:41`.
  var isStillOut: Bool {
    guard let one = first(" | "), let two = first(" | ", from: one + 3) else { return false }
    return self[0..<one].isPerson && self[(one + 3)..<two].moment != nil
      && self[(two + 3)..<count].moment != nil
  }

  /// `goes-on signature QS.inspection 2026 No 7 | 高庄村队 | calls at nine`.
  var isHandedItem: Bool {
    guard let one = first(" | "), one + 3 < count else { return false }
    let about = self[(one + 3)..<count]
    // Neither the matter nor the word about it is left empty behind its bar.
    if about.has(" | ", at: 0) { return false }
    if let two = about.first(" | "),
      two == 0 || two + 3 == about.count || about.has(" | ", at: two + 3)
    {
      return false
    }
    guard let matter = drop("done ") ?? drop("goes-on ") else { return false }
    let used = count - matter.count
    guard
      let page = self[used..<max(used, one)].drop("matter ")
        ?? self[used..<max(used, one)].drop("signature ")
    else { return false }
    return page.isPageName
  }

  // MARK: Pages

  /// `QS-01.patrol 2026 No 40`.
  package var isPageName: Bool {
    guard count < 90, let dot = firstIndex(of: UInt8(ascii: ".")), self[0..<dot].isCodeOfAnyLength,
      let blank = firstIndex(of: 32), blank > dot + 1, self[(dot + 1)..<blank].all(Self.isSmall),
      has(" No ", at: blank + 5), self[(blank + 1)..<(blank + 5)].all(Self.isDigit)
    else { return false }
    let number = self[(blank + 9)..<count]
    return number.count > 0 && number[0] != 48 && number.all(Self.isDigit)
  }

  private var isCodeOfAnyLength: Bool {
    guard count > 0, self[0] != 45, self[count - 1] != 45, first("--") == nil else { return false }
    return all { Self.isCapital($0) || Self.isDigit($0) || $0 == 45 }
  }

  var isReference: Bool {
    guard let at = first(" sha256 ") else { return false }
    return self[0..<at].isPageName && self[(at + 8)..<count].isDigits
  }

  var isTorn: Bool {
    guard let at = first(" sha256 "), at > 0, self[0] != 48, self[0..<at].all(Self.isDigit) else {
      return false
    }
    return self[(at + 8)..<count].isDigits
  }

  /// A time, whether or not a clock has it, a blank, and a person.
  var isRecorded: Bool {
    guard count > 26, self[25] == 32 else { return false }
    guard digits(0, 4) != nil, self[4] == 45, digits(5, 2) != nil, self[7] == 45,
      digits(8, 2) != nil, self[10] == UInt8(ascii: "T"), digits(11, 2) != nil, self[13] == 58,
      digits(14, 2) != nil, self[16] == 58, digits(17, 2) != nil, self[19] == 43 || self[19] == 45,
      let hours = digits(20, 2), self[22] == 58, let minutes = digits(23, 2),
      hours * 100 + minutes <= 1400
    else { return false }
    return self[26..<count].isPerson
  }
}
