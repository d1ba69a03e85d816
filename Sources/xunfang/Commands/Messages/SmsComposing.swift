import ArgumentParser
import Patrol
import Records
import Runner
import Wording

/// What messages are put together of on the command line: as the form takes it.
struct MessageOptions: ParsableArguments {
  @Option(
    help: .said(
      "人员：sanitation 环卫、taxi 出租车、volunteers 义务队员、leaders 队长、watch 守望点；用空格隔开。",
      "人員：sanitation 環衛、taxi 出租車、volunteers 義務隊員、leaders 隊長、watch 守望點；用空格隔開。",
      "People: sanitation taxi volunteers leaders watch, between blanks.")) var to: String
  @Option(help: .said("正文；不写则用模板。", "正文；不寫則用模板。", "The text; the template's without.")) var text:
    String?
  @Option(help: .said("模板编号，如 01。", "模板編號，如 01。", "A template's number, such as 01.")) var template:
    String?
  @Option(
    name: .customLong("fill"), parsing: .singleValue,
    help: .said("填模板的空：空名=内容。", "填模板的空：空名=內容。", "Fills a blank of it: NAME=words.")) var fills:
    [String] = []
  @Option(help: .said("路段，用“、”隔开。", "路段，用「、」隔開。", "Sections, between commas.")) var section: String?
  @Option(help: .said("单位代号，用逗号隔开。", "單位代號，用逗號隔開。", "Units by code, between commas.")) var unit:
    String?
  @Option(help: .said("在岗时段，如 20-23。", "在崗時段，如 20-23。", "Hours of duty, such as 20-23."))
  var onDuty: String?
  @Option(help: .said("去掉的人，代号用逗号隔开。", "去掉的人，代號用逗號隔開。", "People to leave out, by code."))
  var without: String?
  @Option(help: .said("署名；不写为本所。", "署名；不寫為本所。", "Who says it; the station without.")) var signed:
    String?
  @Flag(help: .said("只看发给谁、几条，不发。", "只看發給誰、幾條，不發。", "Show to whom and how many; send nothing."))
  var preview =
    false

  func message(
    _ kind: MessageKind, incident: String? = nil, expires: String? = nil, _ typing: MessageTyping
  ) throws -> NewMessage {
    var new = NewMessage(kind)
    new.groups = try typing.groups(to)
    if let section { new.sections = try typing.value(section, Message.sections) }
    if let unit { new.units = try typing.units(unit) }
    if let onDuty { new.hours = try typing.value(onDuty, Message.hours) }
    if let signed { new.signed = signed }
    new.without = Set((without ?? "").split(separator: ",").map { String($0).trimmingBlanks() })
    new.incident = incident
    if let expires { new.expires = Moment(try typing.said(expires, Message.expires.column)) }
    new.template = template
    new.text = try text ?? template.map { try typing.text(of: $0, for: new, filling: fills) } ?? ""
    return new
  }
}

/// What options of a message say.
struct MessageTyping {
  let snapshot: Snapshot
  let now: Moment
  private let reading: TypedReading
  private let language: Language

  init(_ runner: CommandRunner, _ shared: SharedOptions) throws {
    snapshot = try runner.snapshot
    now = try shared.clock().now.moment
    language = shared.spoken
    reading = TypedReading(
      Message.columns, PageBeginning(snapshot, day: snapshot.today, now: now), language: language)
  }

  func said(_ text: String, _ column: Column) throws -> String {
    try reading.said(text, column.name, Draft())
  }

  func value<Value>(_ text: String, _ field: Field<Message, Value>) throws -> Value {
    try field.read(try said(text, field.column))
  }

  func groups(_ text: String) throws -> [AudienceGroup] {
    try value(text, Message.groups).map { code in
      guard let group = AudienceGroup(rawValue: code) else {
        throw Message.groups.column.error(code)
      }
      return group
    }
  }

  func units(_ text: String) throws -> [String] {
    try text.split(separator: ",").compactMap {
      try snapshot.unitCode(String($0).trimmingBlanks())
    }
  }

  func text(of template: String, for new: NewMessage, filling fills: [String]) throws -> String {
    guard let code = snapshot.codes.code(MessageTemplate.table(new.kind), template) else {
      throw MessageRefusal.unknownTemplate(template)
    }
    let text = MessageTemplate.filled(
      code.meaning[snapshot.station.spoken], new, in: snapshot)
    let fills = try Assignments.read(fills)
    let blanks = MessageTemplate.blanks(code.meaning[snapshot.station.spoken])
    if let unknown = fills.keys.sorted().first(where: { !blanks.contains($0) }) {
      let names = blanks.joined(separator: "、")
      throw ValidationError(
        .said(
          "模板 \(template) 没有空“\(unknown)”，只有：\(names)",
          "模板 \(template) 沒有空「\(unknown)」，只有：\(names)",
          "template \(template) has no blank “\(unknown)”, but: \(names)"))
    }
    return fills.reduce(text) { text, fill in
      text.replacing("{\(fill.key)}", with: fill.value)
    }
  }
}

extension SmsCommand {
  /// `prompt --to sanitation --section 建设路 --on-duty 20-23 --template 01`.
  struct SendPrompt: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "prompt",
        abstract: .said("发提示短信；打印编号。", "發提示短信；列印編號。", "Send a prompt; prints its code."))
    }

    @OptionGroup var message: MessageOptions
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try keeper.runner(shared, isNeeded: !message.preview)
        let typing = try MessageTyping(runner, shared)
        let new = try message.message(.prompt, typing)
        if message.preview { return try Previewing(typing, shared).show(new) }
        return Previewing(typing, shared).sent(new, runner.perform(.send(new)))
      }
    }
  }

  /// `lookout --incident QSP-C-0012 --until 11-26 0900 --approver P-002 …`.
  struct SendLookout: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "lookout",
        abstract: .said(
          "发布控短信，须有案件、期限、批准；打印编号。", "發布控短信，須有案件、期限、批准；列印編號。",
          "Send a look-out, with a case, an end and an approval; prints its code."))
    }

    @Option(help: .said("案件编号。", "案件編號。", "The case's code.")) var incident: String
    @Option(
      parsing: .unconditional,
      help: .said("有效至，如 11-26 0900。", "有效至，如 11-26 0900。", "Until when: 11-26 0900.")) var until:
      String
    @OptionGroup var message: MessageOptions
    @OptionGroup var approver: ApproverOptions
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try keeper.runner(shared, isNeeded: !message.preview)
        let typing = try MessageTyping(runner, shared)
        let new = try message.message(.lookout, incident: incident, expires: until, typing)
        let previewing = Previewing(typing, shared)
        if message.preview { return try previewing.show(new) }
        // Nobody types a PIN for what would be refused.
        let plan = MessagePlan(new, in: typing.snapshot, at: typing.now)
        try new.check(plan, in: typing.snapshot, at: typing.now)
        let hand = try approver.hand(runner, shared)
        return previewing.sent(new, runner.perform(.send(new, approval: hand)))
      }
    }
  }
}
