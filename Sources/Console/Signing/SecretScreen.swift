import Patrol
import Records
import Terminal
import Wording

/// What PINs are asked for: a page of the book of keys, or another PIN for a key.
package enum SecretTask: Hashable, Sendable {
  /// The directory itself is made, with the first officer's key, in a language.
  case found(NewStation, Language)
  /// The first officer begins the book.
  case begin(Named, isAgent: Bool)
  case issue(Named, isAgent: Bool, officer: Named?)
  /// The owner of the old key and an officer sign.
  case replace(Named, isAgent: Bool, officer: Named?)
  case change(Named)
  /// By its owner alone.
  case revoke(Named)
  /// Many on one page, with one PIN; officers with two.
  case appoint([Posting], officer: Named?, second: Named?)
  case deputy(Named, team: String, on: Day, officer: Named?)
  /// A sealed annex is opened, and why.
  case annex(lead: String, why: String, officer: Named?)
  /// A look-out holds longer.
  case extendLookout(String, until: Moment, officer: Named)

  /// One PIN that is typed.
  private enum Prompt { case new, again, of(Named?) }

  private var typed: [Prompt] {
    switch self {
    case .found: [.new, .again]
    case .begin(_, let isAgent): isAgent ? [] : [.new, .again]
    case .issue(_, let isAgent, let officer): (isAgent ? [] : [.new, .again]) + [.of(officer)]
    case .replace(let person, let isAgent, let officer):
      [.of(person)] + (isAgent ? [] : [.new, .again]) + [.of(officer)]
    case .change(let person): [.of(person), .new, .again]
    case .revoke(let person): [.of(person)]
    case .appoint(_, let officer, let second): [.of(officer)] + (second.map { [.of($0)] } ?? [])
    case .deputy(_, _, _, let officer), .annex(_, _, let officer): [.of(officer)]
    case .extendLookout(_, _, let officer): [.of(officer)]
    }
  }

  /// The draft of the form it came from, which stays until it is done; nil where none is kept.
  var draft: String? {
    if case .extendLookout(let code, _, _) = self {
      DraftName.extension(of: code).text
    } else {
      nil
    }
  }

  /// What is typed, one after another.
  var prompts: [Phrase] {
    typed.map { prompt in
      switch prompt {
      case .new: Phrase("新口令", "新口令", "New PIN")
      case .again: Phrase("再输一次", "再輸一次", "Once more")
      case .of(let person): Phrase { "\(person?.name ?? "?") \(Phrase.secret[$0])" }
      }
    }
  }

  /// Where a new PIN and its repetition are.
  var repeated: (Int, Int)? {
    let at = typed.firstIndex { if case .again = $0 { true } else { false } }
    return at.map { ($0 - 1, $0) }
  }

  /// Who sets a new PIN.
  private var owner: Named? {
    switch self {
    case .found(let station, _): station.first
    case .begin(let person, _), .issue(let person, _, _), .replace(let person, _, _),
      .change(let person):
      person
    case .revoke, .appoint, .deputy, .annex, .extendLookout: nil
    }
  }

  /// What everybody knows of them, and is no PIN.
  func known(in snapshot: Snapshot) -> [String] {
    owner.map { snapshot.codeAndPhone(of: $0.code) } ?? []
  }

  var title: Phrase {
    let (name, person): (ActionName, String) =
      switch self {
      case .found(let station, _): (.issueKey, station.officerName)
      case .begin(let person, _), .issue(let person, _, _): (.issueKey, person.name)
      case .replace(let person, _, _): (.replaceKey, person.name)
      case .change(let person): (.changePIN, person.name)
      case .revoke(let person): (.revokeKey, person.name)
      case .appoint(let posts, _, _): (.appoint, "\(posts.count)")
      case .deputy(let person, _, _, _): (.deputy, person.name)
      case .annex(let lead, _, _): (.sealedAnnex, lead)
      case .extendLookout(let code, _, _): (.extendLookout, code)
      }
    return Phrase { "\(name.phrase[$0])  \(person)" }
  }

  var advice: Phrase {
    switch self {
    case .found(let station, _):
      Phrase(
        "\(station.officerName)自己设签字口令，别人不要看。忘记不能找回。",
        "\(station.officerName)自己設簽字口令，別人不要看。忘記不能找回。",
        "\(station.officerName)'s own PIN, typed unseen; a forgotten one can't be found again. ")
        + Self.rule
    case .begin(_, false):
      Phrase(
        "开人员密钥簿：第一位民警登记自己的密钥。", "開人員密鑰簿：第一位民警登記自己的密鑰。",
        "Begins the book of keys with the first officer's own key. ")
        + Self.rule
    case .replace(_, false, _):
      Phrase(
        "原密钥从现在起停用，以前的签字仍有效。", "原密鑰從現在起停用，以前的簽字仍有效。",
        "The old key ends now; what it signed stays signed. ")
        + Self.rule
    case .issue(_, false, _), .change:
      Phrase("由本人输入，别人不要看。", "由本人輸入，別人不要看。", "Typed by the person alone. ") + Self.rule
    case .begin(_, true), .issue(_, true, _), .replace(_, true, _):
      Phrase(
        "用 ssh-agent 里还没人用的那把 Ed25519 密钥，不设口令。", "用 ssh-agent 裡還沒人用的那把 Ed25519 密鑰，不設口令。",
        "Takes the one Ed25519 key in ssh-agent that is nobody's yet; no PIN here.")
    case .revoke:
      Phrase(
        "密钥从现在起不能再签，以前的签字仍有效。", "密鑰從現在起不能再簽，以前的簽字仍有效。",
        "The key signs nothing from now on; what it signed stays signed.")
    case .annex:
      Phrase(
        "用本人的密钥打开。谁看了、为什么，已在显示之前记下。", "用本人的密鑰打開。誰看了、為什麼，已在顯示之前記下。",
        "Opened by one's own key. Who looked, and why, is written down before it shows.")
    case .extendLookout(_, let until, _):
      Phrase(
        "批准延期至 \(until.text)。原来的批准仍在记录里。", "批准延期至 \(until.text)。原來的批准仍在記錄裡。",
        "Approves that it holds until \(until.text). The first approval stays on record.")
    case .deputy(_, let team, let day, _): Phrase { _ in "\(team)  \(day.text)" }
    case .appoint(let posts, _, _):
      Phrase { language in
        posts.map { "\($0.post.label[language]) \($0.person.name)" }
          .joined(separator: language.separator)
      }
    }
  }

  private static let rule = Phrase(
    "6 位以上数字，或 10 个字以上的一句话；不用日期、电话、顺子、键盘直线。", "6 位以上數字，或 10 個字以上的一句話；不用日期、電話、順子、鍵盤直線。",
    "Six digits at least, or a sentence of ten characters; no date, phone, run or keypad line.")

  /// - Parameter typed: one for each of `prompts`.
  func command(_ typed: [Secret], in snapshot: Snapshot) -> Command {
    func secret(_ at: Int) -> Secret? { typed.indices.contains(at) ? typed[at] : nil }
    func hand(_ person: Named?, _ at: Int) -> HandAtKeyboard {
      let code = person?.code ?? ""
      return HandAtKeyboard(code, snapshot.isAgent(code) ? nil : secret(at))
    }
    let last = typed.count - 1
    func source(_ isAgent: Bool) -> KeySource {
      isAgent ? .agent(fingerprint: nil) : .sealed(repeated.flatMap { secret($0.1) } ?? Secret())
    }
    switch self {
    case .found(let station, let language):
      return .found(station, secret(1) ?? Secret(), language)
    case .begin(let person, let isAgent):
      return .keys(.begin(source(isAgent)), by: HandAtKeyboard(person.code, nil))
    case .issue(let person, let isAgent, let officer):
      return .keys(.enrol(person.code, source(isAgent)), by: hand(officer, last))
    case .replace(let person, let isAgent, let officer):
      let reason = Phrase.keyReplaced[Language(rawValue: snapshot.station.language) ?? .hans]
      return .keys(
        .replace(person.code, source(isAgent), reason: reason), by: hand(officer, last),
        with: hand(person, 0))
    case .change(let person):
      return .changeSecret(
        of: person.code, from: typed.first ?? Secret(), to: typed.last ?? Secret())
    case .revoke(let person):
      let reason = Phrase.keyEnded[Language(rawValue: snapshot.station.language) ?? .hans]
      return .keys(
        .revoke(person.code, reason: reason, sameAs: nil), by: hand(person, 0))
    case .deputy(let person, let team, let day, let officer):
      return .keys(.deputy(team: team, person: person.code, day), by: hand(officer, 0))
    case .annex(let lead, let why, let officer):
      return .openAnnex(of: lead, by: hand(officer, 0), why: why)
    case .extendLookout(let code, let until, let officer):
      return .extendLookout(code, until: until, by: hand(officer, 0))
    case .appoint(let posts, let officer, let second):
      return .keys(.appoint(posts), by: hand(officer, 0), with: second.map { hand($0, 1) })
    }
  }
}

