import Patrol
import Records
import Terminal
import Wording

/// The path while there is no plan; then which column goes where, and every line that is wrong.
extension ImportScreen {
  func view(in world: World) -> any Block {
    let title = Line(
      "\(ActionName.importTable.phrase[world.language]) \(world.glyphs.more) \(kind.title[world.language])",
      .titleFocus)
    let whole = VStack {
      HeaderBar(world: world)
      if let plan { planBlock(plan, title, world) } else { pathBlock(title, world) }
    }
    guard let picker else { return whole }
    return picker.block(world, over: whole, width: 48)
  }

  private func pathBlock(_ title: Line, _ world: World) -> any Block {
    let language = world.language
    return Panel(title, note: bar(world), isFocused: true, glyphs: world.glyphs) {
      QueryLine(text: path, notes: "")
      PaddedLines(
        lines: [Line([])]
          + offers.map { Line($0, .match) }
          + (offers.isEmpty
            ? Phrase.importHelp[language].split(separator: "\n").map { Line(String($0), .dim) }
            : []))
    }
  }

  private func planBlock(_ plan: ImportPlan, _ title: Line, _ world: World) -> any Block {
    let language = world.language
    let columns = max(4, min(plan.map.headings.count + 3, world.share(1, of: 2, beside: 4)))
    return VStack {
      Panel(title, note: bar(world), isFocused: pane == .columns, glyphs: world.glyphs) {
        columnTable(plan, world)
      }.height(.cells(columns))
      Panel(
        Line(plan.summary[language], plan.refusal == nil ? .title : .warning),
        isFocused: pane == .lines, glyphs: world.glyphs
      ) {
        lineTable(plan, world)
      }
    }
  }

  private func bar(_ world: World) -> Line {
    guard let progress else { return Line([]) }
    let percent = progress.done * 100 / max(1, progress.of)
    return Line("\(percent)% \(progress.done)/\(progress.of)", .match)
  }

  private func columnTable(_ plan: ImportPlan, _ world: World) -> any Block {
    let map = plan.map
    let language = world.language
    return Table(
      [
        .init(Phrase("表格栏目", "表格欄目", "Heading")[language], .share(2)),
        .init(Phrase("登记到", "登記到", "Goes into")[language], .share(2)),
        .init(Phrase("举例", "舉例", "Such as")[language], .share(3)),
      ],
      count: map.headings.count, selected: columns.index, isFocused: pane == .columns
    ) { index in
      let field = map.fields[index].flatMap(kind.column)
      let rival = map.undecided[index].flatMap(kind.column)?.label[language]
      let sample =
        plan.samples.lazy.compactMap { $0.indices.contains(index) ? $0[index] : nil }
        .first { !$0.isEmpty } ?? ""
      // A column that goes nowhere may hold anybody's number.
      let isPersonal = field?.entry.isPersonal ?? true
      return [
        Line(map.headings[index]),
        field.map { Line($0.label[language], .good) }
          ?? rival.map {
            Line(Phrase("另一栏也是\($0)", "另一欄也是\($0)", "\($0) as well")[language], .warning)
          } ?? Line(Phrase("不导入", "不匯入", "left out")[language], .dim),
        Line((isPersonal ? Member.masked(sample) : sample).replacing("\n", with: " "), .dim),
      ]
    }
  }

  private func lineTable(_ plan: ImportPlan, _ world: World) -> any Block {
    let language = world.language
    let ready = Phrase(
      "每一行都可以导入。F10 导入。", "每一行都可以匯入。F10 匯入。", "Every line can be taken. F10 imports.")
    let (account, faults) = (plan.account, plan.faults.count)
    return Table(
      [
        .init(Phrase("行", "行", "Line")[language], .cells(6), isRight: true),
        .init(Phrase("原因", "原因", "Why")[language], .share(1)),
      ],
      count: account.count, selected: account.isEmpty ? nil : lines.index,
      isFocused: pane == .lines, empty: ready[language]
    ) { index in
      // Line 0 is about the table as a whole; the wrong lines come first.
      let (line, text) = account[index]
      return [
        Line(line > 0 ? "\(line)" : "", .dim),
        Line(text[language], index < faults ? .warning : .plain),
      ]
    }
  }
}

extension Phrase {
  static let importHelp = Phrase(
    """
    CSV 文件的路径，如 ~/花名册.csv；Tab 补全，Enter 读取。
    UTF-8 或 GB18030 都认；第一行写栏目名称，次序不限。
    先看结果再导入；有一行不对就都不导入；导入后 C-z 可撤销。
    """,
    """
    CSV 檔案的路徑，如 ~/花名冊.csv；Tab 補全，Enter 讀取。
    UTF-8 或 GB18030 都認；第一行寫欄目名稱，次序不限。
    先看結果再匯入；有一行不對就都不匯入；匯入後 C-z 可撤銷。
    """,
    """
    The path of a CSV file, such as ~/members.csv; Tab completes, Enter reads it.
    UTF-8 or GB 18030; the first line names the columns, in any order.
    You see the result first; one wrong line and nothing is imported; C-z takes it back.
    """)
}
