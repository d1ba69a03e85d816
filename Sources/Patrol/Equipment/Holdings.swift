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
    values(.training, naming: person, Training.schema).filter { training in
      training.attendees.contains { $0.code == person }
    }
  }

  /// How many of each item every team has out.
  package func issued() -> [String: [EquipmentItem: Int]] {
    var issued: [String: [EquipmentItem: Int]] = [:]
    for equipment in equipment where equipment.isOut && equipment.state != .lost {
      issued[equipment.team, default: [:]][equipment.item, default: 0] += equipment.quantity
    }
    return issued
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

  /// Records whose text holds a code, as values; cheap where few do.
  private func values<R>(
    _ kind: RegisterKind, naming code: String, _ schema: Schema<R>
  ) -> [R] {
    table(kind).records.filter { $0.text.contains(code) }.compactMap { try? schema.parse($0) }
  }
}
