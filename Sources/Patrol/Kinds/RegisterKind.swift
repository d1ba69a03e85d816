import Records
import Wording

/// A register, known by its name and carrying the declaration of its records.
///
/// Everything that works on any register is given one of these, and asks it: no engine names a
/// register, so that one declared elsewhere is like those of `Kinds.ours`.
package struct RegisterKind: Declared {
  /// As files, the journal and the command line write it: `members`.
  package let name: String
  /// What its records are.
  package let type: any Registered.Type

  package init(_ type: any Registered.Type) { (name, self.type) = (type.file, type) }

  package var columns: [Column] { type.columns }
  package var layout: RegisterLayout { type.layout }
  package var title: Phrase { type.title }

  /// Whether one record can take another's place.
  package var canMerge: Bool { layout.sameAs != nil }

  /// Whether its records end: leave, are given back, are no longer in force.
  package var hasEnd: Bool { layout.end != nil }

  /// Whether its records hold anything that is masked until somebody says why (R28).
  package var isPersonal: Bool { columns.contains { $0.entry.isPersonal } }

  /// The columns that are asked for here: identity numbers only where the station wants them (R28).
  package func columns(in station: Station) -> [Column] {
    columns.filter { $0.entry != .identity || station.identityNumbers }
  }

  /// Whether a field is of one record alone, so that several never get the same: what it is called
  /// by and reached by.
  package func isOneRecords(_ name: String) -> Bool {
    let own = [layout.name, layout.reading, layout.alias?.column].compactMap { $0?.name }
    return own.contains(name) || name == "Code" || column(name)?.entry.isPersonal == true
  }

  /// Reads the fields of a record; the first that can't be read is thrown.
  package func read(_ texts: [String: String]) throws(FieldError) { try type.read(texts) }

  /// Whether a record read from these texts is allowed, as a value of its kind.
  ///
  /// - Throws: `FieldError` or a `Refusal`.
  package func check(_ texts: [String: String], in snapshot: Snapshot) throws {
    try type.check(texts, in: snapshot)
  }

  /// Whether a record may become this: nothing that has been may be changed by it.
  package func check(
    _ before: [String: String], becoming after: [String: String], in snapshot: Snapshot
  ) throws {
    try type.check(before, becoming: after, in: snapshot)
  }

  /// What is to be put instead of a record that changes what has been.
  package func fromToday(_ record: RegisterRecord, in snapshot: Snapshot) -> [RegisterRecord]? {
    record.seen.flatMap { type.fromToday($0, becoming: record.texts, in: snapshot) }
  }
}

extension RegisterKind {
  package static let members = RegisterKind(Member.self)
  package static let informants = RegisterKind(Informant.self)
  package static let watch = RegisterKind(WatchPost.self)
  package static let equipment = RegisterKind(Equipment.self)
  package static let training = RegisterKind(Training.self)
  package static let volunteers = RegisterKind(Volunteer.self)
  package static let bodies = RegisterKind(Body.self)
  package static let funds = RegisterKind(Fund.self)
  package static let officers = RegisterKind(Officer.self)
  package static let teams = RegisterKind(Team.self)
  package static let units = RegisterKind(Unit.self)
  package static let roster = RegisterKind(RosterLine.self)
  package static let routes = RegisterKind(Route.self)
  package static let deferrals = RegisterKind(Deferral.self)
  package static let incidents = RegisterKind(Incident.self)
  package static let baselines = RegisterKind(Baseline.self)
  package static let declarations = RegisterKind(ZeroDeclaration.self)
  package static let hotHours = RegisterKind(HotHours.self)
  package static let intelligence = RegisterKind(Lead.self)
  package static let messages = RegisterKind(Message.self)
  package static let sendings = RegisterKind(Sending.self)
  package static let replies = RegisterKind(ReceivedText.self)
  package static let exceptions = RegisterKind(RosterException.self)
}
