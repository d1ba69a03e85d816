import Patrol
import Records
import Terminal
import Wording

/// The whole page as it will stand, and above it the line for the signer's PIN.
///
/// The PIN is taken only when the page has been seen to its end: what you see is what you sign. The
/// line stands above the page, where no list of candidates covers it.
struct SignScreen: Screen {
  enum Action: Hashable {
    case sign, signer, refuse, up, down, pageUp, pageDown, deleteBack, clear, back
  }

  static let title = ActionName.sign.phrase
  static let purpose = Phrase(
    "签字前请把这一页看完；签的是全文，以后不能抵赖。输入自己的口令按 Enter；不愿签的一方按记拒签。",
    "簽字前請把這一頁看完；簽的是全文，以後不能抵賴。輸入自己的口令按 Enter；不願簽的一方按記拒簽。",
    "Read the page to its end before you sign: the signature stands under all of it. Type your own PIN and press Enter; a side that will not sign has its refusal recorded."
  )
  static let keys: [Binding<Action>] = [
    Binding(.enter, .f(10), .f(8), does: .sign, .sign, hint: true),
    Binding(.pageDown, does: .pageDown, .pageDown, hint: true),
    Binding(.f(4), does: .signer, .changeSigner, hint: true),
    Binding(.f(6), does: .refuse, .refuse, hint: true),
    Binding(.escape, does: .back, .later, hint: true),
    Binding(.up, does: .up, .up),
    Binding(.down, does: .down, .down),
    Binding(.pageUp, does: .pageUp, .pageUp),
    Binding(.backspace, does: .deleteBack, .deleteBack),
    Binding(.control("u"), does: .clear, .clear),
  ]

  private(set) var task: SigningTask
  private var secret = Secret()
  /// Whose PIN it is that is being typed, and as what.
  private var typedFor: Signature?
  /// Somebody else than who comes to mind first.
  private var chosen: Named?
  private var picker: PickList?
  private var scroll = Scroll()
  /// What the page said when its end was on the screen for this signer; the other side has to see it
  /// again, and so has this one when it is corrected meanwhile.
  private var seen: [PageID: PageReference]?

  /// As what somebody signs.
  private struct Signature: Hashable {
    let role: SignatureRole
    let signer: Named?
  }

  init(_ task: SigningTask) { self.task = task }

  var isTyping: Bool { true }
  var wouldLose: Phrase? { secret.count > 0 ? .pinNotUsed : nil }

  /// Only the inspected side refuses, and only while it is asked.
  func hints(in world: World) -> [KeyLine] {
    if picker != nil { return keyLines.inList(taking: .sign) }
    let mayRefuse = if case .page = task { turn(world)?.role == .inspected } else { false }
    return keyLines.filter {
      (mayRefuse || $0.name != .refuse) && (!isClosed(world) || $0.name != .sign)
    }
  }

  private func turn(_ world: World) -> SigningTurn? {
    guard let turn = task.turn(in: world), let chosen else { return task.turn(in: world) }
    return SigningTurn(role: turn.role, signer: chosen, act: turn.act)
  }

