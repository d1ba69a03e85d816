import Records
import Wording

/// One thing that was open when a shift ended, as its handover names it: whether it is done or goes
/// on, and a word about it (B14).
///
/// A line of the field `Open`: `goes-on signature QS.inspection 2026 No 7 | 高庄村队 | calls at nine`.
package struct HandedItem: Hashable, Sendable {
  package enum Answer: String, Choice {
    case done
    case goesOn = "goes-on"
    package static let table = "handed"

    package var label: Phrase {
      switch self {
      case .done: Phrase("办结", "辦結", "done")
      case .goesOn: Phrase("续办", "續辦", "goes on")
      }
    }
  }

  package let answer: Answer
  package let matter: OpenMatter
  package let word: String

  package init(_ answer: Answer, _ matter: OpenMatter, word: String = "") {
    (self.answer, self.matter, self.word) = (answer, matter, word)
  }

  /// What somebody said of a matter; nil where that is no answer.
  package init?(_ matter: OpenMatter, saying text: String) {
    guard let said = HandedWord(text.trimmingBlanks()) else { return nil }
    self.init(said.answer, matter, word: said.word)
  }

  init?(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let answer = Answer(rawValue: String(parts[0])) else { return nil }
    let said = parts[1].split(separator: Self.bar, maxSplits: 2)
    guard said.count >= 2, let matter = OpenMatter(said.prefix(2).joined(separator: Self.bar)),
      said.count == 2 || !said[2].isEmpty
    else { return nil }
    self.init(answer, matter, word: said.count == 3 ? String(said[2]) : "")
  }

  static let bar = " | "

  /// Whether a field of such lines says of anything that it is done; asked for every page there is.
  static func saysDone(_ text: String) -> Bool {
    text.split(separator: "\n").contains { $0.hasPrefix(Answer.done.rawValue + " ") }
  }

  package var text: String {
    "\(answer.rawValue) \(matter.text)" + (word.isEmpty ? "" : Self.bar + word)
  }

  /// As a page shows it.
  func words(_ language: Language) -> String {
    let word = word.isEmpty ? "" : language == .en ? "; \(word)" : "；\(word)"
    return "\(answer.label[language])  \(matter.words(language))\(word)"
  }
}

/// Something that is open: what, since when, and the page that says so.
package struct OpenMatter: Hashable, Sendable {
  package enum Duty: String, Sendable {
    /// Something to be done that a page left to a later one.
    case matter
    /// A signature, or the review of a refusal.
    case signature

    package var label: Phrase {
      switch self {
      case .matter: Phrase("待办", "待辦", "to do")
      case .signature: Phrase("待签", "待簽", "unsigned")
      }
    }
  }

  package let duty: Duty
  package let page: PageID
  /// The day it is of, whom it is about, and what it is, as the page says it: the words of no
  /// language of ours.
  package let says: String

  init(_ duty: Duty, _ page: PageID, _ parts: [String]) {
    (self.duty, self.page) = (duty, page)
    // One line, and no bar that would end it.
    says = parts.filter { !$0.isEmpty }.joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("|", with: "｜")
  }

  init?(_ text: String) {
    let parts = text.split(separator: HandedItem.bar, maxSplits: 1)
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    let named = parts[0].split(separator: " ", maxSplits: 1)
    guard named.count == 2, let duty = Duty(rawValue: String(named[0])),
      let page = PageID(named[1])
    else { return nil }
    (self.duty, self.page, says) = (duty, page, String(parts[1]))
  }

  var text: String { "\(duty.rawValue) \(page.text)\(HandedItem.bar)\(says)" }

  /// `待办 2026-11-22 青石镇专职队 变压器围栏门未锁 №262`.
  package func words(_ language: Language) -> String {
    "\(duty.label[language]) \(says) №\(page.number)"
  }
}

extension FieldType where Value == [HandedItem] {
  package static let handedItems = FieldType<HandedItem>(
    entry: .prose,
    expected: Phrase(
      "未完事项，每项注明办结或续办", "未完事項，每項註明辦結或續辦", "what is open, each done or going on"),
    parse: { HandedItem($0) }, print: \.text
  ).lines { $0.words($1) }.shaped(.open)
}
