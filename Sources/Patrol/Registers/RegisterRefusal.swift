import Records
import Wording

/// Why a record can't stand in its register.
package enum RegisterRefusal: Refusal, Hashable {
  case unknownTeam(String)
  case noSerial(EquipmentItem)
  case backBeforeIssue(issued: Day, returned: Day)
  case noHours
  /// A day of the roster that has begun is changed only with a reason.
  case pastWithoutReason(Day)
  /// A line of the roster that was in force already.
  case lineHasBeen
  case swapNeedsTwo
  case identityOff
  case keptElsewhere(code: String, keeper: String)
  case notThere(code: String)
  /// A unit that does not belong to the one it is to leave, or that would belong to itself.
  case notBelow(code: String, unit: String)
  case nothingToUndo
  /// The last step sent a text.
  case textIsOut
  case nothingToRedo
  case undoOverwritten(code: String)
  case namedInBook(code: String, page: String)
  case mergeWithItself(String)
  case mergeOfTwoKinds(String, String)
  /// The record has given its place to another already.
  case mergedAlready(String, into: String)
  /// A setting that is settled when the directory is made.
  case fixedSetting(String)
  /// A register in which stands what the program did.
  case notByHand(String)

  package var field: String {
    switch self {
    case .unknownTeam: "Team"
    case .noSerial: "Serial"
    case .backBeforeIssue: "Returned"
    case .noHours: "From"
    case .pastWithoutReason: "Remark"
    case .lineHasBeen: "Until"
    case .swapNeedsTwo: "In"
    case .identityOff: "Identity"
    case .fixedSetting(let name): name
    case .notBelow: "Parent"
    case .keptElsewhere, .notThere, .nothingToUndo, .textIsOut, .nothingToRedo, .undoOverwritten,
      .namedInBook, .mergeWithItself, .mergeOfTwoKinds, .mergedAlready, .notByHand:
      "Code"
    }
  }

  package var notice: Notice {
    switch self {
    case .unknownTeam(let code): .unknownTeam(code)
    case .noSerial(let item): .noSerial(item)
    case .backBeforeIssue(let issued, let returned): .backBeforeIssue(issued, returned)
    case .noHours: .noHours
    case .lineHasBeen: .lineHasBeen
    case .pastWithoutReason(let day): .pastWithoutReason(day)
    case .swapNeedsTwo: .swapNeedsTwo
    case .identityOff: .identityOff
    case .keptElsewhere(let code, let keeper): .keptElsewhere(code, keeper)
    case .notThere(let code): .notThere(code)
    case .notBelow(let code, let unit): .notBelow(code, unit)
    case .nothingToUndo: .nothingToUndo
    case .textIsOut: .textIsOut
    case .nothingToRedo: .nothingToRedo
    case .undoOverwritten(let code): .undoOverwritten(code)
    case .namedInBook(let code, let page): .namedInBook(code, page)
    case .mergeWithItself(let code): .mergeWithItself(code)
    case .mergeOfTwoKinds(let one, let other): .mergeOfTwoKinds(one, other)
    case .mergedAlready(let code, let into): .mergedAlready(code, into)
    case .fixedSetting(let name): .fixedSetting(name)
    case .notByHand(let register): .notByHand(register)
    }
  }

  package static let examples: [Self] = [
    .noSerial(.baton), .backBeforeIssue(issued: Day(number: 20780), returned: Day(number: 20770)),
    .noHours, .pastWithoutReason(Day(number: 20780)),
    .lineHasBeen, .swapNeedsTwo, .identityOff,
    .keptElsewhere(code: "SQ-003", keeper: "SQP"),
    .notThere(code: "QS-099"), .notBelow(code: "SQ-01", unit: "QS"), .nothingToUndo, .textIsOut,
    .nothingToRedo, .undoOverwritten(code: "QS-003"),
    .namedInBook(code: "QS-003", page: "QS.patrol 2026 No 12"), .mergeWithItself("QS-003"),
    .mergeOfTwoKinds("QS", "QS-01"), .mergedAlready("QS-003", into: "QS-009"),
    .fixedSetting("Unit"), .notByHand("sendings"),
  ]
}

