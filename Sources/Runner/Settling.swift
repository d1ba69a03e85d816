import Patrol
import Records

extension [LedgerPage] {
  /// The pages whose handover or problem these settle.
  ///
  /// A page names another by its number alone. It can only mean an earlier one: that of its own
  /// volume if something was left open there, else that of the year before.
  var settled: Set<PageID> {
    let standing = filter { !$0.isVoid }
    let open = Set(
      standing.filter { !$0.text("Handover").isEmpty || !$0.text("By").isEmpty }.map(\.page.id))
    return Set(
      standing.flatMap { page in
        let id = page.page.id
        return page.settles.map { number in
          let own = PageID(id.book, year: id.year, number: number)
          return number < id.number && open.contains(own)
            ? own : PageID(id.book, year: id.year - 1, number: number)
        }
      })
  }
}
