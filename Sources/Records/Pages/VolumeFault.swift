import Wording

/// What is wrong with a bound volume, found by reading it.
package enum VolumeFault: UserFacingError, Hashable {
  case header(file: String)
  /// A volume whose header is that of another book or year.
  case wrongPlace(file: String, says: String)
  case layout(file: String, page: Int, line: Int)
  case altered(file: String, page: Int, line: Int)
  case notFollowing(file: String, page: Int, line: Int)
  /// A second page that follows from page `after`.
  case forked(file: String, page: Int, line: Int, after: Int)
  case outOfOrder(file: String, page: Int, line: Int, expected: Int)
  case clockSetBack(file: String, page: Int, line: Int)
  case torn(file: String, line: Int)
  /// A volume whose pages are those of another book: it was put in that one's place.
  case foreignBook(file: String, owner: String)
  /// A page about another that is not there, or is not the one it names.
  case strayReference(file: String, page: Int, line: Int, target: String)
  case brokenContinuation(file: String, page: String)
  /// A page that a list of heads names is not there, or is another.
  case missing(file: String, page: Int)

  package var notice: Notice {
    switch self {
    case .header(let file): .volumeHeader(file)
    case .wrongPlace(let file, let says): .wrongPlace(file, says)
    case .layout(let file, let page, let line): .pageLayout("\(file):\(line)", page)
    case .altered(let file, let page, let line): .pageAltered("\(file):\(line)", page)
    case .notFollowing(let file, let page, let line): .pageNotFollowing("\(file):\(line)", page)
    case .forked(let file, let page, let line, let after):
      .pageForked("\(file):\(line)", page, after)
    case .outOfOrder(let file, let page, let line, let expected):
      .pageOutOfOrder("\(file):\(line)", page, expected)
    case .clockSetBack(let file, let page, let line): .clockSetBack("\(file):\(line)", page)
    case .torn(let file, let line): .pageTorn("\(file):\(line)")
    case .foreignBook(let file, let owner): .foreignBook(file, owner)
    case .strayReference(let file, let page, let line, let target):
      .strayReference("\(file):\(line)", page, target)
    case .brokenContinuation(let file, let page): .brokenContinuation(file, page)
    case .missing(let file, let page): .pageMissing(file, page)
    }
  }

  package static let examples: [Self] = [
    .header(file: "books/2026/QS-01.patrol.rec"),
    .wrongPlace(file: "books/2026/QS-01.patrol.rec", says: "QS-02.patrol 2026"),
    .layout(file: "books/2026/QS-01.patrol.rec", page: 7, line: 93),
    .altered(file: "books/2026/QS-01.patrol.rec", page: 7, line: 93),
    .notFollowing(file: "books/2026/QS-01.patrol.rec", page: 7, line: 93),
    .forked(file: "books/2026/QS-01.patrol.rec", page: 8, line: 93, after: 7),
    .outOfOrder(file: "books/2026/QS-01.patrol.rec", page: 9, line: 93, expected: 7),
    .clockSetBack(file: "books/2026/QS-01.patrol.rec", page: 7, line: 93),
    .torn(file: "books/2026/QS-01.patrol.rec", line: 93),
    .foreignBook(file: "books/2026/QS-01.patrol.rec", owner: "QS-02"),
    .strayReference(
      file: "books/2026/QS-01.patrol.rec", page: 9, line: 93, target: "QS-01.patrol 2026 No 7"),
    .brokenContinuation(file: "books/2026/QS-01.patrol.rec", page: "QS-01.patrol 2025 No 412"),
    .missing(file: "books/2026/QS-01.patrol.rec", page: 7),
  ]
}

extension Notice {
  private static let keepBoth = Phrase(
    hans: "请保留原件，与备份或旬报的指纹核对。", hant: "請保留原件，與備份或旬報的指紋核對。",
    en: "Keep the file and compare it with a backup or a printed fingerprint.")
  private static let restIsKept = Phrase(
    hans: "其余各页不受影响。", hant: "其餘各頁不受影響。", en: "The other pages are not affected.")

