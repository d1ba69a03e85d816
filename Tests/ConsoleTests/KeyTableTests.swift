import Foundation
import Runner
import Terminal
import Testing
import Wording

@testable import Console

@Suite("One table holds every key")
struct KeyTableTests {
  private func isLetter(_ key: Key) -> Bool {
    if case .character(let character) = key { character.isLetter } else { false }
  }

  @Test("Every action can be reached without a letter key")
  func withoutLetters() {
    for (title, lines) in KeyTables.all {
      for line in lines {
        #expect(line.keys.contains { !isLetter($0) }, "\(title[.en]): \(line.name.phrase[.en])")
      }
    }
  }

  @Test("Actions without a key of their own are in the palette by name")
  func unkeyed() throws {
    let keyed = Set(GlobalKeys.all.map(\.action))
    let named = Set(GlobalKeys.unkeyed.map(\.action))
    #expect(keyed.union(named) == Set(GlobalAction.allCases))
  }

  @Test("No key means two things in one place")
  func unambiguous() {
    for (title, lines) in KeyTables.all {
      let keys = lines.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(title[.en])")
    }
  }

  @Test("Every action and place has a name in three languages, and the reading that finds it")
  func names() {
    for (title, lines) in KeyTables.all {
      #expect(Language.allCases.allSatisfy { !title[$0].isEmpty })
      for line in lines {
        #expect(Language.allCases.allSatisfy { !line.name.phrase[$0].isEmpty })
        #expect(line.name.pinyin == reading(line.name.phrase[.hans]), "\(line.name.phrase[.hans])")
      }
    }
  }

  /// ICU's reading of each character, but for 重 (again) and 行 (a line, save in 执行).
  private func reading(_ name: String) -> String {
    name.map { character in
      if character == "重" { return "chong" }
      if character == "行", !name.contains("执行") { return "hang" }
      let latin = String(character).applyingTransform(
        StringTransform("Han-Latin; Latin-ASCII"), reverse: false)
      return latin ?? ""
    }.joined(separator: " ").lowercased()
  }

  @Test("Simplified and traditional names say the same")
  func scripts() {
    for (_, lines) in KeyTables.all {
      for line in lines {
        #expect(folded(line.name.phrase[.hant]) == folded(line.name.phrase[.hans]))
      }
    }
  }

  private func folded(_ text: String) -> String {
    let plain = text.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? text
    return Self.regional.reduce(plain) { $0.replacing($1.0, with: $1.1) }
  }

  /// Words that readers of traditional characters use where simplified text has another.
  private static let regional = [
    ("储存", "保存"), ("荧幕", "屏幕"), ("视窗", "窗口"), ("汇入", "导入"), ("汇出", "导出"), ("列印", "打印"),
  ]
}
