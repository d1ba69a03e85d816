import Patrol
import Records
import Wording

/// Where a page says a text that is searched for: in a field that people read, under its label and as the
/// screen shows it.
struct SaidText: Sendable {
  private let words: [String]
  private let snapshot: Snapshot
  private let language: Language

  init(_ words: [String], _ snapshot: Snapshot, in language: Language) {
    (self.words, self.snapshot, self.language) = (words, snapshot, language)
  }

  /// Fields for programs: digests, signatures, keys, and what names other pages by digest.
  private static let hidden: Set = [
    "Number", "Kind", "Previous", "Proof", "Cosigned", "Digest", "Signature", "Signs", "Corrects",
    "Follows", "Directory", "Key", "Keys", "Entitled", "RefusedBy", "Heads", "Cleared",
  ]

  /// Nil where nobody who reads the page sees the text.
  func excerpt(_ record: RecRecord, of kind: PageKind?) -> String? {
    for field in record.fields {
      let name = record.name(of: field)
      guard !Self.hidden.contains(name) else { continue }
      let text = record.value(of: field)
      if name == "Recorded" {
        // The time is the program's; whose hand it was, people ask for.
        let who = text.split(separator: " ", maxSplits: 1).dropFirst().joined()
        guard isIn(who), let named = Named(who) else { continue }
        return said(SignatureRole.recorder.label, named.name)
      }
      if name == "Signer", isIn(text), let named = Named(text) {
        return said(Phrase("签字人", "簽字人", "Signer"), named.name)
      }
      let columns = (kind?.columns ?? []) + Attestation.schema.columns
      guard isIn(text), let column = columns.first(where: { $0.name == name }) else { continue }
      let whole = column.words(text, language) ?? text
      let line = whole.split(separator: "\n").first { isIn($0) } ?? whole.prefix { $0 != "\n" }
      return said(column.label, whole == text ? shown(String(line), column) : String(line))
    }
    return nil
  }

  private func isIn(_ text: some StringProtocol) -> Bool { words.contains { text.contains($0) } }

  private func said(_ label: Phrase, _ text: String) -> String {
    language == .en ? "\(label[language]): \(text)" : "\(label[language])：\(text)"
  }

  private func shown(_ text: String, _ column: Column) -> String {
    func label(_ table: String, _ code: some StringProtocol) -> String {
      snapshot.codes.label(table, String(code), language)
    }
    switch column.entry {
    case .codes(let table):
      return text.split(separator: " ").map { label(table, $0) }
        .joined(separator: language.separator)
    case .code(let table): return label(table, text)
    case .reference, .references:
      let names = Named.list(text).map(\.name)
      return names.isEmpty ? text : names.joined(separator: language.separator)
    case .absentees:
      return Absence.list(text).map(\.person.name).joined(separator: language.separator)
    case .tallies(let table):
      return text.split(separator: ",").compactMap { Tally(String($0).trimmingBlanks()) }
        .map { "\(label(table, $0.object)) \($0.count)" }.joined(separator: language.separator)
    case .checkpoints: return PointsPassed(text)?.words(language) ?? text
    default: return text
    }
  }
}
