import Patrol
import Records
import Wording

/// What a text means on pages that hold it as a code, or by leaving a field out: `步巡` is `Mode: foot`,
/// `未发现异常` is a patrol entry without `Found:`.
struct CodedText: Sendable {
  private struct Meaning: Sendable {
    let column: Column
    let code: Code
  }

  private let meanings: [Meaning]
  private let language: Language
  /// Whether a page says the text by leaving out what was found.
  let isNothingFound: Bool

  /// A single character is in too many labels to mean any of them, unless it is all of one.
  private static let fewest = 2

  init(_ typed: String, _ snapshot: Snapshot, in language: Language) {
    let text = Folding.key(typed).trimmingBlanks()
    self.language = language
    func says(_ label: Phrase) -> Bool {
      Language.allCases.map { Folding.key(label[$0]) }.contains {
        $0 == text || text.count >= Self.fewest && $0.contains(text)
      }
    }
    isNothingFound = says(.nothingFound)
    meanings = snapshot.kinds.pages.flatMap(\.columns).flatMap { column in
      snapshot.codes.table(column.codeTable ?? "").filter { says($0.label) }
        .map { Meaning(column: column, code: $0) }
    }
  }

  /// The codes as files write them.
  var words: [String] { Array(Set(meanings.map(\.code.code))) }

  /// How the page says it, for a reader of the list; nil where it does not.
  func excerpt(_ record: RecRecord) -> String? {
    for meaning in meanings {
      let codes = meaning.column.text(in: record).split { " ,()".contains($0) }
      if codes.contains(where: { $0 == meaning.code.code }) {
        return said(meaning.column.label, meaning.code.label)
      }
    }
    guard isNothingFound, record["Kind"] == PatrolEntry.kind, record["Found"] == nil,
      let found = PatrolEntry.schema.column("Found")
    else { return nil }
    return said(found.label, .nothingFound)
  }

  private func said(_ label: Phrase, _ text: Phrase) -> String {
    label[language] + (language == .en ? ": " : "：") + text[language]
  }
}
