import Wording

/// What is wrong with a bound volume, found beside the judge.
package enum VolumeFault: UserFacingError, Hashable {
  /// Where a page was, something else stands.
  case layout(file: String, page: Int, line: Int)
  /// A page that a list of heads names is not there, or is another.
  case missing(file: String, page: Int)

  package var notice: Notice {
    switch self {
    case .layout(let file, let page, let line): .pageLayout("\(file):\(line)", page)
    case .missing(let file, let page): .pageMissing(file, page)
    }
  }

  package static let examples: [Self] = [
    .layout(file: "books/2026/QS-01.patrol.rec", page: 7, line: 93),
    .missing(file: "books/2026/QS-01.patrol.rec", page: 7),
  ]
}

extension Notice {
  private static let keepBoth = Phrase(
    hans: "请保留原件，与备份或旬报的指纹核对。", hant: "請保留原件，與備份或旬報的指紋核對。",
    en: "Keep the file and compare it with a backup or a printed fingerprint.")
  private static let restIsKept = Phrase(
    hans: "其余各页不受影响。", hant: "其餘各頁不受影響。", en: "The other pages are not affected.")

  static func pageLayout(_ place: String, _ page: Int) -> Notice {
    Notice(
      Phrase(
        hans: "\(place) 第\(page)页格式被改动。", hant: "\(place) 第\(page)頁格式被改動。",
        en: "\(place): page \(page) is not laid out as it was written."),
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
