import Records
import Wording

/// Words that judge somebody instead of saying what was seen; which they are stands in `data/codes.rec`.
package enum JudgingWords {
  package static let table = "judging"

  /// What is said of the words that some texts have; nothing forbids them.
  static func warnings(_ texts: [String?], _ snapshot: Snapshot) -> [Phrase] {
    let text = Folding.key(texts.compactMap { $0 }.joined(separator: "\n"))
    let found = snapshot.codes.table(table).filter { code in
      [code.hans, code.hant].contains { text.contains(Folding.key($0)) }
    }
    guard !found.isEmpty else { return [] }
    return [
      Phrase { language in
        let words = found.map { $0.label[language] }.joined(separator: language.separator)
        return Phrase(
          "“\(words)”是评价：请写看到什么，不写是什么人", "「\(words)」是評價：請寫看到什麼，不寫是什麼人",
          "“\(words)” judges: say what was seen, not what somebody is")[language]
      }
    ]
  }
}
