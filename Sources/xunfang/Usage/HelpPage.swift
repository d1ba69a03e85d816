import Terminal
import Wording

/// The page of `--help`: ArgumentParser's, laid out anew with our words and by cells.
///
/// ArgumentParser words a part of it itself and counts characters, of which Han ones take two cells.
struct HelpPage {
  /// As it comes where no line is too long: headings, `  label   text`, paragraphs.
  private let lines: [Substring]
  let language: Language

  init(_ text: String, _ language: Language) {
    (lines, self.language) = (
      text.split(separator: "\n", omittingEmptySubsequences: false), language
    )
  }

  /// The page at a width in cells.
  func text(width: Int) -> String {
    let rows = rows
    let label =
      rows.compactMap { row in
        if case .entry(let label, _) = row, label.cells <= Self.column {
          label.cells
        } else {
          nil
        }
      }.max() ?? 0
    return rows.flatMap { row -> [String] in
      switch row {
      case .blank: [""]
      case .heading(let text): [text]
      case .usage(let text): UsageLine.lines(text, language, width: width)
      case .paragraph(let text): LineBreak.lines(text, width: width)
      case .entry(let name, let text): Self.entry(name, text, at: label + 4, width)
      }
    }.map(\.withoutBlanksBehind).joined(separator: "\n")
  }

  /// Where ArgumentParser lets the texts begin.
  private static let column = 26

  private enum Row {
    case blank, heading(String), usage(String), paragraph(String), entry(String, String)
  }

  /// A label and its text beside it; below it where the label is long.
  private static func entry(_ name: String, _ text: String, at column: Int, _ width: Int)
    -> [String]
  {
    let indent = String(repeating: " ", count: column)
    var lines = LineBreak.lines(text, width: max(20, width - column)).map { indent + $0 }
    let label = "  " + name
    guard label.cells + 2 <= column, let first = lines.first else {
      return [label] + lines.filter { !$0.isEmpty && $0 != indent }
    }
    lines[0] = label + first.dropFirst(label.cells)
    return lines
  }

  private var rows: [Row] {
    var rows: [Row] = []
    var at = lines.startIndex
    while at < lines.endIndex {
      let line = lines[at]
      at += 1
      if line.isEmpty {
        rows.append(.blank)
      } else if let heading = Self.headings[String(line)] {
        rows.append(.heading(heading[language]))
      } else if let text = line.after("OVERVIEW: ") {
        rows.append(.paragraph(text))
      } else if let text = line.after("USAGE: ") {
        rows.append(.usage(text))
      } else if let text = line.after("  See ") {
        rows.append(.paragraph(see(text)))
      } else if line.hasPrefix("  "), !line.hasPrefix("   ") {
        // Below a long label.
        let isLong = at < lines.endIndex && lines[at].hasPrefix("    ")
        let (label, text) =
          isLong
          ? (line, lines[at]) : (line.prefix(Self.column), line.dropFirst(Self.column))
        if isLong { at += 1 }
        rows.append(
          .entry(
            String(label.drop { $0 == " " }).withoutBlanksBehind,
            worded(String(text.drop { $0 == " " }))))
      } else {
        rows.append(.paragraph(String(line)))
      }
    }
    return rows
  }

  /// Where one reads more.
  private func see(_ text: String) -> String {
    let command = text.split(separator: "'").first.map(String.init) ?? ""
    return Phrase("详见 \(command)。", "詳見 \(command)。", "See \(command) for more.")[language]
  }

  /// What ArgumentParser says of its own accord.
  private func worded(_ text: String) -> String {
    if let own = Self.own[text] { return own[language] }
    guard text.hasSuffix(")"), let start = text.firstRange(of: "(default: ") else { return text }
    let value = text[start.upperBound...].dropLast()
    let given = Phrase("（不写则为 \(value)）", "（不寫則為 \(value)）", "(default: \(value))")[language]
    let before = text[..<start.lowerBound]
    return (language == .en ? before : String(before).withoutBlanksBehind[...]) + given
  }

  private static let headings = [
    "ARGUMENTS:": Phrase("参数：", "參數：", "Arguments:"),
    "OPTIONS:": Phrase("选项：", "選項：", "Options:"),
    "SUBCOMMANDS:": Phrase("子命令：", "子命令：", "Subcommands:"),
  ]

  private static let own = [
    "Show help information.": Phrase("打印这份说明。", "列印這份說明。", "Show this page."),
    "Show the version.": Phrase("打印版本。", "列印版本。", "Show the version."),
    "Show subcommand help information.": Phrase(
      "打印子命令的说明。", "列印子命令的說明。", "Show a subcommand's page."),
  ]
}

extension String {
  fileprivate var withoutBlanksBehind: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
