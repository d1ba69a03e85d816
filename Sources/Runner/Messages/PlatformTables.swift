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
    let file = GivenFile(path)
    if let finished = try finish(file, snapshot) { return finished }
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
    // One that nobody has carried away yet may lie there.
    try file.checkIsNew()
    try noteNumbers(rows, snapshot)
    let table =
      CSVWriter.heading(PlatformTable.outgoing)
      + rows.map { CSVWriter.row([$0.code, $0.phone, $0.text]) }.joined()
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

  /// Puts a table in its place whose texts were noted as handed over by a program that was cut off then.
  ///
  /// Where they were not noted it is thrown away: they are written anew.
  private mutating func finish(_ file: GivenFile, _ snapshot: Snapshot) throws -> Reply? {
    guard let bytes = try file.leftover() else { return nil }
    let codes = try CSVReader.rows(bytes.text).dropFirst().compactMap(\.cells.first)
    let table = snapshot.table(.sendings)
    let isNoted = codes.allSatisfy { code in
      table.texts(code)?[Sending.state.column] == SendingState.handed.rawValue
    }
    guard isNoted, !codes.isEmpty else {
      file.cancel()
      return nil
    }
    try file.complete()
    return Reply(.done(Done(.finished(codes.count))))
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
      if sending.state.isOver {
        // A table that came twice says nothing new.
        let isSent = receipt.state == .sent
        if sending.state == .sent && !isSent || sending.state == .failed && isSent {
          course.exchanged.contradicted.append(receipt.code)
        }
        continue
      }
      guard sending.state != .waiting else { continue }
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
  fileprivate static func finished(_ count: Int) -> Phrase {
    Phrase(
      "上次写到一半的表格已放好，\(count) 条；再运行一次写新的。", "上次寫到一半的表格已放好，\(count) 條；再執行一次寫新的。",
      "The table that was cut off is in its place now, with \(count) texts; run it again for new ones."
    )
  }
  fileprivate static let forPlatform = Phrase("短信平台表格", "短信平臺表格", "table for the message platform")

  fileprivate static func received(_ exchanged: Exchanged) -> Phrase {
    let said = Phrase.exchanged(exchanged)
    func codes(_ codes: [String], _ words: @escaping (String) -> Phrase) -> Phrase {
      guard !codes.isEmpty else { return Phrase(verbatim: "") }
      return Phrase { language in
        words(codes.prefix(3).joined(separator: language.separator))[language]
      }
    }
    let (unknown, others) = (exchanged.unknown, exchanged.contradicted)
    return said
      + codes(unknown) {
        Phrase(
          "表中 \(unknown.count) 个编号这里没有：\($0)。", "表中 \(unknown.count) 個編號這裡沒有：\($0)。",
          " \(unknown.count) codes of the table are unknown here: \($0).")
      }
      + codes(others) {
        Phrase(
          "\(others.count) 条与先前的回执相反，仍按先前的：\($0)。",
          "\(others.count) 條與先前的回執相反，仍按先前的：\($0)。",
          " \(others.count) contradict an earlier receipt, which stands: \($0).")
      }
  }
}
