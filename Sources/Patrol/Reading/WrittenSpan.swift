import Records
import Wording

/// When somebody went out and came back, typed as it is told: `1930-2210`, `2030+90`, `晚7点半到10点`;
/// one time alone is that of going out, or of coming back where going out is known.
package struct WrittenSpan: Hashable, Sendable {
  package let from: Moment
  package let to: Moment?

  /// - Parameter shorthand: how a time is read where nothing came before it.
  /// - Throws: the part that is no time.
  package init(_ typed: String, _ shorthand: Shorthand) throws(SpanFault) {
    let text = Written.folded(typed)
    let parts = Self.parts(text)
    guard let first = parts.first, parts.count <= 2 else { throw SpanFault(part: typed) }
    guard let from = shorthand.moment(first.text) else { throw SpanFault(part: first.text) }
    self.from = from
    guard let last = parts.dropFirst().first else {
      to = nil
      return
    }
    let after = Shorthand(
      now: shorthand.now, station: shorthand.station, codes: shorthand.codes, day: shorthand.day,
      from: from)
    guard let to = after.moment(last.isLength ? "+\(last.text)" : last.text) else {
      throw SpanFault(part: last.text)
    }
    self.to = to
  }

  /// The time of coming back alone: `-2210`; nil where something stands before the dash.
  package static func back(_ typed: String) -> String? {
    let parts = parts(Written.folded(typed))
    return parts.count == 2 && parts[0].text.isEmpty ? parts[1].text : nil
  }

  private struct Part {
    let text: String
    /// Whether it is so many minutes and no time of day.
    let isLength: Bool
  }

  /// What stands on either side of a dash, a 到 or a plus.
  private static func parts(_ text: String) -> [Part] {
    var text = text
    for dash in ["－", "——", "—", "–", "~", "～", "至", "到"] {
      text = text.replacing(dash, with: "-")
    }
    if let plus = text.lastIndex(of: "+"), plus > text.startIndex {
      var from = String(text[..<plus]).trimmingBlanks()
      if from.hasSuffix("-") { from = String(from.dropLast()) }
      return [
        Part(text: from, isLength: false),
        Part(text: String(text[text.index(after: plus)...]).trimmingBlanks(), isLength: true),
      ]
    }
    return text.split(separator: "-", omittingEmptySubsequences: false).map {
      Part(text: String($0).trimmingBlanks(), isLength: false)
    }
  }
}

/// A part of what was typed that is no time.
package struct SpanFault: Error, Hashable {
  package let part: String
}

extension Phrase {
  /// When somebody went out and came back.
  package static let visitShape = Phrase(
    "到达-离开，如 2140-2205 或 2140+25；后半夜写 0110", "到達-離開，如 2140-2205 或 2140+25；後半夜寫 0110",
    "arrived-left, e.g. 2140-2205 or 2140+25; after midnight 0110")
  package static let spanShape = Phrase(
    "出发-归队，如 1930-2210；后半夜写 0110 或 25:10", "出發-歸隊，如 1930-2210；後半夜寫 0110 或 25:10",
    "out-back, e.g. 1930-2210; after midnight 0110 or 25:10")
}