extension Notice {
  static func mergedAlready(_ code: String, _ into: String) -> Notice {
    Notice(
      Phrase(
        "\(code) 已经并入 \(into)。", "\(code) 已經併入 \(into)。", "\(code) was merged into \(into) before."),
      safe: registersUntouched,
      next: Phrase("请核对代号。", "請核對代號。", "Check the code."))
  }

  static func notByHand(_ register: String) -> Notice {
    Notice(
      Phrase(
        "\(register) 由程序记入，不能手工改。", "\(register) 由程式記入，不能手工改。",
        "\(register) says what the program did and is not changed by hand."),
      safe: registersUntouched,
      next: Phrase("发送、撤控、认领请在 5 办。", "發送、撤控、認領請在 5 辦。", "Send, stand down and claim at 5."))
  }

  static func fixedSetting(_ name: String) -> Notice {
    let label = SettingsGroup.column(name)?.label ?? Phrase(verbatim: name)
    return Notice(
      Phrase(
        "“\(label[.hans])”建目录时已定，不能修改。", "「\(label[.hant])」建目錄時已定，不能修改。",
        "“\(label[.en])” is settled when the directory is made."),
      safe: .unchanged,
      next: Phrase(
        "需要别的单位，请用 xunfang init 另建目录。", "需要別的單位，請用 xunfang init 另建目錄。",
        "For another unit, make a directory with xunfang init."))
  }

  static let registersUntouched = Phrase(
    "台账没有改动。", "臺賬沒有改動。", "The registers were not changed.")

