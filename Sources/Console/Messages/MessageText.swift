import Patrol
import Records
import Terminal
import Wording

/// What is said of a message, in a line of the list and above whom it went to.
struct MessageText: Sendable {
  let message: Message
  let world: World
  let counts: [SendingState: Int]
  let replies: [ReceivedText]
  private var language: Language { world.language }

  typealias Message = Patrol.Message

  init(_ message: Message, _ book: MessageBook, _ world: World) {
    (self.message, self.world) = (message, world)
    counts = book.counts(message.code)
    replies = book.replies(to: message.code)
  }

  /// Without the station's code, which all of them have.
  static func short(_ code: String) -> String {
    code.split(separator: "-").suffix(2).joined(separator: "-")
  }

  /// To how many it went.
  var to: Int { counts.values.reduce(0, +) }
  /// Those that the modem has not transmitted, or not yet said so.
  var waiting: Int { counts[.waiting, default: 0] + counts[.handed, default: 0] }

  /// How much longer a look-out holds; nothing for other messages.
  var state: Line {
    guard message.kind == .lookout else { return Line([]) }
    if message.ended != nil { return Line(Phrase.stoodDown[language], .dim) }
    guard let expires = message.expires else { return Line([]) }
    let left = expires - world.now.moment
    guard left > 0 else {
      return Line("\(world.glyphs.urgent)\(Phrase.isPast[language])", .urgent)
    }
    return Line(Phrase.left(left)[language])
  }

  /// Case, approval and counts, then the text, and whom it was for: where there is little room the end is cut.
  func lines(width: Int) -> [Line] {
    let labels = LabelledLines(width: width, language)
    var lines = labels.lines(message.kind.label[language], about, .bold)
    if message.kind == .lookout {
      lines += labels.lines(Message.approver.column.label[language], approval)
      lines += [validity(labels)]
    }
    lines.append(labels.label(Phrase.sent[language]) + tally)
    lines += labels.lines(Message.text.column.label[language], message.whole)
    return lines + labels.lines(Message.by.column.label[language], by)
  }

  private var about: String {
    [message.code, incident, message.about].compactMap { $0 }.joined(separator: "  ")
  }

  /// Who sent it when, and to whom by which choice.
  private var by: String {
    let groups = message.groups.compactMap(AudienceGroup.init).map { $0.label[language] }
    let narrowed =
      message.sections + message.units.map { world.snapshot.unitName($0) }
      + message.hours.map(\.text)
    let whom = [groups, narrowed].map { $0.joined(separator: language.separator) }
    return (["\(message.by.name) \(message.at.brief)"] + whom).filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  /// `案 QSP-C-0009 抢夺 11-24 21:10 建设路`.
  private var incident: String? {
    guard let code = message.incident else { return nil }
    guard let one = world.snapshot.incident(code) else { return code }
    return Phrase("案 ", "案 ", "case ")[language] + one.called(language)
  }

  private var approval: String {
    let first = [message.approver?.name, message.approved?.brief].compactMap { $0 }
      .joined(separator: " ")
    guard let by = message.extendedBy, let at = message.extended else {
      return "\(first) \(world.glyphs.check)"
    }
    let label = Message.extendedBy.column.label[language]
    return "\(first) \(world.glyphs.check)  \(label) \(by.name) \(at.brief) \(world.glyphs.check)"
  }

  private func validity(_ labels: LabelledLines) -> Line {
    let until = message.expires?.brief ?? ""
    let ended = [message.endedBy?.name, message.ended?.brief].compactMap { $0 }
      .joined(separator: " ")
    let name = Message.expires.column.label[language]
    return labels.label(name) + Line("\(until)  ") + state
      + Line(ended.isEmpty ? "" : " \(ended)", .dim)
  }

  /// `62 人  已发出 59  失败 2  待发 1  回报 3`; what went wrong stands out by its mark as well.
  private var tally: Line {
    let to = Phrase("\(self.to) 人", "\(self.to) 人", "to \(self.to)")
    let states = SendingState.allCases.reversed().compactMap { state -> Line? in
      guard let count = counts[state], count > 0 else { return nil }
      let text = "\(state.label[language]) \(count)"
      return state == .failed
        ? Line("\(world.glyphs.urgent)\(text)", .warning)
        : Line(text, state == .sent ? .good : .plain)
    }
    let replies = Line(Phrase("回报 ", "回報 ", "Replies ")[language] + "\(replies.count)")
    return ([Line(to[language], .bold)] + states + [replies]).joined("  ")
  }
}

/// Lines with what they are at their left, as wide as that of all of them.
struct LabelledLines {
  private let width: Int
  /// Cells of the labels.
  private let cells: Int

