import Books
import Patrol
import Records

/// What the judge would say of a page once it is written: nobody is let write one that does not count.
extension BookKeeping {
  /// - Returns: `unchecked` where nobody can tell, such as behind a break of the volume.
  mutating func foresee(
    _ page: Volume.NewPage, of book: BookID, year: Int, _ cover: VolumeCover, _ recorded: Recorded
  ) throws -> Verdict {
    let index = try index(year)
    let count = index.pages(of: book, last: 1).last.map { Int($0.number) } ?? 0
    // A first page that a crash cut off is written again, header and all.
    let new = VolumeStanding(directory: cover.directory, rollover: cover.rollover, good: 0)
    let standing = count == 0 ? new : index.standing(of: book) ?? .none
    guard standing.good == count,
      let day = page.body.first(where: { $0.name == "Date" }).flatMap({ Day($0.value) }),
      let page = try Self.page(page, PageID(book, year: year, number: count + 1), recorded)
    else { return .unchecked }
    let wanted = Self.wanted(day, index) { $0 == book }
    var pages = [page]
    for wanted in wanted { pages += try self.pages(wanted, wanted.look(on: disk)).sound }
    let after = VolumeStanding(
      directory: standing.directory, rollover: standing.rollover, good: count + 1)
    let judge = try judge(
      wanted, with: [.init(book, year): after], keys: keys.foreseeing(page))
    return DayLedger(day: day, pages: pages, kinds: kinds, judge: judge).verdict(of: page.id)
  }

  /// The page as it will be read, but for its seals and what it follows from.
  private static func page(_ page: Volume.NewPage, _ id: PageID, _ recorded: Recorded) throws
    -> Page?
  {
    let (bytes, _) = try Page.bytes(
      number: id.number, kind: page.kind, body: page.body, recorded: recorded,
      previous: Digest(of: []), signs: page.signs.map { ($0.field, { _ in "-" }) })
    return (try? RecReader(Bytes(bytes), source: "").read().records.first).flatMap {
      Page($0, book: id.book, year: id.year)
    }
  }
}
