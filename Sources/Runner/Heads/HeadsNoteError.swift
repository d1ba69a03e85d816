import Records
import Wording

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
