import Patrol
import Records
import Terminal
import Wording

extension MessageScreen {
  func view(in world: World) -> any Block {
    let book = world.snapshot.messageBook
    let language = world.language
    guard let message = book.messages.first(where: { $0.code == code }) else {
      return VStack {
        HeaderBar(world: world)
        Panel(Line("5 \(code)", .titleFocus), isFocused: true, glyphs: world.glyphs) {
          Lines(Line(MessageRefusal.noSuchMessage(code).notice.line(language, at: .console)))
        }
      }
    }
    let text = MessageText(message, book, world)
    let note = poll.note(in: world)
    let mayWait = text.waiting > 0
    let list =
      showsRecipients
      ? recipients(Self.ordered(book.sendings[code] ?? []), world) : replies(text.replies, world)
    let whole = VStack {
      HeaderBar(world: world)
      Panel(
        Line("5 \(message.kind.label[language]) \(MessageText.short(code))", .titleFocus),
        note: place(book, world), isFocused: true, glyphs: world.glyphs
      ) {
        HeadedList(
          head: { width in
            (mayWait ? note.map { $0.wrapped(width) } ?? [] : []) + text.lines(width: width)
          }, list: list, foot: { text.last(width: $0) }, glyphs: world.glyphs)
      }
    }
    guard let asks else { return whole }
    return Overlay(question(asks, text, world), size: Size(58, 7), over: whole)
  }

  /// Those that failed before those that wait, and what needs nothing last.
  private static func ordered(_ sendings: [Sending]) -> [Sending] {
    let order: [SendingState] = [.failed, .waiting, .handed, .sent, .dropped]
    return order.flatMap { state in sendings.filter { $0.state == state } }
  }

  /// Which of all messages it is.
  private func place(_ book: MessageBook, _ world: World) -> Line {
    let at = book.messages.firstIndex { $0.code == code } ?? 0
    return Line("\(at + 1)/\(book.messages.count)", .dim)
  }

  private func question(
    _ question: Question, _ text: MessageText, _ world: World
  ) -> any Block {
    let said: Phrase =
      switch question {
      case .standDown: .tells(text.reached)
      case .resend: .resends(text.counts[.failed, default: 0])
      }
    return Panel(
      Line("\(question.name.phrase[world.language]) \(code)", .titleFocus), isFocused: true,
      glyphs: world.glyphs, role: .popup, border: .popupBorder
    ) {
      ConfirmLine(world: world)
      Lines(
        LineBreak.lines(said[world.language], width: 54).map {
          Line(" " + $0)
        })
    }
  }

  private func replies(_ replies: [ReceivedText], _ world: World) -> Table {
    let language = world.language
    return Table(
      [
        .init(Phrase("回报", "回報", "Reply")[language], .cells(11)),
        .init(ReceivedText.from.column.label[language], .cells(language == .en ? 22 : 18)),
        .init(ReceivedText.text.column.label[language], .share(1)),
        .init(Phrase.whereItWent[language], .cells(12)),
      ], count: replies.count,
      selected: replies.isEmpty ? nil : min(cursor.index, replies.count - 1), isFocused: true,
      empty: Phrase.noneYet[language]
    ) { index in
      let line = ReceivedLine(replies[index], world)
      return [Line(replies[index].at.brief, .dim), Line(line.from), Line(line.words), line.put]
    }
  }

  private func recipients(_ sendings: [Sending], _ world: World) -> Table {
    let language = world.language
    return Table(
      [
        .init(Sending.to.column.label[language], .share(2)),
        .init(Sending.state.column.label[language], .cells(language == .en ? 13 : 8)),
        .init(Sending.handed.column.label[language], .cells(11), from: 66),
        .init(Sending.over.column.label[language], .cells(11)),
        .init(Sending.why.column.label[language], .share(2)),
      ], count: sendings.count,
      selected: sendings.isEmpty ? nil : min(cursor.index, sendings.count - 1), isFocused: true
    ) { index in
      let one = sendings[index]
      let mark = one.state == .failed ? world.glyphs.urgent : ""
      let role: Role =
        switch one.state {
        case .failed: .warning
        case .sent: .good
        case .waiting, .handed: .plain
        case .dropped: .dim
        }
      return [
        Line(one.to.name), Line(mark + one.state.label[language], role),
        Line(one.handed?.brief ?? "", .dim), Line(one.over?.brief ?? "", .dim), Line(one.why),
      ]
    }
  }
}

extension MessageText {
  /// Those who have it, or may have.
  var reached: Int { counts[.handed, default: 0] + counts[.sent, default: 0] }

  /// What becomes of a look-out that nobody stands down.
  func last(width: Int) -> [Line] {
    guard message.isOpen else { return [] }
    let isPast = message.expires.map { $0 <= world.now.moment } ?? false
    let sentence =
      (isPast ? Phrase.staysOpen : Phrase(verbatim: "")) + Phrase.tells(reached)
    return LineBreak.lines(sentence[world.language], width: width).map {
      Line($0, isPast ? .warning : .dim)
    }
  }
}

extension Phrase {
  fileprivate static let noneYet = Phrase("还没有回报", "還沒有回報", "nothing yet")
  fileprivate static let staysOpen = Phrase(
    "到期不撤，仍留在待办。", "到期不撤，仍留在待辦。",
    "It is past its end and stays in the to-do list until it is stood down. ")

  /// To how many it goes again.
  fileprivate static func resends(_ count: Int) -> Phrase {
    Phrase(
      "向这 \(count) 人各再发一条，按登记里现在的号码。", "向這 \(count) 人各再發一條，按登記裡現在的號碼。",
      "Sends to these \(count) once more, by the numbers that the registers have now.")
  }

  /// To how many it is said that they need not look out any more.
  fileprivate static func tells(_ count: Int) -> Phrase {
    count == 0
      ? Phrase(
        "还没有人收到，撤控后不再发。", "還沒有人收到，撤控後不再發。",
        "Nobody has it yet; stood down it goes to nobody.")
      : Phrase(
        "撤控时向这 \(count) 人各发一条解除短信。", "撤控時向這 \(count) 人各發一條解除短信。",
        "Standing it down tells these \(count), one text each.")
  }
}
