import Records
import Wording

/// One record of a register, or the settings, changed by somebody: who, when, what, from, to.
///
/// Kept in `register/<keeper>/changes.rec`, which is only appended to — except that what must be
/// erased is erased there as well. A step is all that was done in one go; it is undone in one go.
package struct Change: Hashable, Sendable {
  package enum Act: String, CaseIterable, Hashable, Sendable {
    case edit, several, bulkImport = "import", merge, unit, erase, seal, message, undo, redo
  }

  /// What became of the record itself.
  package enum Fate: Hashable, Sendable { case stays, added, removed }

  package struct Field: Hashable, Sendable {
    package let name: String
    package let from: String
    package let to: String
    /// Set where both were erased, by law and not by mistake.
    package let erased: Day?

    package init(_ name: String, from: String, to: String, erased: Day? = nil) {
      (self.name, self.from, self.to, self.erased) = (name, from, to, erased)
    }
  }

  package let number: Int
  /// The number of the first change of the step.
  package let step: Int
  package let at: Stamp
  package let by: Named
  package let act: Act
  /// The step that this one takes back.
  package let undoes: Int?
  package let subject: Subject
  package let code: String
  package let fate: Fate
  package let fields: [Field]
  /// Whether the step is whole with this change; a step without its last never happened.
  package let isLast: Bool

  package init(
    number: Int, step: Int, at: Stamp, by: Named, act: Act, undoes: Int?,
    subject: Subject, code: String, fate: Fate, fields: [Field], isLast: Bool
  ) {
    (self.number, self.step, self.at, self.by) = (number, step, at, by)
    (self.act, self.undoes, self.subject, self.code) = (act, undoes, subject, code)
    (self.fate, self.fields, self.isLast) = (fate, fields, isLast)
  }

  /// The same without what its fields held.
  package func erasing(_ names: Set<String>, on day: Day) -> Change {
    let fields = fields.map {
      names.contains($0.name) ? Field($0.name, from: "", to: "", erased: $0.erased ?? day) : $0
    }
    return Change(
      number: number, step: step, at: at, by: by, act: act, undoes: undoes, subject: subject,
      code: code,
      fate: fate, fields: fields, isLast: isLast)
  }
}

/// How a change is written: fields of a rec record, those of the changed record after one another.
extension Change {
  package static let descriptor = """
    # 台账变更记录：谁、何时、把什么由什么改为什么。只追加；依法清除的内容在此同样清除。
    %rec: Change
    %key: Number
    %type: Number int
    %type: Step int
    %mandatory: Step At By Act Register Code


    """

  package var lines: [(name: String, value: String)] {
    var lines = [
      ("Number", "\(number)"), ("Step", "\(step)"), ("At", at.text), ("By", by.text),
      ("Act", act.rawValue),
    ]
    if let undoes { lines.append(("Undoes", "\(undoes)")) }
    lines += [("Register", subject.text), ("Code", code)]
    switch fate {
    case .added: lines.append(("Added", "yes"))
    case .removed: lines.append(("Removed", "yes"))
    case .stays: break
    }
    for field in fields {
      lines.append(("Field", field.name))
      if let erased = field.erased {
        lines.append(("Erased", erased.text))
      } else {
        lines += [("From", field.from), ("To", field.to)]
      }
    }
    if isLast { lines.append(("Last", "yes")) }
    return lines.map { (name: $0.0, value: $0.1) }
  }

  /// Nil for a record that is no change, such as one of a newer program.
  package init?(_ record: RecRecord, _ kinds: Kinds) {
    var head: [String: String] = [:]
    var fields: [Field] = []
    for field in record.fields {
      let (name, value) = (record.name(of: field), record.value(of: field))
      switch name {
      case "Field": fields.append(Field(value, from: "", to: ""))
      case "From", "To", "Erased":
        guard let last = fields.popLast() else { return nil }
        fields.append(
          Field(
            last.name, from: name == "From" ? value : last.from, to: name == "To" ? value : last.to,
            erased: name == "Erased" ? Day(value) : last.erased))
      default: head[name] = value
      }
    }
    guard let number = head["Number"].flatMap({ wholeNumber($0) }),
      let step = head["Step"].flatMap({ wholeNumber($0) }),
      let at = head["At"].flatMap(Stamp.init), let by = head["By"].flatMap(Named.init),
      let act = head["Act"].flatMap(Act.init), let code = head["Code"],
      let subject = head["Register"].flatMap({ Subject($0, kinds) })
    else { return nil }
    self.init(
      number: number, step: step, at: at, by: by, act: act,
      undoes: head["Undoes"].flatMap { wholeNumber($0) }, subject: subject, code: code,
      fate: head["Added"] != nil ? .added : head["Removed"] != nil ? .removed : .stays,
      fields: fields, isLast: head["Last"] != nil)
  }
}
