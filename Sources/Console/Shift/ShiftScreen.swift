import Patrol
import Records
import Terminal
import Wording

/// Who is at the keyboard: an officer opens the shift with a PIN, and so does whoever comes back to it.
///
/// Whatever is typed goes into the line of the PIN: a hand that types on when the console locks shows
/// nothing of it. Patrols that are out stay in view.
struct ShiftScreen: Screen {
  enum Action: Hashable { case open, officer, up, down, pageUp, pageDown, deleteBack, clear, back }

  static let title = Phrase("开班", "開班", "Open the shift")
  static let purpose = Phrase(
    "值班民警输入口令开班，以后写下的都记在他名下。不开班也能看，Esc 只看；换人值班按 F4 先选人。",
    "值班民警輸入口令開班，以後寫下的都記在他名下。不開班也能看，Esc 只看；換人值班按 F4 先選人。",
    "The officer on duty opens the shift with a PIN; what is written then bears that name. Without it one can look (Esc); F4 chooses somebody else first."
  )
  static let keys: [Binding<Action>] = [
    Binding(.enter, .f(10), .f(12), does: .open, .openShift, hint: true),
    Binding(.f(4), does: .officer, .changeOfficer, hint: true),
    Binding(.escape, does: .back, .onlyLook, hint: true),
    Binding(.up, does: .up, .up),
    Binding(.down, does: .down, .down),
    Binding(.pageUp, does: .pageUp, .pageUp),
    Binding(.pageDown, does: .pageDown, .pageDown),
    Binding(.backspace, does: .deleteBack, .deleteBack),
    Binding(.control("u"), does: .clear, .clear),
  ]

  /// Whether something waits to be written as soon as it is open.
  let isAsked: Bool
  private var secret = Secret()
  private var chosen: Named?
  private var picker: PickList?
  private var scroll = Scroll()

  init(isAsked: Bool) { self.isAsked = isAsked }

  var isTyping: Bool { true }

  func hints(in world: World) -> [KeyLine] {
    picker == nil ? keyLines : keyLines.inList(taking: .openShift)
  }

  /// Who was here last, else who is on duty, else any officer who can.
  private func officer(_ world: World) -> Named? {
    let able = world.snapshot.officersWhoSign
    let likely = [chosen, world.lastKeeper, world.snapshot.station.onDuty].compactMap { $0 }
    return likely.first { able.contains($0) } ?? able.first
  }

