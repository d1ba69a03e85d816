import Books
import Patrol
import Records
import Signing
import Wording

extension DirectoryMaking {
  /// A new directory with its station as its only unit, its first officer, and the key that begins the
  /// book of keys and posts.
  ///
  /// - Parameters:
  ///   - secret: the first officer's PIN.
  ///   - isMadeUp: what is dated at will counts for nothing outside.
  package static func found(
    _ new: NewStation, under secret: Secret, _ language: Language, at now: Stamp, isMadeUp: Bool,
    on disk: any Disk, cost: SealedKey.Cost = .usual
  ) throws {
    let station = try new.station(
      DirectoryID(isDemo: isMadeUp), format: VolumeHeader.format, language: language)
    try check(disk)
    try KeyRing.check(secret, [new.officer])
    try start(on: disk)
    let unit = try Unit.schema.make {
      $0.code = new.unit
      $0.name = new.name
      $0.kind = new.kind
      $0.pinyin = Pinyin.reading(of: new.name)
    }
    try register([unit], keeper: new.unit, on: disk)
    let first = try Officer.schema.make {
      $0.code = new.officer
      $0.name = new.officerName
      $0.unit = new.unit
      $0.pinyin = Pinyin.reading(of: new.officerName)
    }
    try register([first], keeper: new.unit, on: disk)
    try beginKeys(station, first.named, under: secret, at: now, on: disk, cost: cost)
    // Last: without `station.rec` a directory that was cut off is not taken for a whole one.
    try finish(station, on: disk)
  }
}

extension Office {
  /// Makes the directory, and opens the shift of who has just typed the PIN for it.
  mutating func found(_ new: NewStation, _ secret: Secret, _ language: Language) throws -> Reply {
    defer { secret.wipe() }
    try DirectoryMaking.found(
      new, under: secret, language, at: clock.now, isMadeUp: clock.isMadeUp, on: directory.disk,
      cost: keys.cost)
    snapshot = nil
    opened = .open(new.first)
    return told(.done(Done(.founded(new))))
  }
}

extension Phrase {
  fileprivate static func founded(_ new: NewStation) -> Phrase {
    Phrase(
      "\(new.name)的台账已建好，\(new.officerName)已开班。", "\(new.name)的臺賬已建好，\(new.officerName)已開班。",
      "\(new.name) has its directory; \(new.officerName) has opened the shift.")
  }
}
