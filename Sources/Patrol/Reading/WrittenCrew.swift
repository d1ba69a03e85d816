import Records
import Wording

/// Who came, typed as it is told: `5`, `4/5`, `4-3.2` (number 3 away, reason 2), `4/5 -3.2 -5.1`, `=`.
package struct WrittenCrew: Hashable, Sendable {
  /// One who did not come: the number on the roll, and the digit of the reason.
  package struct Away: Hashable, Sendable {
    package let number: Int
    package let reason: String
  }

  /// Nil for `=`: all but those away.
  package let present: Int?
  package let due: Int?
  package let away: [Away]

  /// Reads what was typed; nil where it is nothing of the kind.
  package init?(_ typed: String) {
    var text = Written.folded(typed)
    for mark in ["、", ",", "，", ";", "；"] { text = text.replacing(mark, with: " ") }
    for mark in ["－", "—", "–"] { text = text.replacing(mark, with: "-") }
    text = text.replacing("。", with: ".").replacing("／", with: "/")
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map {
      String($0).trimmingBlanks()
    }
    guard let head = parts.first else { return nil }
    if head == "=" {
      (present, due) = (nil, nil)
    } else {
      let numbers = head.split(separator: "/", omittingEmptySubsequences: false)
        .map { wholeNumber(String($0).trimmingBlanks(), in: 0...999) }
      guard (1...2).contains(numbers.count), let present = numbers[0] else { return nil }
      if numbers.count == 2, numbers[1] == nil { return nil }
      (self.present, due) = (present, numbers.count == 2 ? numbers[1] : nil)
    }
    var away: [Away] = []
    for part in parts.dropFirst() {
      let words = part.split(separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(words.count), let number = wholeNumber(String(words[0]), in: 1...999)
      else { return nil }
      away.append(Away(number: number, reason: words.count == 2 ? String(words[1]) : ""))
    }
    self.away = away
  }
}

/// Why what was told of who came can't be so, as what should be typed instead.
package enum CrewFault: Error, Hashable {
  case unlike
  case nobodyDue
  case otherDue(said: Int, due: Int)
  case moreThanDue(due: Int)
  case noSuchNumber(Int, count: Int)
  case notDue(String)
  case twice(Int)
  case noReason(Int)
  /// As many are missing as nobody named, or fewer than were named.
  case doesNotAddUp(present: Int, due: Int, named: Int)
  case nobodyCame
  /// Somebody of the team may be missing on the roll, so that numbers mean others.
  case rollNotRead

  package var expected: Phrase {
    switch self {
    case .unlike: .crewShape
    case .nobodyDue:
      Phrase(
        "F4 选出应到的人：名册里没有这支队的队员", "F4 選出應到的人：名冊裡沒有這支隊的隊員",
        "who was due (F4): the roll has nobody of this team")
    case .otherDue(let said, let due):
      Phrase(
        "应到人数 \(due)：报来 \(said) 人，应到的人可按 F4 改", "應到人數 \(due)：報來 \(said) 人，應到的人可按 F4 改",
        "\(due) as due, not \(said); F4 changes who was due")
    case .moreThanDue(let due):
      Phrase("至多 \(due)：应到 \(due) 人", "至多 \(due)：應到 \(due) 人", "\(due) at most: so many were due")
    case .rollNotRead:
      Phrase(
        "名册没有读全，号对不上人：请先修复队员台账", "名冊沒有讀全，號對不上人：請先修復隊員臺賬",
        "nobody by number: the roll could not be read whole; mend the register first")
    case .noSuchNumber(let number, let count):
      Phrase(
        "名册上的号 1-\(count)，没有 \(number) 号", "名冊上的號 1-\(count)，沒有 \(number) 號",
        "numbers of the roll, 1-\(count): there is no \(number)")
    case .notDue(let name):
      Phrase(
        "应到的人：\(name)这一班不应到，应到的人可按 F4 改", "應到的人：\(name)這一班不應到，應到的人可按 F4 改",
        "one who was due: \(name) was not; F4 changes who was")
    case .twice(let number):
      Phrase(
        "\(number) 号只写一次", "\(number) 號只寫一次", "number \(number) once")
    case .noReason(let number):
      Phrase(
        "\(number) 号缺勤的事由，如 -\(number).1", "\(number) 號缺勤的事由，如 -\(number).1",
        "why number \(number) was away, e.g. -\(number).1")
    case .doesNotAddUp(let present, let due, let named):
      Phrase(
        "缺的 \(due - present) 人是谁：应到 \(due)，实到 \(present)，已写缺 \(named) 人，如 \(present)-3.1",
        "缺的 \(due - present) 人是誰：應到 \(due)，實到 \(present)，已寫缺 \(named) 人，如 \(present)-3.1",
        "who the \(due - present) away were: \(due) due, \(present) there, \(named) named, e.g. \(present)-3.1"
      )
    case .nobodyCame:
      Phrase(
        "至少一人；没有人到就不是巡逻", "至少一人；沒有人到就不是巡邏", "one at least: without anybody it is no patrol")
    }
  }

  package static let examples: [CrewFault] = [
    .unlike, .nobodyDue, .otherDue(said: 6, due: 5), .moreThanDue(due: 5),
    .noSuchNumber(9, count: 5), .notDue("钱五"), .twice(3), .noReason(3),
    .doesNotAddUp(present: 4, due: 5, named: 0), .nobodyCame,
  ]
}

extension Phrase {
  /// How many came, and who did not.
  package static let crewShape = Phrase(
    "实到人数，缺的写 -号.事由，如 4-3.1", "實到人數，缺的寫 -號.事由，如 4-3.1",
    "how many came, and who did not as -number.reason, e.g. 4-3.1")
}
