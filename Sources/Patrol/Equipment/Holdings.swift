import Records

/// Who holds what equipment, who was at which training: asked of the registers' records.
extension Snapshot {
  /// Equipment records as values, in the order of the register.
  package var equipment: [Equipment] {
    table(.equipment).records.compactMap { try? Equipment.schema.parse($0) }
  }

  /// What a person holds and has not given back.
  package func holdings(of person: String) -> [Equipment] {
    values(.equipment, naming: person, Equipment.schema).filter {
      $0.isOut && $0.person?.code == person
    }
  }

  package func trainings(of person: String) -> [Training] {
    let own = values(.training, naming: person, Training.schema).filter { training in
      training.attendees.contains { $0.code == person }
    }
    guard let member = member(person) else { return own }
    // What their whole team attended while they were of it.
    let ofTeam = values(.training, naming: member.team, Training.schema).filter { training in
      !own.contains(training) && member.isActive(on: training.date)
        && training.attendees.contains { $0.code == member.team }
    }
    return (own + ofTeam).sorted { ($0.date, $0.code) < ($1.date, $1.code) }
  }

  /// How many of each item every team has out.
  ///
  /// Counted once: rules and the screen of totals ask for it again and again.
  package func issued() -> [String: [EquipmentItem: Int]] {
    knownIssued.get {
      var issued: [String: [EquipmentItem: Int]] = [:]
      for equipment in equipment where equipment.isOut && equipment.state != .lost {
        issued[equipment.team, default: [:]][equipment.item, default: 0] += equipment.quantity
      }
      return issued
    }
  }

  /// Everybody who was ever trained, by code.
  package var trained: Set<String> {
    let table = table(.training)
    guard let attendees = table.kind.column("Attendees") else { return [] }
    var codes: Set<String> = []
    for index in 0..<table.count {
      for code in Named.codes(table.text(attendees, at: index)) { codes.insert(String(code)) }
    }
    return codes
  }

  /// The newest training that each team attended as a whole.
  package var trainedTeams: [String: Day] {
    let codes = Set(teams.map(\.code))
    var days: [String: Day] = [:]
    for record in table(.training).records {
      guard let training = try? Training.schema.parse(record) else { continue }
      for named in training.attendees where codes.contains(named.code) {
        days[named.code] = max(days[named.code] ?? training.date, training.date)
      }
    }
    return days
  }

  /// Records whose text holds a code, as values; cheap where few do.
  private func values<R>(
    _ kind: RegisterKind, naming code: String, _ schema: Schema<R>
  ) -> [R] {
    table(kind).records.filter { $0.text.contains(code) }.compactMap { try? schema.parse($0) }
  }
}
