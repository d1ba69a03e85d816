import Records
import Wording

/// One rule of the order: what it is called and what it finds.
package protocol Rule: RuleAbout {
  static func findings(_ survey: Survey) -> [Finding]
}

/// A rule about the base registers: what it finds wanting does not depend on the day's books, so it
/// is looked for once for as long as no register changes.
package protocol RegisterRule: RuleAbout {
  static func findings(_ snapshot: Snapshot) -> [Finding]
}

/// What every rule says of itself.
package protocol RuleAbout: Sendable {
  /// Under which names it finds something.
  static var finds: [RuleID] { get }
  /// Registers in which the rule misses something: where one of them was not read whole, nothing is
  /// known of what it lacks.
  static var reads: [RegisterKind] { get }
}

extension RuleAbout {
  package static var reads: [RegisterKind] { [] }
}

extension Phrase {
  /// The first of many names, and that there are more of them.
  static func first(_ count: Int = 3, of names: [String]) -> Phrase {
    let others =
      names.count <= count ? Phrase(verbatim: "") : Phrase(" 等", " 等", " and others")
    return Phrase { names.prefix(count).joined(separator: $0.separator) + others[$0] }
  }
}

extension Finding {
  /// A register that was never begun is one fact, and no list of everything it lacks.
  static func notBegun(_ rule: RuleID, _ kind: RegisterKind) -> Finding {
    let name = kind.title
    return Finding(
      rule, about: kind.name, place: .newRecord(kind, scope: nil), act: .actAdd,
      Phrase(
        "\(name[.hans])尚未登记", "\(name[.hant])尚未登記", "\(name[.en]): nothing registered yet"))
  }
}
