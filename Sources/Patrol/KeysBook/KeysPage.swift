import Records
import Wording

/// A page of the book of keys and posts (人员密钥簿): whose key counts, and who may sign as what.
///
/// The book is the station's, bound as all others are, and every page of it is signed. What a page says
/// holds from the second at which it was recorded.
package struct KeysPage: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case root, enrol, replace, revoke, appoint, dismiss, deputy, recover

    package var title: Phrase {
      switch self {
      case .root: Phrase("开簿", "開簿", "First page")
      case .enrol: Phrase("登记密钥", "登記密鑰", "Key enrolled")
      case .replace: Phrase("换新密钥", "換新密鑰", "Key replaced")
      case .revoke: Phrase("停用密钥", "停用密鑰", "Key revoked")
      case .appoint: Phrase("任命", "任命", "Appointed")
      case .dismiss: Phrase("免职", "免職", "Dismissed")
      case .deputy: Phrase("当日代签", "當日代簽", "Deputy of a day")
      case .recover: Phrase("外站恢复", "外站恢復", "Recovered")
      }
    }
  }

  package let kind: Kind
  package let date: Day
  /// The team that a deputy signs for.
  package let team: Named?
  package let person: Named?
  /// `ssh-ed25519 AAAA…`; its owner signs for having it (`Proof`).
  package let newKey: String?
  /// The unit whose person it is.
  package let unit: String?
  /// The directory of the patrol office, named once at the beginning.
  package let office: DirectoryID?
  package let posts: [Posting]
  package let ends: [Posting]
  package let reason: String
  /// Another code of the same person, from ever.
  package let sameAs: String?
  /// A second person who signs (`Cosigned`), and with which key.
  package let with: Named?
  package let withKey: KeyPrint?

  package init(
    _ kind: Kind, date: Day, team: Named? = nil, person: Named? = nil, newKey: String? = nil,
    unit: String? = nil, office: DirectoryID? = nil, posts: [Posting] = [], ends: [Posting] = [],
    reason: String = "", sameAs: String? = nil, with: Named? = nil, withKey: KeyPrint? = nil
  ) {
    (self.kind, self.date, self.team, self.person) = (kind, date, team, person)
    (self.newKey, self.unit, self.office) = (newKey, unit, office)
    (self.posts, self.ends, self.reason, self.sameAs) = (posts, ends, reason, sameAs)
    (self.with, self.withKey) = (with, withKey)
  }

  /// As the names of the book's volumes end.
  package static let book = BookKind("keys")

  /// The first line of a volume.
  package static func title(_ keeper: Named, _ year: Int) -> String {
    "人员密钥簿 · \(keeper.name) · \(year)年卷"
  }
}

extension KeysPage {
  /// Every field that a page of the book may have beside the signer's, in the order of all its kinds.
  private static let fields = Schema(
    book.name, Phrase("人员密钥簿", "人員密鑰簿", "Book of Keys and Posts"),
    {
      @Sendable
      (
        date: Day, team: Named?, person: Named?, newKey: String?, unit: String?,
        office: DirectoryID?, posts: [Posting], ends: [Posting], reason: String, sameAs: String?,
        with: Named?, withKey: KeyPrint?
      ) in
      KeysPage(
        .root, date: date, team: team, person: person, newKey: newKey, unit: unit, office: office,
        posts: posts, ends: ends, reason: reason, sameAs: sameAs, with: with, withKey: withKey)
    },
    Field("Date", \.date, .day, Phrase("日期", "日期", "Day")),
    Field(optional: "Team", \.team, .person, Phrase("队伍", "隊伍", "Team")),
    Field(optional: "Person", \.person, .person, Phrase("人员", "人員", "Person")),
    Field(optional: "NewKey", \.newKey, .line.only(.key), Phrase("新密钥", "新密鑰", "New key")),
    Field(optional: "Unit", \.unit, .key.only(.unit), Phrase("单位", "單位", "Unit")),
    Field(optional: "Office", \.office, .directoryID, Phrase("巡防办目录", "巡防辦目錄", "The office's id")),
    Field("Posts", \.posts, .postings, Phrase("任命", "任命", "Appointed")),
    Field("Ends", \.ends, .postings, Phrase("免去", "免去", "Dismissed")),
    Field("Reason", \.reason, .prose, Phrase("理由", "理由", "Reason")),
    Field(
      optional: "SameAs", \.sameAs, .key.only(.unit), Phrase("同一人代号", "同一人代號", "Same person as")),
    Field(optional: "With", \.with, .person, Phrase("第二签字人", "第二簽字人", "Second hand")),
    Field(optional: "WithKey", \.withKey, .keyPrint, Phrase("其密钥", "其密鑰", "Their key")))

  package static var columns: [Column] { fields.columns }

  /// The page as it stands in the book, without the signer's fields.
  package var body: [(name: String, value: String)] { Self.fields.print(self) }

  /// The page that a page of the book is; nil for any other.
  package init?(_ page: Page) {
    guard page.id.book.kind == Self.book, let kind = Kind(rawValue: page.kind),
      let read = try? Self.fields.parse(page.record)
    else { return nil }
    self.init(
      kind, date: read.date, team: read.team, person: read.person, newKey: read.newKey,
      unit: read.unit, office: read.office, posts: read.posts, ends: read.ends,
      reason: read.reason, sameAs: read.sameAs, with: read.with, withKey: read.withKey)
  }
}
