import Patrol
import Records
import Terminal
import Wording

/// The second step: what would go out, to whom, and what it takes; only from here is anything sent, by another
/// key than the one that led here.
///
/// A look-out asks for the approver's PIN above it. Until it is sent nothing is lost: the form's draft stays.
struct MessageCheckScreen: Screen {
  enum Action: Hashable {
    case step(Step), send, confirm, list, leaveOut, deleteBack, clear, back
  }

  static let title = Phrase("核对短信", "核對短信", "Check a message")
  static let purpose = Phrase(
    "发出前的第二步：看全文、发给谁、几条。F8 发送；F4 看收信人，空格去掉或放回一个；Esc 回表单再改。布控按 F8 后由另一位民警输口令批准。",
    "發出前的第二步：看全文、發給誰、幾條。F8 發送；F4 看收信人，空格去掉或放回一個；Esc 回表單再改。布控按 F8 後由另一位民警輸口令批准。",
    "The second step before it goes out: the whole text, to whom, how many texts. F8 sends; F4 lists the recipients, of whom Space leaves one out or takes them in again; Esc goes back to the form. Of a look-out F8 asks for another officer's PIN."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.f(8), does: .send, .sendMessage, hint: true),
      Binding(.enter, .f(10), does: .confirm, .confirm),
      Binding(.f(4), does: .list, .recipients, hint: true),
      Binding(.character(" "), does: .leaveOut, .leaveOut, hint: true),
      Binding(.escape, .left, does: .back, .changeText, hint: true),
      Binding(.backspace, does: .deleteBack, .deleteBack),
      Binding(.control("u"), does: .clear, .clear),
    ] + Binding<Action>.steps { .step($0) }

  private(set) var new: NewMessage
  private(set) var cursor = Cursor()
  private(set) var isListing = false
  /// Whether an officer is asked to approve it, and who.
  private(set) var approver: Named?
  private(set) var secret = Secret()
  private(set) var picker: PickList?

  init(_ new: NewMessage, in world: World) { self.new = new }

  var isApproving: Bool { approver != nil }
  var isTyping: Bool { isApproving }
  var title: Phrase {
    new.kind == .lookout ? ActionName.newLookout.phrase : ActionName.newPrompt.phrase
  }
  var wouldLose: Phrase? { secret.count > 0 ? .pinNotUsed : nil }

  func hints(in world: World) -> [KeyLine] {
    if picker != nil {
      return keyLines.compactMap { line in
        switch line.name {
        case .confirm: KeyLine(keys: [.enter], name: .choose, isHint: true)
        case .changeText: line.called(.back)
        default: nil
        }
      }
    }
    guard isApproving else {
      return keyLines.filter { ![.confirm, .deleteBack, .clear].contains($0.name) }.map {
        $0.name == .recipients && isListing ? $0.called(.textBack) : $0
      }
    }
    return keyLines.compactMap { line in
      switch line.name {
      case .confirm: KeyLine(keys: line.keys, name: .approve, isHint: true)
      case .recipients: line.called(.changeApprover)
      case .changeText: line.called(.back)
      case .leaveOut: nil
      default: line
      }
    }
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character):
      if picker != nil {
        picker?.type(String(character))
      } else if let typed = Key.character(character).secretCharacter {
        secret.append(typed)
      }
    case .action(let action):
      if picker != nil { return pick(action, in: world) }
      return isApproving ? approve(action, in: world) : act(action, in: world)
    case .outcome(let outcome): return receive(outcome)
    case .paste, .progress, .tick: break
    }
    return []
  }

  private func receive(_ outcome: Outcome) -> [Effect] {
    switch outcome {
    case .failed(let notice, _): return [.complain(notice)]
    case .done(let done):
      guard let sent = done.answer as? SentMessage else { return done.saying }
      return [.turnTo(.message(sent.code)), .dropDraft(draftName)] + done.saying
    case .unchanged: return []
    }
  }

  private var draftName: String { FormPlan.message(new.kind).draftName.text }

  // MARK: Looking

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .step(let step):
      cursor.move(step, count: everybody(in: world).count, shown: shown(for: step, in: world))
    case .send: return send(in: world)
    case .confirm: return [.say(.sendsByF8)]
    case .list: isListing.toggle()
    case .leaveOut: return leaveOut(in: world)
    case .deleteBack, .clear: break
    case .back: return [.turnTo(.messageForm(new.kind))]
    }
    return []
  }

  func plan(in world: World) -> MessagePlan {
    MessagePlan(new, in: world.snapshot, at: world.now.moment)
  }

  /// Those who were taken out included: they can be taken in again.
  func everybody(in world: World) -> [Reached] {
    var all = new
    all.without = []
    return MessagePlan(all, in: world.snapshot, at: world.now.moment).recipients
  }

  private mutating func send(in world: World) -> [Effect] {
    if let refusal = new.refusal(in: world) { return [.complain(refusal.notice)] }
    guard new.kind == .lookout else { return [.perform(.send(new))] }
    guard let officer = world.approver else { return [.say(.nobodyApproves)] }
    approver = officer
    return [.say(.approvesByPIN(officer.name))]
  }

  /// Leaves somebody out, or takes them in again; the draft knows it, so that the form keeps it.
  private mutating func leaveOut(in world: World) -> [Effect] {
    let people = everybody(in: world)
    guard people.indices.contains(cursor.index) else { return [.say(.nobodyThere)] }
    let code = people[cursor.index].who.code
    if new.without.remove(code) == nil { new.without.insert(code) }
    cursor.move(.down, count: people.count, shown: nil)
    guard var draft = world.drafts[draftName] else { return [] }
    draft[MessageFields.without] = new.without.sorted().joined(separator: " ")
    return [.keepDraft(draftName, draft)]
  }

  // MARK: Approving

  private mutating func approve(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .send, .confirm: return sendApproved(in: world)
    case .list: picker = officers(world)
    case .deleteBack: secret.removeLast()
    case .clear: secret.wipe()
    case .back:
      secret.wipe()
      approver = nil
    case .step(let step):
      cursor.move(step, count: everybody(in: world).count, shown: shown(for: step, in: world))
    case .leaveOut: break
    }
    return []
  }

  /// A PIN leaves the screen with the command; after a wrong one it is typed again.
  private mutating func sendApproved(in world: World) -> [Effect] {
    guard let approver else { return [] }
    let isAgent = world.snapshot.isAgent(approver.code)
    guard isAgent || secret.count > 0 else { return [.say(.approvesByPIN(approver.name))] }
    let typed = secret
    secret = Secret()
    return [
      .perform(.send(new, approval: HandAtKeyboard(approver.code, isAgent ? nil : typed)))
    ]
  }

  private func officers(_ world: World) -> PickList {
    PickList(
      title: Patrol.Message.approver.column.label[world.language],
      items: world.approvers.map { PickItem($0.text, title: $0.name, code: $0.code) }
    )
  }

  private mutating func pick(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .confirm, .send:
      guard let current = picker?.current else { return [.say(picker?.nothing ?? .noneFits)] }
      approver = Named(current.value) ?? approver
      picker = nil
      secret.wipe()
    case .step(let step):
      let shown = shown(for: step, in: world)
      picker?.move(step, shown)
    case .deleteBack: picker?.deleteBack()
    case .back, .list: picker = nil
    case .leaveOut, .clear: break
    }
    return []
  }
}

extension Phrase {
  fileprivate static let sendsByF8 = Phrase(
    "核对无误按 F8 发送，Esc 再改。", "核對無誤按 F8 發送，Esc 再改。", "F8 sends it, Esc goes back to the form.")
  fileprivate static func approvesByPIN(_ name: String) -> Phrase {
    Phrase(
      "\(name) 输入口令，按 Enter 批准并发送。", "\(name) 輸入口令，按 Enter 批准並發送。",
      "\(name): type your PIN, Enter approves it and sends it.")
  }
  fileprivate static let nobodyThere = Phrase("没有收信人。", "沒有收信人。", "There are no recipients.")
  fileprivate static let nobodyApproves = Phrase(
    "还没有能批准的民警：先在“签字密钥”里登记。", "還沒有能批准的民警：先在「簽字密鑰」裡登記。",
    "No officer can approve it: enrol one under “Signing keys” first.")
}
