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
  private static func time(_ moment: Moment) -> String {
    let (day, minute) = (moment.day, moment.minuteOfDay)
    let clock = minute % 60 == 0 ? "\(minute / 60)时" : "\(minute / 60)时\(minute % 60)分"
    return "\(day.month)月\(day.day)日\(clock)"
  }

  /// What tells everybody that they need not look out any more.
  package static func standDown(_ message: Message, in snapshot: Snapshot) -> String {
    let case_ = message.incident.flatMap(snapshot.incident)
    let about = case_.map { "\(time($0.from))\($0.section)" } ?? ""
    return "\(about)布控（\(message.code)）已解除，谢谢各位。"
  }
}
