import Wording

/// What ArgumentParser says of arguments that are wrong, in our words.
///
/// Its errors are its own; only their sentences can be read. One that is not known here stays as it is.
struct WrongUsage {
  /// `Error: …`, `Help: …`, `Usage: …` and where to read more, each on lines of its own.
  let text: String
  let language: Language

  init(text: String, language: Language) { (self.text, self.language) = (text, language) }

  /// - Parameter usage: how the command is written, without a word before it.
  init(_ message: String, of usage: String, _ language: Language) {
    let command = usage.split(separator: " ").prefix { !"<[-".contains($0.prefix(1)) }
    let see = "  See '\(command.joined(separator: " ")) --help' for more information."
    self.init(text: "Error: \(message)\nUsage: \(usage)\n\(see)", language: language)
  }

  var worded: String {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let message = line.after("Error: ") {
        lines.append(Phrase("用法有误：", "用法有誤：", "Error: ")[language] + sentence(message))
      } else if let help = line.after("Help:  ") {
        lines.append(Phrase("说明：", "說明：", "Help:  ")[language] + help)
      } else if let usage = line.after("Usage: ") {
        lines += UsageLine.lines(usage, language, width: Output.columns)
      } else if line.hasPrefix("  See '") {
        let command = line.split(separator: "'").dropFirst().first ?? ""
        lines.append("  " + Phrase("详见 \(command)", "詳見 \(command)", "See \(command)")[language])
      } else {
        lines.append(String(line))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The sentence in the user's language: the quoted parts stand where the template has them.
  func sentence(_ message: String) -> String {
    for (english, said) in Self.sentences {
      guard let parts = Self.parts(of: message, english) else { continue }
      return said(parts)[language]
    }
    return message
  }

  /// What stands in a sentence where its template has `%`; nil for another sentence.
  private static func parts(of message: String, _ template: String) -> [String]? {
    var parts: [String] = []
    var rest = message[...]
    let words = template.split(separator: "%", omittingEmptySubsequences: false)
    for (index, word) in words.enumerated() {
      if index == 0 {
        guard rest.hasPrefix(word) else { return nil }
        rest = rest.dropFirst(word.count)
      } else if index == words.count - 1 {
        guard rest.hasSuffix(word) else { return nil }
        parts.append(String(rest.dropLast(word.count)))
      } else {
        guard let found = rest.firstRange(of: word) else { return nil }
        parts.append(String(rest[..<found.lowerBound]))
        rest = rest[found.upperBound...]
      }
    }
    return parts
  }

  private typealias Said = @Sendable ([String]) -> Phrase

  /// The longer before the shorter that begin alike.
  private static let sentences: [(String, Said)] = [
    (
      "Missing expected argument '%'",
      { Phrase("缺少 \($0[0])", "缺少 \($0[0])", "\($0[0]) is missing") }
    ),
    (
      "Missing one of: '%'",
      { Phrase("缺少其中一个：\($0[0])", "缺少其中一個：\($0[0])", "one of these is missing: \($0[0])") }
    ),
    (
      "Missing value for '%'",
      { Phrase("\($0[0]) 后面没有内容", "\($0[0]) 後面沒有內容", "\($0[0]) has no value") }
    ),
    (
      "Missing required subcommand.%",
      { _ in Phrase("缺少子命令", "缺少子命令", "a subcommand is missing") }
    ),
    (
      "Unknown option '%'. Did you mean '%'?",
      {
        Phrase(
          "没有选项 \($0[0])，是不是 \($0[1])？", "沒有選項 \($0[0])，是不是 \($0[1])？",
          "there is no option \($0[0]); is it \($0[1])?")
      }
    ),
    (
      "Unknown option '%'",
      { Phrase("没有选项 \($0[0])", "沒有選項 \($0[0])", "there is no option \($0[0])") }
    ),
    (
      "Unexpected argument '%'",
      { Phrase("多出“\($0[0])”", "多出「\($0[0])」", "“\($0[0])” is one too many") }
    ),
    (
      "% unexpected arguments: '%'",
      {
        Phrase(
          "多出 \($0[0]) 个：\($0[1])", "多出 \($0[0]) 個：\($0[1])", "\($0[0]) too many: \($0[1])")
      }
    ),
    (
      "The option '%' does not take any value, but '%' was specified.",
      {
        Phrase(
          "\($0[0]) 不带内容，却写了“\($0[1])”", "\($0[0]) 不帶內容，卻寫了「\($0[1])」",
          "\($0[0]) takes no value, but “\($0[1])” was given")
      }
    ),
    (
      "The value '%' is invalid for '%'",
      {
        Phrase(
          "“\($0[0])”不能用于 \($0[1])", "「\($0[0])」不能用於 \($0[1])",
          "“\($0[0])” is no value for \($0[1])")
      }
    ),
    (
      "Command '%' is not a parent of the current command.",
      { Phrase("“\($0[0])”不在这里", "「\($0[0])」不在這裡", "“\($0[0])” does not belong here") }
    ),
  ]
}

extension Substring {
  /// What stands behind a prefix; nil where it does not begin with it.
  func after(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
