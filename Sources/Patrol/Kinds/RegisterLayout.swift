import Records
import Wording

/// How a register is asked for and shown, beside what its schema says.
package final class RegisterLayout: Sendable {
  /// What a register is about, which says what rules hold for its records.
  package enum Subject: Hashable, Sendable {
    /// Living people: phones masked, erased when they leave, the same one noticed twice.
    case people
    case units
    case things
  }

  /// Which screen shows a register, beside which others.
  package enum Group: Hashable, Sendable {
    /// Who and what there is (R20).
    case base
    /// Who goes out when.
    case roster
    /// Incidents and what they are held against.
    case goals
    /// What was reported and has to be looked into.
    case intelligence
    /// What was sent to many, and what came back.
    case messages
  }

  package let subject: Subject
  package let group: Group
  /// What the code of a new record is made of.
  let numbering: CodeNumbering.Rule
  /// What a record is called by.
  package let name: Column
  /// What its people are called by outside their own register, and found by (P8); nil where that is
  /// their name.
  package let alias: Alias?
  /// The team or unit a record belongs to, or that it is; nil where it belongs to nothing in
  /// particular.
  package let place: Column?
  /// The day from which a record is in force.
  package let since: Column?
  /// The day from which a record has ended: left, returned, no longer in force; nil where none ends.
  package let end: Column?
  /// How the name is read, which pinyin finds; nil where names are no names of people or places.
  package let reading: Column?
  /// Who answers for what the record is of and signs under its code; nil where records are people, or nobody
  /// signs for them.
  package let head: Column?
  /// The code of the record that took this one's place; nil where none can be merged.
  package let sameAs: Column?
  /// What two records have to have in common for one to take the other's place.
  package let mergedWithin: Column?
  /// What, with the name, makes up one person.
  package let alike: [Column]
  /// Names of the fields in the order in which a form asks for them; `Code` is asked of new ones.
  package let asked: [String]
  /// Names of those among them that only become of a record: of a new one they are seldom known.
  package let later: Set<String>
  /// Fields that are asked only where they apply: the end of a record only once it is there.
  package let applying: [String: Applying]
  /// Names of the fields a list shows beside the name, the most important first.
  package let listed: [String]
  /// What is most often done with a record beside editing it.
  package let usual: UsualAct?
  /// Whether its records say what the program did, and nobody writes them by hand.
  package let isMade: Bool
  /// Free texts in which nobody's number stands and no informant's name (P8).
  package let nobody: [Column]
  /// Days that may lie ahead when a record is written.
  private let ahead: Set<String>
  private let beginning: @Sendable (RegisterBeginning) -> [String: String]
  /// What whoever saves a record should know of its texts, though nothing forbids it.
  package let warnings: @Sendable ([String: String], Snapshot) -> [Phrase]

  package init<Record, Name>(
    _ subject: Subject, in group: Group = .base, numbering: CodeNumbering.Rule,
    name: Field<Record, Name>, alias: Alias? = nil, place: Field<Record, String>? = nil,
    since: Field<Record, Day?>? = nil, end: Field<Record, Day?>? = nil,
    ahead: FieldList<Record>? = nil, reading: Field<Record, String>? = nil,
    head: Field<Record, String>? = nil,
    sameAs: Field<Record, String?>? = nil, mergedWithin: FieldList<Record> = FieldList(),
    alike: FieldList<Record>? = nil, asked: FieldList<Record>,
    later: FieldList<Record> = FieldList(),
    applying: [String: Applying] = [:], listed: FieldList<Record>,
    usual: UsualAct? = nil, isMade: Bool = false, nobody: FieldList<Record> = FieldList(),
    beginning: @escaping @Sendable (RegisterBeginning) -> [FilledField<Record>] = { _ in [] },
    warnings: @escaping @Sendable ([String: String], Snapshot) -> [Phrase] = { _, _ in [] }
  ) {
    (self.subject, self.group, self.numbering) = (subject, group, numbering)
    (self.name, self.alias, self.place) = (name.column, alias, place?.column)
    (self.since, self.end, self.reading) = (since?.column, end?.column, reading?.column)
    self.head = head?.column
    self.warnings = warnings
    (self.sameAs, self.mergedWithin) = (sameAs?.column, mergedWithin.columns.first)
    self.alike = alike?.columns ?? place.map { [$0.column] } ?? []
    (self.asked, self.listed, self.usual) = (asked.names, listed.names, usual)
    (self.applying, self.isMade) = (applying, isMade)
    self.later = Set(later.names)
    self.nobody = nobody.columns
    self.ahead = Set(ahead?.names ?? end.map { [$0.column.name] } ?? [])
    self.beginning = { about in
      Dictionary(
        beginning(about).map { ($0.column.name, $0.text) }, uniquingKeysWith: { $1 })
    }
  }

  /// Names of the fields that say what a record belongs to.
  package var belonging: Set<String> {
    Set([place?.name, numbering.column?.name].compactMap { $0 })
  }

  /// Whether people are called by an alias outside their own register (P8).
  package var hidesName: Bool { alias != nil }

  /// Whether a day that is written into a field has been: what somebody registers has happened.
  ///
  /// Shifts and what stands in the tree of units may be to come.
  package func hasBeen(_ column: Column) -> Bool {
    subject != .units && group != .roster && !ahead.contains(column.name)
  }

  /// What a new record begins with.
  package func texts(_ about: RegisterBeginning) -> [String: String] {
    beginning(about).filter { !$0.value.isEmpty }
  }
}

/// What the people of a register are called by and found by where their names are not told (P8).
package struct Alias: Sendable {
  package let column: Column
  package let foundBy: [Column]
  /// What somebody is called who was given no alias, made of the record's texts.
  package let made: @Sendable ([String: String]) -> String

  package init<Record>(
    _ field: Field<Record, String>, foundBy: FieldList<Record>,
    made: @escaping @Sendable ([String: String]) -> String
  ) {
    (column, self.foundBy, self.made) = (field.column, foundBy.columns, made)
  }
}

/// What is most often done with a record beside editing it.
package enum UsualAct: Sendable {
  /// A day is set to today's: given back, enrolled. What that is called, and how it is read.
  case today(Column, called: Phrase, pinyin: String)
  /// The person signs today in the place of their team's leader (R22).
  case signsToday
  /// It is inspected (R15).
  case inspected
}

/// What is known when a new record is begun: where one stands, and the day.
package struct RegisterBeginning: Sendable {
  package let snapshot: Snapshot
  /// The unit or team whose records are looked at.
  package let scope: Scope?
  package let today: Day

  package init(_ snapshot: Snapshot, scope: Scope?, today: Day) {
    (self.snapshot, self.scope, self.today) = (snapshot, scope, today)
  }

  /// The team one stands on, or the unit's own.
  package var team: Team? {
    switch scope {
    case .team(let code): snapshot.team(code)
    case .unit(let code): snapshot.teams.first { $0.unit == code && $0.tier != .city }
    case .cityForce: snapshot.teams.first { $0.tier == .city }
    case nil: nil
    }
  }

  /// The unit one stands on, or that of the team.
  package var unit: String {
    if case .unit(let code) = scope { return code }
    return team?.unit ?? snapshot.home
  }
}

extension Snapshot {
  /// The unit a station's own records are about: the township it answers for, else itself.
  package var home: String {
    units.first { $0.station == station.unit && $0.kind.isTownship }?.code ?? station.unit
  }
}
