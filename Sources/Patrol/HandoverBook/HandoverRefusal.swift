import Records
import Wording

/// Why a shift is not handed over so, each with the field to mend.
package enum HandoverRefusal: Refusal, Hashable {
  case otherStation(String)
  case endsAsItBegan(from: Moment, to: Moment)
  case stillToCome(to: Moment, now: Moment)
  case otherDay(to: Moment, day: Day)
  case toOneself(String)
  case notOurs(String, field: String)
  case tooLong(from: Moment, to: Moment)
  case overlaps(from: Moment, since: Moment)
  case gap(since: Moment, from: Moment)
  case late(to: Moment)
  case notOnDuty(String, holder: String)
  case isBack(String)
  case isOut(String)
  case notNamed(OpenMatter)
  case notOpen(OpenMatter)
  case notDoneSo(OpenMatter)
  case notAllRead
  case noSuchMatter(String)
  case severalMatters(String)
  case notAnAnswer(String)

  package var field: String {
    switch self {
    case .otherStation: ShiftHandover.station.column.name
    case .endsAsItBegan, .stillToCome: ShiftHandover.to.column.name
    case .otherDay: ShiftHandover.date.column.name
    case .toOneself: ShiftHandover.incoming.column.name
    case .notOnDuty: ShiftHandover.outgoing.column.name
    case .notOurs(_, let field): field
    case .tooLong, .overlaps: ShiftHandover.from.column.name
    case .gap, .late: ShiftHandover.remark.column.name
    case .isBack, .isOut: ShiftHandover.out.column.name
    case .notNamed(let matter), .notOpen(let matter), .notDoneSo(let matter): matter.field
    case .noSuchMatter, .severalMatters, .notAnAnswer: ShiftHandover.open.column.name
    case .notAllRead: ShiftHandover.remark.column.name
    }
  }

  package static let examples: [Self] = {
    let morning = Moment(Day(number: 20781), 8 * 60)
    let matter = OpenMatter(
      .matter, PageID(BookID("QS-01", .patrol), year: 2026, number: 262),
      ["2026-11-22", "青石镇专职队", "变压器围栏门未锁"])
    return [
      .otherStation("石桥派出所"), .endsAsItBegan(from: morning, to: morning),
      .stillToCome(to: morning + 90, now: morning),
      .otherDay(to: morning, day: morning.day + -1), .toOneself("周建林"),
      .notOurs("周建林", field: "Incoming"), .tooLong(from: morning + -4320, to: morning),
      .overlaps(from: morning, since: morning + 60), .gap(since: morning, from: morning + 90),
      .late(to: morning), .notOnDuty("李警官", holder: "王警官"), .isBack("青石镇专职队"), .isOut("青石镇专职队"),
      .notNamed(matter), .notOpen(matter), .notDoneSo(matter), .notAllRead, .noSuchMatter("262"),
      .severalMatters("262"), .notAnAnswer("262 done"),
    ]
  }()

  package var notice: Notice {
    let (happened, next) = texts
    return Notice(happened, safe: .unchanged, next: next)
  }

  private var texts: (Phrase, Phrase) {
    switch self {
    case .otherStation(let name):
      (
        Phrase("\(name) 不是本所。", "\(name) 不是本所。", "\(name) is not this station."),
        Phrase("交接班记在本所的簿里。", "交接班記在本所的簿裡。", "A shift is handed over in the station's own book.")
      )
    case .endsAsItBegan(let from, let to):
      (
        Phrase(
          "交接时间 \(to.text) 不晚于本班的起点 \(from.text)。",
          "交接時間 \(to.text) 不晚於本班的起點 \(from.text)。",
          "Handed over at \(to.text), the shift would end before it began at \(from.text)."),
        Phrase("请改正时间。", "請改正時間。", "Put the times right.")
      )
    case .stillToCome(let to, let now):
      (
        Phrase(
          "交接时间 \(to.clock) 还早（现在 \(now.clock)）。", "交接時間 \(to.clock) 還早（現在 \(now.clock)）。",
          "It is not \(to.clock) yet (it is \(now.clock))."),
        Phrase(
          "到时再写；现在交接的，写现在的时间。", "到時再寫；現在交接的，寫現在的時間。",
          "Write it when it is so; a shift handed over now ends now.")
      )
    case .otherDay(let to, let day):
      (
        Phrase(
          "交接时间 \(to.text) 不属于巡防日 \(day.text)。", "交接時間 \(to.text) 不屬於巡防日 \(day.text)。",
          "\(to.text) is not in the patrol day \(day.text)."),
        Phrase("请改巡防日或交接时间。", "請改巡防日或交接時間。", "Mend the patrol day or the time.")
      )
    case .toOneself(let name):
      (
        Phrase(
          "\(name) 不能交给自己，双方要各签一次。", "\(name) 不能交給自己，雙方要各簽一次。",
          "\(name) can't take over from themselves: two officers sign."),
        Phrase("请选接班的民警。", "請選接班的民警。", "Choose the officer who takes over.")
      )
    case .notOurs(let name, _):
      (
        Phrase(
          "\(name) 不是本所在职民警。", "\(name) 不是本所在職民警。", "\(name) is no officer of this station now."),
        Phrase("请选本所的民警。", "請選本所的民警。", "Choose an officer of the station.")
      )
    case .tooLong(let from, let to):
      (
        Phrase(
          "本班自 \(from.text) 到 \(to.text)，超过 48 小时。", "本班自 \(from.text) 到 \(to.text)，超過 48 小時。",
          "From \(from.text) to \(to.text) is more than 48 hours."),
        Phrase("请改正时间。", "請改正時間。", "Put the times right.")
      )
    case .gap(let since, let from):
      (
        Phrase(
          "\(since.text) 至 \(from.text) 没有人当班。", "\(since.text) 至 \(from.text) 沒有人當班。",
          "Nobody was on duty from \(since.text) to \(from.text)."),
        Phrase("请在备注里写明。", "請在備註裡寫明。", "Say so in the remark.")
      )
    case .late(let to):
      (
        Phrase(
          "\(to.text) 的交接现在才记，未完事项和在巡队伍是现在的。",
          "\(to.text) 的交接現在才記，未完事項和在巡隊伍是現在的。",
          "The handover of \(to.text) is entered late: what is open and who is out is as it is now."
        ),
        Phrase("请在备注里写明原因。", "請在備註裡寫明原因。", "Say why in the remark.")
      )
    case .notOnDuty(let name, let holder):
      (
        Phrase(
          "上一份交接由 \(holder) 接班，不是 \(name)。", "上一份交接由 \(holder) 接班，不是 \(name)。",
          "\(holder), not \(name), took over by the handover before."),
        Phrase(
          "请改交班人，或在备注里写明经过。", "請改交班人，或在備註裡寫明經過。",
          "Change who hands over, or say in the remark how it came.")
      )
    case .overlaps(let from, let since):
      (
        Phrase(
          "本班自 \(from.text)，但上一份交接到 \(since.text)。",
          "本班自 \(from.text)，但上一份交接到 \(since.text)。",
          "The shift from \(from.text) overlaps the one handed over at \(since.text)."),
        Phrase(
          "请从上一份的交接时间记起，交接时间要晚于它。", "請從上一份的交接時間記起，交接時間要晚於它。",
          "Begin where the one before ended, and end later than that.")
      )
    case .isBack(let team):
      (
        Phrase("\(team) 已不在巡。", "\(team) 已不在巡。", "\(team) is out no longer."),
        Phrase("请核对后再存。", "請核對後再存。", "Look at it once more, then save.")
      )
    case .isOut(let team):
      (
        Phrase("\(team) 在巡未归，未写进去。", "\(team) 在巡未歸，未寫進去。", "\(team) is out and is not named."),
        Phrase("请核对后再存。", "請核對後再存。", "Look at it once more, then save.")
      )
    case .notNamed(let matter):
      (
        Phrase {
          switch $0 {
          case .hans: "未写明：\(matter.words(.hans))。"
          case .hant: "未寫明：\(matter.words(.hant))。"
          case .en: "Not answered: \(matter.words(.en))."
          }
        },
        Phrase("每一项都要写明办结或续办。", "每一項都要寫明辦結或續辦。", "Everything that is open is done or goes on.")
      )
    case .notOpen(let matter):
      (
        Phrase {
          switch $0 {
          case .hans: "已不在未完事项里：\(matter.words(.hans))。"
          case .hant: "已不在未完事項裡：\(matter.words(.hant))。"
          case .en: "Not open any more, or named twice: \(matter.words(.en))."
          }
        },
        Phrase("请去掉这一项。", "請去掉這一項。", "Leave it out.")
      )
    case .notDoneSo(let matter):
      (
        Phrase {
          switch $0 {
          case .hans: "不能这样办结：\(matter.words(.hans))。"
          case .hant: "不能這樣辦結：\(matter.words(.hant))。"
          case .en: "Not done by being called so: \(matter.words(.en))."
          }
        },
        Phrase(
          "整改由复查销号，签字由本人签；这里写续办。", "整改由複查銷號，簽字由本人簽；這裡寫續辦。",
          "A recheck settles what is to be put right, a signature what is unsigned; here it goes on."
        )
      )
    case .notAllRead:
      (
        Phrase(
          "有文件未读入，未完事项可能不全。", "有檔案未讀入，未完事項可能不全。",
          "A file was not read: more may be open than is known."),
        Phrase("请在备注里写明。", "請在備註裡寫明。", "Say so in the remark.")
      )
    case .noSuchMatter(let text):
      (
        Phrase("没有未完事项 \(text)。", "沒有未完事項 \(text)。", "Nothing open is called \(text)."),
        Phrase(
          "xunfang list open 列出每一项。", "xunfang list open 列出每一項。",
          "xunfang list open names every one.")
      )
    case .severalMatters(let text):
      (
        Phrase(
          "未完事项 \(text) 不止一项。", "未完事項 \(text) 不止一項。", "More than one open thing is called \(text)."),
        Phrase(
          "写成 signature QS.inspection 2026 7 的样子，见 xunfang list open。",
          "寫成 signature QS.inspection 2026 7 的樣子，見 xunfang list open。",
          "Name it as signature QS.inspection 2026 7, see xunfang list open.")
      )
    case .notAnAnswer(let text):
      (
        Phrase(
          "“\(text)”没有注明办结或续办。", "「\(text)」沒有註明辦結或續辦。", "“\(text)” says neither done nor goes-on."),
        Phrase(
          "写成 页号=done 或 页号=goes-on:说明。", "寫成 頁號=done 或 頁號=goes-on:說明。",
          "Write NUMBER=done or NUMBER=goes-on:WORD.")
      )
    }
  }
}

extension OpenMatter {
  /// What the answer to it is called in a form: letters, digits and `_`, as a draft names its fields.
  package var field: String {
    let name = "\(ShiftHandover.open.column.name) \(duty.rawValue) \(page.text)"
    return name.utf8.reduce(into: "") { name, byte in
      let character = Character(Unicode.Scalar(byte))
      name +=
        character.isLetter || character.isNumber
        ? String(character) : "_" + String(byte, radix: 16)
    }
  }
}
