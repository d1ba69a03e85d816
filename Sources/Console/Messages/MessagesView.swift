import Patrol
import Records
import Terminal
import Wording

extension MessagesScreen {
  func view(in world: World) -> any Block {
    let book = world.snapshot.messageBook
    let rows = rows(stop, book)
    let at = at(rows)
    let note = poll.note(in: world)
    let lists = ListWithText(
      list: stop == .sent ? sent(book, at, world) : received(book, at, world),
      count: max(1, rows.count), isMain: true, glyphs: world.glyphs,
      text: rows.isEmpty ? nil : text(at, book, world))
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line("5 \(heading[world.language])", .titleFocus), note: tally(book, world),
        isFocused: true, glyphs: world.glyphs
      ) {
        if let note {
          let lines = note.wrapped(world.size.width - 4).prefix(3)
          PaddedLines(lines: Array(lines)).fixed
        }
        lists
      }
    }
  }

  private var heading: Phrase {
    stop == .sent
      ? Phrase("短信", "短信", "Messages") : Phrase("收件", "收件", "Received texts")
  }

  /// What is open: look-outs that hold, texts that did not go out, texts to be claimed.
  private func tally(_ book: MessageBook, _ world: World) -> Line {
    let now = world.now.moment
    let open = book.messages.filter(\.isOpen)
    let past = open.count { $0.expires.map { $0 <= now } ?? false }
    let today = book.messages.filter { now - $0.at <= 7 * 1440 }
    let failed = today.reduce(0) { $0 + (book.counts($1.code)[.failed] ?? 0) }
    let mark =
      world.snapshot.isRead([.messages, .sendings, .replies]) ? "" : "?"
    func part(_ phrase: Phrase, _ count: Int, _ role: Role) -> Line {
      Line("\(phrase[world.language]) \(count)\(mark)", count > 0 ? role : .dim)
    }
    return [
      part(Phrase("布控", "布控", "look-outs"), open.count, .plain),
      part(.isPast, past, .urgent), part(Phrase("失败", "失敗", "failed"), failed, .warning),
      part(.toBeClaimed, book.replies.count(where: \.waits), .warning),
    ].joined("  ")
  }

  private func text(
    _ at: Int, _ book: MessageBook, _ world: World
  ) -> @Sendable (Int) -> [Line] {
    switch stop {
    case .sent:
      let text = MessageText(book.messages[at], book, world)
      return { text.lines(width: $0) }
    case .received:
      let line = ReceivedLine(book.received[at], world)
      return { line.lines(width: $0) }
    }
  }

  private func sent(_ book: MessageBook, _ at: Int, _ world: World) -> Table {
    let language = world.language
    func head(_ hans: String, _ hant: String, _ en: String) -> String {
      Phrase(hans, hant, en)[language]
    }
    let headings: [Table.Heading] = [
      .init(head("编号", "編號", "Code"), .cells(6)),
      .init(head("类别", "類別", "Kind"), .cells(language == .en ? 10 : 4)),
      .init(head("时间", "時間", "Time"), .cells(11), from: 66),
      .init(head("人", "人", "To"), .cells(3), isRight: true),
      .init(head("已发出", "已發出", "Sent"), .cells(language == .en ? 4 : 6), isRight: true, from: 66),
      .init(head("失败", "失敗", "Fail"), .cells(4), isRight: true),
      .init(head("在途", "在途", "Open"), .cells(4), isRight: true),
      .init(head("回报", "回報", "Back"), .cells(4), isRight: true),
      .init(head("有效至", "有效至", "Holds until"), .cells(11), from: 96),
      .init(head("布控", "布控", "Look-out"), .cells(11)),
      .init(head("内容", "內容", "What"), .share(1)),
    ]
    return Table(
      headings, count: book.messages.count, selected: book.messages.isEmpty ? nil : at,
      isFocused: true, empty: nothing[language]
    ) { index in
      let message = book.messages[index]
      let text = MessageText(message, book, world)
      let failed = text.counts[.failed] ?? 0
      func count(_ count: Int, _ role: Role = .plain) -> Line {
        Line(count == 0 ? "" : "\(count)", role)
      }
      return [
        Line(MessageText.short(message.code), .dim), Line(message.kind.label[language]),
        Line(message.at.brief, .dim), count(text.to), count(text.counts[.sent] ?? 0, .good),
        count(failed, .warning), count(text.waiting), count(text.replies.count),
        Line(message.expires?.brief ?? "", .dim), text.state, Line(message.text),
      ]
    }
  }

  private func received(_ book: MessageBook, _ at: Int, _ world: World) -> Table {
    let language = world.language
    let received = book.received
    let headings: [Table.Heading] = [
      .init(ReceivedText.at.column.label[language], .cells(11)),
      .init(ReceivedText.from.column.label[language], .cells(language == .en ? 22 : 18)),
      .init(ReceivedText.text.column.label[language], .share(1)),
      .init(Phrase.whereItWent[language], .cells(12)),
    ]
    return Table(
      headings, count: received.count, selected: received.isEmpty ? nil : at, isFocused: true,
      empty: nothing[language]
    ) { index in
      let line = ReceivedLine(received[index], world)
      return [
        Line(received[index].at.brief, .dim), Line(line.from), Line(line.words), line.put,
      ]
    }
  }
}

extension Line {
  /// The same in as many lines as it takes; of one role.
  func wrapped(_ width: Int) -> [Line] {
    let text = spans.map(\.text).joined()
    return LineBreak.lines(text, width: max(8, width)).map { Line($0, spans.first?.role ?? .plain) }
  }
}

extension Phrase {
  static let whereItWent = Phrase("去向", "去向", "Went to")
}
