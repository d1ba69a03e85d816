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
      field == "Sections" ? sections(NewMessage(kind, form.draft), world) : []
    }
    plan.known = { form, world in
      let draft = form.asTyped(FieldReading(world, MessageFields.schema(kind).columns, form.draft))
      let lines = MessagePlan(NewMessage(kind, draft), in: world.snapshot, at: world.now.moment)
        .lines
      guard let first = lines.first else { return [] }
      return [
        Known(title: first, lines: lines.dropFirst().map { $0[world.language] }, isWhole: true)
      ]
    }
    plan.sentence = { draft, world in sentence(NewMessage(kind, draft), world) }
    return plan
  }

  /// The next step, or why it is none yet: what the hour or the day alone forbids is still looked at.
  private static func checked(_ new: NewMessage, in world: World) -> Ending {
    let plan = MessagePlan(new, in: world.snapshot, at: world.now.moment)
    do throws(MessageRefusal) {
      try new.check(plan, in: world.snapshot, at: world.now.moment)
    } catch {
      switch error {
      case .quiet, .tooMany: break
      default: return .refused(error.notice, field: error.field)
      }
    }
    return .check(.messageCheck(new))
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
    sentence.warnings = plan.warnings.map { $0[world.language] }
    let marked = sentence.warnings.map { "\(world.glyphs.urgent) \($0)" }
    sentence.brief = (plan.lines.prefix(1).map { $0[world.language] } + marked)
      .joined(separator: "  ")
    return sentence
  }
}
