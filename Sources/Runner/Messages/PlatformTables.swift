import Books
import Patrol
import Records
import Wording

/// The 110 platform by tables: what waits goes out as CSV, receipts and replies come back as CSV (R12).
///
/// A table lies beside its place before its texts are noted as handed over, and is put there afterwards: whoever is
/// cut off between has the texts in the list of those without a receipt, and writes the table of that message
/// again. None goes out twice by itself.
extension Office {
  mutating func exportTexts(to path: String, again: String?) throws -> Reply {
    let snapshot = try wholeMessages()
    try needsTables(snapshot)
    let path = TypedPath.whole(path)
    try directory.checkOutside(path)
    var (course, rows) = (Course(), [OutgoingText]())
    for sending in try openSendings(snapshot) {
      if let again {
        guard sending.message == again, sending.state == .handed else { continue }
      } else {
        guard sending.state == .waiting else { continue }
      }
      switch fate(of: sending, snapshot) {
      // What was handed over stays so; only no table is made of it any more.
      case .dropped where again != nil, .failed where again != nil: course.waits()
      case .dropped(let why): course.move(sending, to: .dropped, why: why[language], at: now)
      case .failed(let why): course.move(sending, to: .failed, why: why[language], at: now)
      case .waits: course.waits()
      case .goes(let text):
        rows.append(text)
        if again == nil {
          course.move(sending, to: .handed, at: now)
        } else {
          course.exchanged.handed += 1
        }
      }
    }
    if let again, rows.isEmpty, snapshot.message(again) == nil {
      throw MessageRefusal.noSuchMessage(again)
    }
    let done = Done(.exchanged(course.exchanged), answer: course.exchanged)
    guard !rows.isEmpty else {
      return told(.done(done), trouble: try carryOut(course.editings, .message)?.trouble)
    }
    try noteNumbers(rows, snapshot)
    let table =
      CSVWriter.heading(PlatformTable.outgoing)
      + rows.map { CSVWriter.row([$0.code, $0.phone, $0.text]) }.joined()
    let file = GivenFile(path)
    try file.prepare(Array(table.utf8))
    let trouble: Notice?
    do { trouble = try carryOut(course.editings, .message)?.trouble } catch {
      file.cancel()
      throw error
    }
    do { try file.complete() } catch {
      return told(.done(done), trouble: .tableAside(Loading.notice(error), file.prepared))
        .with(isPartial: true)
    }
    return told(.done(done), trouble: trouble)
  }

  /// Numbers leave the station in the table, so that it is written down whose (R28).
  private mutating func noteNumbers(_ rows: [OutgoingText], _ snapshot: Snapshot) throws {
    let codes = Set(rows.map(\.code))
    let people = try openSendings(snapshot).filter { codes.contains($0.code) }.map(\.to.code)
    for kind in snapshot.kinds.reached {
      let own = people.filter { snapshot.table(kind).index(of: $0) != nil }
      if !own.isEmpty {
        try note(Looking(kind, own, at: .export, why: Phrase.forPlatform[language]))
      }
    }
  }

  mutating func receiveTable(_ path: String) throws -> Reply {
    let snapshot = try wholeMessages()
    try needsTables(snapshot)
    let bytes = try GivenFile(TypedPath.whole(path)).read()
    let table = try PlatformTable(bytes.array(0..<bytes.count))
    var course = Course()
    let all = snapshot.table(.sendings)
    for receipt in table.receipts {
      guard let texts = all.texts(receipt.code), let sending = try? Sending.schema.parse(texts),
        all.index(of: receipt.code).map(all.keeper) == snapshot.station.unit
      else {
        course.exchanged.unknown.append(receipt.code)
        continue
      }
      // A table that came twice says nothing new.
      guard !sending.state.isOver, sending.state != .waiting else { continue }
      course.note(receipt.state, of: sending, at: now)
    }
    var trouble = try carryOut(course.editings, .message)?.trouble
    trouble = try take(table.texts, &course.exchanged) ?? trouble
    return told(
      .done(Done(.received(course.exchanged), answer: course.exchanged)), trouble: trouble)
  }

  private func needsTables(_ snapshot: Snapshot) throws {
    switch snapshot.station.desk.gateway {
    case nil: throw GatewayError.none
    case .gammu: throw GatewayError.notTable
    case .platform: break
    }
  }
}

extension Notice {
  /// A table that is whole, and not where it was to be.
  fileprivate static func tableAside(_ cause: Notice, _ path: String) -> Notice {
    Notice(
      cause.happened,
      safe: Phrase(
        "交发已记入，表格写在 \(path)。", "交發已記入，表格寫在 \(path)。",
        "They are noted as handed over; the table is whole in \(path)."),
      next: Phrase("请把它改名后交平台。", "請把它改名後交平臺。", "Rename it and hand it over."))
  }
}

extension Phrase {
  fileprivate static let forPlatform = Phrase("短信平台表格", "短信平臺表格", "table for the message platform")

  fileprivate static func received(_ exchanged: Exchanged) -> Phrase {
    let said = Phrase.exchanged(exchanged)
    guard !exchanged.unknown.isEmpty else { return said }
    return Phrase { language in
      let codes = exchanged.unknown.prefix(3).joined(separator: language.separator)
      let count = exchanged.unknown.count
      return said[language]
        + Phrase(
          "表中 \(count) 个编号这里没有：\(codes)。", "表中 \(count) 個編號這裡沒有：\(codes)。",
          " \(count) codes of the table are unknown here: \(codes).")[language]
    }
  }
}
