import Records
import Wording

/// A patrol member (R20): only what a duty needs, so no ID number, no address (R28).
package struct Member: Hashable, Sendable, Registered {
  package let code: String
  package let name: String
  /// The name's reading, `zhang jian guo`; set by hand where nobody could know it.
  package let pinyin: String
  package let team: String
  package let post: Post
  package let service: Service
  /// Cadre, family-planning officer, volunteer, activist (R6).
  package let background: String?
  package let phone: String?
  /// Only where the station has switched the field on (R28).
  package let identity: String?
  package let since: Day?
  package let until: Day?
  /// The record that took this one's place when the same person stood in the register twice.
  package let sameAs: String?
  package let remark: String

  package static let file = "members"
  package static let code: Field<Self, String> = Field(
    "Code", \.code, .key, .code, also: ["编号", "队员编号"])
  package static let name: Field<Self, String> = Field(
    "Name", \.name, .personName, .personName, also: Headings.name)
  package static let pinyin: Field<Self, String> = Field("Pinyin", \.pinyin, .prose, .pinyin)
  package static let team: Field<Self, String> = Field(
    "Team", \.team, .teamCode, Phrase("队伍", "隊伍", "Team"), also: Headings.team)
  package static let post: Field<Self, Post> = Field(
    "Post", \.post, .choice, Phrase("职务", "職務", "Post"), also: ["岗位"])
  package static let service: Field<Self, Service> = Field(
    "Service", \.service, .choice, Phrase("专兼职", "專兼職", "Service"), also: ["专/兼职", "专职兼职"])
  package static let background: Field<Self, String?> = Field(
    optional: "Background", \.background, .code("background"),
    Phrase("人员类别", "人員類別", "Background"), also: ["类别", "身份", "人员构成"])
  package static let phone: Field<Self, String?> = Field(
    optional: "Phone", \.phone, .phone, .phone, also: Headings.phone)
  package static let identity: Field<Self, String?> = Field(
    optional: "Identity", \.identity, .identity, .identity, also: Headings.identity)
  package static let since: Field<Self, Day?> = Field(
    optional: "Since", \.since, .day, Phrase("入队", "入隊", "Since"),
    also: ["入队日期", "入队时间", "参加时间"])
  package static let until: Field<Self, Day?> = Field(
    optional: "Until", \.until, .day, Phrase("离队", "離隊", "Until"), also: ["离队日期", "离队时间"])
  package static let sameAs: Field<Self, String?> = Field(
    optional: "SameAs", \.sameAs, .key, .sameAs)
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Member", Phrase("队员", "隊員", "Members"),
    Member.init(
      code:name:pinyin:team:post:service:background:phone:identity:since:until:sameAs:remark:),
    Self.code, Self.name, Self.pinyin, Self.team, Self.post, Self.service, Self.background,
    Self.phone, Self.identity, Self.since, Self.until, Self.sameAs, Self.remark)

  package static let layout = RegisterLayout(
    .people, numbering: .below(Self.team.column, width: 3), name: Self.name, place: Self.team,
    since: Self.since, end: Self.until, reading: Self.pinyin, sameAs: Self.sameAs,
    asked: FieldList(
      Self.name, Self.post, Self.service, Self.background, Self.phone, Self.identity, Self.team,
      Self.since, Self.until, Self.pinyin, Self.remark, Self.code),
    listed: FieldList(
      Self.team, Self.post, Self.phone, Self.service, Self.since, Self.background, Self.until),
    usual: .signsToday
  ) { about in
    [
      Self.team.says(about.team?.code ?? ""), Self.post.says("member"),
      Self.service.says(about.team?.tier == .village ? "part" : "full"),
      Self.since.says(about.today.text),
    ]
  }

  package var named: Named { Named(code, name) }

  package func isActive(on day: Day) -> Bool {
    day.lies(since: since, until: until)
  }

  /// `138****0001`: enough to tell two numbers apart, not enough to call (R28).
  package static func masked(_ phone: String) -> String {
    guard phone.count >= 8 else { return String(repeating: "*", count: phone.count) }
    return phone.prefix(3) + String(repeating: "*", count: phone.count - 7) + phone.suffix(4)
  }
}

extension FieldType where Value == String {
  /// A person's name, any script, byte for byte as typed: never normalised.
  package static let personName = inLists(Phrase("姓名", "姓名", "a name"))
  /// What a thing is called where several of its kind stand in one line.
  package static let thingName = inLists(Phrase("名称", "名稱", "a name"))

  private static func inLists(_ expected: Phrase) -> FieldType {
    FieldType(
      entry: .line, expected: expected, recType: "line",
      parse: { text in
        guard !text.isEmpty, text.count <= 40, !text.contains(","), !text.contains("\n") else {
          return nil
        }
        return FieldText.clean(text)
      },
      print: { $0 })
  }
}
