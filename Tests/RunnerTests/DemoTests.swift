import Books
import Patrol
import Records
import Runner
import TestSupport
import Testing

/// What can be tried on the made-up city is what it has.
@Suite("The demo has something of every kind, and what it says agrees")
struct DemoTests {
  private static func pages(_ scratch: Scratch) throws -> [Page] {
    try Search(on: scratch.disk).volumes(of: Kinds.ours.books).flatMap { volume in
      let text = try volume.read()
      let reader = RecReader(text.bytes, source: volume.path)
      return try text.pages.flatMap { try reader.read($0).records }
        .compactMap { Page($0, book: volume.book, year: volume.year) }
    }
  }

  /// The shift handovers, the oldest first.
  private static func handovers(_ scratch: Scratch) throws -> [LedgerPage] {
    Hanging(try pages(scratch), .ours, .trusting).entries
      .filter { $0.page.kind == ShiftHandover.kind }
      .sorted { ($0.page.id.year, $0.page.id.number) < ($1.page.id.year, $1.page.id.number) }
  }

  @Test("Every register has a record, and some are out")
  func registers() throws {
    let snapshot = try Demo.snapshot(try Demo.directory())
    for kind in Kinds.ours.registers {
      #expect(snapshot.table(kind).count > 0, "\(kind.name)")
    }
    #expect(!snapshot.underway.isEmpty)
    #expect(!snapshot.keys.isEmpty)
  }

  @Test("Every kind of page is there, and of every kind about another")
  func kinds() throws {
    let written = Set(try Self.pages(try Demo.directory()).map(\.kind))
    // Nobody writes yet that somebody signed on paper.
    let attested = Attestation.Kind.allCases.filter { $0 != .paper }.map(\.rawValue)
    for kind in Kinds.ours.pages.map(\.name) + attested
      + [Amendment.Kind.correction, .void].map(\.rawValue)
    {
      #expect(written.contains(kind), "\(kind)")
    }
  }

  @Test(
    "At any hour two are out, and seven shifts were handed over at eight, one to the next, signed by both",
    arguments: [
      "2026-11-24T22:30:00+08:00", "2026-11-25T00:22:00+08:00", "2026-11-25T03:10:00+08:00",
      "2026-11-24T08:05:00+08:00",
      "2027-01-03T12:00:00+08:00",
    ])
  func shifts(_ at: String) throws {
    let (now, scratch) = (try #require(Stamp(at)), try Scratch())
    try MakingUp.demo(on: scratch.disk, now: now, seed: 7, cost: .least)
    #expect(try Demo.isSound(scratch))
    #expect(try Demo.runner(scratch, at: now).perform(.open(nil)).snapshot?.underway.count == 2)
    let handovers = try Self.handovers(scratch)
    #expect(handovers.count == 7)
    for (one, next) in zip(handovers, handovers.dropFirst()) {
      #expect(one[ShiftHandover.to] == next[ShiftHandover.from])
      #expect(one[ShiftHandover.incoming] == next[ShiftHandover.outgoing])
    }
    for handover in handovers {
      #expect(handover[ShiftHandover.to]?.clock == "08:00")
      #expect(handover.missing == nil)
      #expect(handover[ShiftHandover.outgoing] != handover[ShiftHandover.incoming])
    }
    let snapshot = try Demo.runner(scratch, at: now).snapshot
    #expect(snapshot.station.onDuty == handovers.last?[ShiftHandover.incoming])
  }

  @Test("A handover names what was open then, and ends nothing that is open now")
  func open() throws {
    let scratch = try Demo.directory()
    let pages = Dictionary(
      try Self.pages(scratch).map { ($0.id, $0.recorded.stamp.moment) }, uniquingKeysWith: { $1 })
    let newest = try #require(try Self.handovers(scratch).last)
    let (to, items) = (try #require(newest[ShiftHandover.to]), newest[ShiftHandover.open] ?? [])
    let named = Set(items.map(\.matter))
    let open = try Demo.runner(scratch).handing(.handover).open.map(\.matter)
    let old = open.filter { pages[$0.page].map { $0 < to } == true }
    #expect(!old.isEmpty)
    for matter in old { #expect(named.contains(matter), "\(matter.says)") }
    for item in items {
      #expect(item.answer == .goesOn)
      #expect(pages[item.matter.page].map { $0 < to } == true, "\(item.matter.says)")
    }
  }

  @Test("Nobody has to look after a handover")
  func findings() throws {
    let scratch = try Demo.directory()
    let runner = try Demo.runner(scratch)
    let title = ShiftHandover.layout.called[.hans]
    #expect(try runner.findings(Demo.today).allSatisfy { !$0.text[.hans].contains(title) })
    let waiting = try runner.handing(.handover).open.map(\.matter.page.book.kind)
    #expect(!waiting.contains(.handover))
  }

  @Test(
    "Every patrol lies in a shift of its team, and so does who is out",
    arguments: [
      "2026-11-24T22:30:00+08:00", "2026-11-25T00:22:00+08:00", "2026-11-24T15:05:00+08:00",
    ])
  func inShifts(_ at: String) throws {
    let (now, scratch) = (try #require(Stamp(at)), try Scratch())
    try MakingUp.demo(on: scratch.disk, now: now, seed: 7, cost: .least)
    let snapshot = try Demo.runner(scratch, at: now).snapshot
    let entries = Hanging(try Self.pages(scratch), .ours, .trusting).entries
    var (late, count, today) = (0, 0, 0)
    for page in entries where page.page.kind == PatrolEntry.kind {
      let entry = try #require(page.entry)
      // The one team for which nobody has planned anything.
      guard entry.team.code != "BY-02" else { continue }
      count += 1
      if entry.date == snapshot.today { today += 1 }
      let duties = snapshot.duties(of: entry.team.code, on: entry.date)
      let duty = duties.first { entry.from >= $0.from + -15 && entry.to <= $0.to + 15 }
      #expect(
        duty != nil,
        "\(entry.team) \(entry.date) \(entry.from.clock)-\(entry.to.clock) \(duties.map { "\($0.from.clock)-\($0.to.clock)" })"
      )
      if let duty, entry.from - duty.from > 15 || duty.minutes - (entry.to - entry.from) > 15 {
        late += 1
      }
    }
    // Some are told to be late, or home early; few.
    #expect(late > 10 && late * 8 < count, "\(late) of \(count)")
    #expect(today > 3, "\(today)")
    for patrol in snapshot.underway {
      let duties = snapshot.duties(of: patrol.code, on: snapshot.today)
      #expect(duties.contains { abs($0.from - patrol.from) <= 15 }, "\(patrol.code)")
    }
  }
}
