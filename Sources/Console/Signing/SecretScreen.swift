import Patrol
import Records
import Terminal
import Wording

/// What a PIN is asked for.
///
/// `replaces`: the person has a key, which ends when the new one is made.
package enum SecretTask: Hashable, Sendable {
  case issue(Named, replaces: Bool)
  case change(Named)
  case agent(Named, replaces: Bool)
  case revoke(Named)

  var person: Named {
    switch self {
    case .issue(let person, _), .change(let person), .agent(let person, _), .revoke(let person):
      person
    }
  }

  /// What is typed, one after another.
  var prompts: [Phrase] {
    let new = Phrase("新口令", "新口令", "New PIN")
    let again = Phrase("再输一次", "再輸一次", "Once more")
    return switch self {
    case .issue: [new, again]
    case .change: [Phrase("原口令", "原口令", "Old PIN"), new, again]
    case .agent, .revoke: []
    }
  }

  var title: Phrase {
    let name: ActionName =
      switch self {
      case .issue(_, true): .replaceKey
      case .issue(_, false): .issueKey
      case .change: .changePIN
      case .agent: .agentKey
      case .revoke: .revokeKey
      }
    return Phrase { "\(name.phrase[$0])  \(person.name)" }
  }

  var advice: Phrase {
    switch self {
    case .issue(_, true):
      Phrase(
        "原密钥从现在起作废，以前的签字仍有效。\(Self.rule[.hans])", "原密鑰從現在起作廢，以前的簽字仍有效。\(Self.rule[.hant])",
        "The old key ends now; what it signed stays signed. \(Self.rule[.en])")
    case .issue(_, false), .change:
      Phrase("由本人输入，别人不要看。", "由本人輸入，別人不要看。", "Typed by the person alone. ") + Self.rule
    case .agent:
      Phrase(
        "用 ssh-agent 里还没人用的那把 Ed25519 密钥，不设口令。", "用 ssh-agent 裡還沒人用的那把 Ed25519 密鑰，不設口令。",
        "Takes the one Ed25519 key in ssh-agent that is nobody's yet; no PIN here.")
    case .revoke:
      Phrase(
        "密钥从现在起不能再签，以前的签字仍有效。", "密鑰從現在起不能再簽，以前的簽字仍有效。",
        "The key signs nothing from now on; what it signed stays signed.")
    }
  }

  private static let rule = Phrase(
    "6 位以上数字，或 10 个字以上的一句话；不用日期、电话、顺子、键盘直线。", "6 位以上數字，或 10 個字以上的一句話；不用日期、電話、順子、鍵盤直線。",
    "Six digits at least, or a sentence of ten characters; no date, phone, run or keypad line.")

  /// - Parameter typed: one for each of `prompts`; a new PIN comes last.
  func command(_ typed: [Secret]) -> Command {
    switch self {
    case .issue(let person, let replaces):
      .newKey(of: person.code, .sealed(typed.last ?? Secret()), replaces: replaces)
    case .change(let person):
      .changeSecret(
        of: person.code, from: typed.first ?? Secret(), to: typed.last ?? Secret())
    case .agent(let person, let replaces):
      .newKey(of: person.code, .agent(fingerprint: nil), replaces: replaces)
    case .revoke(let person): .revokeKey(of: person.code)
    }
  }
}

/// Asks for PINs one after another, then changes a key.
struct SecretScreen: Screen {
  enum Action: Hashable { case next, deleteBack, clear, back }

  static let title = Phrase("口令", "口令", "PIN")
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
    case .action(.next): return next()
    case .outcome(.failed(let notice, _)):
      startAgain()
      return [.complain(notice)]
    case .outcome(.done(let done)): return [.close] + done.saying
    case .outcome, .paste, .progress, .tick: break
    }
    return []
  }

  private mutating func next() -> [Effect] {
    if at < typed.count - 1 {
      at += 1
      return []
    }
    if typed.count > 1, !typed[typed.count - 1].matches(typed[typed.count - 2]) {
      startAgain()
      return [.complain(.secretsDiffer)]
    }
    let secrets = typed
    startAgain()
    return [.perform(task.command(secrets))]
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
