import Books
import Patrol
import Records

/// Writes made-up directories: the demo city, and synthetic ones for measuring.
package enum MakingUp {
  /// The demo city with 70 days of both books up to `now`.
  package static func demo(on disk: any Disk, now: Stamp, seed: Int) throws {
    let city = DemoCity(now: now, seed: seed, reading: Pinyin.reading)
    try DirectoryMaking.start(city.station, on: disk)
    let keeper = city.station.unit
    try DirectoryMaking.register(city.units, keeper: keeper, on: disk)
    try DirectoryMaking.register(city.teams, keeper: keeper, on: disk)
    try DirectoryMaking.register(city.officers, keeper: keeper, on: disk)
    let members = city.teams.flatMap { city.members[$0.code] ?? [] }
    try DirectoryMaking.register(members, keeper: keeper, on: disk)
    try DirectoryMaking.register(city.roster, keeper: keeper, on: disk)
    var books = DemoBooks(city) { VolumeBuilder($0, year: $1, on: disk, title: $2) }
    try books.write()
    try DirectoryMaking.register(books.underway, keeper: keeper, on: disk)
  }

  /// A synthetic directory.
  ///
  /// - Parameter progress: called with the teams done.
  package static func synthetic(
    on disk: any Disk, now: Stamp, teams: Int, years: Int, entries: Int, seed: Int,
    progress: (Int) -> Void = { _ in }
  ) throws {
    var made = Synthetic(now: now, teams: teams, years: years, entries: entries, seed: seed)
    try DirectoryMaking.start(made.station, on: disk)
    let keeper = made.station.unit
    try DirectoryMaking.register(made.units, keeper: keeper, on: disk)
    try DirectoryMaking.register(made.teams, keeper: keeper, on: disk)
    try DirectoryMaking.register(made.members, keeper: keeper, on: disk)
    try made.write(
      open: { VolumeBuilder($0, year: $1, on: disk, title: $2) }, progress: progress)
  }
}