  // MARK: Update

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character):
      if picker != nil {
        picker?.type(String(character))
      } else if let typed = Key.character(character).secretCharacter {
        secret.append(typed)
      }
    case .action(let action): return picker == nil ? act(action, world) : pick(action, world)
    case .outcome(.done(let done)): return [.close] + done.saying
    case .outcome(.failed(let notice, _)): return [.complain(notice)]
    case .outcome, .paste, .progress, .tick: break
    }
    return []
  }

  private mutating func act(_ action: Action, _ world: World) -> [Effect] {
    switch action {
    case .open: return open(world)
    case .officer: picker = officers(world)
    case .up: scroll.move(.up, world.shown(by: panel(world)))
    case .down: scroll.move(.down, world.shown(by: panel(world)))
    case .pageUp: scroll.move(.pageUp, world.shown(by: panel(world)))
    case .pageDown: scroll.move(.pageDown, world.shown(by: panel(world)))
    case .deleteBack: secret.removeLast()
    case .clear: secret.wipe()
    case .back:
      secret.wipe()
      return isAsked ? [.close] : [.close, .say(.onlyLooking)]
    }
    return []
  }

  private mutating func open(_ world: World) -> [Effect] {
    guard let officer = officer(world) else { return [.complain(.nobodyOpens)] }
    let isAgent = world.snapshot.isAgent(officer.code)
    guard isAgent || secret.count > 0 else { return [.say(.typeOwnPIN(officer.name))] }
    let typed = secret
    secret = Secret()
    return [.perform(.openShift(by: officer.code, isAgent ? nil : typed))]
  }

  private func officers(_ world: World) -> PickList {
    let able = Set(world.snapshot.officersWhoSign)
    return PickList(
      title: ActionName.changeOfficer.phrase[world.language],
      items: world.snapshot.officers.filter { able.contains($0.named) }.map {
        PickItem($0.named.text, title: $0.name, pinyin: $0.pinyin, code: $0.code)
      })
  }

  private mutating func pick(_ action: Action, _ world: World) -> [Effect] {
    switch action {
    case .open:
      guard let current = picker?.current else { return picker.map { [.say($0.nothing)] } ?? [] }
      (chosen, picker) = (Named(current.value), nil)
      secret.wipe()
    case .up: picker?.move(.up, nil)
    case .down: picker?.move(.down, nil)
    case .pageUp, .pageDown:
      let shown = shown(in: world)
      picker?.move(action == .pageUp ? .pageUp : .pageDown, shown)
    case .deleteBack: picker?.deleteBack()
    case .back, .officer: picker = nil
    case .clear: break
    }
    return []
  }

  // MARK: View

  func view(in world: World) -> any Block {
    let whole = panel(world)
    guard let picker else { return whole }
    return picker.block(world, over: whole)
  }

  private func panel(_ world: World) -> any Block {
    let name = officer(world)?.name
    return VStack {
      HeaderBar(world: world)
      Panel(heading(name, world), isFocused: true, glyphs: world.glyphs) {
        SecretField(
          label: Phrase.secret[world.language], secret: picker == nil ? secret : nil,
          isFocused: picker == nil, world: world)
        Lines(advice(world).map { Line(" " + $0, .dim) })
        RuleLine(glyphs: world.glyphs)
        Padded(block: ReadLines(top: scroll.top, lines: OutLines(world: world).lines))
      }
    }
  }

  private func heading(_ name: String?, _ world: World) -> Line {
    let isLocked = world.isLocked && !isAsked
    let title = isLocked ? Phrase("已锁定", "已鎖定", "Locked") : Self.title
    return Line(
      title[world.language] + (name.map { " \(world.glyphs.more) \($0)" } ?? ""), .titleFocus)
  }

  private func advice(_ world: World) -> [String] {
    guard let officer = officer(world) else {
      return LineBreak.lines(
        Notice.nobodyOpens.line(world.language, at: .console), width: world.size.width - 4)
    }
    let first =
      world.snapshot.isAgent(officer.code)
      ? Phrase.agentSigns(officer.name) : Phrase.opensShift(officer.name, isAsked: isAsked)
    return LineBreak.lines(first[world.language], width: world.size.width - 4)
  }
}

extension Phrase {
  fileprivate static let onlyLooking = Phrase(
    "只看不写；要写时按 F12 开班。", "只看不寫；要寫時按 F12 開班。", "Looking only; F12 opens the shift to write.")

  static let openFirst = Phrase(
    "先输口令开班，或按 Esc 只看。", "先輸口令開班，或按 Esc 只看。",
    "Open the shift with a PIN first, or Esc to look only.")

  fileprivate static func typeOwnPIN(_ name: String) -> Phrase {
    Phrase("请 \(name) 输入口令。", "請 \(name) 輸入口令。", "\(name) types the PIN.")
  }

  fileprivate static func opensShift(_ name: String, isAsked: Bool) -> Phrase {
    isAsked
      ? Phrase(
        "还没有人开班。\(name) 输入口令后就保存，写下的记在 \(name) 名下；Esc 不写。",
        "還沒有人開班。\(name) 輸入口令後就儲存，寫下的記在 \(name) 名下；Esc 不寫。",
        "Nobody has opened the shift. With \(name)'s PIN it is saved, and said to be \(name)'s; Esc writes nothing."
      )
      : Phrase(
        "\(name) 输入口令，此后写下的记在 \(name) 名下；Esc 只看。", "\(name) 輸入口令，此後寫下的記在 \(name) 名下；Esc 只看。",
        "With \(name)'s PIN, what is written from then on is said to be \(name)'s; Esc only looks.")
  }
}

extension Notice {
  /// No officer has a key and a post by the book of keys.
  fileprivate static let nobodyOpens = Notice(
    Phrase(
      "还没有能开班的民警：密钥簿里没有谁既有密钥又有职务。", "還沒有能開班的民警：密鑰簿裡沒有誰既有密鑰又有職務。",
      "No officer can open the shift: nobody has both a key and a post in the book of keys."),
    safe: Phrase("可以查看。", "可以檢視。", "One can look."),
    next: Phrase(
      "先在“签字密钥”里登记第一位民警。", "先在「簽字密鑰」裡登記第一位民警。",
      "Enrol the first officer under “Signing keys”."))
}
