import ArgumentParser
import Console
import Foundation
import Patrol
import Terminal
import TestSupport
import Testing
import Wording

@testable import xunfang

@Suite("Help and wrong usage are said in the user's language")
struct CommandWordsTests {
  /// Every command, those that only hold others among them.
  private static func commands(_ top: any ParsableCommand.Type = Xunfang.self)
    -> [any ParsableCommand.Type]
  {
    [top] + top.configuration.subcommands.flatMap { commands($0) }
  }

  private static func help(_ command: any ParsableCommand.Type, _ language: Language) -> String {
    Spoken.$language.withValue(language) {
      let text = Xunfang.helpMessage(for: command, columns: 100_000)
      return HelpPage(text, language).text(width: 80)
    }
  }

  /// What somebody is told who typed that.
  private static func told(_ arguments: [String], _ language: Language) -> String {
    Spoken.$language.withValue(language) {
      do {
        _ = try Xunfang.parseAsRoot(arguments)
        return ""
      } catch {
        return WrongUsage(
          text: Xunfang.fullMessage(for: error, columns: 100_000), language: language
        ).worded
      }
    }
  }

  /// Three English words in a row; names between commas are typed and no sentence.
  private static func isEnglish(_ line: some StringProtocol) -> Bool {
    String(line).firstMatch(of: /[A-Za-z']{2,} [a-z']+ [a-z']+/) != nil
  }

  private static func hasHan(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) }
  }

  @Test("Every page of help is in one language, and no line is wider than the window")
  func pages() {
    let commands = Self.commands()
    #expect(commands.count > 45)
    for command in commands {
      for language in Language.allCases {
        let page = Self.help(command, language)
        let lines = page.split(separator: "\n")
        #expect(lines.count > 4)
        // How a command is typed is the same everywhere.
        let said = lines.filter { !$0.contains("xunfang ") }
        for line in said {
          #expect(String(line).cells <= 80, "\(line)")
          #expect(language == .en ? !Self.hasHan(line) : !Self.isEnglish(line), "\(line)")
        }
        #expect(language == .en || Self.hasHan(lines[0]), "\(lines[0])")
        #expect(language == .en || !page.contains("default"), "\(page)")
        #expect(!page.contains("OPTIONS") && !page.contains("USAGE"))
      }
    }
  }

