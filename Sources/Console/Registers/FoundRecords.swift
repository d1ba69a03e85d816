import Patrol
import Records

/// What was found, and in which state of the registers: looked for again when that has changed.
struct FoundRecords {
  let rows: RegisterRows
  /// Kept, so that another table can't be taken for it.
  let table: RegisterTable
  /// Where the records stand in the table: all of the list, and those that fit what is typed.
  let standing: [Int]
  let indexes: [Int]
  /// Those that fit, in the order that was chosen.
  let ordered: [Int]
  /// What was found for the texts typed before: a letter taken back costs nothing.
  let known: [String: [Int]]
  /// How many records each register of the group has here.
  let counts: [Int]

  /// Looks for the rows; as little as has changed since `before`.
  static func find(
    _ rows: RegisterRows, _ reach: RegisterReach, in world: World, _ before: FoundRecords?
  ) -> FoundRecords {
    let table = world.snapshot.table(rows.kind)
    guard let before, before.table.identity == table.identity else {
      let standing = rows.standing(in: world.snapshot)
      let indexes = rows.narrowed(standing, in: world.snapshot)
      return FoundRecords(
        rows: rows, table: table, standing: standing, indexes: indexes,
        ordered: rows.ordered(indexes, in: world.snapshot), known: [:],
        counts: counts(rows, reach, standing, in: world))
    }
    var same = before.rows
    (same.filter, same.order) = (rows.filter, rows.order)
    guard same == rows else { return find(rows, reach, in: world, nil) }
    let isLonger = rows.filter.hasPrefix(before.rows.filter)
    let indexes =
      before.known[rows.filter]
      ?? rows.narrowed(isLonger ? before.indexes : before.standing, in: world.snapshot)
    return FoundRecords(
      rows: rows, table: table, standing: before.standing, indexes: indexes,
      ordered: rows.ordered(indexes, in: world.snapshot),
      known: before.known.merging([before.rows.filter: before.indexes]) { $1 },
      counts: before.counts)
  }

  /// - Parameter standing: the rows of the register itself.
  private static func counts(
    _ rows: RegisterRows, _ reach: RegisterReach, _ standing: [Int], in world: World
  ) -> [Int] {
    world.snapshot.group(of: rows.kind).map { kind in
      if kind == rows.kind { return standing.count }
      var other = RegisterRows(kind, scope: reach.scope(kind, in: world))
      other.includesPast = rows.includesPast
      return other.standing(in: world.snapshot).count
    }
  }
}