  init(width: Int, _ language: Language) {
    (self.width, cells) = (width, language == .en ? 12 : 8)
  }

  func label(_ text: String) -> Line {
    Line(text + String(repeating: " ", count: max(1, cells - text.cells)), .label)
  }

  func lines(_ label: String, _ text: String, _ role: Role = .plain) -> [Line] {
    let head = self.label(label)
    let texts = LineBreak.lines(text, width: max(8, width - head.cells))
    return texts.enumerated().map { index, text in
      (index == 0 ? head : Line(String(repeating: " ", count: head.cells))) + Line(text, role)
    }
  }
}

extension [Line] {
  func joined(_ separator: String) -> Line {
    dropFirst().reduce(first ?? Line([])) { $0 + Line(separator) + $1 }
  }
}

/// What is said of a text that came in.
struct ReceivedLine: Sendable {
  let text: ReceivedText
  let world: World
  private var language: Language { world.language }

  init(_ text: ReceivedText, _ world: World) { (self.text, self.world) = (text, world) }

  /// Whoever sent it, by alias; of somebody unknown the ends of the number.
  var from: String {
    if let from = text.from { return from.name }
    let phone = text.phone.map(Member.masked) ?? ""
    return [Phrase.unregistered[language], phone].joined(separator: " ")
  }

  /// In one line.
  var words: String { text.text.replacing("\n", with: " ") }

  var put: Line {
    if let lead = text.lead {
      let number = lead.split(separator: "-").last.flatMap { Int($0) }.map { "\($0)" } ?? lead
      return Line("\(world.glyphs.arrow) \(Phrase.asLead[language]) \(number)", .good)
    }
    guard text.waits else { return Line(Phrase.noLead[language], .dim) }
    return Line("\(world.glyphs.missing) \(Phrase.toBeClaimed[language])", .warning)
  }

  /// - Parameter words: what it says, where that is more than what the record has in words.
  func lines(width: Int, words: String? = nil) -> [Line] {
    let labels = LabelledLines(width: width, language)
    func field(_ column: Column, _ text: String) -> [Line] {
      text.isEmpty ? [] : labels.lines(column.label[language], text)
    }
    let lead = text.lead ?? ""
    return labels.lines(ReceivedText.code.column.label[language], text.code, .bold)
      + field(ReceivedText.at.column, text.at.brief) + field(ReceivedText.from.column, from)
      + field(ReceivedText.message.column, text.message ?? "")
      + field(ReceivedText.lead.column, lead) + field(ReceivedText.put.column, text.put)
      + (text.waits ? [labels.label("") + put] : [])
      + field(ReceivedText.text.column, words ?? text.text)
  }
}

extension Phrase {
  fileprivate static let sent = Phrase("发送", "發送", "Sent")
  static let stoodDown = Phrase("已撤控", "已撤控", "stood down")
  static let isPast = Phrase("已过期", "已過期", "past")
  static let toBeClaimed = Phrase("待认领", "待認領", "to claim")
  fileprivate static let noLead = Phrase("不作情报", "不作情報", "no lead")
  fileprivate static let asLead = Phrase("情报", "情報", "lead")
  fileprivate static let unregistered = Phrase("未登记", "未登記", "unknown")

  /// `剩 5时48分`.
  static func left(_ minutes: Int) -> Phrase {
    let (hours, rest) = (minutes / 60, minutes % 60)
    let below =
      hours > 0
      ? Phrase("\(hours)时\(rest)分", "\(hours)時\(rest)分", "\(hours)h \(rest)m")
      : Phrase("\(rest)分", "\(rest)分", "\(rest)m")
    return Phrase("剩 ", "剩 ", "") + Phrase.duration(minutes, belowADay: below)
      + Phrase("", "", " left")
  }
}

extension Incident {
  /// Which case is meant: `QSP-C-0009 抢夺 11-24 21:10 建设路`.
  func called(_ language: Language) -> String {
    [code, category.label[language], from.brief, section].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