  @Test(
    "Every option and argument has a text, and the two Chinese ones differ where the characters do")
  func everyOption() {
    for command in Self.commands() {
      let pages = Language.allCases.map { language in
        Self.help(command, language).split(separator: "\n").filter { $0.hasPrefix("  -") }
      }
      for line in pages[0] where !line.contains("--at <at>") {
        #expect(
          Self.hasHan(line) || line.drop { $0 != "-" }.contains("><") || line.hasSuffix(">"),
          "\(command): \(line)")
      }
      #expect(pages[0].count == pages[1].count && pages[1].count == pages[2].count)
    }
  }

  @Test(
    "Wrong usage is told in words",
    arguments: [
      (["list"], "缺少 <kind>"), (["list", "members", "--unti", "x"], "没有选项 --unti，是不是 --unit？"),
      (["list", "members", "-y"], "没有选项 -y"), (["list", "members", "more"], "多出“more”"),
      (["list", "members", "a", "b"], "多出 2 个：a', 'b"),
      (["search", "x", "--from"], "--from <from> 后面没有内容"),
      (["list", "members", "--json=yes"], "--json 不带内容，却写了“yes”"),
      (["generate", "d", "--teams", "many"], "“many”不能用于 --teams <teams>"),
      (["show", "QS.patrol", "x", "1"], "“x”不能用于 <year>"), (["sgn"], "多出“sgn”"),
      (["heads", "--cosign", "x"], "--cosign 要同时写 --signer"),
    ])
  func wrongUsage(_ arguments: [String], _ said: String) {
    let told = Self.told(arguments, .hans)
    #expect(told.hasPrefix("用法有误：\(said)\n"), "\(told)")
    for language in Language.allCases {
      let lines = Self.told(arguments, language).split(separator: "\n")
      #expect(lines.count > 1)
      for line in lines where !line.contains("xunfang ") {
        #expect(language == .en ? !Self.hasHan(line) : !Self.isEnglish(line), "\(line)")
      }
    }
  }

  @Test("A command that is given nothing says what it needs in the language that is asked for")
  func nothingGiven() {
    for command in Self.commands().dropFirst() {
      let words = Self.words(of: command)
      for language in Language.allCases {
        let told = Self.told(words, language)
        for line in told.split(separator: "\n") where !line.contains("xunfang ") {
          #expect(language == .en ? !Self.hasHan(line) : !Self.isEnglish(line), "\(line)")
        }
      }
    }
  }

  @Test(
    "What a command finds wrong itself is told with that command's usage, not with the program's")
  func ownUsage() throws {
    let scratch = try Demo.small()
    for (words, told) in [
      (["put", "members", "Nme=x"], "用法有误：队员没有“Nme”这一项\n用法：xunfang put <kind>"),
      (["check", "--date", "x"], "用法有误：“x”不是日期；如 2026-11-24、11-24、-1\n用法：xunfang check"),
    ] {
      let result = try Tool.xunfang().run(
        words + ["--data", scratch.path], environment: ["XUNFANG_HOME": Demo.home])
      #expect(result.status == 64 && result.err.hasPrefix(told), "\(result.err)")
      #expect(result.err.contains("详见 xunfang \(words[0]) --help"), "\(result.err)")
    }
  }

  @Test("What programs read of the command line itself is left as it is")
  func machines() throws {
    let dumped = try Tool.xunfang().run(["--experimental-dump-help"]).out
    _ = try JSONSerialization.jsonObject(with: Data(dumped.utf8))
    #expect(try Tool.xunfang().run(["--version"]).out == "0.1.0\n")
  }

  @Test("An option may be given several times where the command takes several, and nowhere else")
  func repeating() throws {
    let dumped = try Tool.xunfang().run(["--experimental-dump-help"]).out
    let help = try JSONSerialization.jsonObject(with: Data(dumped.utf8)) as? [String: Any]
    let several = Self.repeating(try #require(help?["command"] as? [String: Any]))
    #expect(several == Arguments.repeating)
  }

  private static func repeating(_ command: [String: Any]) -> Set<String> {
    var found: Set<String> = []
    for argument in command["arguments"] as? [[String: Any]] ?? []
    where argument["isRepeating"] as? Bool == true && argument["kind"] as? String == "option" {
      for name in argument["names"] as? [[String: String]] ?? [] {
        found.formUnion(name["name"].map { ["--\($0)"] } ?? [])
      }
    }
    return (command["subcommands"] as? [[String: Any]] ?? []).reduce(into: found) {
      $0.formUnion(repeating($1))
    }
  }

  /// The words that a command is typed with, as its own help has them.
  private static func words(of command: any ParsableCommand.Type) -> [String] {
    let usage =
      Xunfang.helpMessage(for: command, columns: 100_000).split(separator: "\n")
      .first { $0.hasPrefix("USAGE: ") } ?? ""
    return usage.split(separator: " ").dropFirst(2).prefix { $0.first?.isLetter == true }
      .map(String.init)
  }

  @Test("The language is the one that is asked for, else the directory's")
  func language() throws {
    let scratch = try Demo.small()
    #expect(Spoken.language(of: ["list", "--data", scratch.path]) == .hans)
    for words in [["--language", "en"], ["--language=en"]] {
      #expect(Spoken.language(of: ["list", "--data=\(scratch.path)"] + words) == .en)
    }
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.setStation(["Language": "zh-Hant"]))
    #expect(Spoken.language(of: ["list", "--data", scratch.path]) == .hant)
  }

  @Test("A field is called by its label in any language, or by its name in the files")
  func labels() throws {
    let columns = PatrolEntry.schema.columns
    for argument in ["发现经过=好", "發現經過=好", "Observed=好"] {
      #expect(try Assignments.read([argument], of: columns)["Observed"] == "好", "\(argument)")
    }
    for kind in Kinds.ours.registers {
      for column in kind.columns {
        #expect(kind.columns.called(column.name)?.name == column.name)
        for language in Language.allCases {
          #expect(
            kind.columns.called(column.label[language])?.name == column.name, "\(column.name)")
        }
      }
    }
    #expect(try Assignments.read(["Nothing=x"], of: columns)["Nothing"] == "x")
  }
}
