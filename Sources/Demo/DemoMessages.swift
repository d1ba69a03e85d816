import Patrol
import Records

/// A prompt that somebody answered, a look-out for the newest grave case, and a text of somebody unknown.
package struct DemoMessages {
  package private(set) var messages: [Message] = []
  package private(set) var sendings: [Sending] = []
  package private(set) var replies: [ReceivedText] = []

  /// - Parameter states: of those it goes to, by turns.
  fileprivate mutating func send(
    _ message: Message, to people: [Named], states: [SendingState]
  ) throws {
    messages.append(message)
    let parts = TextParts(message.whole).count
    for (index, who) in people.enumerated() {
      sendings.append(
        try Sending.schema.make {
          $0.code = "\(message.code)-\(digits(index + 1, 3))"
          ($0.message, $0.to, $0.parts) = (message.code, who, parts)
          $0.state = states[index % states.count]
          ($0.handed, $0.over) = (message.at + 1, message.at + 2)
          if $0.state == .failed { $0.why = "停机" }
        })
    }
  }

  fileprivate mutating func receive(_ reply: ReceivedText) { replies.append(reply) }
}

extension DemoCity {
  /// - Parameter leads: of which one came from an informant, who answered the prompt.
  package func messages(beside leads: [Lead]) throws -> DemoMessages {
    var all = DemoMessages()
    let officer = officers[0].named
    let told = leads.last { $0.informant != nil }
    let people = try informants().filter { $0.enrolled != nil && $0.phone != nil }
    try all.send(
      Message.schema.make {
        ($0.code, $0.kind, $0.template) = ("QSP-M-0001", .prompt, "01")
        $0.text = "近一周22时至次日2时，人民路、建设路沿街店铺卷闸门被撬警情3起。请在岗同志留意，发现情况报派出所或110，请勿自行处置。"
        ($0.signed, $0.by) = (station.name, officer)
        $0.at = (told?.reported ?? now.moment + -30 * 60) + -5 * 60
        $0.groups = [AudienceGroup.sanitation.rawValue]
        $0.sections = ["人民路", "建设路"]
      },
      to: people.filter { one in
        one.kind == .sanitation && ["人民路", "建设路"].contains { one.section.hasPrefix($0) }
          || one.named == told?.informant
      }.map(\.named), states: [.sent, .sent, .sent, .failed])
    if let told, let informant = told.informant {
      all.receive(
        try ReceivedText.schema.make {
          ($0.code, $0.at, $0.from) = ("QSP-R-0001", told.reported, informant)
          ($0.text, $0.message, $0.lead) = (told.facts, "QSP-M-0001", told.code)
          $0.source = "gammu 00000000000000000000000000000001"
        })
    }
    all.receive(
      try ReceivedText.schema.make {
        ($0.code, $0.at, $0.phone) = ("QSP-R-0002", now.moment + -95, "10099990001")
        ($0.text, $0.source) = ("见到了", "gammu 00000000000000000000000000000002")
      })
    try lookout(&all, by: officer)
    return all
  }

  /// For the newest case that the order has looked out for; stood down once its time was over.
  private func lookout(_ all: inout DemoMessages, by officer: Named) throws {
    let grave = try incidents().last { NewMessage.lookedOutFor.contains($0.category) }
    guard let grave, let approver = officers.dropFirst().first?.named else { return }
    let at = min(grave.from + 35, now.moment)
    let expires = at + 12 * 60
    let over = expires + 10
    let isOver = over < now.moment
    let leaders = teams.filter { $0.unit == "QS" || $0.unit.hasPrefix("QS-") }.compactMap {
      members[$0.code]?.first { $0.post == .leader }
    }.filter { $0.phone != nil }.map(\.named)
    try all.send(
      Message.schema.make {
        ($0.code, $0.kind, $0.template) = ("QSP-M-0002", .lookout, "02")
        $0.text =
          "\(Self.clock(grave.from))\(grave.section)发生\(grave.category.label[.hans])警情，2人往集市方向离开，"
          + "1人穿黑色上衣。请在岗力量注意发现并报告，只报告不追赶。有效至\(Self.clock(expires))。"
        ($0.signed, $0.by, $0.at) = (station.name, officer, at)
        ($0.groups, $0.units) = ([AudienceGroup.leaders.rawValue], ["QS"])
        ($0.incident, $0.approver, $0.approved) = (grave.code, approver, at)
        $0.expires = expires
        if isOver { ($0.ended, $0.endedBy) = (over, officer) }
      }, to: leaders, states: [.sent])
    guard isOver else { return }
    try all.send(
      Message.schema.make {
        ($0.code, $0.kind, $0.about) = ("QSP-M-0003", .standdown, "QSP-M-0002")
        $0.text = "\(Self.clock(grave.from))\(grave.section)布控已解除，谢谢各位。"
        ($0.signed, $0.by, $0.at) = (station.name, officer, over)
        ($0.groups, $0.incident) = ([AudienceGroup.leaders.rawValue], grave.code)
      }, to: leaders, states: [.sent])
  }

  /// As such texts say a time: `11月25日9时`.
  private static func clock(_ moment: Moment) -> String {
    let minute = moment.minuteOfDay % 60
    return "\(moment.day.month)月\(moment.day.day)日\(moment.minuteOfDay / 60)时"
      + (minute == 0 ? "" : "\(minute)分")
  }
}
