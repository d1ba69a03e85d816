import Records
import Wording

/// Why a cell can't be taken, in a sentence that names the column and what stands there.
struct CellFault: Error, Hashable {
  enum Kind: Hashable {
    case severalPhones, `extension`, noPhone, serial, noDay, unclearYear, future
    case unseen(UnseenCharacter)
    case masked, maskedOfNobody
  }

  let reason: Phrase

  init(_ kind: Kind, _ column: Column, _ found: String) {
    let text = Self.text(kind)
    let (label, found) = (column.label, Self.shown(found))
    reason = Phrase(
      "\(label[.hans])“\(found)”\(text[.hans])。", "\(label[.hant])「\(found)」\(text[.hant])。",
      "\(label[.en]) “\(found)” \(text[.en]).")
  }

  /// A table has no list to pick from: what is not in the registers is said to be so.
  init(_ error: FieldError) {
    let (label, found) = (error.label, Self.shown(error.found))
    if error.found.isEmpty {
      reason = Phrase(
        "\(label[.hans])未填。", "\(label[.hant])未填。", "\(label[.en]) is missing.")
    } else if [.oneOfTheList, .someOfTheList].contains(error.expected) {
      reason = Phrase(
        "\(label[.hans])“\(found)”未登记，或有同名的。", "\(label[.hant])「\(found)」未登記，或有同名的。",
        "\(label[.en]) “\(found)” is not registered, or several are called so.")
    } else {
      reason =
        FieldError(
          field: error.field, label: label, found: found, expected: error.expected
        ).message
    }
  }

  init(_ error: any Error) {
    if let error = error as? CellFault {
      self = error
    } else if let error = error as? FieldError {
      self.init(error)
    } else {
      self.init(
        reason: (error as? any UserFacingError)?.notice.happened ?? Phrase(verbatim: "\(error)"))
    }
  }

  /// A cell's text as it can be printed: what nobody sees by its code, or it would turn the line round.
  private static func shown(_ text: String) -> String {
    Unseen.shown(String(text.prefix(24)), lines: false)
  }

  private init(reason: Phrase) { self.reason = reason }

  private static func text(_ kind: Kind) -> Phrase {
    switch kind {
    case .severalPhones:
      Phrase("是几个号码，请留一个", "是幾個號碼，請留一個", "is several numbers: keep one")
    case .extension:
      Phrase("带分机，分机请写入备注", "帶分機，分機請寫入備註", "has an extension: write it into the remark")
    case .noPhone:
      Phrase("不是电话号码，请核对位数", "不是電話號碼，請核對位數", "is no telephone number: count its digits")
    case .serial:
      Phrase(
        "是日期序号还是数字不明，请写成年-月-日", "是日期序號還是數字不明，請寫成年-月-日",
        "may be a serial date or a number: write year-month-day")
    case .noDay: Phrase("缺日，请写明哪一天", "缺日，請寫明哪一天", "names no day of the month")
    case .unclearYear:
      Phrase("年月日次序不明，年份请写四位", "年月日次序不明，年份請寫四位", "is unclear: write the year with four digits")
    case .future: Phrase("晚于今天，请核对", "晚於今天，請核對", "is later than today: check it")
    case .unseen(let unseen):
      Phrase(
        "第 \(unseen.position) 个字符（\(unseen.code)）看不见或不成字",
        "第 \(unseen.position) 個字符（\(unseen.code)）看不見或不成字",
        "has a character that can't be seen or is none by itself, \(unseen.code) at \(unseen.position)"
      )
    case .masked:
      Phrase("是脱敏的，与台账不符", "是脫敏的，與臺賬不符", "is masked and does not fit the register")
    case .maskedOfNobody:
      Phrase("是脱敏的，不能登记", "是脫敏的，不能登記", "is masked and can't be registered")
    }
  }
}
