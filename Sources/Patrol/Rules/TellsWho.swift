import Records
import Wording

/// Free words that say whose number it is, or what an informant is called (P8): in texts that people see who
/// may not know it (`RegisterLayout.nobody`).
///
/// What stands there already is left as it is: only what is newly written is refused.
package struct TellsWho: Refusal, Hashable {
  enum What: Hashable { case number, informant }

  package let field: String
  let label: Phrase
  let what: What
  /// Whose number it is, or the informant: by name or alias, as others see them.
  let whose: String

  /// - Parameter before: what stood there.
  package static func check(
    _ texts: [String: String], before: [String: String] = [:], _ kind: RegisterKind,
    in snapshot: Snapshot
  ) throws(TellsWho) {
    for column in kind.layout.nobody {
      guard let text = texts[column.name], text != before[column.name] else { continue }
      for number in numbers(in: text) {
        guard let whose = snapshot.whose(number) else { continue }
        throw TellsWho(field: column.name, label: column.label, what: .number, whose: whose)
      }
      if let alias = snapshot.alias(namedIn: text) {
        throw TellsWho(field: column.name, label: column.label, what: .informant, whose: alias)
      }
    }
  }

  /// What somebody who saves such texts should know: a number that nobody here has is somebody's too.
  static func warnings(_ texts: [String?]) -> [Phrase] {
    guard texts.contains(where: { $0.map(hasNumber) == true }) else { return [] }
    return [
      Phrase(
        "像是电话或身份证号：请写进密封附件", "像是電話或身分證號：請寫進密封附件",
        "this looks like a phone or identity number: put it into the sealed annex")
    ]
  }

  /// Whether there is something in a text that looks like a mobile's or an identity number.
  package static func hasNumber(_ text: String) -> Bool {
    numbers(in: text).contains { $0.count == 18 || $0.count == 11 && $0.hasPrefix("1") }
  }

  /// Runs of digits that may be a telephone or identity number, as people write them: `138 0000-0001`.
  static func numbers(in text: String) -> [String] {
    var (found, run, gap): ([String], String, Int) = ([], "", 0)
    func end() { if run.count >= 7 { found.append(run) } }
    for character in Folding.halfWidth(text) {
      switch character {
      case "0"..."9":
        run.append(character)
        gap = 0
      case "X", "x": if run.count == 17 { run.append("X") }
      // One of these between two digits is no end.
      case " " where !run.isEmpty && gap == 0, "-" where !run.isEmpty && gap == 0: gap = 1
      default:
        end()
        (run, gap) = ("", 0)
      }
    }
    end()
    return found
  }

  package var notice: Notice {
    Notice(happened, safe: .unchanged, next: next)
  }

  private var happened: Phrase {
    switch what {
    case .number:
      Phrase(
        "“\(label[.hans])”里写了 \(whose) 的号码。", "「\(label[.hant])」裡寫了 \(whose) 的號碼。",
        "“\(label[.en])” has a number of \(whose).")
    case .informant:
      Phrase(
        "“\(label[.hans])”里写了信息员 \(whose) 的姓名。", "「\(label[.hant])」裡寫了信息員 \(whose) 的姓名。",
        "“\(label[.en])” has the name of the informant \(whose).")
    }
  }

  private var next: Phrase {
    switch what {
    case .number:
      Phrase(
        "请删去号码；要留的写进情报的密封附件。", "請刪去號碼；要留的寫進情報的密封附件。",
        "Leave the number out; what has to be kept goes into a lead's sealed annex.")
    case .informant:
      Phrase("请改写代称“\(whose)”。", "請改寫代稱「\(whose)」。", "Write the alias “\(whose)” instead.")
    }
  }

  package static let examples = [
    TellsWho(
      field: "Facts", label: Lead.facts.column.label, what: .number, whose: "周建林"),
    TellsWho(
      field: "Facts", label: Lead.facts.column.label, what: .informant, whose: "出租车0002"),
  ]
}

extension Snapshot {
  /// Whose telephone or identity number it is, by name, or by the alias where names are not told.
  fileprivate func whose(_ number: String) -> String? {
    for kind in kinds.registers {
      let table = table(kind)
      for column in kind.columns where column.entry == .phone || column.entry == .identity {
        guard let index = table.indexes(column, is: number).first else { continue }
        return title(of: table.texts(at: index), kind)
      }
    }
    return nil
  }

  /// The alias of somebody whose name is told in a text; an officer may be called the same and is meant then.
  func alias(namedIn text: String) -> String? {
    for kind in kinds.registers {
      guard let alias = kind.layout.alias else { continue }
      let table = table(kind)
      for index in 0..<table.count {
        let name = table.text(kind.layout.name, at: index)
        guard name.count > 1, text.contains(name), !officers.contains(where: { $0.name == name })
        else { continue }
        let called = table.text(alias.column, at: index)
        return called.isEmpty ? table.texts(at: index)["Code"] ?? "" : called
      }
    }
    return nil
  }
}