  static func volumeHeader(_ file: String) -> Notice {
    Notice(
      Phrase(
        hans: "\(file) 卷首被改动。", hant: "\(file) 卷首被改動。", en: "\(file): the header was changed."),
      safe: restIsKept, next: keepBoth)
  }
  static func wrongPlace(_ file: String, _ says: String) -> Notice {
    Notice(
      Phrase(
        "\(file) 不在它该在的地方：卷首写的是 \(says)。", "\(file) 不在它該在的地方：卷首寫的是 \(says)。",
        "\(file) does not stand where it belongs: its header says \(says)."),
      safe: restIsKept, next: keepBoth)
  }
  static func pageLayout(_ place: String, _ page: Int) -> Notice {
    Notice(
      Phrase(
        hans: "\(place) 第\(page)页格式被改动。", hant: "\(place) 第\(page)頁格式被改動。",
        en: "\(place): page \(page) is not laid out as it was written."),
      safe: restIsKept, next: keepBoth)
  }
  static func pageAltered(_ place: String, _ page: Int) -> Notice {
    Notice(
      Phrase(
        hans: "\(place) 第\(page)页内容与指纹不符，被改动过。",
        hant: "\(place) 第\(page)頁內容與指紋不符，被改動過。",
        en: "\(place): page \(page) was changed after it was written."),
      safe: restIsKept, next: keepBoth)
  }
  static func pageNotFollowing(_ place: String, _ page: Int) -> Notice {
    Notice(
      Phrase(
        hans: "\(place) 第\(page)页与前页不相连：前页被换、被删或被插入。",
        hant: "\(place) 第\(page)頁與前頁不相連：前頁被換、被刪或被插入。",
        en:
          "\(place): page \(page) does not follow from the page before: one was changed, removed or put in."
      ),
      safe: restIsKept, next: keepBoth)
  }
  static func pageForked(_ place: String, _ page: Int, _ after: Int) -> Notice {
    Notice(
      Phrase(
        hans: "\(place) 第\(page)页与另一页都接在第\(after)页之后：簿册有两个分叉的副本。",
        hant: "\(place) 第\(page)頁與另一頁都接在第\(after)頁之後：簿冊有兩個分叉的副本。",
        en:
          "\(place): page \(page) and another both follow from page \(after): the book was continued in two copies."
      ),
      safe: restIsKept, next: keepBoth)
  }
  static func pageOutOfOrder(_ place: String, _ page: Int, _ expected: Int) -> Notice {
    Notice(
      Phrase(
        hans: "\(place) 此处应为第\(expected)页，却是第\(page)页。",
        hant: "\(place) 此處應為第\(expected)頁，卻是第\(page)頁。",
        en: "\(place): page \(expected) should stand here, but it is page \(page)."),
      safe: restIsKept, next: keepBoth)
  }
  static func clockSetBack(_ place: String, _ page: Int) -> Notice {
    Notice(
      Phrase(
        hans: "\(place) 第\(page)页的记录时间早于前页：时钟被调回。",
        hant: "\(place) 第\(page)頁的記錄時間早於前頁：時鐘被調回。",
        en: "\(place): page \(page) was recorded before the page before it: the clock was set back."
      ),
      safe: Phrase(hans: "内容与指纹相符。", hant: "內容與指紋相符。", en: "Its contents agree with its digest."),
      next: Phrase(hans: "请核对电脑时间。", hant: "請核對電腦時間。", en: "Check the computer's clock."))
  }
  static func pageTorn(_ place: String) -> Notice {
    Notice(
      Phrase(
        hans: "\(place) 最后一页没有写完（断电或中断）。",
        hant: "\(place) 最後一頁沒有寫完（斷電或中斷）。",
        en: "\(place): the last page was cut off (power or program stopped)."),
      safe: Phrase(
        hans: "它从未报“已存”；以前各页完好。", hant: "它從未報「已存」；以前各頁完好。",
        en: "It was never called saved; the pages before it are whole."),
      next: Phrase(
        hans: "下次记录时残页移到 drafts/。", hant: "下次記錄時殘頁移到 drafts/。",
        en: "The next page moves the rest to drafts/."))
  }
  static func foreignBook(_ file: String, _ owner: String) -> Notice {
    Notice(
      Phrase(
        hans: "\(file) 里是 \(owner) 的簿：整卷被换。", hant: "\(file) 裡是 \(owner) 的簿：整卷被換。",
        en: "\(file) holds the book of \(owner): it was put in the other's place."),
      safe: restIsKept, next: keepBoth)
  }
  static func strayReference(_ place: String, _ page: Int, _ target: String) -> Notice {
    Notice(
      Phrase(
        hans: "\(place) 第\(page)页所指的 \(target) 不在，或是另一页。",
        hant: "\(place) 第\(page)頁所指的 \(target) 不在，或是另一頁。",
        en: "\(place): page \(page) is about \(target), which is not there or is another page."),
      safe: restIsKept, next: keepBoth)
  }
  static func brokenContinuation(_ file: String, _ page: String) -> Notice {
    Notice(
      Phrase(
        hans: "\(file) 所接的 \(page) 与上年卷末页不符。",
        hant: "\(file) 所接的 \(page) 與上年卷末頁不符。",
        en: "\(file) continues from \(page), which is not the last page of the year before."),
      safe: restIsKept, next: keepBoth)
  }
  static func pageMissing(_ file: String, _ page: Int) -> Notice {
    Notice(
      Phrase(
        hans: "\(file) 第\(page)页与登记的卷末页不符。", hant: "\(file) 第\(page)頁與登記的卷末頁不符。",
        en: "\(file): page \(page) is missing or is not the one that was noted."),
      safe: restIsKept, next: keepBoth)
  }
}
