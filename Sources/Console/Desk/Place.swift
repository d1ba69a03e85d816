import Patrol
import Records
import Terminal
import Wording

extension Place {
  /// The screen of a place, and what it asks for at once.
  ///
  /// - Parameter below: the screen it opens over, whose keys help and palette list.
  func screen(in world: World, over below: (any Screen)?) -> (any Screen, [Effect]) {
    switch self {
    case .home: return (HomeScreen(in: world), [])
    case .firstSteps: return (FirstStepsScreen(), [])
    case .founding: return form(.founding(), in: world)
    case .floors: return form(.floors(), in: world)
    case .lines(let kind): return (LinesScreen(kind, in: world), [])
    case .patrolForm(let team, let day, let from):
      // A draft belongs to its day, and the day that is shown is the one that is meant.
      let day = day ?? from.map(world.snapshot.station.patrolDay) ?? world.day
      return form(.patrol(team: team, day: day, from: from), in: world)
    case .phone: return (PhoneScreen(), [])
    case .inspectionForm(let team, let settles):
      return form(.inspection(team: team, day: world.day, settles: settles), in: world)
    case .pageForm(let kind): return form(.new(kind, day: world.day), in: world)
    case .book(let kind, let book, let page):
      let screen = BookScreen(kind, of: book, at: page, in: world)
      return (screen, [screen.request])
    case .refusal(let id): return form(.refusal(id), in: world)
    case .review(let id): return form(.review(id), in: world)
    case .deputy(let team): return form(.deputy(team: team), in: world)
    case .sign(let task): return (SignScreen(task), [])
    case .waiting: return (WaitingScreen(), [])
    case .countersign(let person, let only): return (CountersignScreen(person, only: only), [])
    case .keys: return (KeysScreen(), [])
    case .secret(let task): return (SecretScreen(task), [])
    case .verify: return (VerifyScreen(), [.start(.verify)])
    case .correction(let id):
      // A page of a book that nobody knows is shown, and not corrected.
      guard let kind = world.snapshot.kinds.page(in: id.book.kind) else {
        return page(id)
      }
      return form(.correction(id, kind), in: world)
    case .void(let id): return form(.void(id), in: world)
    case .page(let id): return page(id)
    case .registers(let kind, let scope):
      return (RegistersScreen(kind, scope: scope, in: world), [])
    case .record(let kind, let code):
      return (RecordScreen(kind, code), [.perform(.history(.register(kind), code: code))])
    case .recordForm(let kind, let code, let scope, let given, let first):
      return form(.record(kind, code: code, scope: scope, given: given, at: first), in: world)
    case .severalForm(let kind, let codes):
      return form(.several(kind, codes), in: world)
    case .ending(let kind, let codes): return form(.ending(kind, codes), in: world)
    case .reveal(let kind, let code): return form(.reveal(kind, code), in: world)
    case .merge(let kind, let code): return (MergeScreen(kind, code, in: world), [])
    case .merging(let kind, let code, let into):
      return (MergingScreen(kind, code, into: into, in: world), [])
    case .split(let unit): return form(.split(unit), in: world)
    case .settings: return (SettingsScreen(), [SettingsScreen.history(in: world)])
    case .settingsForm(let group): return form(.settings(group), in: world)
    case .equipmentTotals(let scope): return (EquipmentTotalsScreen(scope), [])
    case .importing(let kind, let scope): return (ImportScreen(kind, scope: scope), [])
    case .roster(let scope, let day):
      let screen = RosterScreen(scope: scope, day: day ?? world.day)
      return (screen, [screen.request(in: world)])
    case .recordedDays(let scope, let day):
      let screen = RecordedDaysScreen(scope: scope, day: day)
      return (screen, [screen.request])
    case .goals(let unit, let stop):
      let screen = GoalStops(unit: unit, at: stop, in: world)
      return (screen, screen.request(in: world))
    case .cases(let choice):
      let screen = CasesScreen(choice)
      return (screen, [screen.request])
    case .intelligence: return (IntelligenceScreen(), [])
    case .leadInList(let code): return (IntelligenceScreen(at: code, in: world), [])
    case .messages: return messages(MessagesScreen(in: world), in: world)
    case .receivedTexts(let code): return messages(MessagesScreen(at: code, in: world), in: world)
    case .message(let code, let purpose):
      let screen = MessageScreen(code, for: purpose, in: world)
      return (screen, GatewayPoll.first(in: world))
    case .exportTexts: return form(.exportTable, in: world)
    case .receiveTexts: return form(.receiveTable, in: world)
    case .messageForm(let kind): return form(.message(kind), in: world)
    case .messageCheck(let new): return (MessageCheckScreen(new, in: world), [])
    case .extendLookout(let code): return form(.extendLookout(code), in: world)
    case .claimText(let code): return form(.claimText(code), in: world)
    case .putText(let code): return form(.putText(code), in: world)
    case .wholeText(let text): return (WholeTextScreen(text), [])
    case .lead(let ids, let step): return form(.lead(ids, step), in: world)
    case .annexForm(let lead, let opened): return form(.annex(lead, opened), in: world)
    case .annexWhy(let lead): return form(.annexWhy(lead), in: world)
    case .annex(let opened): return (AnnexScreen(opened), [])
    case .day(let team): return (HomeScreen(visiting: team), [])
    case .setOut(let team): return form(.setOut(team: team), in: world)
    case .today: return (TodayScreen(), [])
    case .deciding(let ids, let settles): return form(.deciding(ids, settles: settles), in: world)
    case .compare(let sides): return (CompareScreen(sides), [])
    case .search(let text):
      return (SearchScreen(text), text.isEmpty ? [] : [.start(.search(text, in: world.language))])
    case .goToDay: return (GoToDayScreen(), [])
    case .help:
      let isTyping = below?.isTyping == true
      let everywhere = GlobalKeys.working(isAsking: below is ShiftScreen).map(\.plain)
        .compactMap { isTyping ? $0.whileTyping : $0 }
      let screen = HelpScreen(
        below?.title ?? GlobalKeys.title, below?.purpose ?? HelpScreen.purpose,
        own: below?.hints(in: world) ?? [], everywhere: everywhere)
      return (screen, [])
    case .palette: return (PaletteScreen(over: below, in: world), [])
    case .choose(let choosing): return (ChooseScreen(choosing, in: world), [])
    case .clock(let doubt): return (ClockScreen(doubt: doubt), [])
    case .shift(let isAsked): return (ShiftScreen(isAsked: isAsked), [])
    }
  }

