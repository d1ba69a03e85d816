import Records

/// Codes that are proposed for a name: initials of its pinyin, until somebody types others.
package struct CodeProposal {
  private let reading: (String) -> String

  /// - Parameter reading: the pinyin of a name, a blank between syllables.
  package init(_ reading: @escaping (String) -> String) { self.reading = reading }

  /// `QSP` of 青石派出所: what follows the name of the place is one letter, or none.
  package func station(_ name: String) -> String {
    for (ending, letter) in [("派出所", "P"), ("公安分局", "G"), ("公安局", "G"), ("所", "P")]
    where name.hasSuffix(ending) && name.count > ending.count {
      return initials(String(name.dropLast(ending.count))) + letter
    }
    return initials(UnitNaming(name).place)
  }

  /// `QS` of 青石镇.
  ///
  /// - Parameter taken: codes that are another's: a number follows then.
  package func unit(_ name: String, besides taken: Set<String>) -> String {
    let code = initials(UnitNaming(name).place)
    guard !code.isEmpty, taken.contains(code) else { return code }
    return (2...99).lazy.map { "\(code)\($0)" }.first { !taken.contains($0) } ?? ""
  }

  /// Letters and digits as a code has them; "" where a character has no reading.
  private func initials(_ name: String) -> String {
    let latin = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let text =
      latin.count == name.count
      ? latin : String(reading(name).split(separator: " ").compactMap(\.first))
    let code = text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return String(code.prefix(6))
  }
}

/// What the name of a unit says: of which kind it is, and of which place.
package struct UnitNaming: Hashable, Sendable {
  package let kind: UnitKind?
  /// The name without what says the kind.
  package let place: String

  private static let endings: [(text: String, kind: UnitKind)] = [
    ("街道办事处", .subdistrict), ("街道", .subdistrict), ("社区", .community), ("社區", .community),
    ("居委会", .community), ("居委會", .community), ("行政村", .village), ("村委会", .village),
    ("村委會", .village), ("派出所", .station), ("公安分局", .bureau), ("公安局", .bureau),
    ("镇", .township), ("鎮", .township), ("乡", .township), ("鄉", .township), ("村", .village),
    ("组", .village), ("組", .village), ("屯", .village), ("市", .city), ("县", .city),
    ("縣", .city), ("局", .department),
  ]

  package init(_ name: String) {
    guard
      let ending = Self.endings.first(where: {
        name.hasSuffix($0.text) && name.count > $0.text.count
      })
    else {
      (kind, place) = (nil, name)
      return
    }
    (kind, place) = (ending.kind, String(name.dropLast(ending.text.count)))
  }
}
