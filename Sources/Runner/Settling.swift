import Patrol
import Records

extension [LedgerPage] {
  /// The pages whose handover or problem these settle.
  ///
  /// A page names another by its number alone. It can only mean an earlier one: that of its own
  /// volume if something was left open there, else that of the newest volume before.
  var settled: Set<PageID> {
    let standing = filter { !$0.isVoid }
    let open = standing.filter {
      !$0.text(PatrolEntry.handover).isEmpty || !$0.text(Inspection.by).isEmpty
    }
    let years = Dictionary(grouping: open.map(\.page.id)) {
      PageID($0.book, year: 0, number: $0.number)
    }
    .mapValues { $0.map(\.year) }
    return Set(
      standing.flatMap { page in
        let id = page.page.id
        return page.settles.compactMap { number in
          years[PageID(id.book, year: 0, number: number)]?
            .filter { ($0, number) < (id.year, id.number) }.max()
            .map { PageID(id.book, year: $0, number: number) }
        }
      })
  }
}
