import Patrol
import Records
import Wording

extension FormPlan {
  /// A shift that is handed over: everything that is open is a field of its own.
  ///
  /// Made twice: at once without `known`, and again with a field for each thing that is open.
  ///
  /// - Parameter known: what is open and where the handover before ended, once that was looked for.
  static func handover(day: Day, knowing known: Recollection? = nil) -> FormPlan {
    let kind = PageKind.handover
    let own = page(kind, day: day)
    let open = (known?.open ?? []).map { ($0.matter, HandedWord.column($0, label($0))) }
    let columns = own.columns + open.map(\.1)
    var plan = FormPlan(
      Phrase("记交接班", "記交接班", "Hand over a shift"), columns,
      asked: asked(kind, open.map(\.1.name)), from: ShiftHandover.incoming.column.name,
      // Not of a day: days turn when shifts do.
      draft: DraftName(kind.name),
      beginning: { world in
        let since = known?.texts[ShiftHandover.to].flatMap { Moment($0) }
        var draft = Draft(
          HandoverBeginning(world.snapshot, now: world.now.moment).texts(since: since))
        // What nobody can end at a handover goes on; a word about it can still be added.
        for entry in known?.open ?? [] where !entry.mayBeDone {
          draft[entry.matter.field] = HandedItem.Answer.goesOn.rawValue
        }
        return draft
      },
      ending: { draft, _, world throws(FieldError) in
        .command(.write(NewPage(kind, try handed(draft, open, world))))
      })
    plan.opening = { _, _ in [.perform(.recallShift(kind))] }
    plan.knowing = { handover(day: day, knowing: $0) }
    plan.beside = besideHandover
    plan.following = { old, new, world in
      let (from, to) = (ShiftHandover.from.column, ShiftHandover.to.column)
      guard old[from] != new[from] || old[to] != new[to], let began = Moment(new[from]),
        let typed = Moment(new[to])
      else { return ([:], []) }
      // Of both the clock alone is typed.
      let ended = old[to] == new[to] ? typed : HandoverBeginning.near(typed, world.now.moment)
      return (
        [to.name: ended.text, from.name: HandoverBeginning.before(ended, began).text], []
      )
    }
    plan.after = own.after
    return plan
  }

  /// People and times, then what is open, then what is on hand.
  private static func asked(_ kind: PageKind, _ open: [String]) -> [String] {
    let own = kind.layout.asked.map(\.name)
    let counted = own.firstIndex(of: ShiftHandover.keys.column.name) ?? own.count
    return Array(own[..<counted]) + open + Array(own[counted...])
  }

  /// `№262 11-22 青石镇专职队 变压器围栏门未锁`: the day without its year, since there is little room.
  private static func label(_ entry: Handing.Entry) -> Phrase {
    let says = [entry.day.monthAndDay, entry.about.name, entry.words].joined(separator: " ")
    let page = "№\(entry.matter.page.number)"
    return entry.matter.duty == .matter
      ? Phrase(verbatim: "\(page) \(says)")
      : Phrase("\(page) 待签 \(says)", "\(page) 待簽 \(says)", "\(page) unsigned \(says)")
  }

  /// The page's own fields, with every answer in its place.
  private static func handed(
    _ draft: Draft, _ open: [(matter: OpenMatter, column: Column)], _ world: World
  ) throws(FieldError) -> [String: String] {
    var lines: [String] = []
    for (matter, column) in open {
      guard let item = HandedItem(matter, saying: draft[column]) else {
        throw column.error(draft[column])
      }
      lines.append(item.text)
    }
    let kind = PageKind.handover
    var texts = draft.texts.filter { kind.column($0.key) != nil }
    texts[ShiftHandover.open] = lines.joined(separator: "\n")
    texts = HandoverBeginning(world.snapshot, now: world.now.moment).complete(texts)
    _ = try kind.body(texts)
    return texts
  }

  /// Who is out beside the people and times, what was on hand last beside what is counted.
  @Sendable private static func besideHandover(
    _ field: String, _ form: Form, _ world: World
  ) -> [Remark] {
    let counted = [ShiftHandover.keys.column, ShiftHandover.equipment.column]
    if let column = counted.first(where: { $0.name == field }) {
      let last = form.recollection.texts[field] ?? ""
      guard !last.isEmpty else { return [] }
      let text = FieldDisplay(world: world, day: nil).text(last, column)
      return [(Phrase("上一份 ", "上一份 ", "last time ")[world.language] + text, .plain)]
    }
    guard PageKind.handover.column(field) != nil else { return [] }
    let out = ShiftHandover.out(in: world.snapshot).map { $0.words(world.language) }
    guard !out.isEmpty else {
      return [(Phrase("没有未归的队。", "沒有未歸的隊。", "Nobody is out.")[world.language], .dim)]
    }
    return out.map { ($0, .warning) }
  }
}
