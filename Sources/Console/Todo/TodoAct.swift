import Patrol
import Records
import Wording

/// What is done about what was found: where it leads, and what is filled in there.
struct TodoAct {
  private let world: World

  init(_ world: World) { self.world = world }

  /// The list stays below, so that Esc leads back to its line.
  func effects(of finding: Finding) -> [Effect] {
    switch finding.place {
    case .entry(let team, let day): [.open(.patrolForm(team: team, day: day, from: nil))]
    case .underway(let team):
      [
        .open(
          .patrolForm(team: team, day: nil, from: world.snapshot.underway(of: team)?.from))
      ]
    case .page(let id, let day): opening(.page(id), of: day)
    case .pages(let ids, let day): opening(.compare(.pages(ids)), of: day)
    case .sign(let id, let day): opening(.sign(.page(id)), of: day)
    case .review(let id, let day): opening(.review(id), of: day)
    case .settle: [.open(.deciding([finding.id], settles: true))]
    case .recheck(let item):
      [.open(.inspectionForm(team: item.about.code, settles: item.page))]
    case .inspect(let team): [.open(.inspectionForm(team: team))]
    case .lead(let id): next(id)
    case .message(let code):
      [.open(.message(code, for: finding.rule == .textsStuck ? .whoFailed : .reading))]
    case .receivedText(let code): [.open(.receivedTexts(at: code))]
    case .newRecord(let kind, let scope, let given):
      [.open(.recordForm(kind, code: nil, scope: scope, given: given))]
    case .record(let kind, let code): [.open(.recordForm(kind, code: code, scope: nil))]
    case .ending(let kind, let code): [.open(.ending(kind, codes: [code]))]
    case .records(let kind, let scope): [.open(.registers(kind, scope: scope))]
    case .twins(let kind, let code, let other): [.open(.compare(.records(kind, code, other)))]
    case .roster(let team, let day): [.open(.roster(scope: .team(team), day: day))]
    case .firstSteps: [.open(.firstSteps)]
    case .erase: [.run(.eraseDue)]
    case .elsewhere: [.say(finding.rule.explanation)]
    case .file: [.complain(.mendFile(finding.text))]
    }
  }

  /// The next step of something reported; what it became meanwhile shows in its list.
  private func next(_ id: LeadItem.ID) -> [Effect] {
    guard let item = world.openLeads.first(where: { $0.id == id }),
      let next = LeadStage(rawValue: item.stage.rawValue + 1)
    else { return [.open(.intelligence)] }
    return [.open(.lead([id], next))]
  }

  /// A page is read with its day.
  private func opening(_ place: Place, of day: Day) -> [Effect] {
    [.open(place, on: day)]
  }

  /// One act for several, where one can do it.
  func effects(of findings: [Finding]) -> [Effect] {
    guard let first = findings.first else { return [] }
    if findings.count == 1 { return effects(of: first) }
    guard Set(findings.map(\.rule.title)).count == 1 else { return [.say(.ofOneKind)] }
    switch first.place {
    case .settle: return [.open(.deciding(findings.map(\.id), settles: true))]
    case .sign: return signing(findings)
    case .lead where first.rule == .leadUnassigned:
      let ids = findings.compactMap { finding in
        if case .lead(let id) = finding.place { id } else { nil }
      }
      return [.open(.lead(ids, .assigned))]
    case .newRecord(.training, _, _):
      let people = findings.compactMap { finding -> String? in
        if case .newRecord(.training, _, let given) = finding.place {
          given["Attendees"]
        } else {
          nil
        }
      }
      return [
        .open(
          .recordForm(
            .training, code: nil, scope: nil,
            given: ["Attendees": people.joined(separator: ", ")]))
      ]
    default: return [.say(.oneByOne)]
    }
  }

  /// Several pages are signed by one person in one go, each after it was seen.
  private func signing(_ findings: [Finding]) -> [Effect] {
    let pages = findings.compactMap { finding in
      if case .sign(let id, _) = finding.place { id } else { nil }
    }
    let people = Set(world.waiting.filter { pages.contains($0.page) }.map { $0.person?.code })
    guard people.count == 1, let person = people.first ?? nil else { return [.say(.oneSigner)] }
    let first = world.waiting.first { pages.contains($0.page) }?.day ?? world.day
    return [.open(.countersign(person, only: Set(pages)), on: first)]
  }

  /// The form in which they are put off or accepted, or why they can't be.
  func puttingOff(_ findings: [Finding]) -> [Effect] {
    for finding in findings {
      if case .never(let why) = finding.rule.leave {
        return [.complain(DeferralRefusal.mayNot(title: finding.rule.title, why: why).notice)]
      }
    }
    return [.open(.deciding(findings.map(\.id), settles: false))]
  }
}

extension Phrase {
  fileprivate static let ofOneKind = Phrase(
    "所标的不是一类，请只标同一类的一起办。", "所標的不是一類，請只標同一類的一起辦。",
    "What is marked is of several kinds; mark one kind to do it together.")
  fileprivate static let oneByOne = Phrase(
    "这类事项要逐件办理：按 Esc 去掉标记，再按 Enter。", "這類事項要逐件辦理：按 Esc 去掉標記，再按 Enter。",
    "These are done one by one: Esc drops the marks, then Enter.")
  fileprivate static let oneSigner = Phrase(
    "所标的由不同的人签字，请按签字人分别标记。", "所標的由不同的人簽字，請按簽字人分別標記。",
    "Different people are to sign these; mark those of one person.")
}
