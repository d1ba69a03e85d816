import Patrol
import Records
import Terminal
import Wording

/// A table of another program read into a register: its path, then what it would do, then doing it.
///
/// Nothing is written before every line can be; then everything is, in one step that C-z takes back.
struct ImportScreen: Screen {
  enum Action: Hashable {
    case step(Step), open, nextPane, run, badLines, deleteBack, clear, back
  }

  static let title = ActionName.importTable.phrase
  static let purpose = Phrase(
    "从 CSV 表格导入台账，全部导入或全不导入。先写表格的路径读表，核对各列归到哪一项，没有错误再导入。",
    "從 CSV 表格匯入臺賬，全部匯入或全不匯入。先寫表格的路徑讀表，核對各列歸到哪一項，沒有錯誤再匯入。",
    "Takes a CSV table into a register, all of it or nothing. Type its path and read it, look where each column goes, and import once nothing is wrong."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .open, hint: true),
      Binding(.tab, does: .nextPane, .nextPane, hint: true),
      Binding(.f(10), .control("s"), does: .run, .doImport, hint: true),
      Binding(
        .character(">"), .character("》"), .character("p"), does: .badLines, .badLines, hint: true),
      Binding(.escape, does: .back, .back, hint: true),
      Binding(.backspace, does: .deleteBack, .deleteBack),
      Binding(.control("u"), does: .clear, .clear),
    ] + Binding<Action>.steps { .step($0) }

  enum Pane { case columns, lines }

  let kind: RegisterKind
  /// The unit or team that lines belong to which name none.
  let scope: Scope?
  var path = TextLine()
  /// Paths that go on from `path`, where there are several.
  var offers: [String] = []
  /// Nil while the path is typed.
  var plan: ImportPlan?
  /// Nil while nothing is under way.
  var progress: (done: Int, of: Int)?
  var pane = Pane.columns
  var columns = Cursor()
  var lines = Cursor()
  /// The fields a column can go into, while one is picked.
  var picker: PickList?
  /// From `F10` to its answer: what is being written can't be stopped.
  private var isWriting = false

  init(_ kind: RegisterKind, scope: Scope?) {
    (self.kind, self.scope) = (kind, scope)
  }

  var isTyping: Bool { plan == nil || picker != nil }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): type(String(character))
    case .paste(let text): type(text.trimmingBlanks().replacing("\n", with: ""))
    case .action(let action): return act(action, in: world)
    case .outcome(let outcome): return receive(outcome)
    case .progress(let progress): return receive(progress, in: world)
    case .tick: break
    }
    return []
  }

  private mutating func type(_ text: String) {
    if picker != nil { picker?.type(text) } else { path.insert(text) }
  }

  private mutating func receive(_ outcome: Outcome) -> [Effect] {
    switch outcome {
    case .done(let done):
      if let found = done.answer as? Completion { complete(found.paths) }
      return done.saying
    case .failed(let notice, _): return [.complain(notice)]
    case .unchanged: return []
    }
  }

  /// As far as all offers agree.
  private mutating func complete(_ paths: [String]) {
    guard var common = paths.first else { return }
    for path in paths { common = String(zip(common, path).prefix { $0 == $1 }.map(\.0)) }
    if common.count > path.text.count || paths.count == 1 { path.replaceAll(common) }
    offers = paths.count > 1 ? paths : []
  }

  private mutating func receive(_ progress: Progress, in world: World) -> [Effect] {
    switch progress {
    case .running(let done, let of): self.progress = (done, of)
    case .brought(let plan as ImportPlan):
      (self.plan, self.progress) = (plan, nil)
      // Wrong lines come up at once only where every column is decided.
      pane = plan.bad.isEmpty || !plan.undecided.isEmpty ? .columns : .lines
    case .brought(let imported as Imported):
      let said =
        imported.summary?.phrase ?? Phrase("台账里已经都有了。", "臺賬裡已經都有了。", "All of it is there already.")
      // What is written was said; what of it could not be finished is said in its place.
      let trouble = imported.trouble.map { [Effect.complain($0)] } ?? []
      return [.close, .say(said)] + trouble + [.perform(.refresh(world.day))]
    case .failed(let notice):
      (self.progress, isWriting) = (nil, false)
      return [.complain(notice)]
    case .brought: break
    }
    return []
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    if picker != nil { return actInPicker(action, in: world) }
    switch action {
    case .step(let step): move(step, in: world)
    case .nextPane:
      guard plan != nil else { return [.perform(.complete(path: path.text))] }
      pane = pane == .columns ? .lines : .columns
    case .open: return open(in: world)
    case .run: return run()
    case .badLines: return badLines(in: world)
    case .deleteBack: path.deleteBack()
    case .clear: path.clear()
    case .back: return back()
    }
    return []
  }

  private mutating func move(_ step: Step, in world: World) {
    guard let plan else { return }
    let shown = shown(for: step, in: world)
    switch pane {
    case .columns: columns.move(step, count: plan.map.headings.count, shown: shown)
    case .lines: lines.move(step, count: plan.account.count, shown: shown)
    }
  }

  private mutating func open(in world: World) -> [Effect] {
    guard let plan else { return read(nil) }
    guard pane == .columns, plan.map.headings.indices.contains(columns.index) else { return [] }
    let none = PickItem("", title: Phrase("不导入", "不匯入", "leave out")[world.language], code: "-")
    // Only a merge says what took a record's place, never a table.
    let fields = kind.columns(in: world.snapshot.station).filter {
      $0.name != kind.layout.sameAs?.name
    }
    picker = PickList(
      title: plan.map.headings[columns.index],
      items: [none]
        + fields.map {
          PickItem(
            $0.name, title: $0.label[world.language], note: $0.isRequired ? "*" : "", code: $0.name)
        })
    return []
  }

  private mutating func actInPicker(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .step(.first), .step(.last): return [.say(.listIsOpen)]
    case .step(let step):
      let shown = shown(for: step, in: world)
      picker?.move(step, shown)
    case .deleteBack: picker?.deleteBack()
    case .back: picker = nil
    case .open:
      guard let field = picker?.current?.value, var map = plan?.map else {
        return [.say(picker?.nothing ?? .noMatch)]
      }
      picker = nil
      map.set(columns.index, to: field.isEmpty ? nil : field)
      return read(map)
    case .nextPane, .run, .badLines, .clear: return [.say(.listIsOpen)]
    }
    return []
  }

  private mutating func read(_ map: HeadingMap?) -> [Effect] {
    guard !path.text.isEmpty else {
      return [.say(Phrase("先写表格文件的路径。", "先寫表格檔案的路徑。", "Type the table's path first."))]
    }
    (progress, offers) = ((0, 1), [])
    return [.start(.readTable(TableImport(kind, path: path.text, scope: scope, map: map)))]
  }

  private mutating func run() -> [Effect] {
    guard !isWriting else { return [] }
    guard let plan else { return read(nil) }
    if let refusal = plan.refusal { return [.complain(refusal.notice)] }
    isWriting = true
    progress = (0, max(1, plan.new.count + plan.changed.count))
    return [.start(.importTable(plan))]
  }

  private func badLines(in world: World) -> [Effect] {
    guard let plan, !plan.bad.isEmpty else {
      return [.say(Phrase("没有有误的行。", "沒有有誤的行。", "No line is wrong."))]
    }
    return [.perform(.store(plan.badTable(world.language), name: "wrong-\(kind.name).csv"))]
  }

  /// Work under way is stopped; then the path is asked for again; then the screen is left.
  private mutating func back() -> [Effect] {
    if progress != nil, !isWriting {
      progress = nil
      return [.stop(.reading)]
    }
    guard plan != nil, !isWriting else { return isWriting ? [] : [.close] }
    plan = nil
    return []
  }

  func hints(in world: World) -> [KeyLine] {
    if picker != nil { return keyLines.inList(taking: .open) }
    return keyLines.compactMap { line in
      switch line.name {
      case .open where plan == nil: KeyLine(keys: line.keys, name: .readTable, isHint: true)
      case .nextPane where plan == nil:
        KeyLine(keys: line.keys, name: .completePath, isHint: true)
      case .doImport, .badLines: plan == nil ? nil : line
      default: line
      }
    }
  }
}
