import Records
import Wording

/// What a note of heads is held against (docs/data-format.md).
package enum HeadsRule: Int, CaseIterable, Sendable {
  case page = 1, shorter, key, dated

  /// `H1`, as findings and documents call it.
  package var name: String { "H\(rawValue)" }

  var reason: Phrase {
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
  var about: String? = nil

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

/// Why nothing was compared with a note.
package enum HeadsNoteError: UserFacingError, Hashable {
  case notWhole(file: String)
  /// It is written as a note is, and whoever signed it could not.
  case notSigned(file: String, hand: Int)
  /// It was made under a clock that is ahead of this one.
  case ahead(file: String, made: Stamp)

  package static let examples: [Self] = [
    .notWhole(file: "heads.txt"), .notSigned(file: "heads.txt", hand: 1),
    .ahead(
      file: "heads.txt", made: Stamp(moment: Moment(Day(number: 20781), 1200), offset: 480)),
  ]

  package var notice: Notice {
    let happened: Phrase =
      switch self {
      case .notWhole(let file):
        Phrase(
          "\(file) 不是一张完整的头单。", "\(file) 不是一張完整的頭單。", "\(file) is no whole note of heads.")
      case .ahead(let file, let made):
        Phrase(
          "\(file) 写于 \(made.text)，比现在晚。", "\(file) 寫於 \(made.text)，比現在晚。",
          "\(file) was made at \(made.text), after now.")
      case .notSigned(let file, let hand):
        Phrase(
          "\(file) 的第 \(hand) 个签字不算。", "\(file) 的第 \(hand) 個簽字不算。",
          "Signature \(hand) of \(file) does not count.")
      }
    if case .ahead = self {
      return Notice(
        happened,
        safe: Phrase(
          "没有拿它核对，也没有写入。", "沒有拿它核對，也沒有寫入。", "Nothing was compared with it, and nothing written."),
        next: Phrase(
          "请先校正时钟；若是做头单时的时钟快了，等到那时，或移开这张头单。",
          "請先校正時鐘；若是做頭單時的時鐘快了，等到那時，或移開這張頭單。",
          "Put the clock right; if it was fast when the note was made, wait until then or move the note away."
        ))
    }
    return Notice(
      happened, safe: Phrase("什么都没有核对。", "什麼都沒有核對。", "Nothing was compared."),
      next: Phrase(
        "请用 xunfang heads --signer 原样存下的文件。", "請用 xunfang heads --signer 原樣存下的檔案。",
        "Use a file as xunfang heads --signer wrote it."))
  }
}
