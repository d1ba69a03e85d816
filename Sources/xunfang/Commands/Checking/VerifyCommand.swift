import ArgumentParser
import Books
import Patrol
import Records
import Runner
import Wording

/// `xunfang verify`: digests, chains, signatures.
///
/// Prints how much was looked at. What is wrong is said on standard error and is exit code 1, what
/// was not read is 2: nothing is called sound that nobody looked at.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: .said(
        "核验每一卷的指纹、页链和签字。", "核驗每一卷的指紋、頁鏈和簽字。",
        "Check digests, chains and signatures of every volume."))
  }

  @Option(
    help: .said(
      "heads 打出的头单：能查出末尾被撕去的页、被调换的簿册。", "heads 打出的頭單：能查出末尾被撕去的頁、被調換的簿冊。",
      "A list made by heads: finds pages torn out of an end, or a book swapped."))
  var heads: String?
  @Flag(
    help: .said(
      "每页的认定和标记、每条记录的状态，每行一个 JSON 对象。", "每頁的認定和標記、每條記錄的狀態，每行一個 JSON 物件。",
      "Verdict and marks of every page, the state of every entry, one JSON object a line."))
  var pages = false
  @Flag(
    help: .said(
      "查出的问题，每行一个 JSON 对象：文件、页、规则、说明。", "查出的問題，每行一個 JSON 物件：檔案、頁、規則、說明。",
      "What the judge found as one JSON object a line: file, page, rule, text."))
  var json = false
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      try shared.directory.check()
      let result = try shared.runner().verify(
        ofPages: pages || heads != nil, progress: ProgressLine.onTerminal())
      guard let result else { return Outcomes.failed }
      if json {
        Output.text(result.broken.map { $0.line(shared.spoken) }.joined())
        Output.text(result.contradictions.map { $0.line(shared.spoken) }.joined())
      }
      if pages, let judged = result.judged { Output.text(judged.lines) }
      if let heads, let compared = try compare(heads, result) {
        let others = compared.findings.filter { !result.findings.contains($0.notice) }
        if json { Output.text(others.map { $0.line(shared.spoken) }.joined()) }
        return told(result, others.map(\.notice), [compared.extent])
      }
      let list = try heads.map(read)
      let missing = try list.map { list -> [Notice] in
        let keys = try KeyHeads(on: shared.directory.disk)
        return list.faults(on: shared.directory.disk).map(\.notice)
          + keys.faults(list.text).map(\.notice)
      }
      return told(result, missing ?? [], result.compared + (list.map { [$0.extent] } ?? []))
    }
  }

  /// With a signed note; nil where the file is an unsigned list.
  private func compare(_ heads: String, _ result: Verified) throws -> HeadsJudge.Compared? {
    let bytes = try GivenFile(heads).read()
    guard bytes.text.hasPrefix("xunfang heads"), let judged = result.judged else { return nil }
    return try HeadsJudge.compare(
      try HeadsNote.read(bytes, file: heads), file: heads, judged, on: shared.directory.disk,
      now: try shared.clock().now.instant)
  }

  /// - Parameters:
  ///   - others: what was found beside the books.
  ///   - extents: how much was compared with notes and lists.
  private func told(_ result: Verified, _ others: [Notice], _ extents: [Phrase]) -> ExitCode {
    let findings = result.findings + others
    for notice in result.notes + findings { Outcomes.complain(notice, shared.spoken) }
    let count = findings.count
    let wrong = Phrase("，\(count) 处不符", "，\(count) 處不符", ", \(count) wrong")
    Output.line(result.extent[shared.spoken] + wrong[shared.spoken])
    for extent in extents { Output.line(extent[shared.spoken]) }
    return Outcomes.read(result.unread, shared, findings.isEmpty ? .success : Outcomes.found)
  }

  private func read(_ list: String) throws -> HeadList {
    try HeadList(try GivenFile(list).read(), file: list)
  }
}

extension HeadsFinding {
  fileprivate func line(_ language: Language) -> String {
    JSONLine.object([
      (name: "File", value: file), (name: "Page", value: "\(page)"),
      (name: "Rule", value: rule.name), (name: "Text", value: notice.happened[language]),
    ]) + "\n"
  }
}

extension JudgeFinding {
  fileprivate func line(_ language: Language) -> String {
    JSONLine.object([
      (name: "File", value: file), (name: "Line", value: line.map(String.init) ?? ""),
      (name: "Page", value: "\(page)"), (name: "Rule", value: rule.name),
      (name: "Text", value: notice.happened[language]),
    ]) + "\n"
  }
}

extension JudgedBooks {
  /// A line a page, then a line for each entry that counts and bears or awaits a signature.
  fileprivate var lines: String {
    var (pages, entries) = ("", "")
    for (index, volume) in volumes.enumerated() where volume.count > 0 {
      for number in 1...volume.count {
        let place = [
          (name: "Book", value: volume.book.text), (name: "Year", value: "\(volume.year)"),
          (name: "Number", value: "\(number)"),
        ]
        let verdict = verdict(number, in: index)
        let judged = [
          (name: "Verdict", value: verdict.code),
          (name: "Marks", value: Mark.names(marks(number, in: index))),
        ]
        pages += JSONLine.object(place + judged) + "\n"
        guard let state = state(number, in: index),
          state != .none && state != .void || isAttested(number, in: index)
            || volume.book.kind != .patrol
        else { continue }
        entries += JSONLine.object(place + [(name: "State", value: state.rawValue)]) + "\n"
      }
    }
    return pages + entries
  }
}