extension Phrase {
  fileprivate static let keyReplaced = Phrase("本人换钥", "本人換鑰", "replaced by its owner")
  fileprivate static let keyEnded = Phrase("本人停用", "本人停用", "ended by its owner")
}

/// Asks for PINs one after another, then changes a key.
struct SecretScreen: Screen {
  enum Action: Hashable { case next, deleteBack, clear, back }

  static let title = Phrase("口令", "口令", "PIN")
  static let purpose = Phrase(
    "输入口令。只由本人输入，别人不要看；打错了重输，Esc 放弃。",
    "輸入口令。只由本人輸入，別人不要看；打錯了重輸，Esc 放棄。",
    "Type a PIN, the person alone and unseen. After a slip type it again; Esc gives up.")
  static let keys: [Binding<Action>] = [
    Binding(.enter, .f(10), does: .next, .confirm, hint: true),
    Binding(.escape, does: .back, .back, hint: true),
    Binding(.backspace, does: .deleteBack, .deleteBack),
    Binding(.control("u"), does: .clear, .clear),
  ]

  let task: SecretTask
  /// One for each prompt.
  private var typed: [Secret]
  private var at = 0

  init(_ task: SecretTask) {
    self.task = task
    typed = task.prompts.map { _ in Secret() }
  }

  var isTyping: Bool { true }
  var overlay: Size? { Size(58, 6 + max(1, task.prompts.count)) }
  var wouldLose: Phrase? { typed.contains { $0.count > 0 } ? .pinNotUsed : nil }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character):
      guard typed.indices.contains(at), let typed = Key.character(character).secretCharacter else {
        return []
      }
      self.typed[at].append(typed)
    case .action(.deleteBack): if typed.indices.contains(at) { typed[at].removeLast() }
    case .action(.clear): if typed.indices.contains(at) { typed[at].wipe() }
    case .action(.back):
      typed.forEach { $0.wipe() }
      return [.close]
    case .action(.next): return next(world)
    case .outcome(.failed(let notice, _)):
      startAgain()
      return [.complain(notice)]
    case .outcome(.done(let done)):
      guard let opened = done.answer as? OpenedAnnex else {
        return [.close] + (task.draft.map { [.dropDraft($0)] } ?? []) + done.saying
      }
      return [.turnTo(.annex(opened))] + done.saying
    case .outcome, .paste, .progress, .tick: break
    }
    return []
  }

  private mutating func next(_ world: World) -> [Effect] {
    // Said at once: nobody types a PIN for nothing.
    if let (new, _) = task.repeated, at == new,
      let flaw = world.secretFlaw(typed[new], task.known(in: world.snapshot))
    {
      typed[new] = Secret()
      return [.complain(flaw)]
    }
    if let (new, again) = task.repeated, at == again, !typed[new].matches(typed[again]) {
      startAgain()
      return [.complain(.secretsDiffer)]
    }
    if at < typed.count - 1 {
      at += 1
      return []
    }
    let secrets = typed
    startAgain()
    return [.perform(task.command(secrets, in: world.snapshot))]
  }

  private mutating func startAgain() {
    typed = task.prompts.map { _ in Secret() }
    at = 0
  }

  func view(in world: World) -> any Block {
    let prompts = task.prompts.map { $0[world.language] }
    let width = prompts.map(\.cells).max() ?? 0
    return Panel(
      Line(task.title[world.language], .titleFocus), isFocused: true, glyphs: world.glyphs,
      role: .popup, border: .popupBorder
    ) {
      for (index, prompt) in prompts.enumerated() {
        SecretField(
          label: prompt + String(repeating: " ", count: width - prompt.cells),
          secret: typed[index], isFocused: index == at, world: world)
      }
      if prompts.isEmpty { ConfirmLine(world: world) }
      Lines(
        LineBreak.lines(task.advice[world.language], width: 54).map { Line(" " + $0, .dim) })
    }
  }
}

/// What Enter will do where nothing is typed; the cursor stands there.
struct ConfirmLine: Block {
  let world: World
  var height: Extent { .cells(1) }

  func draw(in area: Rect, on surface: inout Surface) {
    surface.fill(area, role: .fieldFocus)
    let text = Phrase(" Enter 确定，Esc 返回 ", " Enter 確定，Esc 返回 ", " Enter confirms, Esc goes back ")
    let end = surface.write(text[world.language], in: area, role: .fieldFocus)
    surface.caret = Point(min(end, area.x + area.width - 1), area.y)
  }
}

extension Notice {
  static let secretsDiffer = Notice(
    Phrase("两次输入的口令不同。", "兩次輸入的口令不同。", "The two PINs are not the same."),
    safe: Phrase("密钥没有改动。", "密鑰沒有改動。", "No key was changed."),
    next: Phrase("请重新输入。", "請重新輸入。", "Type them again."))
}
