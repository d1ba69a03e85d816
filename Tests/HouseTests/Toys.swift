import Patrol
import Records
import Wording

/// A register of people that the program does not know: who flies a team's drones.
struct Pilot: Registered {
  let code, name, pinyin, team: String
  let phone: String?
  let licensed, until: Day?
  let sameAs: String?
  let remark: String

  static let file = "pilots"
  static let code: Field<Self, String> = Field("Code", \.code, .key, Phrase("编号", "編號", "Code"))
  static let name: Field<Self, String> = Field(
    "Called", \.name, .line, Phrase("飞手", "飛手", "Pilot"), also: ["飞手姓名"])
  static let pinyin: Field<Self, String> = Field(
    "Read", \.pinyin, .prose, Phrase("读音", "讀音", "Reading"))
  static let team: Field<Self, String> = Field(
    "Flies", \.team, .teamCode, Phrase("所属队", "所屬隊", "Flies for"))
  static let phone: Field<Self, String?> = Field(
    optional: "Mobile", \.phone, .phone, Phrase("手机", "手機", "Mobile"))
  static let licensed: Field<Self, Day?> = Field(
    optional: "Licensed", \.licensed, .day, Phrase("持证", "持證", "Licensed"))
  static let until: Field<Self, Day?> = Field(
    optional: "Left", \.until, .day, Phrase("离队", "離隊", "Left"))
  static let sameAs: Field<Self, String?> = Field(
    optional: "Into", \.sameAs, .key, Phrase("并入", "併入", "Merged into"))
  static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, Phrase("备注", "備註", "Remark"))

  static let schema = Schema(
    "Pilot", Phrase("无人机飞手", "無人機飛手", "Pilots"),
    Pilot.init(code:name:pinyin:team:phone:licensed:until:sameAs:remark:), Self.code, Self.name,
    Self.pinyin, Self.team, Self.phone, Self.licensed, Self.until, Self.sameAs, Self.remark)
  static let layout = RegisterLayout(
    .people, numbering: .ofStation(letter: "PL"), name: Self.name, place: Self.team,
    end: Self.until, reading: Self.pinyin, sameAs: Self.sameAs,
    asked: FieldList(
      Self.name, Self.team, Self.phone, Self.licensed, Self.until, Self.pinyin, Self.remark,
      Self.code),
    listed: FieldList(Self.team, Self.phone, Self.licensed),
    usual: .today(
      Self.licensed.column, called: Phrase("登记持证", "登記持證", "Licensed today"),
      pinyin: "deng ji chi zheng")
  ) { about in [Self.team.says(about.team?.code ?? "")] }
}

/// A register of things that names records of the other.
struct Drone: Registered {
  let code, name: String
  let pilot: Named
  let since, until: Day?
  var pinyin: String { "" }

  static let file = "drones"
  static let code: Field<Self, String> = Field("Code", \.code, .key, Phrase("编号", "編號", "Code"))
  static let name: Field<Self, String> = Field(
    "Model", \.name, .line, Phrase("机型", "機型", "Model"))
  static let pilot: Field<Self, Named> = Field(
    "Pilot", \.pilot, .someone(Reference("pilots")), Phrase("飞手", "飛手", "Pilot"))
  static let since: Field<Self, Day?> = Field(
    optional: "Since", \.since, .day, Phrase("启用", "啟用", "Since"))
  static let until: Field<Self, Day?> = Field(
    optional: "Scrapped", \.until, .day, Phrase("报废", "報廢", "Scrapped"))

  static let schema = Schema(
    "Drone", Phrase("无人机", "無人機", "Drones"), Drone.init(code:name:pilot:since:until:),
    Self.code, Self.name, Self.pilot, Self.since, Self.until)
  static let layout = RegisterLayout(
    .things, numbering: .ofStation(letter: "DR"), name: Self.name, since: Self.since,
    end: Self.until, asked: FieldList(Self.name, Self.pilot, Self.since, Self.until, Self.code),
    listed: FieldList(Self.pilot, Self.since)
  ) { about in [Self.since.says(about.today.text)] }
}

/// A kind of page that the program does not know, in a book of its own: a flight, signed by its pilot.
struct Flight: Booked {
  let team, pilot: Named
  let date: Day
  let from, to: Moment
  let found: [String]
  let seen: String

  static let kind = "flight"
  static let team: Field<Self, Named> = Field(
    "Base", \.team, .team, Phrase("起降队", "起降隊", "Base"))
  static let pilot: Field<Self, Named> = Field(
    "Pilot", \.pilot, .someone(Reference("pilots", "members")), Phrase("飞手", "飛手", "Pilot"))
  static let date: Field<Self, Day> = Field(
    "Date", \.date, .day, Phrase("飞行日", "飛行日", "Day of flight"))
  static let from: Field<Self, Moment> = Field(
    "Start", \.from, .moment, Phrase("起飞", "起飛", "Take-off"))
  static let to: Field<Self, Moment> = Field("End", \.to, .moment, Phrase("降落", "降落", "Landing"))
  static let found: Field<Self, [String]> = Field(
    "Found", \.found, .codes("found"), Phrase("情况", "情況", "Found"))
  static let seen: Field<Self, String> = Field(
    "Seen", \.seen, .prose, Phrase("所见", "所見", "Seen"))

  static let schema = Schema(
    kind, Phrase("飞行记录", "飛行記錄", "Flight"),
    Flight.init(team:pilot:date:from:to:found:seen:), Self.team, Self.pilot, Self.date, Self.from,
    Self.to, Self.found, Self.seen)
  static let layout = PageLayout(
    Phrase("无人机飞行簿", "無人機飛行簿", "Flight Book"),
    called: Phrase("飞行", "飛行", "flight"), cover: "无人机飞行簿", owner: Self.team,
    day: Self.date, start: Self.from, writer: Self.pilot,
    signers: [Signer(.inspector, .named(Self.pilot.column))],
    asked: FieldList(Self.team, Self.date, Self.from, Self.to, Self.pilot, Self.found, Self.seen),
    listed: FieldList(Self.team, Self.from, Self.pilot, Self.seen), pinyin: "ji fei xing ji lu",
    bookPinyin: "wu ren ji fei xing bu"
  ) { about in
    [Self.team.says(about.snapshot.teams.first?.named.text ?? ""), Self.to.says(about.now.text)]
  }

  func check(_ beside: PageContext) throws {
    if to <= from { throw EntryRefusal.endBeforeStart(from: from, to: to) }
  }
}

extension PageKind {
  static let flight = PageKind(Flight.self)
}

extension RegisterKind {
  static let pilots = RegisterKind(Pilot.self)
  static let drones = RegisterKind(Drone.self)
}

extension Kinds {
  /// Those of the program, and two that it does not know.
  static let withToys = Kinds(
    registers: Kinds.ours.registers + [.pilots, .drones], pages: Kinds.ours.pages + [.flight])
}
