import Records

/// Who wrote down the entries of a volume, each once: a city's books have millions of entries, and mostly
/// the page before was written by the same person.
struct RecordersOfVolume: Sendable {
  private var texts: [[UInt8]] = []
  private var places: [[UInt8]: Int] = [:]
  private var last = 0

  /// Where somebody stands in the list; it takes them up if need be.
  mutating func place(_ text: ShapeBytes) -> Int {
    if last < texts.count, texts[last].withUnsafeBytes({ text.equals(ShapeBytes($0)) }) {
      return last
    }
    let bytes = Array(text.text.utf8)
    last = places[bytes] ?? texts.count
    if last == texts.count {
      places[bytes] = last
      texts.append(bytes)
    }
    return last
  }

  /// Nil for a place beyond those that an entry's facts have room for.
  subscript(_ place: Int) -> Named? {
    guard place < min(texts.count, Int(UInt16.max)) else { return nil }
    return Named(String(decoding: texts[place], as: UTF8.self))
  }
}
