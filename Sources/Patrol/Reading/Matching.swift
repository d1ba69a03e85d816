/// Finds a person or team by what somebody types: characters of either script, pinyin initials, full
/// pinyin, a mix of them, the code or the tail of a phone number.
package struct Query: Sendable {
  private let characters: [Character]
  package let text: String

  package init(_ typed: String) {
    text = Folding.key(typed)
    characters = Array(text)
  }

  package var isEmpty: Bool { characters.isEmpty }

  /// How well it fits, larger is better; nil when it does not fit at all.
  ///
  /// - Parameter pinyin: one syllable a character between blanks: `zhang jian guo`.
  package func score(name: String, pinyin: String, code: String = "", phone: String = "") -> Int? {
    guard !isEmpty else { return 0 }
    let folded = Array(Folding.key(name))
    var syllables = Folding.key(pinyin).split(separator: " ").map(Array.init)
    if syllables.count != folded.count { syllables = [] }
    for start in folded.indices where fits(0, folded, syllables, start) {
      return (start == 0 ? 300 : 200) - folded.count
    }
    let lowerCode = code.lowercased()
    if lowerCode == text { return 400 }
    if lowerCode.hasSuffix(text) || lowerCode.hasPrefix(text) { return 150 }
    // As much of a number as a mask leaves, or all of it.
    if (3...4).contains(characters.count) ? phone.hasSuffix(text) : phone == text, !phone.isEmpty {
      return 120
    }
    if syllables.isEmpty, !pinyin.isEmpty, Folding.key(pinyin).filter({ $0 != " " }).contains(text)
    {
      return 100
    }
    return nil
  }

  /// Whether it is all of a name, of its initials or of a code.
  package func isWhole(name: String, pinyin: String, code: String) -> Bool {
    Folding.key(name) == text || code.lowercased() == text
      || String(Folding.key(pinyin).split(separator: " ").compactMap(\.first)) == text
  }

  /// Whether the query from `at` on is used up by the name from `index` on, each character taken by
  /// itself or by at least the first letter of its syllable.
  private func fits(_ at: Int, _ name: [Character], _ syllables: [[Character]], _ index: Int)
    -> Bool
  {
    if at == characters.count { return true }
    guard index < name.count else { return false }
    if characters[at] == name[index], fits(at + 1, name, syllables, index + 1) { return true }
    guard index < syllables.count else { return false }
    var length = 0
    while length < syllables[index].count, at + length < characters.count,
      characters[at + length] == syllables[index][length]
    {
      length += 1
      if fits(at + length, name, syllables, index + 1) { return true }
    }
    return false
  }
}
