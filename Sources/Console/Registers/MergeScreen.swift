import Patrol
import Records
import Terminal
import Wording

/// Picks the record that takes another's place: the same person twice, a unit that joins another.
///
/// Those that look like the same person come first.
struct MergeScreen: Screen {
  enum Action: Hashable { case step(Step), choose, deleteBack, back }

  static let title = ActionName.merge.phrase
  static let purpose = Phrase(
    "同一个人或单位登记了两次，在这里并为一条；已写的簿页不动。选定并入哪一条，Enter 两条并看，看清了再合并。",
    "同一個人或單位登記了兩次，在這裡併為一條；已寫的簿頁不動。選定併入哪一條，Enter 兩條並看，看清了再合併。",
    "Somebody or something stands here twice and becomes one record; no page is touched. Choose the one that stays; Enter shows both side by side before anything is merged."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .choose, .choose, hint: true),
      Binding(.escape, does: .back, .back, hint: true),
      Binding(.backspace, does: .deleteBack, .deleteBack),
    ] + Binding<Action>.steps { .step($0) }

  let kind: RegisterKind
  let code: String
  private var list: PickList

  init(_ kind: RegisterKind, _ code: String, in world: World) {
    (self.kind, self.code) = (kind, code)
    let snapshot = world.snapshot
    let table = snapshot.table(kind)
    let texts = table.texts(code) ?? [:]
    let twins = Set(Duplicates(kind, in: snapshot).twins(of: texts).map(\.code))
    var rows = RegisterRows(kind).standing(in: snapshot).map { table.texts(at: $0) }
      .filter { row in
        row["Code"] != code && kind.layout.mergedWithin.map { row[$0] == texts[$0] } ?? true
      }
    rows =
      rows.filter { twins.contains($0["Code"] ?? "") }
      + rows.filter { !twins.contains($0["Code"] ?? "") }
    let name = snapshot.title(of: texts, kind)
    list = PickList(
      title: "\(ActionName.merge.phrase[world.language]): \(code) \(name) \(world.glyphs.arrow) ?",
      items: rows.map { row in
        let team = snapshot.team(of: row, kind) ?? ""
        let isTwin = twins.contains(row["Code"] ?? "")
        return PickItem(
          row["Code"] ?? "", title: snapshot.title(of: row, kind),
          note: (isTwin ? Phrase.twin[world.language] + " " : "") + "\(row["Code"] ?? "") \(team)",
          // The reading would find an informant by the name (P8).
          pinyin: kind.layout.hidesName ? "" : kind.layout.reading.flatMap { row[$0] } ?? "",
          code: row["Code"] ?? "")
      })
  }

  var isTyping: Bool { true }
  var overlay: Size? { Size(60, 16) }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): list.type(String(character))
    case .paste(let text): list.type(text.replacing("\n", with: " "))
    case .action(.step(let step)): list.move(step, shown(for: step, in: world))
    case .action(.deleteBack): list.deleteBack()
    case .action(.back): return [.close]
    case .action(.choose):
      guard let into = list.current?.value else { return [.say(list.nothing)] }
      return [.turnTo(.merging(kind, code: code, into: into))]
    case .outcome, .progress, .tick: break
    }
    return []
  }

  func view(in world: World) -> any Block { list.block(world) }
}

extension Phrase {
  static let twin = Phrase("疑同一人", "疑同一人", "same?")
}
