import Foundation
import Records
import Terminal
import TestSupport
import Testing
import Wording

@Suite("A night is typed without a look at the screen, and the files say what was told")
struct BlindHandTests {
  private static let (day, next) = ("2026-11-25", "2026-11-26")
  private static let pin = "246810"

  /// The demo's people, keys and rosters, and no night before this one.
  private func station() throws -> Scratch {
    let scratch = try Demo.directory()
    for name in scratch.files("books/2026") where !name.hasSuffix(".keys.rec") {
      try FileManager.default.removeItem(atPath: "\(scratch.path)/books/2026/\(name)")
    }
    try? FileManager.default.removeItem(atPath: "\(scratch.path)/register/QSP/underway.rec")
    return scratch
  }

  /// One signature under the PIN of the demo: a long page is seen to its end first.
  private let sign = "<PageDown>" + pin + "<Enter>"

  private func keys(_ visit: Night.Visit) -> String {
    let crew =
      visit.away.isEmpty
      ? "\(visit.due)" : "\(visit.due - visit.away.count)/\(visit.due)" + marks(visit.away)
    // Problems and demands follow from the points; what was found is said in a standing phrase.
    let found = visit.points.contains("2") ? "<Enter><Enter>39" : ""
    let inspected =
      "<F3>\(visit.number)<Enter>\(Night.clock(visit.from))+\(visit.minutes)<Enter>\(crew)<Enter>"
      + "\(visit.points)\(found)<F10>" + sign
    guard visit.isRefused else { return inspected + sign }
    // Refused by who answers; an officer saw it and confirms at once.
    return inspected + "<F6>点名时去接水<Enter><Enter>李警官<Enter><F10>" + sign + sign
  }

  @Test(
    "Twenty-seven patrols, six inspections, a refusal, a correction, the close, the handover",
    arguments: [Language.hans, .hant, .en], [Size(80, 24), Size(120, 40)])
  func night(_ language: Language, _ size: Size) throws {
    let scratch = try station()
    let night = try Night(scratch, seed: 20_261_125)
    #expect(night.calls.count == 27)
    let typist = try Typist(
      scratch, size: size, language: language,
      at: try #require(Stamp("\(Self.next)T03:40:00+08:00")))
    for call in night.calls {
      typist.type(call.keys)
    }
    // The last of them came back half an hour earlier than was told.
    let last = try #require(night.calls.last)
    typist.type("2<F4>02-\(Night.clock(last.to - 30))<F10>1<F10>")
    for visit in night.visits { typist.type(keys(visit)) }
    let closing = language == .en ? "close" : "fengbu"
    // Every book stands on the sheet; it is signed only when it was seen to its end.
    let toEnd = String(repeating: "<PageDown>", count: 4)
    typist.type("<C-p>\(closing)<Enter>" + toEnd + sign)
    // Two matters are to be put right and one refusal is to be reviewed: all go on.
    typist.type("<C-t><F6>李警官<Enter><Enter><Enter>2<Enter>2 明日复查<Enter>2<Enter><F10>" + sign + sign)
    let pages = try PlainPages(scratch, year: 2026)
    try check(night, pages, typist)
    for (book, written) in pages.books where !book.hasSuffix(".keys") {
      guard !book.hasSuffix(".handover") else { continue }
      #expect(written.last?["Kind"] == "close", "\(book)")
      #expect(written.last?["Date"] == Self.day)
    }
    let handover = try #require(
      pages.standing("QSP.handover", "handover").first, "\(typist.screen)")
    #expect(handover["Incoming"] == "P-002 李警官" && handover["Outgoing"] == "P-001 王警官")
    #expect(pages.signed("QSP.handover", handover["Number"] ?? "") == ["outgoing", "incoming"])
    let open = (handover["Open"] ?? "").split(separator: "\n")
    #expect(open.count == 3 && open.allSatisfy { $0.hasPrefix("goes-on ") }, "\(open)")
    #expect(open.contains { $0.hasSuffix("| 明日复查") })
    #expect(try Demo.isSound(scratch))
  }

  private func check(_ night: Night, _ pages: PlainPages, _ typist: Typist) throws {
    for call in night.calls {
      let found = pages.standing("\(call.team).patrol", "patrol")
      #expect(found.count == 1, "\(call.keys)\n\(typist.screen)")
      guard let page = found.first else { continue }
      let isLast = call.number == night.calls.last?.number
      let away = Set(call.away.map { call.due[$0.place - 1] })
      func codes(_ field: String) -> [String] {
        (page[field] ?? "").split(separator: ",").compactMap {
          $0.split(separator: " ").first.map(String.init)
        }
      }
      #expect(page["Date"] == Self.day)
      #expect(page["From"] == Night.moment(call.from, Self.day, Self.next))
      #expect(page["To"] == Night.moment(call.to - (isLast ? 30 : 0), Self.day, Self.next))
      #expect(codes("Present").sorted() == call.due.filter { !away.contains($0) }.sorted())
      #expect(codes("Absent") == away.sorted())
      for absent in call.away {
        let reason = Night.reasons[absent.reason]
        #expect(page["Absent"]?.contains("\(call.due[absent.place - 1]) ") == true)
        #expect(page["Absent"]?.contains("(\(reason))") == true, "\(page["Absent"] ?? "")")
      }
      #expect(page["Found"] == call.found?.code, "\(call.keys)")
      #expect((page["Observed"] ?? "") == call.seen)
      #expect((page["Intelligence"] == "yes") == (call.found?.isReported ?? false))
      #expect(page["Handling"] == (call.found == nil ? nil : "station"))
      let passed = call.points.map { count in "(\(count - (call.missed == nil ? 0 : 1))/\(count))" }
      #expect(passed.map { page["Points"]?.contains($0) ?? false } ?? (page["Points"] == nil))
    }
    for visit in night.visits { try check(visit, night, pages, typist) }
  }

  private func check(
    _ visit: Night.Visit, _ night: Night, _ pages: PlainPages, _ typist: Typist
  ) throws {
    let book = "\(visit.team.prefix { $0 != "-" }).inspection"
    let found = pages.standing(book, "inspection").filter {
      $0["Inspected"]?.hasPrefix("\(visit.team) ") == true
    }
    #expect(found.count == 1, "\(keys(visit))\n\(typist.screen)")
    guard let page = found.first, let number = page["Number"] else { return }
    #expect(page["From"] == Night.moment(visit.from, Self.day, Self.next))
    #expect(page["To"] == Night.moment(visit.from + visit.minutes, Self.day, Self.next))
    #expect(page["Present"] == "\(visit.due - visit.away.count)")
    #expect(page["Expected"] == "\(visit.due)" && page["Points"] == visit.points)
    #expect((page["Problems"] != nil) == visit.points.contains("2"))
    let absent = visit.away.compactMap { night.person(visit.team, $0.place)?.code }
    #expect((page["Absent"] == nil) == absent.isEmpty)
    for code in absent { #expect(page["Absent"]?.contains("\(code) ") == true) }
    let signed = pages.signed(book, number)
    #expect(signed == (visit.isRefused ? ["inspector"] : ["inspector", "inspected"]))
    let refusals = (pages.books[book] ?? []).filter { $0["Kind"] == "refusal" }
    #expect(
      refusals.contains { $0["Signs"]?.contains(" No \(number) ") == true } == visit.isRefused)
  }
}
