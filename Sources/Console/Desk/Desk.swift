import Patrol
import Records
import Terminal
import Wording

/// What the loop has to do for the desk.
///
/// The answer comes back with the ticket, which says who asked; nobody waits for ticket 0.
package enum Request: Sendable {
  case command(Command, ticket: Int)
  case job(Job, ticket: Int)
  case stop(Lane)
  case redraw
  case suspend
  case ring
  case theme(String)
}

/// The line above the hint bar.
package struct DeskMessage: Hashable, Sendable {
  package let text: Phrase
  package let isError: Bool
}

/// The whole console as one value: the screens on top of each other and what they all can see.
package struct Desk: Sendable {
  /// A screen that is open.
  struct Layer: Sendable {
    /// Drawn from the same numbers as tickets and never used again: an answer may come after its
    /// screen has closed.
    let id: Int
    var screen: any Screen
    /// The day that it is about; nil for the one that is worked on.
    var day: Day?
  }

  /// What is opened once the pages of its day were read.
  private struct Opening {
    let place: Place
    let day: Day
    /// The layer that it takes the place of.
    let replaced: Int?
  }

  package private(set) var world: World
  package private(set) var message: DeskMessage?
  package private(set) var isClosed = false
  /// Commands under way: until they are done, keys wait in the terminal's queue.
  package private(set) var waiting = 0
  /// From the bottom to the top: home lies at the bottom, and closing it ends the console.
  private(set) var layers: [Layer] = []
  /// The layer that asked, by ticket; none for what the desk asks for itself.
  private var askers: [Int: Int] = [:]
  private var lastTicket = 0
  /// Whether the message says who holds the lock.
  private var isWaitNoted = false
  /// Jobs under way, by ticket.
  private var jobs: [Int: Job] = [:]
  /// Drafts that are being written, and what is said when they are.
  private var keeping: [Int: (name: String, saying: Phrase?)] = [:]
  /// Whether the key before asked to leave and was asked back; any other key forgets it.
  private var isLeaving = false
  /// The screen of which was asked whether what is typed there is to be lost.
  private var asked: Int?
  /// Why nothing is written before somebody has said that the clock is right.
  private var doubt: ClockDoubt?
  /// Commands under way that need an open shift, by ticket.
  private var kept: [Int: Command] = [:]
  /// What waits for somebody to open the shift, and the layer that asked.
  private var held: (command: Command, asker: Int?)?
  /// Patrols that were over their time when it was last rung for.
  private var rungFor: Set<String>?
  /// The reading of the registers that a look through was asked for.
  private var lookedThrough: Int?
  private var days = ReadDays()
  /// By ticket, what only looks at the books.
  private var looking: Set<Int> = []
  private var openings: [Int: Opening] = [:]
  private var trail = Trail()
  /// A first night in the demo, told step by step; nil where nobody wants it.
  private var guide: Guide?

  package init(_ world: World) {
    self.world = world
    if let ledger = world.ledger { days.take(ledger, isLookedAt: true) }
    push(.home)
    if !world.hasDirectory { push(.firstSteps) }
  }

  package var isWaiting: Bool { waiting > 0 }
  package var isTyping: Bool { layers.last?.screen.isTyping ?? false }

  // MARK: The guide

  /// Tells a first night step by step, as far as the room goes.
  package mutating func beginGuide() { guide = Guide(in: world) }

  private mutating func followGuide() {
    guard guide != nil else { return }
    guide?.look(at: layers.map(\.screen), in: world)
    guard guide?.step == nil else { return }
    guide = nil
    say(.guideOver)
  }

  private mutating func turnGuide() {
    if guide != nil {
      guide = nil
      say(.guideSkipped)
    } else if world.snapshot.station.isDemo {
      beginGuide()
    } else {
      say(.guideOnlyInDemo)
    }
  }

  // MARK: What comes in

  /// The screen on top has the key first, then what works everywhere.
  package mutating func press(_ key: Key) -> [Request] {
    let requests = take(key)
    followGuide()
    return requests + readAgain()
  }

  private mutating func take(_ key: Key) -> [Request] {
    guard let top = layers.indices.last else { return [] }
    let isAnswer = isLeaving
    // A page goes as far as what showed when the key was pressed, message and all.
    let seen = seen(by: layers[top])
    (message, isLeaving) = (nil, false)
    if let effects = layers[top].screen.press(key, in: seen) {
      if asked == layers[top].id { asked = nil }
      return carryOut(effects)
    }
    // Whoever takes back what they type means no register.
    let isOfText = isTyping && !isAsking && [.control("z"), .control("y")].contains(key)
    if !isOfText, let action = GlobalKeys.action(key, isTyping: isTyping) {
      return run(action, again: isAnswer)
    }
    say(
      Phrase(
        "“\(key.name)”在这里没有用处，F1 看帮助。", "「\(key.name)」在這裡沒有用處，F1 看幫助。",
        "“\(key.name)” does nothing here; F1 shows what does."))
    return []
  }

  package mutating func paste(_ text: String) -> [Request] {
    guard let top = layers.indices.last else { return [] }
    let seen = seen(by: layers[top])
    message = nil
    return carryOut(layers[top].screen.paste(text, in: seen))
  }

  /// The world as the frame on the screen was drawn with it: the layer's own day, and the lines of the
  /// message included.
  private func seen(by layer: Layer) -> World {
    var world = seenWithoutMessage(on: layer.day)
    world.messageLines = message.map { MessageBlock(message: $0, world: world).lines.count } ?? 0
    return world
  }

  package mutating func resize(_ size: Size) { world.size = size }

  package mutating func learn(_ probe: Probe) { world.probe = probe }

  /// A second went by: drafts of every open form are kept, the books looked at again.
  ///
  /// - Parameters:
  ///   - isQuiet: nobody typed lately, so the clock may move.
  ///   - idle: how long nobody has typed.
  package mutating func tick(_ now: Stamp, isQuiet: Bool, idle: Duration = .zero) -> [Request] {
    if isQuiet { world.now = now }
    let isIdle = idle >= .seconds(60 * world.snapshot.station.minutesUntilLocked)
    let rings = isQuiet ? ringing : []
    // Drafts that are to be kept are no reason not to look: one that can't be is tried every second.
    let isBusy = isWaiting
    var requests = tickAll()
    if isQuiet, !isBusy, world.hasDirectory {
      requests.append(command(.refresh(world.working.day, typing: typedDrafts), for: nil))
      if lookedThrough != world.snapshot.reading {
        lookedThrough = world.snapshot.reading
        requests.append(.job(.lookThroughRegisters, ticket: 0))
      }
    }
    return requests + rings + (isIdle && !isBusy && world.shift != .closed ? lock() : [])
  }

  /// Rings once for each patrol that is over its time.
  private var ringing: [Request] {
    mutating get {
      let over = world.snapshot.underway.filter { $0.due < world.now.moment }.map(\.team.code)
      defer { rungFor = Set(over) }
      return rungFor.map { !$0.isSuperset(of: over) } ?? false ? [.ring] : []
    }
  }

  /// Locks the shift, or asks who is there; what is being typed stays below.
  private mutating func lock() -> [Request] {
    world.revealed = nil
    let locking = world.shift == .closed ? [] : [command(.lockShift, for: nil)]
    world.shift = .closed
    return locking + push(.shift(isAsked: false))
  }

  /// The end that nobody asked for (SIGHUP, SIGTERM): what is being typed is kept.
  package mutating func hangUp() -> [Request] {
    isClosed = true
    return tickAll()
  }

  /// The drafts of the forms that are open.
  private var typedDrafts: Set<String> {
    Set(layers.compactMap { ($0.screen as? FormScreen)?.plan.draftName.text })
  }

  private mutating func tickAll() -> [Request] {
    layers.map(\.id).reversed().flatMap { id in
      guard let index = layers.firstIndex(where: { $0.id == id }) else { return [Request]() }
      return carryOut(layers[index].screen.tick(in: seen(by: layers[index])), from: id)
    }
  }

  /// A command takes long enough to be told about.
  ///
  /// - Parameter holder: who holds the lock that it waits for.
  package mutating func noteWorking(waitingFor holder: Phrase? = nil) {
    if let holder {
      isWaitNoted = true
      message = DeskMessage(
        text: Phrase(
          "\(holder[.hans])正在写入，等它办完。Esc 放弃，所填内容不会丢失。",
          "\(holder[.hant])正在寫入，等它辦完。Esc 放棄，所填內容不會丟失。",
          "\(holder[.en]) is writing; waiting for it. Esc gives up, nothing is lost."),
        isError: true)
    } else if message == nil {
      message = Self.working
    }
  }

  private static let working = DeskMessage(
    text: Phrase("正在办理，请稍候", "正在辦理，請稍候", "Working, one moment"), isError: false)

  package mutating func receive(_ reply: Reply, ticket: Int) -> [Request] {
    let requests = take(reply, ticket: ticket)
    followGuide()
    return requests + readAgain()
  }

  private mutating func take(_ reply: Reply, ticket: Int) -> [Request] {
    // The question about the clock comes last, so that it stands on top.
    defer { if let doubt = reply.doubt { ask(doubt) } }
    waiting = max(0, waiting - 1)
    if message == Self.working || isWaitNoted { message = nil }
    isWaitNoted = false
    // Closed by us it is closed already.
    let ended = reply.shift == .closed ? world.shift.keeper : nil
    if let shift = reply.shift { world.shift = shift }
    defer { if let ended { complain(ShiftRefusal.ended(name: ended.name).notice) } }
    if let command = kept.removeValue(forKey: ticket), reply.needsShift, !isAsking {
      held = (command, askers.removeValue(forKey: ticket))
      return push(.shift(isAsked: true))
    }
    // The world first: a screen that gets its answer sees what came of it.
    let before = world.snapshot.station
    if !world.hasDirectory, let snapshot = reply.snapshot { begin(snapshot, reply.ledger) }
    if let snapshot = reply.snapshot { world.snapshot = snapshot }
    let isLookedAt = looking.remove(ticket) != nil
    if let ledger = reply.ledger { take(ledger, isLookedAt: isLookedAt) }
    // What the rules find is about a day.
    if let findings = reply.findings, reply.ledger.map({ $0.day == world.working.day }) ?? true {
      (world.findings, world.isStillLooking) = (findings, !reply.isLookedThrough)
    }
    if let waiting = reply.waiting { world.waiting = waiting }
    if let told = reply.told { world.told = told }
    if let drafts = reply.drafts {
      // An open form knows its draft better than the disk, which is up to two seconds behind.
      let typed = typedDrafts
      world.drafts = drafts.merging(world.drafts.filter { typed.contains($0.key) }) { $1 }
    }
    if let looking = reply.outcome.answer(Looking.self), let code = looking.codes.first {
      world.revealed = Revealed(looking.kind, code)
    }
    // The station's language was changed beside this console.
    if world.snapshot.station.language != before.language, !world.isLatinOnly {
      world.language = world.snapshot.station.spoken
    }
    if let opening = openings.removeValue(forKey: ticket) { return open(opening, reply) }
    let asker = askers.removeValue(forKey: ticket)
    let noted = note(reply, askedBy: asker)
    if let asker, let index = layers.firstIndex(where: { $0.id == asker }) {
      let requests = carryOut(
        layers[index].screen.receive(reply.outcome, in: seen(by: layers[index])), from: asker)
      if let note = reply.note {
        let said = message?.text
        message = DeskMessage(
          text: Phrase { (said?[$0] ?? "") + ($0 == .en ? " " : "") + note[$0] }, isError: false)
      }
      if let day = otherDay(reply) {
        let said = message?.text
        message = DeskMessage(text: Phrase { (said?[$0] ?? "") + day[$0] }, isError: false)
      }
      // What is saved was said; what could not be followed up is said behind it.
      if let trouble = reply.trouble {
        let said = message?.text
        message = DeskMessage(
          text: Phrase { (said?[$0] ?? "") + trouble.line($0, at: .console) }, isError: true)
      }
      return noted + requests + goOn()
    }
    if let trouble = reply.trouble { complain(trouble) }
    if let (name, saying) = keeping.removeValue(forKey: ticket) {
      noteDraft(name, saying, reply.outcome)
      return noted
    }
    switch reply.outcome {
    case .failed(let notice, _): complain(notice)
    case .done(let done):
      if let said = done.said { say(said) }
      if (done.answer as? StepSummary)?.subject == .settings { return noted + follow(before) }
    case .unchanged: break
    }
    return noted
  }

  /// The directory has been made: everything stands on it from now on.
  private mutating func begin(_ snapshot: Snapshot, _ ledger: DayLedger?) {
    (world.hasDirectory, world.snapshot, world.drafts) = (true, snapshot, [:])
    world.work(on: snapshot.station.patrolDay(world.now.moment), ledger)
    if !layers.isEmpty { layers[0].screen = HomeScreen(in: world) }
  }

  /// Whether somebody is asked who they are.
  private var isAsking: Bool { layers.contains { $0.screen is ShiftScreen } }

  /// Carries out what waited for the shift to be opened.
  private mutating func goOn() -> [Request] {
    guard world.shift != .closed, let (command, asker) = held else { return [] }
    held = nil
    return [self.command(command, for: asker)]
  }

  /// Tells who asked that nobody has opened the shift.
  private mutating func giveUp() -> [Request] {
    guard let (_, asker) = held else { return [] }
    held = nil
    let notice = ShiftRefusal.closed.notice
    guard let index = layers.firstIndex(where: { $0.id == asker }) else {
      complain(notice)
      return []
    }
    return carryOut(
      layers[index].screen.receive(.failed(notice, field: nil), in: seen(by: layers[index])),
      from: asker)
  }

  /// Shows language and theme as they were set, or taken back, just now.
  private mutating func follow(_ before: Station) -> [Request] {
    let station = world.snapshot.station
    if station.language != before.language { world.language = station.spoken }
    return station.theme != before.theme ? [.theme(station.theme)] : []
  }

  /// Whether a draft is on the disk: said to who left it, and where it could not be written.
  private mutating func noteDraft(_ name: String, _ saying: Phrase?, _ outcome: Outcome) {
    guard case .failed(let notice, _) = outcome else {
      world.unkeptDrafts.remove(name)
      if let saying { say(saying) }
      return
    }
    let isNew = world.unkeptDrafts.insert(name).inserted
    // One that is tried again every second is not complained of every second.
    if isNew || saying != nil { complain(.draftNotKept(notice)) }
  }

  /// Asks whether the clock is right.
  package mutating func ask(_ doubt: ClockDoubt) {
    self.doubt = doubt
    if !layers.contains(where: { $0.screen is ClockScreen }) { push(.clock(doubt)) }
  }

  package mutating func receive(_ progress: Progress, ticket: Int) -> [Request] {
    // A job says with a notice alone why it was refused.
    defer {
      if case .failed(let notice) = progress, let doubt, doubt.notice == notice { ask(doubt) }
      if case .failed(ShiftRefusal.closed.notice) = progress, !isAsking {
        push(.shift(isAsked: false))
      }
    }
    switch progress {
    case .brought, .failed: jobs[ticket] = nil
    case .running: break
    }
    if case .brought(is LookedThrough) = progress {
      return [command(.refresh(world.working.day, typing: typedDrafts), for: nil)]
    }
    guard let asker = askers[ticket], let index = layers.firstIndex(where: { $0.id == asker })
    else { return [] }
    return carryOut(
      layers[index].screen.receive(progress, in: seen(by: layers[index])), from: asker)
  }

  // MARK: What goes out

  /// Carries effects out in their order, for the layer that asked; for the top one without any.
  ///
  /// The layer is settled before the first of them, so `.close` closes it even behind an `.open`.
  private mutating func carryOut(_ effects: [Effect], from asker: Int? = nil) -> [Request] {
    let id = asker ?? layers.last?.id
    return effects.flatMap { carryOut($0, from: id) }
  }

  private mutating func carryOut(_ effect: Effect, from id: Int?) -> [Request] {
    switch effect {
    case .perform(let command): return [self.command(command, for: id)]
    case .start(let job):
      lastTicket += 1
      askers[lastTicket] = id
      // One takes the place of another in its lane, or waits there for its turn.
      if job.lane.yields { jobs = jobs.filter { $0.value.lane != job.lane } }
      jobs[lastTicket] = job
      return [.job(job, ticket: lastTicket)]
    case .stop(let lane):
      jobs = jobs.filter { $0.value.lane != lane }
      return [.stop(lane)]
    case .open(let place, let day):
      return push(place, on: day ?? own(id), readFirst: day != nil)
    case .close:
      remove(id)
      // Nobody is asked any more, and nobody has come.
      if !isAsking, world.shift == .closed { return giveUp() }
      return lookAgain()
    case .turnTo(let place, let day):
      return push(place, on: day ?? own(id), insteadOf: id, readFirst: day != nil)
    case .say(let phrase): say(phrase)
    case .complain(let notice): complain(notice)
    case .keepDraft(let name, let draft, let saying):
      world.drafts[name] = draft
      // Nothing is written where there is no directory yet.
      guard world.hasDirectory else { return [] }
      let request = command(.saveDraft(name, draft), for: nil)
      // The ticket that `command` has just drawn.
      keeping[lastTicket] = (name, saying)
      return [request]
    case .dropDraft(let name):
      world.unkeptDrafts.remove(name)
      guard world.drafts.removeValue(forKey: name) != nil, world.hasDirectory else { return [] }
      return [command(.discardDraft(name), for: nil)]
    case .showDay(let day): world.work(on: day, days.ledger(day))
    case .lookAt(let day):
      guard let index = layers.firstIndex(where: { $0.id == id }) else { return [] }
      layers[index].day = day
    case .setLanguage(let language):
      world.language = language
      return [command(.setStation(["Language": language.rawValue]), for: nil)]
    case .setTheme(let name):
      return [.theme(name), command(.setStation(["Theme": name]), for: nil)]
    case .run(let action): return run(action, again: false)
    case .press(let key): return press(key)
    case .act(let place, let key):
      let below = layers.last?.id
      let requests = push(place)
      // Where it waits for its day the key would be another screen's.
      return layers.last?.id == below ? requests : requests + press(key)
    }
    return []
  }

  private mutating func command(_ command: Command, for asker: Int?) -> Request {
    if command == .trustClock { doubt = nil }
    lastTicket += 1
    waiting += 1
    askers[lastTicket] = asker
    if command.needs == .keeper { kept[lastTicket] = command }
    if command.onlyLooks { looking.insert(lastTicket) }
    return .command(command, ticket: lastTicket)
  }

  /// What shows again looks at once at what may have changed while something lay on top of it.
  private mutating func lookAgain() -> [Request] {
    guard let top = layers.indices.last else { return [] }
    return carryOut(
      layers[top].screen.tick(in: seen(by: layers[top])), from: layers[top].id)
  }

  private mutating func remove(_ id: Int?) {
    // What was asked for shows until its record is left.
    if layers.contains(where: { $0.id == id && $0.screen is RecordScreen }) {
      world.revealed = nil
    }
    layers.removeAll { $0.id == id }
    // Without a directory there is nothing behind the first steps.
    if layers.isEmpty || !world.hasDirectory && layers.count == 1 { isClosed = true }
  }

  /// Opens a place on top, unless it is refused or its form is open already.
  ///
  /// - Parameters:
  ///   - day: which it is about; the place's own, or the one that is worked on, without it.
  ///   - replaced: the layer that it takes the place of.
  ///   - readFirst: whether its pages are read again, and not only where they are not known.
  @discardableResult
  private mutating func push(
    _ place: Place, on day: Day? = nil, insteadOf replaced: Int? = nil, readFirst: Bool = false
  ) -> [Request] {
    let day = place.day(in: world) ?? day
    if let day, readFirst || !days.isRead(day) {
      let request = command(.open(day), for: nil)
      openings[lastTicket] = Opening(place: place, day: day, replaced: replaced)
      return [request]
    }
    let world = seenWithoutMessage(on: day)
    // Where it is refused one stays where one was.
    if let refusal = place.refusal(in: world) {
      complain(refusal)
      return []
    }
    if let replaced { remove(replaced) }
    let (screen, effects) = place.screen(in: world, over: layers.last?.screen)
    if let open = sameForm(screen) {
      layers.append(layers.remove(at: open))
      say(Phrase("这张表已经打开，接着填。", "這張表已經開啟，接著填。", "This form is open already; go on with it."))
      return []
    }
    lastTicket += 1
    layers.append(Layer(id: lastTicket, screen: screen, day: day))
    return carryOut(effects)
  }

  // MARK: Days

  /// The day that a layer is about.
  private func own(_ id: Int?) -> Day? { layers.first { $0.id == id }?.day }

  private mutating func take(_ ledger: DayLedger, isLookedAt: Bool) {
    days.take(ledger, isLookedAt: isLookedAt)
    world.reading = days.reading
    if ledger.day == world.working.day { world.work(on: ledger.day, ledger) }
  }

  /// Back or forward through the pages that were looked at; over another screen the last one opens.
  private mutating func goAlongTrail(_ by: Int) -> [Request] {
    guard let top = layers.indices.last, var screen = layers[top].screen as? PageScreen else {
      guard let last = trail.current else {
        say(Phrase("还没有看过哪一页。", "還沒有看過哪一頁。", "No page was looked at yet."))
        return []
      }
      return push(.page(last.page), on: last.day, readFirst: true)
    }
    guard let stop = trail.move(by) else {
      say(
        by < 0
          ? Phrase("这是看过的第一页。", "這是看過的第一頁。", "This is the first page that was looked at.")
          : Phrase("这是看过的最后一页。", "這是看過的最後一頁。", "This is the last page that was looked at."))
      return []
    }
    screen.show(stop.page)
    (layers[top].screen, layers[top].day) = (screen, stop.day)
    return carryOut([screen.request], from: layers[top].id)
  }

  private func seenWithoutMessage(on day: Day?) -> World {
    day.map { world.on($0, days.ledger($0)) } ?? world
  }

  /// Says of what was saved on which day it is, where that is not the one that is worked on.
  private func otherDay(_ reply: Reply) -> Phrase? {
    // Several pages, countersigned at once, may be of several days.
    guard reply.outcome.pages.count == 1, let day = reply.ledger?.day, day != world.working.day,
      message?.isError == false
    else { return nil }
    let name = world.dayName(day)
    return Phrase("（记在\(name)）", "（記在\(name)）", " (of \(name))")
  }

  /// Opens what waited for its day.
  private mutating func open(_ opening: Opening, _ reply: Reply) -> [Request] {
    if case .failed(let notice, _) = reply.outcome {
      complain(notice)
      return []
    }
    return push(opening.place, on: opening.day, insteadOf: opening.replaced)
  }

  /// Tells every screen which pages were saved; who wrote them goes on with their day.
  private mutating func note(_ reply: Reply, askedBy asker: Int?) -> [Request] {
    if let news = RegisterNews(reply.outcome) {
      for index in layers.indices { layers[index].screen.note(news, in: seen(by: layers[index])) }
    }
    let pages = reply.outcome.pages.map(\.id)
    guard !pages.isEmpty, let ledger = reply.ledger else { return [] }
    return layers.map(\.id).flatMap { id -> [Request] in
      guard let index = layers.firstIndex(where: { $0.id == id }) else { return [] }
      if id == asker { layers[index].day = ledger.day }
      let world = seen(by: layers[index])
      return carryOut(layers[index].screen.note(saved: pages, in: world), from: id)
    }
  }

  /// Reads the days again that show and may have changed since.
  private mutating func readAgain() -> [Request] {
    guard !isClosed, world.hasDirectory else { return [] }
    if let page = layers.last?.screen as? PageScreen, let day = layers.last?.day,
      days.ledger(day)?.entry(with: page.id) != nil
    {
      trail.visit(.init(page: page.id, day: day))
    }
    days.forget(but: Set(layers.compactMap(\.day) + [world.working.day]))
    let base = layers.lastIndex { $0.screen.overlay == nil } ?? 0
    let shown = [world.working.day] + layers.dropFirst(base).compactMap(\.day)
    return shown.filter { days.ask($0) }.map { command(.open($0), for: nil) }
  }

  /// Where the form that a new one would be the double of stands: one record is typed in one place.
  private func sameForm(_ screen: any Screen) -> Int? {
    guard let form = screen as? FormScreen else { return nil }
    return layers.firstIndex {
      ($0.screen as? FormScreen)?.plan.draftName == form.plan.draftName
    }
  }

  /// The form; the same key over it turns to the line for the telephone, and back.
  private mutating func recordPatrol() -> [Request] {
    switch layers.last?.screen {
    case let form as FormScreen where form.plan.isOfPatrol:
      // What was typed there is kept.
      return press(.escape) + push(.phone)
    case is PhoneScreen:
      return press(.escape)
        + (layers.last?.screen is PhoneScreen
          ? [] : push(.patrolForm(team: chosenTeam, day: nil, from: nil)))
    default: return push(.patrolForm(team: chosenTeam, day: nil, from: nil))
    }
  }

  private mutating func run(_ action: GlobalAction, again: Bool) -> [Request] {
    // Who is there is asked first: nothing is begun, written or shown beside that question.
    if !action.worksLocked, isAsking {
      say(.openFirst)
      return []
    }
    guard world.hasDirectory || action.worksWithoutDirectory else {
      say(.noDirectoryYet)
      return []
    }
    switch action {
    case .help: return push(.help)
    case .firstSteps: return go(to: .firstSteps)
    case .guide: turnGuide()
    case .palette: return push(.palette)
    case .recordPatrol: return recordPatrol()
    case .todayList: return layers.last?.screen is TodayScreen ? [] : go(to: .today)
    case .force: return goHome(.force)
    case .patrols: return goHome(.patrols)
    case .inspections: return goHome(.inspections)
    case .handovers: return go(to: .book(.handover))
    case .goals: return go(to: .goals(unit: nil))
    case .intelligence: return go(to: .intelligence)
    case .messages: return go(to: .messages)
    case .newPrompt: return push(.messageForm(.prompt))
    case .newLookout: return push(.messageForm(.lookout))
    case .reports: say(.notBuilt(ActionName.reports.phrase, .reportsMeanwhile))
    case .searchAll: return push(.search(""))
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .language: return push(.choose(.language))
    case .theme: return push(.choose(.theme))
    case .officer: return push(.choose(.officer))
    case .newTeam: return push(.recordForm(.teams, code: nil, scope: nil))
    case .recordInspection: return push(.inspectionForm(team: chosenInspected))
    case .waiting: return push(.waiting)
    case .keys: return push(.keys)
    case .closeDay: return push(.sign(.close(world.working.day)))
    case .verify: return push(.verify)
    case .registers: return go(to: .registers(.members, scope: nil))
    case .roster: return go(to: .roster(scope: nil, day: world.working.day))
    case .undoRegister: return [command(.undo, for: nil)]
    case .redoRegister: return [command(.redo, for: nil)]
    case .settings: return push(.settings)
    case .eraseDue: return [command(.eraseDue, for: nil)]
    case .lock: return lock()
    case .pageSeenBefore: return goAlongTrail(-1)
    case .pageSeenAfter: return goAlongTrail(1)
    case .cancel:
      if layers.count > 1 { return press(.escape) }
      leave(again: again, asking: Phrase("再按一次 C-c 退出。", "再按一次 C-c 退出。", "C-c once more leaves."))
    case .quit:
      guard layers.count == 1 else {
        let mayAsk = layers.last?.screen.wouldLose != nil
        if asksToLose() { return [] }
        return mayAsk ? closeTop() : press(.escape)
      }
      leave(again: again, asking: nil)
    }
    return []
  }

  /// A screen by its digit: where it is open already it comes to the top as it was left.
  private mutating func go(to place: Place) -> [Request] {
    let (screen, _) = place.screen(in: world, over: layers.last?.screen)
    guard let open = layers.lastIndex(where: { type(of: $0.screen) == type(of: screen) }) else {
      return push(place)
    }
    layers.append(layers.remove(at: open))
    return []
  }

  /// To a pane of the first screen: what lies over it closes as by Esc, so that drafts are kept and the day
  /// is the one that was shown before; typing that would be lost is asked about first, and work under way
  /// goes on.
  private mutating func goHome(_ pane: HomeScreen.Pane) -> [Request] {
    var requests: [Request] = []
    while layers.count > 1, let top = layers.last {
      guard top.screen.isTyping || top.screen.wouldLose == nil else {
        remove(top.id)
        continue
      }
      if asksToLose() { return requests }
      requests += closeTop()
      guard layers.last?.id != top.id else { return requests }
    }
    guard let home = layers.indices.first else { return requests }
    let effects =
      layers[home].screen.press(Key.character(pane.digit), in: seen(by: layers[home])) ?? []
    return requests + carryOut(effects, from: layers[home].id)
  }

  /// Whether it is asked now, of the screen on top, if something may be lost with it.
  ///
  /// Once answered it is not asked again before a key of that screen's own; the palette may lie over it meanwhile.
  private mutating func asksToLose() -> Bool {
    guard let top = layers.last, let lost = top.screen.wouldLose, asked != top.id else {
      asked = nil
      return false
    }
    asked = top.id
    say(lost)
    return true
  }

  /// Leaves the screen on top as by Esc: a list over a form closes first, or a filter; a form that asks
  /// something else stays.
  private mutating func closeTop() -> [Request] {
    let id = layers.last?.id
    var requests: [Request] = []
    for _ in 0..<4 where layers.last?.id == id { requests += press(.escape) }
    return requests
  }

  /// Ends the console; asks first where something would be lost with it.
  private mutating func leave(again: Bool, asking: Phrase?) {
    let asked =
      world.unkeptDrafts.isEmpty
      ? jobs.values.lazy.compactMap(\.wouldEnd).first ?? asking
      : .draftsWouldBeLost(world.unkeptDrafts.count)
    if let asked, !again {
      isLeaving = true
      say(asked)
    } else {
      isClosed = true
    }
  }

  /// The team that the force pane stands on, for a form that begins with one.
  private var chosenTeam: String? {
    layers.lazy.compactMap { ($0.screen as? HomeScreen)?.chosenTeam(in: world) }.first
  }

  /// The team that an inspection would be of: one that the force pane stands on, never a whole unit.
  private var chosenInspected: String? {
    layers.lazy.compactMap { ($0.screen as? HomeScreen)?.chosenInspected(in: world) }.first
  }

  private mutating func say(_ phrase: Phrase) {
    message = DeskMessage(text: phrase, isError: false)
  }

  /// Says what is wrong with something that is no screen's business, such as a theme file.
  package mutating func noteTrouble(_ notice: Notice) { complain(notice) }

  private mutating func complain(_ notice: Notice) {
    let place: Notice.Place = layers.last?.screen is FormScreen ? .form : .console
    message = DeskMessage(text: Phrase { notice.line($0, at: place) }, isError: true)
  }

  // MARK: What shows

  package func frame() -> Surface {
    var surface = Surface(world.size)
    guard !world.isTooSmall else {
      TooSmall(world: world).draw(in: Rect(world.size), on: &surface)
      return surface
    }
    content.draw(in: Rect(world.size), on: &surface)
    // Nothing counts as undrawable before the terminal has answered; a locale's limits are known.
    if world.probe.isComplete || world.probe.isLocal {
      surface.replaceUndrawable(world.probe.draws)
    }
    return surface
  }

  /// The topmost full screen, what lies over it, the message and the hints of what has the focus.
  private var content: any Block {
    let base = layers.lastIndex { $0.screen.overlay == nil } ?? 0
    var block: any Block = Spacer()
    for (index, layer) in layers.enumerated() where index >= base {
      let view = layer.screen.view(in: seen(by: layer))
      if let size = layer.screen.overlay, index > base {
        block = Overlay(view, size: size, over: block)
      } else {
        block = view
      }
    }
    let shown: any Block =
      guide?.step.map { GuideLine(step: $0, world: world, below: block) } ?? block
    let lines = layers.last.map { $0.screen.hints(in: seen(by: $0)) } ?? []
    return VStack {
      shown
      if let message { MessageBlock(message: message, world: world) }
      HintBar(
        lines: lines, isTyping: isTyping,
        leadsToRecording: layers.last?.screen.leadsToRecording ?? false, isAsking: isAsking,
        world: world)
    }
  }
}

extension Phrase {
  fileprivate static let noDirectoryYet = Phrase(
    "还没有台账，先做第一步。", "還沒有臺賬，先做第一步。", "There is no directory yet: the first step comes first.")
}
