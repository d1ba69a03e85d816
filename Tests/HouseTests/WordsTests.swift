import Console
import Foundation
import Patrol
import Records
import TestSupport
import Testing
import Wording

@testable import xunfang

@Suite("Words are those of the order, and the same everywhere")
struct WordsTests {
  /// What is never written, and what stands in its place.
  private static let better: [(now: String, better: String)] = [
    ("資訊", "信息"), ("計程車", "出租車"), ("簡訊", "短信"), ("通訊", "通信"),
    ("簿簿不符", "两簿不符"), ("所未检查", "派出所未检查"), ("责任未明", "责任人未明确"),
    ("没有登记", "未登记"), ("沒有登記", "未登記"), ("还没有登记", "尚未登记"),
    ("没有写", "未写"), ("沒有寫明", "未明確"), ("没有责任民警", "未明确责任民警"),
    ("的交接事项未办结", "交接“…”未办结"), ("更正修改", "更正，修改"), ("离队停用", "离队，停用"),
    ("常用办理", "快捷办理"), ("单栏放大", "放大本栏"), ("暂离到命令行", "临时退到命令行"),
    ("物件清点", "设施清点"), ("按路段巡\n", "按路段时段巡逻"), ("簿册及时", "记录及时完整"),
    ("提前填写或雷同", "提前填写、内容雷同"), ("清除到期资料", "到期清除"), ("不能先记", "不能提前记录"),
    ("不认 ", "不支持"), ("读不懂", "无法识别"), ("没有待办，各队都齐", "无待办，各队记录齐全"),
    ("没有未封的页", "当日各页均已封簿"), ("请换身份", "请换签字身份"), ("Phoned whoever", "the person"),
    ("is still to come", "It is not … yet"), ("Usual act", "Quick action"),
    ("Twice?", "Duplicate?"), ("City floor", "City establishment"),
    ("to be put right \\(", "fix overdue by"),
  ]

  /// Words that are whole ones where they stand in a longer one that is right.
  private static let allowed = ["没有写过", "沒有寫過", "派出所未检查", "没有写入", "沒有寫入", "没有写完", "沒有寫完"]

  @Test("No source, table or page for people has a word that has a better one")
  func sources() throws {
    var texts: [(String, String)] = try ["data/codes.rec", "data/phrases.rec", "README.md"].map {
      ($0, try String(contentsOfFile: Demo.home + "/" + $0, encoding: .utf8))
    }
    for target in try FileManager.default.contentsOfDirectory(atPath: Demo.home + "/Sources") {
      // Tables of characters, and the papers of a made-up city.
      for (file, lines) in try Sources.files(target)
      where !file.contains("Table.swift") && target != "Demo" {
        let said = lines.filter { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") }
        texts.append((file, said.joined(separator: "\n")))
      }
    }
    #expect(texts.count > 300)
    for (file, text) in texts {
      let text = Self.allowed.reduce(text) { $0.replacing($1, with: "") }
      for (now, better) in Self.better where text.contains(now) {
        Issue.record("\(file): \(now) → \(better)")
      }
    }
  }

  @Test("Every label, title and sentence has its words in three languages, and no bare name")
  func everyPhrase() {
    let kinds = Kinds.ours
    let columns =
      kinds.registers.flatMap(\.columns) + kinds.pages.flatMap(\.columns)
      + [SettingsGroup.policy, .desk, .station].flatMap(\.columns)
    let phrases =
      columns.map(\.label) + Rules.ids.map(\.title)
      + kinds.registers.map(\.title) + kinds.pages.map(\.layout.title)
      + KeyTables.all.flatMap { [$0.title] + $0.lines.map(\.name.phrase) }
      + GlobalKeys.unkeyed.map(\.name.phrase)
      + ErrorsDocument.all(own: StartError.examples.map(\.notice)).flatMap(\.notices)
      .map(\.happened)
    #expect(phrases.count > 700)
    for phrase in phrases {
      #expect(!phrase[.hans].isEmpty && !phrase[.hant].isEmpty && !phrase[.en].isEmpty)
      // A name that a file has for a field is no word.
      for column in columns where phrase[.en].contains("\(column.name):") {
        #expect(column.label[.en] == column.name, "\(phrase[.en])")
      }
    }
    for column in columns {
      #expect(!["口令", "起", "止"].contains(column.label[.hans]) || column.entry == .clock)
      #expect(column.label[.hans].contains { !$0.isASCII }, "\(column.name)")
    }
  }
}
