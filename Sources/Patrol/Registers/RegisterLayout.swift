import Records
import Wording

/// How a register is asked for and shown, beside what its schema says.
package struct RegisterLayout: Sendable {
  /// What a register is about, which says what rules hold for its records.
  package enum Subject: Hashable, Sendable {
    /// Living people: phones masked, erased when they leave, the same one noticed twice.
    case people
    case units
    case things
  }

  package let subject: Subject
  /// What stands between the station's code and the number in the code of a new record.
  let letter: String
  /// What a record is called by.
  package let name: Column
  /// The day from which a record has ended: left, returned, no longer in force; nil where none ends.
  package let end: Column?
  /// How the name is read, which pinyin finds; nil where names are no names of people or places.
  package let reading: Column?
  /// The code of the record that took this one's place; nil where none can be merged.
  package let sameAs: Column?
  /// Names of the fields in the order in which a form asks for them; `Code` is asked of new ones.
  package let asked: [String]
  /// Names of the fields a list shows beside the name, the most important first.
  package let listed: [String]
  /// Whether its people are called by an alias outside their own register (P8).
  package let hidesName: Bool
  private let beginning: @Sendable (RegisterBeginning) -> [String: String]

  package init<Record, Name>(
    _ subject: Subject, letter: String, name: Field<Record, Name>, end: Field<Record, Day?>? = nil,
    reading: Field<Record, String>? = nil, sameAs: Field<Record, String?>? = nil,
    asked: FieldList<Record>, listed: FieldList<Record>, hidesName: Bool = false,
    beginning: @escaping @Sendable (RegisterBeginning) -> [FilledField<Record>] = { _ in [] }
  ) {
    (self.subject, self.letter, self.hidesName) = (subject, letter, hidesName)
    (self.name, self.end, self.reading) = (name.column, end?.column, reading?.column)
    self.sameAs = sameAs?.column
    (self.asked, self.listed) = (asked.names, listed.names)
    self.beginning = { about in
      Dictionary(
        beginning(about).map { ($0.column.name, $0.text) }, uniquingKeysWith: { $1 })
    }
  }

  /// What a new record begins with.
  package func texts(_ about: RegisterBeginning) -> [String: String] {
    beginning(about).filter { !$0.value.isEmpty }
  }
}

/// What is known when a new record is begun: where one stands, and the day.
package struct RegisterBeginning: Sendable {
  package let library: Library
  /// The unit or team whose records are looked at.
  package let scope: Scope?
  package let today: Day

  package init(_ library: Library, scope: Scope?, today: Day) {
    (self.library, self.scope, self.today) = (library, scope, today)
  }

  /// The team one stands on, or the unit's own.
  var team: Team? {
    switch scope {
    case .team(let code): library.team(code)
    case .unit(let code): library.teams.first { $0.unit == code && $0.tier != .city }
    case .cityForce: library.teams.first { $0.tier == .city }
    case nil: nil
    }
  }

  /// The unit one stands on, or that of the team.
  var unit: String {
    if case .unit(let code) = scope { return code }
    return team?.unit ?? library.home
  }
}

extension Library {
  /// The unit a station's own records are about: the township it answers for, else itself.
  package var home: String {
    units.first {
      $0.station == station.unit && ($0.kind == .township || $0.kind == .subdistrict)
    }?.code ?? station.unit
  }
}