  // MARK: Update

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    let isOther = forgetOther(world)
    noteSeen(world)
    switch event {
    case .text, .action(.sign): if isOther { return [.say(.otherSigns)] }
    default: break
    }
    switch event {
    case .text(let character):
      if picker != nil {
        picker?.type(String(character))
      } else if let typed = Key.character(character).secretCharacter {
        secret.append(typed)
        typedFor = signature(world)
      }
    case .action(let action): return picker == nil ? act(action, in: world) : pick(action, world)
    case .outcome(let outcome): return receive(outcome, in: world)
    case .paste, .progress, .tick: break
    }
    return []
  }

  private func signature(_ world: World) -> Signature? {
    turn(world).map { Signature(role: $0.role, signer: $0.signer) }
  }

  /// A PIN that was typed by one signs for no other: whose turn it is may change meanwhile.
  private mutating func forgetOther(_ world: World) -> Bool {
    guard secret.count > 0, let typedFor, typedFor != signature(world) else { return false }
    secret.wipe()
    (self.typedFor, chosen, seen, scroll) = (nil, nil, nil, Scroll())
    return true
  }

  /// Pages of the list were seen there, each by itself.
  private mutating func noteSeen(_ world: World) {
    guard seen == nil else { return }
    if case .items(_, _, let seen) = task {
      self.seen = seen
    } else if page(world).isAtEnd {
      seen = task.wordings(in: world)
    }
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .sign: return sign(in: world)
    case .signer: picker = signers(world)
    case .refuse: return refuse(in: world)
    case .up: scroll(.up, world)
    case .down: scroll(.down, world)
    case .pageUp: scroll(.pageUp, world)
    case .pageDown: scroll(.pageDown, world)
    case .deleteBack: secret.removeLast()
    case .clear: secret.wipe()
    case .back: return leave()
    }
    return []
  }

  private mutating func scroll(_ step: Step, _ world: World) {
    scroll.move(step, page(world))
    noteSeen(world)
  }

  /// The page is seen, the key is there, the PIN is typed: in this order they are asked for.
  ///
  /// A PIN leaves the screen with the command; a wrong one is typed again.
  private mutating func sign(in world: World) -> [Effect] {
    guard !isClosed(world) else { return [.say(.allClosed)] }
    guard let turn = turn(world), let signer = turn.signer else { return [.say(.nobodySigns)] }
    guard let seen else { return [.say(.seeToTheEnd)] }
    guard seen == task.wordings(in: world) else {
      (self.seen, scroll) = (nil, Scroll())
      noteSeen(world)
      return [.say(.changedSince)]
    }
    guard world.snapshot.key(of: signer.code) != nil else {
      return [.complain(.lacksKey(signer, world))]
    }
    let isAgent = world.snapshot.isAgent(signer.code)
    guard isAgent || secret.count > 0 else { return [.say(.typePIN(signer.name))] }
    let typed = secret
    secret = Secret()
    return [.perform(.attest(turn.act, by: signer.code, isAgent ? nil : typed, seen: seen))]
  }

  /// Whether there is nothing left to close.
  private func isClosed(_ world: World) -> Bool {
    guard case .close(let day) = task, let ledger = world.ledger, ledger.day == day else {
      return false
    }
    return ledger.openBooks.isEmpty
  }

  private func refuse(in world: World) -> [Effect] {
    guard case .page(let id) = task, turn(world)?.role == .inspected else {
      return [.say(.onlyTheyRefuse)]
    }
    return [.turnTo(.refusal(id))]
  }

  private func leave() -> [Effect] {
    secret.wipe()
    // Back to the form it came from, which has its words as a draft.
    if case .written(let id, let act, _, _) = task {
      return [.turnTo(act.form(id))]
    }
    return [.close, .say(.signLater)]
  }

  /// The ledger is already the one with the signature in it: the next side's turn, or the end.
  private mutating func receive(_ outcome: Outcome, in world: World) -> [Effect] {
    switch outcome {
    case .failed(let notice, _):
      // Pages of the list are seen there, and what was changed is seen anew.
      if case .items(let items, _, _) = task,
        items.contains(where: {
          SigningRefusal.changedSince($0.page.number).notice.happened == notice.happened
        })
      {
        return [.close, .complain(notice)]
      }
      return [.complain(notice)]
    case .done(let done):
      (chosen, scroll, seen) = (nil, Scroll(), nil)
      noteSeen(world)
      if case .page = task, task.turn(in: world) != nil { return [.say(.otherSideNow)] }
      guard case .written(let id, let act, _, let draft) = task else {
        return [.close] + done.saying
      }
      // Who saw a refusal may confirm it at once; else it waits for them.
      if case .refuse = act, SigningTask.page(id).turn(in: world) != nil {
        task = .page(id)
        return [.dropDraft(draft), .say(.witnessNow)]
      }
      return [.close] + done.saying + [.dropDraft(draft)]
    case .unchanged: return []
    }
  }

  // MARK: Another signer

  private func signers(_ world: World) -> PickList {
    let snapshot = world.snapshot
    var people = snapshot.officers.map { ($0.named, $0.pinyin, $0.unit) }
    if let page = task.page.flatMap({ world.ledger?.page($0) }) {
      for side in ["Inspected", "Inspecting", "Team"] {
        guard let team = Named(page.text(side)) else { continue }
        people += snapshot.members(of: team.code).map { ($0.named, $0.pinyin, team.name) }
        people += snapshot.post(team.code)?.answering.map { [($0, "", team.name)] } ?? []
      }
    } else {
      people += snapshot.teams.compactMap { team in
        snapshot.leader(of: team.code).map { ($0.named, $0.pinyin, team.name) }
      }
    }
    return PickList(
      title: ActionName.changeSigner.phrase[world.language],
      items: people.map {
        PickItem($0.0.text, title: $0.0.name, note: $0.2, pinyin: $0.1, code: $0.0.code)
      })
  }

  private mutating func pick(_ action: Action, _ world: World) -> [Effect] {
    switch action {
    case .sign:
      if let picker, picker.current == nil { return [.say(picker.nothing)] }
      chosen = picker?.current.flatMap { Named($0.value) } ?? chosen
      picker = nil
      secret.wipe()
    case .up: picker?.move(.up, nil)
    case .down: picker?.move(.down, nil)
    case .pageUp, .pageDown:
      let shown = shown(in: world)
      picker?.move(action == .pageUp ? .pageUp : .pageDown, shown)
    case .deleteBack: picker?.deleteBack()
    case .back, .signer: picker = nil
    case .refuse, .clear: break
    }
    return []
  }

  // MARK: View

  /// What shows of the page.
  private func page(_ world: World) -> Shown { world.shown(by: panel(isMore: false, world)) }

  private func lines(_ world: World) -> [Line] {
    SigningText(task: task, world: world).lines(width: min(world.size.width - 4, 96))
  }

  func view(in world: World) -> any Block {
    let whole = panel(isMore: !page(world).isAtEnd, world)
    guard let picker else { return whole }
    return picker.block(world, over: whole)
  }

  private func panel(isMore: Bool, _ world: World) -> any Block {
    let (turn, lines) = (turn(world), lines(world))
    return VStack {
      HeaderBar(world: world)
      Panel(
        heading(turn, world),
        note: Line(isMore ? Phrase.pageGoesOn[world.language] : "", .warning), isFocused: true,
        glyphs: world.glyphs
      ) {
        SecretField(
          label: Phrase.secret[world.language], secret: picker == nil ? secret : nil,
          isFocused: picker == nil, world: world)
        Lines(Line(" " + advice(turn, world), .dim))
        Padded(block: ReadLines(top: scroll.top, lines: lines))
      }
    }
  }

  private func heading(_ turn: SigningTurn?, _ world: World) -> Line {
    let more = world.glyphs.more
    let name = turn?.signer?.name ?? "?"
    let role = turn?.role.label[world.language] ?? ""
    return Line(
      "\(Self.title[world.language]) \(more) \(role) \(more) \(name)", .titleFocus)
  }

  private func advice(_ turn: SigningTurn?, _ world: World) -> String {
    if isClosed(world) { return Phrase.nothingToClose[world.language] }
    guard let signer = turn?.signer else { return Phrase.nobodySigns[world.language] }
    guard world.snapshot.key(of: signer.code) != nil else {
      return Notice.lacksKey(signer, world).line(world.language, at: .console)
    }
    if world.snapshot.isAgent(signer.code) { return Phrase.agentSigns(signer.name)[world.language] }
    if case .items(let items, _, _) = task {
      return Phrase.typePIN(signer.name, for: items.count)[world.language]
    }
    return Phrase.typePIN(signer.name)[world.language]
  }
}
