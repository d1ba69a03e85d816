import Records
import Wording

/// Why a line of a table can't be taken, where it is not one field's fault.
package enum ImportRefusal: Refusal, Hashable {
  case twice(line: Int)
  case badLines(Int)
  case undecided(Phrase, Phrase)
  /// A code is somebody's whose name has nothing in common with the line's.
  case otherPerson(code: String, name: String, line: String)

  package var field: String { "Code" }

  package var notice: Notice {
    switch self {
    case .twice(let line):
      Notice(
        Phrase(
          "与第 \(line) 行是同一人，内容却不同。", "與第 \(line) 行是同一人，內容卻不同。",
          "The same person as in line \(line), with other contents."),
        safe: Notice.nothingImported,
        next: Phrase(
          "请留一行；确是两个人，请给各自的代号。", "請留一行；確是兩個人，請給各自的代號。",
          "Keep one line; if they are two people, give each a code."))
    case .badLines(let count):
      Notice(
        Phrase(
          "有 \(count) 行不对，整表没有导入。", "有 \(count) 行不對，整表沒有匯入。",
          "\(count) lines are wrong; nothing of the table was imported."),
        safe: Notice.registersUntouched,
        next: Phrase("请改正这些行后重新导入。", "請改正這些行後重新匯入。", "Put these lines right and import again."))
    case .otherPerson(let code, let name, let line):
      Notice(
        Phrase(
          "代号 \(code) 是\(name)，不是\(line)。", "代號 \(code) 是\(name)，不是\(line)。",
          "\(code) is \(name), not \(line)."),
        safe: Notice.nothingImported,
        next: Phrase(
          "请核对代号；确是改名，请在台账里改。", "請核對代號；確是改名，請在臺賬裡改。",
          "Check the code; if the name was changed, change it in the register."))
    case .undecided(let column, let field):
      Notice(
        Phrase(
          "\(column[.hans])也是“\(field[.hans])”，不知用哪一栏。",
          "\(column[.hant])也是「\(field[.hant])」，不知用哪一欄。",
          "\(column[.en]) is “\(field[.en])” as well: which one counts is open."),
        safe: Notice.nothingImported,
        next: Phrase(
          "请指明这一栏登记到哪里，或不导入（命令用 --map 栏目=）。", "請指明這一欄登記到哪裡，或不匯入（命令用 --map 欄目=）。",
          "Say where the column goes, or leave it out (--map HEADING= in the command)."))
    }
  }

  package static let examples: [Self] = [
    .twice(line: 12), .badLines(3),
    .otherPerson(code: "QS-01-001", name: "赖银锁", line: "王五"),
    .undecided(Phrase("“手机”栏", "「手機」欄", "Column “手机”"), Phrase("电话", "電話", "Phone")),
  ]
}

extension Notice {
  fileprivate static let nothingImported = Phrase(
    "没有导入任何内容。", "沒有匯入任何內容。", "Nothing was imported.")
}
