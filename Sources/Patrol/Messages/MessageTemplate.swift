import Records
import Wording

/// Words that messages begin with, from `data/codes.rec`: a code of the table of its kind, whose meaning is the
/// text, with blanks `{路段}` that are filled in before it is sent.
package enum MessageTemplate {
  /// The table of a kind's templates; a stand-down has no choice.
  package static func table(_ kind: MessageKind) -> String {
    kind == .prompt ? "prompttext" : "lookouttext"
  }

  /// Blanks that are still in a text, in their order: `{路段}` as `路段`.
  package static func blanks(_ text: String) -> [String] {
    var (found, rest): ([String], Substring) = ([], text[...])
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      found.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  /// What comes before a text's first blank with the blank itself, and what comes behind it; nil without one.
  package static func parted(_ text: String) -> (before: String, after: String)? {
    guard let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") else {
      return nil
    }
    let end = text.index(after: close)
    return (String(text[..<end]), String(text[end...]))
  }

  /// What comes before a blank that ends a text; nil where none does.
  package static func withoutBlankAtEnd(_ text: String) -> String? {
    guard text.hasSuffix("}"), let open = text.lastIndex(of: "{") else { return nil }
    return String(text[..<open])
  }

  /// A template with those blanks filled that the message or its case says already.
  package static func filled(_ template: String, _ new: NewMessage, in snapshot: Snapshot) -> String
  {
    var known: [String: String] = [:]
    if !new.sections.isEmpty { known["路段"] = new.sections.joined(separator: "、") }
    if let case_ = new.incident.flatMap(snapshot.incident) {
      known["时间"] = Self.time(case_.from)
      known["時間"] = known["时间"]
      if !case_.section.isEmpty { known["路段"] = case_.section }
      known["案别"] = case_.category.label[.hans]
      known["案別"] = case_.category.label[.hant]
    }
    if let expires = new.expires {
      known["期限"] = Self.time(expires)
    }
    if !new.units.isEmpty {
      known["力量"] = new.units.map { snapshot.unitName($0) }.joined(separator: "、")
    }
    return known.reduce(template) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// `11月25日21时10分`, as such texts say it.
  static func time(_ moment: Moment) -> String {
    let (day, minute) = (moment.day, moment.minuteOfDay)
    let clock = minute % 60 == 0 ? "\(minute / 60)时" : "\(minute / 60)时\(minute % 60)分"
    return "\(day.month)月\(day.day)日\(clock)"
  }

  /// Until when a text says that it holds: what stands behind 有效至, up to the end of its sentence.
  static func end(saidIn text: String) -> String? {
    text.firstRange(of: "有效至").map { found in
      String(text[found.upperBound...].prefix { !"。，；、,.;\n".contains($0) }).replacing(
        " ", with: "")
    }
  }

  /// What tells everybody that they need not look out any more.
  package static func standDown(_ message: Message, in snapshot: Snapshot) -> String {
    "\(about(message, snapshot))布控已解除，谢谢各位。"
  }

  /// What tells everybody that they look out for longer.
  package static func longer(_ message: Message, until: Moment, in snapshot: Snapshot) -> String {
    "\(about(message, snapshot))布控延期，请继续注意发现并报告。有效至\(time(until))。"
  }

  /// Which look-out is meant, in words that its readers know.
  private static func about(_ message: Message, _ snapshot: Snapshot) -> String {
    let incident = message.incident.flatMap(snapshot.incident)
    guard let incident else { return "" }
    let isPlain = PersonalInText.found(in: incident.section, snapshot) == nil
    return time(incident.from) + (isPlain ? incident.section : "")
  }
}
