import Records
import Wording

/// Why an annex is not sealed, or does not open.
package enum AnnexRefusal: Refusal, Hashable {
  case nothingSaid
  case noOfficers
  case noKey(Named)
  /// A key that signs by touch opens nothing.
  case tokenKey(Named)
  case noAnnex(String)
  /// There is one, which would be lost.
  case isSealed(String)
  case erased(String, Day)
  case missing(file: String)
  case changed(file: String)
  /// It is for others.
  case notForYou(Named, others: [Named])
  /// An agent signs, and opens nothing.
  case agentKey(Named, file: String)

  package var field: String {
    switch self {
    case .nothingSaid: "Who"
    case .noOfficers, .noKey, .tokenKey: "Officers"
    case .noAnnex, .isSealed, .erased, .missing, .changed: "Code"
    case .notForYou, .agentKey: "Signer"
    }
  }

  package var notice: Notice {
    let (happened, next) = words
    return Notice(happened, safe: .unchanged, next: next)
  }

  private var words: (Phrase, next: Phrase) {
    switch self {
    case .nothingSaid:
      (
        Phrase("附件里什么都未写。", "附件裡什麼都未寫。", "Nothing is said in the annex."),
        Phrase("至少写一项。", "至少寫一項。", "Fill in one field at least.")
      )
    case .noOfficers:
      (
        Phrase("未写谁可以开。", "未寫誰可以開。", "Nobody is named who may open it."),
        Phrase("至少选一位民警。", "至少選一位民警。", "Choose one officer at least.")
      )
    case .noKey(let officer):
      (
        Phrase(
          "\(officer.name) 没有签字密钥，开不了附件。", "\(officer.name) 沒有簽字密鑰，開不了附件。",
          "\(officer.name) has no key and could not open it."),
        Phrase("先登记其密钥，或换一位。", "先登記其密鑰，或換一位。", "Enrol a key first, or choose somebody else.")
      )
    case .tokenKey(let officer):
      (
        Phrase(
          "\(officer.name) 的密钥在硬件里，只能签字，开不了附件。", "\(officer.name) 的密鑰在硬體裡，只能簽字，開不了附件。",
          "\(officer.name)'s key lies in hardware: it signs and opens nothing."),
        Phrase("请换一位。", "請換一位。", "Choose somebody else.")
      )
    case .noAnnex(let code):
      (
        Phrase("\(code) 没有密封附件。", "\(code) 沒有密封附件。", "\(code) has no sealed annex."),
        Phrase("请核对编号。", "請核對編號。", "Check the code.")
      )
    case .isSealed(let code):
      (
        Phrase(
          "\(code) 已有密封附件，再封一份，原来的就没了。", "\(code) 已有密封附件，再封一份，原來的就沒了。",
          "\(code) has a sealed annex, which another would take the place of."),
        Phrase(
          "要改请先打开；确要换掉，加 --replace。", "要改請先打開；確要換掉，加 --replace。",
          "Open it first to change it; to replace it unseen, add --replace.")
      )
    case .erased(let code, let day):
      (
        Phrase(
          "\(code) 的附件已于 \(day.text) 清除。", "\(code) 的附件已於 \(day.text) 清除。",
          "The annex of \(code) was erased on \(day.text)."),
        Phrase("保存期满，不能恢复。", "保存期滿，不能恢復。", "Its time was over; it does not come back.")
      )
    case .missing(let file):
      (
        Phrase("附件 \(file) 不在。", "附件 \(file) 不在。", "The annex \(file) is not there."),
        Phrase("请从备份取回该文件。", "請從備份取回該檔案。", "Take the file back from a backup.")
      )
    case .changed(let file):
      (
        Phrase(
          "附件 \(file) 被改过，打不开。", "附件 \(file) 被改過，打不開。",
          "The annex \(file) was changed and does not open."),
        Phrase("请从备份取回该文件。", "請從備份取回該檔案。", "Take the file back from a backup.")
      )
    case .notForYou(let officer, let others):
      (
        Phrase {
          switch $0 {
          case .hans: "附件不是给 \(officer.name) 的密钥封的。"
          case .hant: "附件不是給 \(officer.name) 的密鑰封的。"
          case .en: "The annex is not sealed for the key of \(officer.name)."
          }
        }, others.isEmpty ? .nobodyOpens : .others(others)
      )
    case .agentKey(let officer, let file):
      (
        Phrase(
          "\(officer.name) 的密钥在 ssh-agent 里，这里开不了。", "\(officer.name) 的密鑰在 ssh-agent 裡，這裡開不了。",
          "\(officer.name)'s key is in ssh-agent, which opens nothing."),
        Phrase(
          "在存有密钥文件处运行：age -d -i 密钥 \(file)", "在存有密鑰檔案處執行：age -d -i 密鑰 \(file)",
          "Where the key file is, run: age -d -i KEY \(file)")
      )
    }
  }

  package static let examples: [Self] = {
    let (officer, file) = (Named("P-002", "李警官"), "register/QSP/QSP-Q-0007.age")
    return [
      .nothingSaid, .noOfficers, .noKey(officer), .tokenKey(officer), .noAnnex("QSP-Q-0007"),
      .isSealed("QSP-Q-0007"), .erased("QSP-Q-0007", Day(number: 20781)), .missing(file: file),
      .changed(file: file),
      .notForYou(officer, others: [Named("P-001", "王警官")]), .notForYou(officer, others: []),
      .agentKey(officer, file: file),
    ]
  }()
}

extension Phrase {
  fileprivate static let nobodyOpens = Phrase(
    "当时封给的密钥都已更换，只有旧密钥能开。", "當時封給的密鑰都已更換，只有舊密鑰能開。",
    "The keys that it was sealed for were all replaced; only those open it.")
  fileprivate static func others(_ others: [Named]) -> Phrase {
    Phrase {
      let names = others.map(\.name).joined(separator: $0.separator)
      return switch $0 {
      case .hans: "可以开的是：\(names)。"
      case .hant: "可以開的是：\(names)。"
      case .en: "Who can: \(names)."
      }
    }
  }
}
