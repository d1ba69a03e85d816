import Records
import Wording

/// What a note of heads is held against (docs/data-format.md).
package enum HeadsRule: Int, CaseIterable, Sendable {
  case page = 1, shorter, key, dated

  /// `H1`, as findings and documents call it.
  package var name: String { "H\(rawValue)" }

  package var reason: Phrase {
    switch self {
    case .page: Phrase("与头单上的页不同", "與頭單上的頁不同", "another page than the note has")
    case .shorter: Phrase("头单上有这一页，现在没有", "頭單上有這一頁，現在沒有", "the note has it, and it is gone")
    case .key:
      Phrase("密钥与头单不符", "密鑰與頭單不符", "a key is not as the note has it")
    case .dated:
      Phrase(
        "头单之后写的，却写着更早的时间", "頭單之後寫的，卻寫著更早的時間",
        "it came after the note and is dated before it")
    }
  }
}

/// Where the books are no longer what a note says they were.
package struct HeadsFinding: UserFacingError, Hashable {
  package let file: String
  /// 0 where it is no page.
  package let page: Int
  package let rule: HeadsRule
  /// Whose key.
  package let about: String?

  package init(file: String, page: Int, rule: HeadsRule, about: String? = nil) {
    (self.file, self.page, self.rule, self.about) = (file, page, rule, about)
  }

  package var notice: Notice {
    let about = about.map { "（\($0)）" } ?? ""
    return Notice(
      Phrase { language in
        let why = rule.reason[language]
        switch language {
        case .hans:
          return "\(page == 0 ? file : "\(file) 第\(page)页")（\(rule.name)）：\(why)\(about)。"
        case .hant:
          return "\(page == 0 ? file : "\(file) 第\(page)頁")（\(rule.name)）：\(why)\(about)。"
        case .en:
          return "\(page == 0 ? file : "\(file), page \(page)") (\(rule.name)): \(why)\(about)."
        }
      },
      safe: Phrase("头单和簿册都未改动。", "頭單和簿冊都未改動。", "Neither note nor books were touched."),
      next: Phrase(
        "请保留两者，查明是谁重写了簿册。", "請保留兩者，查明是誰重寫了簿冊。",
        "Keep both and find out who wrote the books anew."))
  }

  package static let examples: [Self] = HeadsRule.allCases.map {
    HeadsFinding(
      file: $0 == .key ? "heads.txt" : "books/2026/QS.inspection.rec", page: $0 == .key ? 0 : 25,
      rule: $0, about: $0 == .key ? "QS-001" : nil)
  }
}
