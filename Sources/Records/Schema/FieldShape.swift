/// How a field of a page is written, to the byte: what a stranger's check (`check.sh`) knows a value by.
///
/// A shape is told from bytes alone, without making a text of them: a city's books have millions of
/// values. It takes nothing that the field's type would not print again as the very same bytes.
package enum FieldShape: String, CaseIterable, Sendable {
  case text, line, person, people, absences, day, moment, code, codes, tallies, numbers, count
  case points, passed, reference, entitlement, keyprint, fingerprint, key, directory, unit, posts
  case out, open, names, digest, torn, recorded, sshsig
  case yes = "one(yes)"
  case side = "one(inspector,inspected,recorder,outgoing,incoming)"
  case judgement = "one(uphold,overrule)"

  /// The shape that goes with how a field is asked for, where its type says no other.
  static func usual(_ entry: Entry) -> FieldShape {
    switch entry {
    case .prose: .text
    case .day: .day
    case .moment: .moment
    case .count: .count
    case .code: .code
    case .codes: .codes
    case .points: .points
    case .reference: .person
    case .absentees: .people
    case .tallies: .tallies
    case .flag: .yes
    case .checkpoints: .passed
    default: .line
    }
  }

  /// Whether a value may go over several lines.
  package var hasLines: Bool {
    switch self {
    case .text, .posts, .out, .open, .sshsig: true
    default: false
    }
  }

  package func fits(_ text: String) -> Bool { text.withShape { fits($0) } }

  /// - Parameter value: the lines of the value, without the marks before them.
  package func fits(_ value: ShapeBytes) -> Bool {
    (hasLines || value.firstIndex(of: 0x0A) == nil) && fitsLines(value)
  }

  /// - Parameter value: of one line, where values of the shape have no more.
  package func fitsLines(_ value: ShapeBytes) -> Bool {
    guard !value.isEmpty else { return false }
    switch self {
    case .text: return value.isText
    case .posts: return value.all(between: "\n", \.isPost)
    case .out: return value.all(between: "\n", \.isStillOut)
    case .open: return value.all(between: "\n", \.isHandedItem)
    case .sshsig: return value.isSignature
    default: return fitsLine(value)
    }
  }

  private func fitsLine(_ value: ShapeBytes) -> Bool {
    switch self {
    case .line: value[value.count - 1] != UInt8(ascii: "\\")
    case .person: value.isPerson
    case .people: value.isPeople
    case .absences: value.all(between: ", ", \.isAbsence)
    case .day: value.day != nil
    case .moment: value.moment != nil
    case .code: value.isWord
    case .codes: value.all(between: " ", \.isWord)
    case .tallies: value.all(between: ", ", \.isTally)
    case .numbers: value.all(between: " ") { ($0.number ?? 0) > 0 && $0.count < 9 }
    case .count: value.number.map { $0 <= 500 } ?? false
    case .points: value.count == 8 && value.all { 49...51 ~= $0 }
    case .passed: value.isPassed
    case .reference: value.isReference
    case .entitlement: value.isPageName
    case .keyprint:
      value.drop("SHA256:").map { $0.count == 43 && $0.all(ShapeBytes.isBase64) } ?? false
    case .fingerprint: value.drop("sha256:")?.isDigits ?? false
    case .key: value.isKey
    case .directory: (value.drop("demo-") ?? value).isHex(32)
    case .unit: value.isCode
    case .names: value.all(between: " ", \.isFieldName)
    case .digest: value.drop("sha256 ")?.isDigits ?? false
    case .torn: value.isTorn
    case .recorded: value.isRecorded
    case .yes: value.equals("yes")
    case .side:
      value.equals("inspector") || value.equals("inspected") || value.equals("recorder")
        || value.equals("outgoing") || value.equals("incoming")
    case .judgement: value.equals("uphold") || value.equals("overrule")
    case .text, .posts, .out, .open, .sshsig: false
    }
  }
}
