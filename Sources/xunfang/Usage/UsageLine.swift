import Terminal
import Wording

/// How a command is written: its words, broken only between them.
enum UsageLine {
  /// - Parameter usage: as ArgumentParser has it, such as `xunfang list <kind> [--unit <unit>]`.
  static func lines(_ usage: String, _ language: Language, width: Int) -> [String] {
    let head = Phrase("用法：", "用法：", "Usage: ")[language]
    let indent = String(repeating: " ", count: head.cells)
    var lines = [head]
    for word in words(usage) {
      let isFirst = lines.last == head || lines.last == indent
      if !isFirst, (lines.last ?? "").cells + 1 + word.cells > width { lines.append(indent) }
      let gap = lines.last == head || lines.last == indent ? "" : " "
      lines[lines.count - 1] += gap + word
    }
    return lines
  }

  /// `[--unit <unit>]` is one word, and so is `--unit <unit>`.
  private static func words(_ usage: String) -> [String] {
    var words: [String] = []
    for word in usage.split(separator: " ").map(String.init) {
      if let last = words.last, last.hasPrefix("-") || last.hasPrefix("[-"), !last.hasSuffix("]"),
        !last.hasSuffix(">"), word.hasPrefix("<")
      {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(word)
      }
    }
    return words
  }
}
