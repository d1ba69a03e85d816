import Records
import Wording

/// A record that a field names and no register has: whoever reads the field would look for somebody
/// who is not there.
///
/// What stands there already is read and shown as it is: only what is written anew is refused.
package struct UnknownRecord: Refusal, Hashable {
  package let field: String
  let label: Phrase
  let found: String

  /// - Parameters:
  ///   - before: what stood there.
  ///   - added: records that come into the registers in the same step.
  package static func check(
    _ texts: [String: String], before: [String: String] = [:], _ columns: [Column],
    in snapshot: Snapshot, beside added: [RegisterRecord] = []
  ) throws(UnknownRecord) {
    for column in columns {
      guard let reference = column.entry.reference, let text = texts[column],
        text != before[column]
      else { continue }
      let kinds = reference.registers.compactMap { snapshot.kinds[$0] }
      // Where a register was not read whole, nobody can be said to be missing from it.
      guard !kinds.isEmpty, snapshot.isRead(kinds) else { continue }
      let old = column.named(in: before[column] ?? "")
      for code in column.named(in: text) where !old.contains(code) && code != snapshot.station.unit
      {
        let isAdded = added.contains { kinds.contains($0.kind) && $0.texts["Code"] == code }
        guard isAdded || kinds.contains(where: { snapshot.table($0).index(of: code) != nil }) else {
          throw UnknownRecord(field: column.name, label: column.label, found: code)
        }
      }
    }
  }

  package var notice: Notice {
    Notice(
      Phrase(
        "\(label[.hans])：台账里没有 \(found)。", "\(label[.hant])：臺賬裡沒有 \(found)。",
        "\(label[.en]): there is no \(found) in the register."),
      safe: .unchanged,
      next: Sentence(
        form: Phrase("请按 F4 选。", "請按 F4 選。", "Pick it with F4."),
        console: Phrase("请核对代号。", "請核對代號。", "Check the code."),
        command: Phrase("请核对代号。", "請核對代號。", "Check the code.")))
  }

  package static let examples = [
    UnknownRecord(field: "Person", label: Phrase("领用人", "領用人", "Issued to"), found: "QS-099")
  ]
}

extension Column {
  /// The codes of the records that a text of the field names.
  fileprivate func named(in text: String) -> [String] {
    if case .references = entry { return Named.codes(text).map(String.init) }
    return text.isEmpty ? [] : [Named(text)?.code ?? text]
  }
}