  private func messages(_ screen: MessagesScreen, in world: World) -> (any Screen, [Effect]) {
    (screen, GatewayPoll.first(in: world))
  }

  private func page(_ id: PageID) -> (any Screen, [Effect]) {
    let screen = PageScreen(id: id)
    return (screen, [screen.request])
  }

  /// A form, what it asks for at once, and where another draft of it waits.
  private func form(_ plan: FormPlan, in world: World) -> (any Screen, [Effect]) {
    let screen = FormScreen(plan, in: world)
    return (screen, plan.opening(screen.form.draft, world) + plan.hintAtDraft(in: world))
  }
}

extension Place {
  /// The day that it is about, where the place itself says so.
  func day(in world: World) -> Day? {
    switch self {
    case .patrolForm(_, let day, let from): day ?? from.map(world.snapshot.station.patrolDay)
    case .sign(.close(let day)): day
    case .recordedDays(_, let day): day
    default: nil
    }
  }

  /// Why a form can't be opened: nobody fills in what is refused when it is saved.
  func refusal(in world: World) -> Notice? {
    if case .settingsForm(let group) = self { return world.snapshot.unread(group)?.notice }
    if let page = page.flatMap({ world.ledger?.entry(with: $0) }), !page.isSound {
      return SigningRefusal.notSound(page.page.id.number).notice
    }
    let (kind, codes): (RegisterKind, [String]) =
      switch self {
      case .recordForm(let kind, let code, _, _, _): (kind, code.map { [$0] } ?? [])
      case .severalForm(let kind, let codes), .ending(let kind, let codes): (kind, codes)
      case .merge(let kind, let code): (kind, [code])
      case .merging(let kind, let code, let into): (kind, [code, into])
      case .split(let unit): (.units, [unit])
      case .importing(let kind, _): (kind, [])
      // No record that stands is changed there.
      default: (.members, [])
      }
    if writesByHand, kind.layout.isMade { return RegisterRefusal.notByHand(kind.name).notice }
    let table = world.snapshot.table(kind)
    for code in codes {
      guard let index = table.index(of: code) else { continue }
      let keeper = table.keeper(of: index)
      guard keeper == world.snapshot.station.unit else {
        return RegisterRefusal.keptElsewhere(code: code, keeper: keeper).notice
      }
    }
    return nil
  }

  /// Whether records are written there as somebody types them.
  private var writesByHand: Bool {
    switch self {
    case .recordForm, .severalForm, .ending, .merge, .merging, .importing: true
    default: false
    }
  }

  /// The page that would be written about.
  private var page: PageID? {
    switch self {
    case .correction(let id), .void(let id), .refusal(let id), .review(let id),
      .sign(.page(let id)):
      id
    default: nil
    }
  }
}

/// Every key table there is, for tests and for docs/keys.md.
///
/// A screen that is missing here is missing in both.
package enum KeyTables {
  package static let screens: [any Screen.Type] = [
    HomeScreen.self, FormScreen.self, PhoneScreen.self, PageScreen.self, BookScreen.self,
    RegistersScreen.self,
    RecordScreen.self, MergeScreen.self, MergingScreen.self, EquipmentTotalsScreen.self,
    ImportScreen.self, RosterScreen.self, GoalStops.self, GoalsScreen.self,
    CoverScreen.self, ReplayScreen.self, ChartsScreen.self, CasesScreen.self,
    IntelligenceScreen.self, AnnexScreen.self, MessagesScreen.self, MessageScreen.self,
    MessageCheckScreen.self, WholeTextScreen.self,
    RecordedDaysScreen.self, TodayScreen.self,
    CompareScreen.self,
    SearchScreen.self, GoToDayScreen.self, ChooseScreen.self, SignScreen.self, WaitingScreen.self,
    CountersignScreen.self, KeysScreen.self, SecretScreen.self, VerifyScreen.self, HelpScreen.self,
    PaletteScreen.self, SettingsScreen.self, ClockScreen.self, ShiftScreen.self,
    FirstStepsScreen.self, LinesScreen.self,
  ]

  package static let all: [(title: Phrase, lines: [KeyLine])] =
    [(GlobalKeys.title, GlobalKeys.all.map(\.plain))] + screens.map { ($0.title, $0.keyLines) }
}
