import Patrol
import Records
import Terminal
import Wording

/// Two records field by field, before one takes the other's place: which value stays is chosen where they
/// differ, and what goes along is said.
struct MergingScreen: Screen {
  enum Action: Hashable { case step(Step), choose, other, merge, say, back }

  static let title = Phrase("合并对照", "合併對照", "Merge, field by field")
  static let purpose = Phrase(
    "左边一条并入右边一条后停用，逐项对照。不同的项按空格换用另一边的值，Tab 换保留哪一条；看清了按 F10 合并，合并后可 C-z 撤销。",
    "左邊一條併入右邊一條後停用，逐項對照。不同的項按空格換用另一邊的值，Tab 換保留哪一條；看清了按 F10 合併，合併後可 C-z 撤銷。",
    "The record on the left ends and joins the one on the right. Where they differ Space takes the other value, Tab changes which one stays; F10 merges once you have seen it, C-z takes it back."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.f(10), does: .merge, .mergeNow, hint: true),
      Binding(.character(" "), .left, .right, does: .choose, .otherValue, hint: true),
      Binding(.tab, .backTab, does: .other, .keepOther, hint: true),
      Binding(.enter, does: .say, .open),
      Binding(.escape, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  let kind: RegisterKind
  private(set) var code, into: String
  private var cursor = Cursor()
  /// Names of the fields whose value comes from the record that ends.
  private(set) var taken: Set<String>

  init(_ kind: RegisterKind, _ code: String, into: String, in world: World) {
    (self.kind, self.code, self.into) = (kind, code, into)
    taken = Self.fields(kind, code, into, world).lacking
  }

  private static func fields(
    _ kind: RegisterKind, _ code: String, _ into: String, _ world: World
  ) -> MergedFields {
    let table = world.snapshot.table(kind)
    return MergedFields(kind, from: table.texts(code) ?? [:], into: table.texts(into) ?? [:])
  }

  private func fields(in world: World) -> MergedFields { Self.fields(kind, code, into, world) }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    let rows = fields(in: world).rows
    cursor.hold(within: rows.count)
    switch event {
    case .action(.step(let step)):
      cursor.move(step, count: rows.count, shown: shown(for: step, in: world))
    case .action(.choose): return choose(rows)
    case .action(.other):
      (code, into) = (into, code)
      taken = fields(in: world).lacking
    case .action(.merge):
      return [.perform(.merge(kind, code: code, into: into, taking: taken))]
    case .action(.say): return [.say(.mergesByF10)]
    case .action(.back): return [.close]
    case .outcome(.done(let done)): return [.close] + done.saying
    case .outcome(.failed(let notice, _)): return [.complain(notice)]
    case .outcome, .text, .paste, .progress, .tick: break
    }
    return []
  }

  private mutating func choose(_ rows: [MergedFields.Row]) -> [Effect] {
    guard rows.indices.contains(cursor.index) else { return [] }
    let row = rows[cursor.index]
    guard row.differs else { return [.say(.sameInBoth)] }
    if taken.remove(row.column.name) == nil { taken.insert(row.column.name) }
    return []
  }

  func view(in world: World) -> any Block {
    let rows = fields(in: world).rows
    let table = world.snapshot.table(kind)
    let name = world.snapshot.title(of: table.texts(into) ?? [:], kind)
    let isNarrow = world.size.width < 76
    let footer = footer(world)
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line("\(Self.title[world.language]) \(world.glyphs.more) \(name)", .titleFocus),
        note: Line("\(code) \(world.glyphs.arrow) \(into)", .bold), isFocused: true,
        glyphs: world.glyphs
      ) {
        Table(
          [
            .init("", .cells(isNarrow ? 8 : 12)),
            .init(Phrase.ends(code)[world.language], .share(1)),
            .init(Phrase.stays(into)[world.language], .share(1)),
          ], count: rows.count, selected: min(cursor.index, max(0, rows.count - 1)),
          isFocused: true
        ) { cells(rows[$0], world) }
        RuleLine(glyphs: world.glyphs)
        PaddedLines(lines: footer).height(.cells(footer.count))
      }
    }
  }

  /// What is kept stands out; what is alike has nothing to choose.
  private func cells(_ row: MergedFields.Row, _ world: World) -> [Line] {
    let display = FieldDisplay(world: world, day: nil)
    let isTaken = taken.contains(row.column.name)
    func value(_ text: String, _ isKept: Bool) -> Line {
      let shown = text.isEmpty ? "" : display.text(text, row.column).replacing("\n", with: " ")
      guard row.differs else { return Line("  " + shown, .dim) }
      let mark = isKept ? world.glyphs.check : " "
      return Line(mark + " ", .good) + Line(shown.isEmpty ? "–" : shown, isKept ? .bold : .dim)
    }
    return [
      Line(row.column.label[world.language], row.differs ? .plain : .dim),
      value(row.ending, isTaken), value(row.kept, !isTaken),
    ]
  }

  /// What goes along, and the key that merges.
  private func footer(_ world: World) -> [Line] {
    let language = world.language
    let step = try? RegisterStep(merging: code, into: into, kind, taking: taken, in: world.snapshot)
    let moved = step?.moved(besides: [code, into], kind) ?? []
    let list = moved.map { "\($0.kind.title[language]) \($0.count)" }.joined(
      separator: language.separator)
    return [
      Line((moved.isEmpty ? Phrase.nothingAlong : .goAlong(list, into))[language], .dim),
      Line(Phrase.mergesByF10[language], .dim),
    ]
  }
}

extension Phrase {
  fileprivate static func ends(_ code: String) -> Phrase {
    Phrase("  \(code) 并入后停用", "  \(code) 併入後停用", "  \(code) ends")
  }
  fileprivate static func stays(_ code: String) -> Phrase {
    Phrase("  \(code) 保留", "  \(code) 保留", "  \(code) stays")
  }
  fileprivate static func goAlong(_ list: String, _ code: String) -> Phrase {
    Phrase(
      "随同改到 \(code) 名下：\(list)。", "隨同改到 \(code) 名下：\(list)。", "Goes along to \(code): \(list).")
  }
  fileprivate static let nothingAlong = Phrase(
    "没有别的登记随同改动。", "沒有別的登記隨同改動。", "No other record names it.")
  fileprivate static let mergesByF10 = Phrase(
    "✓ 是保留的值，空格换边；F10 合并，簿页不动。", "✓ 是保留的值，空格換邊；F10 合併，簿頁不動。",
    "✓ marks what is kept, Space takes the other value; F10 merges, no page is touched.")
  fileprivate static let sameInBoth = Phrase("两条这一项相同。", "兩條這一項相同。", "Both say the same here.")
}
