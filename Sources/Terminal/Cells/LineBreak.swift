/// Breaks text into lines by cells, by the rules of Chinese typesetting (避头尾, W3C clreq §3.1.2).
///
/// No closing mark begins a line, no opening one ends it; numbers, times and Latin words stay whole
/// unless one alone is wider than a line, and so do names: what stands between two `、` or blanks. Newlines
/// in the text are kept.
package enum LineBreak {
  package static func lines(_ text: some StringProtocol, width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrap(Array($0), width: max(width, 2))
    }
  }

  private static func wrap(_ text: [Character], width: Int) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < text.count {
      let end = lineEnd(text, from: start, width: width)
      lines.append(String(text[start..<end]))
      start = end
      while start < text.count, start > 0, text[start] == " " { start += 1 }
    }
    return lines.isEmpty ? [""] : lines
  }

  private static func lineEnd(_ text: [Character], from start: Int, width: Int) -> Int {
    var (end, used) = (start, 0)
    while end < text.count, used + text[end].cells <= width {
      used += text[end].cells
      end += 1
    }
    guard end < text.count else { return end }
    var place = max(end, start + 1)
    while place > start + 1, !mayBreak(text[place - 1], text[place]) { place -= 1 }
    guard mayBreak(text[place - 1], text[place]) else { return max(end, start + 1) }
    return nameBegin(text, around: place, after: start) ?? place
  }

  /// Where the name begins that a break would cut in two; nil where it cuts none, or it has no room of
  /// its own.
  private static func nameBegin(_ text: [Character], around place: Int, after start: Int) -> Int? {
    guard !besideNames.contains(text[place - 1]) else { return nil }
    var (first, last) = (place - 1, place)
    while first > start, !besideNames.contains(text[first - 1]) { first -= 1 }
    while last < text.count, !behindNames.contains(text[last]) {
      last += 1
      guard last - first <= longestName else { return nil }
    }
    guard first > start, last - first <= longestName, last > place else { return nil }
    return mayBreak(text[first - 1], text[first]) ? first : nil
  }

  /// In characters; what is longer is no name.
  private static let longestName = 6
  private static let besideNames = Set("、 ")
  private static let behindNames = Set("、 (（，。；,;.")

  private static func mayBreak(_ before: Character, _ after: Character) -> Bool {
    if neverFirst.contains(after) || neverLast.contains(before) { return false }
    return !(isWordy(before) && isWordy(after))
  }

  private static func isWordy(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    if character == " " { return false }
    return CellWidth.of(scalar) == 1
  }

  private static let neverFirst = Set("。，、；：？！）》」』】〕〉’”…—·％℃,.;:?!)]}%~～")
  private static let neverLast = Set("（《「『【〔〈‘“￥＄([{")
}
