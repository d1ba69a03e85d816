/// Readings of names, written down where a name is written.
///
/// They are ICU's `Han-Latin` (`PinyinTable.swift`) and, for a name of Han characters alone, its
/// `Han-Latin/Names` (`Surnames.swift`), taken from tables because ICU would be two thirds of the
/// program. A character that ICU has no reading for leaves the name without one; it can be set by
/// hand.
package enum Pinyin {
  /// `zhang jian guo`: one syllable a character, no tone marks; "" when any has no reading.
  package static func reading(of name: String) -> String {
    var syllables: [String] = []
    for character in name {
      guard let syllable = syllable(character) else { return "" }
      syllables.append(syllable)
    }
    let scalars = Array(name.unicodeScalars)
    if scalars.allSatisfy(\.properties.isIdeographic), !Surnames.areUnparted(scalars) {
      for (place, reading) in Surnames.readings(in: scalars) { syllables[place] = reading }
    }
    return syllables.joined(separator: " ")
  }

  /// Nil for a character without a reading; "" for one that is passed over, as a dot between names.
  static func syllable(_ character: Character) -> String? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      // Of what is made of several, a line's end alone consists of characters that are passed over.
      return character == "\r\n" ? "" : nil
    }
    guard scalar.value < places.count else { return nil }
    let number = places[Int(scalar.value)]
    return number == none ? nil : readings[Int(number)]
  }

  private static let none = UInt16.max

  private static let readings = pinyinReadings.split(
    separator: "/", omittingEmptySubsequences: false
  ).map(String.init)

  /// The number of its reading by code point, up to the last that has one.
  private static let places: [UInt16] = {
    // Room for every plane that has Han characters, so that nothing is moved while it grows.
    var places: [UInt16] = []
    places.reserveCapacity(0x4_0000)
    var high: UInt16?
    for byte in pinyinPlaces.utf8 {
      if let first = high {
        places.append(first * 57 + UInt16(byte - UInt8(ascii: "#")))
        high = nil
        continue
      }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        places += repeatElement(none, count: 26 * Int(byte - UInt8(ascii: "a") + 1))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        places += repeatElement(none, count: Int(byte - UInt8(ascii: "A") + 1))
      default: high = UInt16(byte - UInt8(ascii: "0"))
      }
    }
    return places
  }()
}
