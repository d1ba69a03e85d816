import Patrol
import Records
import Terminal
import Wording

/// An annex that was opened: it shows until it is left, and stands nowhere else.
struct AnnexScreen: Screen {
  enum Action: Hashable { case step(Step), edit, back }

  static let title = ActionName.sealedAnnex.phrase
  static let purpose = Phrase(
    "情报涉及的人。只在这里看，离开就收起；F4 修改后重新密封，可换能开的人。已结情报的附件保存期满后清除。",
    "情報涉及的人。只在這裡看，離開就收起；F4 修改後重新密封，可換能開的人。已結情報的附件保存期滿後清除。",
    "Whom it is about. It shows here alone and goes when it is left; F4 changes it and seals it anew, for others too. Some time after the outcome it is erased."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.f(4), .character("e"), does: .edit, .edit, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  private let opened: OpenedAnnex
  private var scroll = Scroll()

  init(_ opened: OpenedAnnex) { self.opened = opened }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    switch action {
    case .step(let step): scroll.move(step, shown(in: world))
    case .edit: return [.turnTo(.annexForm(opened.lead, opened))]
    case .back: return [.close]
    }
    return []
  }

  func view(in world: World) -> any Block {
    VStack {
      HeaderBar(world: world)
      Panel(
        Line("\(Self.title[world.language]) \(opened.lead)", .titleFocus), isFocused: true,
        glyphs: world.glyphs
      ) {
        Padded(block: ReadLines(top: scroll.top, lines: lines(world)))
      }
    }
  }

  private func lines(_ world: World) -> [Line] {
    // Who has the keyboard after a lock is somebody else.
    guard !world.isLocked else { return [Line(Phrase.locked[world.language], .dim)] }
    let (language, width) = (world.language, max(8, world.size.width - 4))
    let columns = Annex.schema.columns.filter { opened.texts[$0.name] != nil }
    let labels = (columns.map(\.label) + [.readers]).map { $0[language].cells }.max() ?? 0
    func field(_ label: Phrase, _ text: String, _ role: Role) -> [Line] {
      let indent = String(repeating: " ", count: labels + 2)
      return LineBreak.lines(text, width: max(8, width - labels - 2)).enumerated().map {
        index, text in
        let name = label[language]
        let pad = String(repeating: " ", count: labels + 2 - name.cells)
        return index == 0
          ? Line(name + pad, .label) + Line(text, role) : Line(indent + text, role)
      }
    }
    let names = opened.officers.map(\.name).joined(separator: language.separator)
    return columns.flatMap { field($0.label, opened.texts[$0.name] ?? "", .plain) }
      + [Line([])] + field(.readers, names, .dim)
  }
}

extension Phrase {
  fileprivate static let readers = Phrase("能开的人", "能開的人", "Who opens it")
  fileprivate static let locked = Phrase("已锁定。", "已鎖定。", "Locked.")
}
