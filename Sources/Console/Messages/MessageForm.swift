import Patrol
import Records
import Wording

extension FormPlan {
  /// A new prompt or look-out; what it would do stands beside it, and nothing goes out from here.
  static func message(_ kind: MessageKind) -> FormPlan {
    let isLookout = kind == .lookout
    let asked =
      isLookout
      ? ["Kind", "Incident", "Expires", "Groups", "Sections", "Units", "Template", "Text"]
      : ["Kind", "Template", "Groups", "Sections", "Hours", "Text"]
    var plan = FormPlan(
      isLookout ? ActionName.newLookout.phrase : ActionName.newPrompt.phrase,
      MessageFields.schema(kind).columns, asked: asked, from: asked[1],
      draft: DraftName("message", kind.rawValue),
      beginning: { world in
        Draft([
          "Kind": kind.rawValue, "Signed": world.snapshot.station.messageSignature,
        ])
      },
      ending: { draft, _, world throws(FieldError) in
        _ = try draft.read(MessageFields.schema(kind))
        return checked(NewMessage(kind, draft), in: world)
      })
    plan.rare = isLookout ? ["Hours", "Signed"] : ["Units", "Signed"]
    plan.locked = ["Kind"]
    (plan.templates, plan.saving) = (["Text"], .checkMessage)
    plan.following = { old, new, world in (filled(kind, old, new, world), []) }
    plan.beside = { field, form, world in
      let new = NewMessage(kind, form.draft)
      return switch field {
      case "Sections": sections(new, world)
      case "Incident": incident(new, world)
      default: []
      }
    }
    plan.known = { form, world in
      let draft = form.asTyped(FieldReading(world, MessageFields.schema(kind).columns, form.draft))
      return preview(
        MessagePlan(NewMessage(kind, draft), in: world.snapshot, at: world.now.moment), world)
    }
    plan.sentence = { draft, world in sentence(NewMessage(kind, draft), world) }
    return plan
  }

  /// To how many it goes, and what that takes: under each other where there is a column for it, else in
  /// lines of their own as far as there is room.
  private static func preview(_ plan: MessagePlan, _ world: World) -> [Known] {
    let lines = plan.lines
    guard let first = lines.first else { return [] }
    if world.size.width >= FormScreen.wideFrom {
      let rest = lines.dropFirst().map { $0[world.language] }
      return [Known(title: first, lines: rest, titleRole: .bold)]
    }
    let costs = Phrase { language in lines.suffix(2).map { $0[language] }.joined(separator: "  ") }
    return (lines.dropLast(2) + [costs]).map { Known(title: $0, lines: [], isWhole: true) }
  }

  /// The next step, or why it is none yet.
  private static func checked(_ new: NewMessage, in world: World) -> Ending {
    guard let refusal = new.refusal(in: world), !refusal.isOfTheHour else {
      return .check(.messageCheck(new))
    }
    return .refused(refusal.notice, field: refusal.field)
  }

  /// A template that was chosen fills the text; what is said later fills blanks of it.
  private static func filled(
    _ kind: MessageKind, _ old: Draft, _ new: Draft, _ world: World
  ) -> [String: String] {
    let (before, now) = (NewMessage(kind, old), NewMessage(kind, new))
    func words(_ message: NewMessage) -> String? {
      let code = message.template.flatMap {
        world.codes.code(MessageTemplate.table(kind), $0)
      }
      return code.map { $0.meaning[world.snapshot.station.spoken] }
    }
    let template = words(now)
    let isNew = before.template != now.template
    // Words that nobody has changed follow what the template is about.
    let isAsFilled =
      words(before).map {
        MessageTemplate.filled($0, before, in: world.snapshot) == old["Text"]
      } ?? false
    let text =
      template != nil && (isNew || isAsFilled) && old["Text"] == new["Text"]
      ? template ?? "" : new["Text"]
    let said = MessageTemplate.filled(text, now, in: world.snapshot)
    return said == new["Text"] ? [:] : ["Text": said]
  }

  /// When and where the case was that is chosen.
  private static func incident(_ new: NewMessage, _ world: World) -> [Remark] {
    let one = new.incident.flatMap(world.snapshot.incident)
    return one.map { [($0.called(world.language), .match)] } ?? []
  }

  /// Sections that the registers have for the people chosen, those with most of them first.
  private static func sections(_ new: NewMessage, _ world: World) -> [Remark] {
    let groups = (new.groups.isEmpty ? AudienceGroup.allCases : new.groups).filter(\.hasSections)
    let all = groups.flatMap { world.snapshot.reached($0, on: world.today) }.map(\.section)
      .filter { !$0.isEmpty }
    let counts = Dictionary(grouping: all, by: { $0 }).mapValues(\.count)
    let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(16)
    return [(most.map { "\($0.key) \($0.value)" }.joined(separator: "  "), .plain)]
  }

  private static func sentence(_ new: NewMessage, _ world: World) -> FormSentence {
    var sentence = FormSentence()
    guard !new.text.isEmpty else { return sentence }
    let plan = MessagePlan(new, in: world.snapshot, at: world.now.moment)
    sentence.label = Phrase("将发 ", "將發 ", "Will send: ")
    sentence.text = new.whole(world.snapshot.station)
    sentence.missing = MessageTemplate.blanks(new.text).joined(separator: world.language.separator)
    let late = new.refusal(of: plan, in: world).flatMap {
      $0.isOfTheHour ? $0.notice.happened : nil
    }
    sentence.warnings = ([late].compactMap { $0 } + plan.warnings).map { $0[world.language] }
    let marked = sentence.warnings.map { "\(world.glyphs.urgent) \($0)" }
    sentence.brief = (plan.lines.prefix(1).map { $0[world.language] } + marked)
      .joined(separator: "  ")
    return sentence
  }
}

extension NewMessage {
  /// Why it can't go out as things are.
  ///
  /// - Parameter plan: its own, where it was made already: it looks through the registers.
  func refusal(of plan: MessagePlan? = nil, in world: World) -> MessageRefusal? {
    let now = world.now.moment
    do throws(MessageRefusal) {
      let plan = plan ?? MessagePlan(self, in: world.snapshot, at: now)
      try check(plan, in: world.snapshot, at: now)
      return nil
    } catch {
      return error
    }
  }
}

extension MessageRefusal {
  /// Whether the hour or the day alone forbids it: it is looked at all the same.
  fileprivate var isOfTheHour: Bool {
    switch self {
    case .quiet, .tooMany: true
    default: false
    }
  }
}
