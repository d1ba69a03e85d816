import Books
import Patrol
import Records

/// Teams that are out, in the register of marks; a recorded patrol ends its mark.
extension Keeper {
  private mutating func marks() throws -> Register {
    Register(DataDirectory.underway(try currentLibrary().station.unit), on: directory.disk)
  }

  mutating func setOut(_ patrol: Underway) throws -> Report {
    let library = try currentLibrary()
    guard library.team(patrol.team.code) != nil else {
      throw EntryRefusal.unknownTeam(patrol.team.code)
    }
    guard patrol.due > patrol.from else {
      throw EntryRefusal.endBeforeStart(from: patrol.from, to: patrol.due)
    }
    if let out = library.underway(of: patrol.code) {
      throw EntryRefusal.alreadyOut(team: out.team.name, from: out.from)
    }
    try marks().put(patrol, Underway.schema, key: "Team", seen: nil)
    forgetLibrary()
    return told(.setOut(patrol.team), library.station.patrolDay(now))
  }

  mutating func end(_ patrol: Underway) throws {
    try marks().remove(key: "Team", value: patrol.team.text)
    forgetLibrary()
  }

  /// Patrols whose mark stands although they are in their books: a crash came between the two.
  mutating func recordedOutings() throws -> [Underway] {
    try currentLibrary().underway.filter { try isRecorded($0) }
  }

  private mutating func isRecorded(_ patrol: Underway) throws -> Bool {
    let day = try currentLibrary().station.patrolDay(patrol.from)
    return try books.patrols(on: day, of: [patrol.code]).contains { page in
      !page.isVoid && Moment(page.text("To")).map { $0 > patrol.from } == true
    }
  }
}
