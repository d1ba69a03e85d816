import Records
import Wording

/// A record that a field names and no register has, or that is called otherwise there: the page would
/// name somebody who is not there, or somebody else.
///
/// What stands there already is read and shown as it is: only what is newly written is refused.
package struct UnknownRecord: Refusal, Hashable {
  package let field: String
  let label: Phrase
  let found: String
  /// What the register calls it; nil where it has no such record.
  var called: String?

  /// - Parameters:
  ///   - before: what stood there.
  ///   - added: records that come into the registers in the same step.
  package static func check(
    _ texts: [String: String], before: [String: String] = [:], _ columns: [Column],
    in snapshot: Snapshot, beside added: [RegisterRecord] = []
  ) throws(UnknownRecord) {
    for column in columns {
      guard let reference = column.names, let text = texts[column], text != before[column]
      else { continue }
      let kinds = reference.registers.compactMap { snapshot.kinds[$0] }
      // Where a register was not read whole, nobody can be said to be missing from it.
      guard !kinds.isEmpty, snapshot.isRead(kinds) else { continue }
      let old = column.named(in: before[column] ?? "")
      for named in column.named(in: text) where !old.contains(named) {
        let names = Self.names(of: named.code, reference, kinds, snapshot, added)
        guard let name = names.first else {
          throw UnknownRecord(field: column.name, label: column.label, found: named.code)
        }
        guard named.name.isEmpty || names.contains(named.name) else {
          throw UnknownRecord(
            field: column.name, label: column.label, found: named.text, called: name)
        }
      }
    }
  }

  /// What the records of a code are called; none where there is no such record.
  private static func names(
    of code: String, _ reference: Reference, _ kinds: [RegisterKind], _ snapshot: Snapshot,
    _ added: [RegisterRecord]
  ) -> [String] {
    let isStation = code == snapshot.station.unit
    return kinds.compactMap { kind in
      snapshot.table(kind).texts(code).map { texts in
        // Where somebody is to answer, a post stands for who is in charge of it.
        if reference == .answering, let head = kind.layout.head { return texts[head] ?? "" }
        return snapshot.title(of: texts, kind)
      }
    }
      + added.filter { kinds.contains($0.kind) && $0.texts["Code"] == code }.map {
        snapshot.title(of: $0.texts, $0.kind)
      } + (isStation ? [snapshot.station.name] : [])
  }

  package var notice: Notice {
    if let called { return Self.otherwise(label, found, called) }
    return Notice(
      Phrase(
        "\(label[.hans])：台账里没有 \(found)。", "\(label[.hant])：臺賬裡沒有 \(found)。",
        "\(label[.en]): there is no \(found) in the register."),
      safe: .unchanged,
      next: Sentence(
        form: Phrase("请按 F4 选。", "請按 F4 選。", "Pick it with F4."),
        console: Phrase("请核对代号。", "請核對代號。", "Check the code."),
        command: Phrase("请核对代号。", "請核對代號。", "Check the code.")))
  }

  private static func otherwise(_ label: Phrase, _ found: String, _ called: String) -> Notice {
    Notice(
      Phrase(
        "\(label[.hans])：“\(found)”在台账里叫“\(called)”。",
        "\(label[.hant])：「\(found)」在臺賬裡叫「\(called)」。",
        "\(label[.en]): the register calls “\(found)” “\(called)”."),
      safe: .unchanged,
      next: Sentence(
        form: Phrase("请按 F4 重选。", "請按 F4 重選。", "Pick it again with F4."),
        console: Phrase("请核对姓名和代号。", "請核對姓名和代號。", "Check name and code."),
        command: Phrase("请核对姓名和代号。", "請核對姓名和代號。", "Check name and code.")))
  }

  package static let examples = [
    UnknownRecord(field: "Person", label: Phrase("领用人", "領用人", "Issued to"), found: "QS-099"),
    UnknownRecord(
      field: "Person", label: Phrase("领用人", "領用人", "Issued to"), found: "QS-007 钱五", called: "钱武"),
  ]
}

extension Column {
  /// The registers whose records the field names.
  fileprivate var names: Reference? {
    if case .absentees = entry { return .person }
    return entry.reference
  }

  /// The records that a text of the field names; without a name where it stands by its code alone.
  fileprivate func named(in text: String) -> [Named] {
    switch entry {
    case .references:
      return text.split(separator: ",").map { Self.named(String($0).trimmingBlanks()) }
    case .absentees:
      return text.split(separator: ",").map {
        let one = String($0).trimmingBlanks()
        return Absence(one)?.person ?? Self.named(one)
      }
    default: return text.isEmpty ? [] : [Self.named(text)]
    }
  }

  private static func named(_ text: String) -> Named { Named(text) ?? Named(text, "") }
}
