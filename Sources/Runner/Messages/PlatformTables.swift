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
    try directory.checkOutside(path)
    var exchanged = Exchanged()
    var (editings, rows): ([Editing], [OutgoingText]) = ([], [])
    for sending in openSendings(snapshot) {
      if let again {
        guard sending.message == again, sending.state == .handed else { continue }
      } else {
        guard sending.state == .waiting else { continue }
      }
      switch fate(of: sending, snapshot) {
      // What was handed over stays so; only no table is made of it any more.
      case .dropped where again != nil, .failed where again != nil: exchanged.waiting += 1
      case .dropped(let why):
        editings.append(moving(sending, to: .dropped, why: why[language]))
        exchanged.dropped += 1
      case .failed(let why):
        editings.append(moving(sending, to: .failed, why: why[language]))
        exchanged.failed += 1
      case .waits: exchanged.waiting += 1
      case .goes(let text):
        rows.append(text)
        exchanged.handed += 1
        if again == nil { editings.append(moving(sending, to: .handed)) }
      }
    }
    if let again, rows.isEmpty, snapshot.message(again) == nil {
      throw MessageRefusal.noSuchMessage(again)
    }
    guard !rows.isEmpty else {
      let trouble = try carryOut(editings, .message)?.trouble
      return told(.done(Done(.exchanged(exchanged), answer: exchanged)), trouble: trouble)
    }
    try noteNumbers(rows, snapshot)
    let table =
      CSVWriter.heading(PlatformTable.outgoing)
      + rows.map { CSVWriter.row([$0.code, $0.phone, $0.text]) }.joined()
    let file = GivenFile(path)
    try file.prepare(Array(table.utf8))
    let trouble: Notice?
    do { trouble = try carryOut(editings, .message)?.trouble } catch {
      file.cancel()
      throw error
    }
    do { try file.complete() } catch {
      return told(
        .done(Done(.exchanged(exchanged), answer: exchanged)),
        trouble: .tableAside(Loading.notice(error), file.prepared)
      ).with(isPartial: true)
    }
    return told(.done(Done(.exchanged(exchanged), answer: exchanged)), trouble: trouble)
  }

  /// Numbers leave the station in the table, so that it is written down whose (R28).
  private mutating func noteNumbers(_ rows: [OutgoingText], _ snapshot: Snapshot) throws {
    let codes = Set(rows.map(\.code))
    let people = openSendings(snapshot).filter { codes.contains($0.code) }.map(\.to.code)
    for kind in Reference.reached.registers.compactMap({ snapshot.kinds[$0] }) {
      let own = people.filter { snapshot.table(kind).index(of: $0) != nil }
      if !own.isEmpty {
        try note(Looking(kind, own, at: .export, why: Phrase.forPlatform[language]))
      }
    }
  }

  mutating func receiveTable(_ path: String) throws -> Reply {
    let snapshot = try wholeMessages()
    try needsTables(snapshot)
    let bytes = try GivenFile(path).read()
    let table = try PlatformTable(bytes.array(0..<bytes.count))
    var (exchanged, editings) = (Exchanged(), [Editing]())
    let all = snapshot.table(.sendings)
    for receipt in table.receipts {
      guard let texts = all.texts(receipt.code), let sending = try? Sending.schema.parse(texts),
        all.index(of: receipt.code).map(all.keeper) == snapshot.station.unit
      else {
        exchanged.unknown.append(receipt.code)
        continue
      }
      // A table that came twice says nothing new.
      guard !sending.state.isOver, sending.state != .waiting else { continue }
      switch receipt.state {
      case .sent:
        editings.append(moving(sending, to: .sent))
        exchanged.sent += 1
      case .failed(let why):
        editings.append(moving(sending, to: .failed, why: why))
        exchanged.failed += 1
      case .lies: break
      }
    }
    var trouble = try carryOut(editings, .message)?.trouble
    for text in table.texts { trouble = try take(text, &exchanged) ?? trouble }
    return told(.done(Done(.received(exchanged), answer: exchanged)), trouble: trouble)
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
