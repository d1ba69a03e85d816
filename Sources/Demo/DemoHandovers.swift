import Patrol
import Records

/// The last seven shifts of the demo's station: handed over at eight in the morning, from officer to
/// officer in turn, each with what was open then, and signed by both.
///
/// The newest is signed by both as well: who takes over by it is who is on duty.
extension DemoBooks {
  /// - Parameter pages: what was written into the books, which the handovers look back on.
  package func writeHandovers(after pages: [Page]) throws {
    let station = Named(city.station.unit, city.station.name)
    let book = BookID(station.code, .handover)
    let mornings = mornings
    guard !mornings.isEmpty else { return }
    let (members, posts) = (try memberRecords(), try postTable())
    var volume = open(book, cover(book, of: station.name, isStation: true))
    for (back, morning) in zip((0..<mornings.count).reversed(), mornings) {
      let (outgoing, incoming) = (officer(onDuty: back + 1), officer(onDuty: back))
      let handover = try handover(at: morning, outgoing, incoming, pages, members, posts)
      let page = try volume.add(
        ShiftHandover.kind, ShiftHandover.schema.print(handover),
        recorded: recorded(morning + Self.written, outgoing))
      for (after, role, signer) in [
        (4, SignatureRole.outgoing, outgoing), (Self.signed, .incoming, incoming),
      ] {
        let signature = Attestation(date: handover.date, signs: page, role: role, signer: signer)
        _ = try volume.add(
          .signature, signature, recorded: recorded(morning + after, signer), keys)
      }
    }
    try volume.finish()
  }

  /// Minutes after eight at which a handover is written down, and signed by whoever takes over.
  private static let (written, signed) = (2, 6)

  /// The last seven at which a handover is signed by now, the oldest first.
  private var mornings: [Moment] {
    let newest = Moment(now.day, 8 * 60)
    let last = newest + Self.signed <= now ? newest : newest + -1440
    return (0..<7).reversed().map { last + -1440 * $0 }
  }

  /// Who was on duty so many shifts ago; none ago, who is.
  private func officer(onDuty back: Int) -> Named {
    let officers = city.officers.map(\.named)
    let now = officers.firstIndex { $0.code == city.station.onDuty?.code } ?? 0
    return officers[(now + back * (officers.count - 1)) % officers.count]
  }

  private func handover(
    at morning: Moment, _ outgoing: Named, _ incoming: Named, _ pages: [Page],
    _ members: [RecRecord], _ posts: RegisterTable
  ) throws -> ShiftHandover {
    let day = city.station.patrolDay(morning)
    let snapshot = Snapshot(
      station: city.station, codes: CodeBook(), units: city.units, teams: city.teams,
      officers: city.officers, underway: underway.filter { $0.from <= morning },
      members: MemberTable(members, on: day), tables: [.watch: posts], today: day)
    let open = whatIsOpen(at: morning + Self.written, pages, snapshot)
    return try ShiftHandover.schema.make {
      $0.station = snapshot.ownSide
      $0.date = day
      ($0.from, $0.to) = (morning + -1440, morning)
      ($0.outgoing, $0.incoming) = (outgoing, incoming)
      $0.out = ShiftHandover.out(in: snapshot)
      $0.open = open.map { entry in
        HandedItem(
          .goesOn, entry.matter, word: entry.matter.duty == .signature ? "已电话通知" : "")
      }
      $0.keys = [Tally("car", 2), Tally("duty", 3), Tally("cabinet", 1)]
      $0.equipment = [Tally("radio", 6), Tally("torch", 10)]
    }
  }

  /// What the books said then.
  private func whatIsOpen(
    at moment: Moment, _ pages: [Page], _ snapshot: Snapshot
  ) -> [Handing.Entry] {
    let then = pages.filter {
      $0.recorded.stamp.moment <= moment && snapshot.answers(for: $0.id.book)
    }
    // Whoever wrote them, signed them with the keys of the demo.
    let entries = Hanging(then, snapshot.kinds, .trusting).entries
    return Handing(
      snapshot, open: OpenItem.all(in: entries),
      waiting: entries.compactMap { Waiting($0, in: snapshot) }
    ).open
  }

  private func postTable() throws -> RegisterTable {
    let text = try city.watch().map { RecWriter.record(WatchPost.schema.print($0)) }.joined(
      separator: "\n")
    let records = try RecReader(Bytes(text), source: WatchPost.file).read().records
    return RegisterTable(.watch, parts: [(keeper: city.station.unit, records: records)])
  }

  private func memberRecords() throws -> [RecRecord] {
    let members = city.teams.flatMap { city.members[$0.code] ?? [] }
    let text = members.map { RecWriter.record(Member.schema.print($0)) }.joined(separator: "\n")
    return try RecReader(Bytes(text), source: Member.file).read().records
  }
}