  static func noSerial(_ item: EquipmentItem) -> Notice {
    Notice(
      Phrase(
        "\(item.label[.hans])未写编号。", "\(item.label[.hant])未寫編號。",
        "\(item.label[.en]) without a serial number."),
      safe: .unchanged,
      next: Phrase("请写编号，如 XB-01～15。", "請寫編號，如 XB-01～15。", "Write its number, e.g. XB-01–15."))
  }
  static func backBeforeIssue(_ issued: Day, _ returned: Day) -> Notice {
    Notice(
      Phrase(
        "归还 \(returned.text) 早于发放 \(issued.text)。", "歸還 \(returned.text) 早於發放 \(issued.text)。",
        "Returned on \(returned.text), before it was issued on \(issued.text)."),
      safe: .unchanged, next: Phrase("请改正日期。", "請改正日期。", "Put the dates right."))
  }
  static let lineHasBeen = Notice(
    Phrase(
      "这一班已经执行过，排过的日子不能改。", "這一班已經執行過，排過的日子不能改。",
      "This shift was in force already; the days that have been stay as they were planned."),
    safe: registersUntouched,
    next: Phrase(
      "请用“至”在今天停下，另加新班次；改某一天用勤务变更并写明原因。",
      "請用「至」在今天停下，另加新班次；改某一天用勤務變更並寫明原因。",
      "End it today (Until) and add another; a single day is changed by a roster change with its reason."
    ))
  static func pastWithoutReason(_ day: Day) -> Notice {
    Notice(
      Phrase(
        "\(day.text) 已经开始，改班次要在备注写明原因。", "\(day.text) 已經開始，改班次要在備註寫明原因。",
        "\(day.text) has begun: a changed shift says why in its remark."),
      safe: .unchanged,
      next: Phrase("请写原因，如 暴雨停巡。", "請寫原因，如 暴雨停巡。", "Write the reason, e.g. heavy rain."))
  }
  static let noHours = Notice(
    Phrase("未写起止时间。", "未寫起止時間。", "The hours are missing."), safe: .unchanged,
    next: Phrase("请写起止时间，如 2000、2200。", "請寫起止時間，如 2000、2200。", "Write them, e.g. 2000 and 2200."))
  static let swapNeedsTwo = Notice(
    Phrase("换人要写明换下和顶班两个人。", "換人要寫明換下和頂班兩個人。", "A swap needs two different people."),
    safe: .unchanged,
    next: Sentence(
      form: Phrase("请按 F4 选人。", "請按 F4 選人。", "Pick them with F4."),
      console: Phrase("请核对两个代号。", "請核對兩個代號。", "Check both codes."),
      command: Phrase("请核对两个代号。", "請核對兩個代號。", "Check both codes.")))
  static let identityOff = Notice(
    Phrase(
      "本所没有启用身份证号一栏。", "本所沒有啟用身份證號一欄。", "This station has not switched identity numbers on."),
    safe: .unchanged,
    next: Phrase(
      "请去掉该栏；确需登记，先运行 xunfang set 登记身份证号=yes。",
      "請去掉該欄；確需登記，先執行 xunfang set 登記身份證號=yes。",
      "Leave it out; if a duty needs it, run xunfang set 'Identity numbers=yes' first."))
  static func keptElsewhere(_ code: String, _ keeper: String) -> Notice {
    Notice(
      Phrase(
        "\(code) 由 \(keeper) 登记，这里只能看。", "\(code) 由 \(keeper) 登記，這裡只能看。",
        "\(code) is kept by \(keeper); here it can only be read."),
      safe: registersUntouched,
      next: Phrase("请由 \(keeper) 修改。", "請由 \(keeper) 修改。", "Ask \(keeper) to change it."))
  }
  static func notThere(_ code: String) -> Notice {
    Notice(
      Phrase("台账里没有 \(code)。", "臺賬裡沒有 \(code)。", "There is no \(code) in the register."),
      safe: registersUntouched, next: Phrase("请核对代号。", "請核對代號。", "Check the code."))
  }
  static func notBelow(_ code: String, _ unit: String) -> Notice {
    Notice(
      code == unit
        ? Phrase("\(code) 不能隶属于自己。", "\(code) 不能隸屬於自己。", "\(code) can't belong to itself.")
        : Phrase(
          "\(code) 不在 \(unit) 之下。", "\(code) 不在 \(unit) 之下。", "\(code) does not belong to \(unit)."),
      safe: registersUntouched, next: Phrase("请核对代号。", "請核對代號。", "Check the code."))
  }
  static let nothingToUndo = Notice(
    Phrase("没有可以撤销的台账改动。", "沒有可以撤銷的臺賬改動。", "There is no register change to undo."),
    safe: registersUntouched,
    next: Phrase(
      "记录簿的页不能撤销，请用更正或作废。", "記錄簿的頁不能撤銷，請用更正或作廢。",
      "Pages of the books are not undone but corrected or struck out."))
  static let textIsOut = Notice(
    Phrase(
      "之后发过短信：发出的收不回，之前的改动不再撤销。", "之後發過短信：發出的收不回，之前的改動不再撤銷。",
      "A message was sent since: what is sent is not taken back, nor what was done before it."),
    safe: registersUntouched,
    next: Phrase(
      "布控请撤控；更早的台账改动请直接修改。", "布控請撤控；更早的臺賬改動請直接修改。",
      "Stand a look-out down; change older records by hand."))
  static let nothingToRedo = Notice(
    Phrase("没有可以重做的台账改动。", "沒有可以重做的臺賬改動。", "There is no register change to redo."),
    safe: registersUntouched,
    next: Phrase(
      "重做只接在撤销之后。", "重做只接在撤銷之後。", "Only what was undone last can be done again."))
  static func undoOverwritten(_ code: String) -> Notice {
    Notice(
      Phrase(
        "\(code) 后来又被改过，不能撤销。", "\(code) 後來又被改過，不能撤銷。",
        "\(code) was changed again since; that can't be undone."),
      safe: registersUntouched,
      next: Phrase("请直接修改。", "請直接修改。", "Edit the record instead."))
  }
  static func namedInBook(_ code: String, _ page: String) -> Notice {
    Notice(
      Phrase(
        "\(page) 已写有 \(code)，登记不能撤销。", "\(page) 已寫有 \(code)，登記不能撤銷。",
        "\(page) names \(code): its record can't be taken back."),
      safe: registersUntouched,
      next: Phrase("请改为登记离队（止）。", "請改為登記離隊（止）。", "Let it end instead (Until)."))
  }
  static func mergeWithItself(_ code: String) -> Notice {
    Notice(
      Phrase("\(code) 不能并入自己。", "\(code) 不能併入自己。", "\(code) can't be merged into itself."),
      safe: registersUntouched, next: Phrase("请另选一条。", "請另選一條。", "Choose another."))
  }
  static func mergeOfTwoKinds(_ one: String, _ other: String) -> Notice {
    Notice(
      Phrase(
        "\(one) 与 \(other) 类别不同，不能合并。", "\(one) 與 \(other) 類別不同，不能合併。",
        "\(one) and \(other) are of different kinds and can't be merged."),
      safe: registersUntouched, next: Phrase("请另选一条。", "請另選一條。", "Choose another."))
  }
}
