import Books
import Patrol
import Records

/// Pages of one volume, by the rows that its index has of them.
struct WantedPages {
  let rows: [PageSummary]
  let book: BookID
  let year: Int

  init(_ rows: [PageSummary], _ book: BookID, _ year: Int) {
    (self.rows, self.book, self.year) = (rows, book, year)
  }

  /// A page for each row; nil where something else stands.
  typealias Look = Result<[Page?], DiskError>

  func path(on disk: any Disk) -> String { Volume(book, year: year, on: disk).path }

  /// The few pages alone: a day is turned with a key, and a volume holds a year.
  func look(on disk: any Disk) -> Look {
    // Nothing is asked of a volume that has no such pages, whether it is there or not.
    guard !rows.isEmpty else { return .success([]) }
    return Result { () throws(DiskError) in
      zip(try disk.read(path(on: disk), rows.map(\.range)), rows).map {
        Self.page($0, $1, book, year)
      }
    }
  }

  /// So many volumes are looked into on all cores; fewer are read before another core has woken.
  private static let manyVolumes = 48
  private static let atOnce = 16

  /// The same of several volumes, in the order given.
  static func looks(_ wanted: [WantedPages], on disk: any Disk) -> [Look] {
    guard wanted.count >= manyVolumes else { return wanted.map { $0.look(on: disk) } }
    return onAllCores(wanted.count, part: atOnce) { wanted[$0].look(on: disk) }
  }

  /// The page that a row of an index points at, from the bytes that stand there; nil where they are
  /// something else.
  static func page(_ copy: Bytes, _ row: PageSummary, _ book: BookID, _ year: Int) -> Page? {
    guard let record = try? RecReader(copy, source: "").read().records.first,
      record.range == 0..<copy.count, let page = Page(record, book: book, year: year)
    else { return nil }
    return page.id.number == Int(row.number) ? page : nil
  }
}
