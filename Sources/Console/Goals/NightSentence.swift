import Patrol
import Records
import Terminal
import Wording

/// The sentence of a minute: what happened, who was out, and where nobody was.
extension ReplayScreen {
  func sentence(_ night: NightReplay, _ world: World) -> [Span] {
    let (at, event, language) = (moment(night), event(night), world.language)
    let out = event.map(night.teams(during:)) ?? night.teams(at: at)
    // Of what nobody saw happen everybody counts who was out while it may have.
    let isLong = event?.until != nil
    var spans = [Span("\(at.clock)  ", .bold)]
    if let event {
      let (glyph, role) = NightBars.mark(event, world.glyphs)
      spans += [
        Span("\(glyph) ", role), Span(event.told(world)[language], .bold), Span("  "),
      ]
    }
    guard !out.isEmpty else {
      let nobody =
        isLong
        ? Phrase("其间无人在巡。", "其間無人在巡。", "Nobody was out in that time.")
        : Phrase("当时无人在巡。", "當時無人在巡。", "Nobody was out then.")
      return spans + [Span(nobody[language], .warning)] + missing(event, night, out, world)
    }
    let names = names(out, world)
    let (when, then) = isLong ? ("其间", "其間") : ("当时", "當時")
    let said = Phrase(
      "\(when)在巡 \(out.count) 队：\(names)", "\(then)在巡 \(out.count) 隊：\(names)",
      "\(out.count) \(out.count == 1 ? "team" : "teams") out: \(names)")
    return spans + [Span(said[language])] + missing(event, night, out, world)
  }

  /// A few names; of many only how many more.
  private func names(_ teams: [Team], _ world: World) -> String {
    let most = world.size.width >= 116 ? 6 : 3
    let names = teams.prefix(most).map { world.isLatinOnly ? $0.pinyin : $0.name }
    let left = teams.count - names.count
    let more = Phrase("等", "等", " and \(left) more")[world.language]
    return names.joined(separator: world.language.separator) + (left > 0 ? more : "")
  }

  /// Of what happened somewhere: whether anybody was there, else when last.
  private func missing(
    _ event: NightEvent?, _ night: NightReplay, _ out: [Team], _ world: World
  ) -> [Span] {
    guard let event, !event.isInspection else { return [] }
    let (snapshot, language) = (world.snapshot, world.language)
    let unit = snapshot.unitName(event.unit)
    let there = out.filter { snapshot.patrols($0, in: event.unit) }
    guard there.isEmpty else {
      let names = names(there, world)
      let said = Phrase("，其中在\(unit)：\(names)。", "，其中在\(unit)：\(names)。", "; in \(unit): \(names).")
      return [Span(said[language], .good)]
    }
    let nobody = Phrase("，都不在\(unit)。", "，都不在\(unit)。", "; none in \(unit).")
    let none = out.isEmpty ? [] : [Span(nobody[language], .warning)]
    guard let nearest = night.nearest(to: event.at, in: event.unit, snapshot) else {
      let said = Phrase(
        " \(unit)当夜无队出巡。", " \(unit)當夜無隊出巡。", " Nobody of \(unit) went out in that night.")
      return none + [Span(said[language])]
    }
    let (team, clock) = (
      world.isLatinOnly ? nearest.team.pinyin : nearest.team.name, nearest.at.clock
    )
    let said =
      nearest.isBack
      ? Phrase(" \(team) \(clock) 已归。", " \(team) \(clock) 已歸。", " \(team) was back at \(clock).")
      : Phrase(" \(team) \(clock) 才出。", " \(team) \(clock) 才出。", " \(team) went out at \(clock).")
    return none + [Span(said[language])]
  }
}

extension NightEvent {
  /// In a few words.
  func name(_ world: World) -> Phrase {
    switch kind {
    case .inspection:
      let side = team.flatMap { world.snapshot.team($0)?.name } ?? world.snapshot.unitName(unit)
      return Phrase("检查\(side)", "檢查\(side)", "inspected \(side)")
    case .incident(let code):
      guard let incident = world.snapshot.incident(code) else { return Phrase(verbatim: code) }
      let place = incident.section.isEmpty ? world.snapshot.unitName(unit) : incident.section
      return Phrase { "\(place) \(incident.category.label[$0])" }
    case .lead(.record(let code)): return Phrase("情报 \(code)", "情報 \(code)", "lead \(code)")
    case .lead(.page(let page)):
      return Phrase(
        "情报 №\(page.number)", "情報 №\(page.number)", "lead №\(page.number)")
    }
  }

  /// With what was seen.
  func told(_ world: World) -> Phrase {
    let name = name(world)
    switch kind {
    case .inspection(_, let isGood, let isAnybodyThere):
      let how =
        !isAnybodyThere
        ? Phrase("：到场无人", "：到場無人", ": nobody there")
        : isGood ? Phrase("：合格", "：合格", ": in order") : Phrase("：有问题", "：有問題", ": not in order")
      return Phrase { name[$0] + how[$0] }
    case .incident(let code):
      let isPreventable = world.snapshot.incident(code)?.preventable == .yes
      let until = until.map { "–\($0.clock)" } ?? ""
      let note = isPreventable ? Phrase("，可防", "，可防", ", preventable") : Phrase("", "", "")
      return Phrase {
        let number = code + note[$0] + (until.isEmpty ? "" : " \(self.at.clock)\(until)")
        return $0 == .en ? "\(name[$0]) (\(number))" : "\(name[$0])（\(number)）"
      }
    case .lead:
      return Phrase { "\(name[$0])\($0 == .en ? ": " : "：")\(what.withoutFullStop)" }
    }
  }
}
