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
  package let since: Day?
  package let until: Day?
  package let remark: String

  package static let file = "members"
  package static let schema = Schema(
    "Member", Phrase("队员", "隊員", "Members"),
    Member.init(code:name:pinyin:team:post:service:background:phone:since:until:remark:),
    Field("Code", \.code, .key, .code),
    Field("Name", \.name, .personName, Phrase("姓名", "姓名", "Name")),
    Field("Pinyin", \.pinyin, .prose, .pinyin),
    Field("Team", \.team, .teamCode, Phrase("队伍", "隊伍", "Team")),
    Field("Post", \.post, .choice, Phrase("职务", "職務", "Post")),
    Field("Service", \.service, .choice, Phrase("专兼职", "專兼職", "Service")),
    Field(
      optional: "Background", \.background, .code("background"),
      Phrase("人员类别", "人員類別", "Background")),
    Field(optional: "Phone", \.phone, .phone, Phrase("电话", "電話", "Phone")),
    Field(optional: "Since", \.since, .day, Phrase("入队", "入隊", "Since")),
    Field(optional: "Until", \.until, .day, Phrase("离队", "離隊", "Until")),
    Field("Remark", \.remark, .prose, .remark))

  package var named: Named { Named(code, name) }

  package func isActive(on day: Day) -> Bool {
    (since.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
  }

  /// `138****0001`: enough to tell two numbers apart, not enough to call (R28).
  package static func masked(_ phone: String) -> String {
    guard phone.count >= 8 else { return String(repeating: "*", count: phone.count) }
    return phone.prefix(3) + String(repeating: "*", count: phone.count - 7) + phone.suffix(4)
  }
}

extension FieldType where Value == String {
  /// A person's name, any script, byte for byte as typed: never normalised.
  package static let personName = FieldType(
    entry: .line, expected: Phrase("姓名", "姓名", "a name"), recType: "line",
    parse: { text in
      guard !text.isEmpty, text.count <= 40, !text.contains(","), !text.contains("\n") else {
        return nil
      }
      return FieldText.clean(text)
    },
    print: { $0 })
}
