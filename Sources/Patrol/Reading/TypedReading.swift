import Records
import Wording

/// What a person types into the fields of a record, read by the schema's columns: by a form, and by
/// options of the command line alike.
package struct TypedReading {
  package let columns: [Column]
  let about: PageBeginning
  let language: Language

  private var snapshot: Snapshot { about.snapshot }

  /// - Parameters:
  ///   - about: the registers, the day where the draft says none, the minute.
  ///   - language: in which a code becomes words.
  package init(_ columns: [Column], _ about: PageBeginning, language: Language) {
    (self.columns, self.about, self.language) = (columns, about, language)
  }

  package func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// Takes what was typed into a draft, into every field that it says something of.
  package func write(
    _ typed: String, _ name: String, in draft: inout Draft, _ last: Recollection = Recollection()
  ) throws(FieldError) {
    guard let column = column(name) else {
      draft[name] = typed
      return
    }
    switch column.entry {
    case .span(let from, let to): try writeSpan(typed, column, from, to, in: &draft)
    case .crew: try writeCrew(typed, column, in: &draft)
    default: draft[name] = try read(typed, name, draft, last)
    }
  }

  private func writeSpan(
    _ typed: String, _ column: Column, _ from: String, _ to: String, in draft: inout Draft
  ) throws(FieldError) {
    guard !typed.trimmingBlanks().isEmpty else { throw column.error("") }
    if let begun = Moment(draft[from]), let back = WrittenSpan.back(typed) {
      guard let end = shorthand(draft, after: begun).moment(back) else { throw column.error(back) }
      draft[to] = end.text
      return
    }
    let span: WrittenSpan
    do throws(SpanFault) { span = try WrittenSpan(typed, shorthand(draft, after: nil)) } catch {
      throw column.error(error.part.isEmpty ? typed : error.part)
    }
    if span.to == nil, let known = out(draft) {
      // Who is out comes back then.
      guard let end = shorthand(draft, after: known).moment(typed) else {
        throw column.error(typed)
      }
      (draft[from], draft[to]) = (known.text, end.text)
    } else {
      (draft[from], draft[to]) = (span.from.text, span.to?.text ?? "")
    }
  }

  private func shorthand(_ draft: Draft, after from: Moment?) -> Shorthand {
    Shorthand(
      now: about.now, station: snapshot.station, codes: snapshot.codes,
      day: Day(draft["Date"]) ?? about.day, from: from)
  }

  /// When the team of a patrol went out that is not back yet.
  private func out(_ draft: Draft) -> Moment? {
    Named(draft["Team"]).flatMap { snapshot.underway(of: $0.code) }?.from
  }

  private func writeCrew(
    _ typed: String, _ column: Column, in draft: inout Draft
  ) throws(FieldError) {
    guard !typed.trimmingBlanks().isEmpty else { throw column.error("") }
    do throws(CrewFault) {
      guard let told = WrittenCrew(typed) else { throw CrewFault.unlike }
      try Crew.state(told, in: &draft, columns, snapshot)
    } catch {
      throw FieldError(
        field: column.name, label: column.label, found: typed, expected: error.expected)
    }
  }

  /// The file's text for what was typed.
  package func read(
    _ typed: String, _ name: String, _ draft: Draft, _ last: Recollection = Recollection()
  ) throws(FieldError) -> String {
    guard let column = column(name) else { return typed }
    if ["..", "。。", "．．"].contains(typed.trimmingBlanks()) {
      // What an inspector relies on is never as it was last time.
      guard !column.statesNothing, column.entry != .checkpoints else { throw column.error(typed) }
      return last.texts[name] ?? ""
    }
    if typed.trimmingBlanks().isEmpty {
      if column.isRequired { throw column.error("") }
      return ""
    }
    if case .codes(let table) = column.entry,
      let list = shorthand(column, draft).codeList(typed, table),
      column.saysNothingAndMore(list.joined(separator: " "))
    {
      throw column.nothingAndMore(typed)
    }
    if case .checkpoints = column.entry, route(draft) == nil {
      throw FieldError(
        field: name, label: column.label, found: typed,
        expected: Phrase(
          "什么都不写：这支队未登记路线", "什麼都不寫：這支隊未登記路線", "nothing: no route is registered for this team"))
    }
    guard let text = written(typed, column, draft), column.accepts(text) else {
      throw column.error(typed)
    }
    return text
  }

  /// The file's text for what a script says of a field: as a file has it, or as somebody types it.
  package func said(_ text: String, _ name: String, _ draft: Draft) throws(FieldError) -> String {
    guard let column = column(name) else {
      throw FieldError(
        field: name, label: Phrase(verbatim: name), found: text,
        expected: Phrase("已有的栏目", "已有的欄目", "a field there is"))
    }
    if column.saysNothingAndMore(text) { throw column.nothingAndMore(text) }
    return column.accepts(text) || text.isEmpty && !column.isRequired
      ? text : try read(text, name, draft)
  }

  private func written(_ typed: String, _ column: Column, _ draft: Draft) -> String? {
    let shorthand = shorthand(column, draft)
    switch column.entry {
    case .day: return shorthand.day(typed)?.text
    case .moment: return shorthand.moment(typed)?.text
    case .clock: return Written.minuteOfDay(typed).map { Moment.clock($0 % 1440) }
    case .hours: return Shorthand.hours(typed)
    case .count: return Shorthand.number(typed)
    case .money: return Shorthand.money(typed)
    case .phone: return Shorthand.phone(typed)
    case .identity: return Shorthand.identity(typed)
    case .places: return Shorthand.places(typed)
    case .code(let table): return shorthand.code(typed, table)
    case .codes(let table): return codes(typed, table, shorthand)
    case .tallies(let table): return shorthand.tallies(typed, table)
    case .answer(let table): return shorthand.answer(typed, table, in: language)
    case .prose: return prose(typed, column)
    case .words(let table):
      let code = snapshot.codes.table(table).first {
        $0.key == Folding.halfWidth(typed).trimmingBlanks()
      }
      if let code { return code.label[language] }
      return Self.isDigits(Folding.halfWidth(typed)) ? nil : typed.trimmingBlanks()
    case .line: return typed.trimmingBlanks()
    case .flag: return Written.flag(typed).map { $0 ? "yes" : "" }
    case .points: return Folding.halfWidth(typed).filter { $0 != " " }
    case .checkpoints:
      return route(draft).flatMap { PointsPassed(typed: typed, of: $0)?.text }
    case .reference, .references, .absentees: return named(typed)
    case .span, .crew: return nil
    }
  }

  /// A code alone brings the name that the registers have for it.
  private func named(_ typed: String) -> String {
    typed.split(separator: ",").map { part in
      let part = String(part).trimmingBlanks()
      return snapshot.person(part)?.text ?? snapshot.side(part)?.text ?? part
    }.joined(separator: ", ")
  }

  /// Each code once; that there is nothing goes with no other, and a digit alone is that too where no code
  /// has so few.
  private func codes(_ typed: String, _ table: String, _ shorthand: Shorthand) -> String? {
    let nothing = Folding.halfWidth(typed).trimmingBlanks() == "0"
    if nothing, snapshot.codes.code(table, StatedNothing.code) == nil { return "" }
    guard let list = shorthand.codeList(typed, table) else { return nil }
    guard !list.contains(StatedNothing.code) || list.count == 1 else { return nil }
    var once: [String] = []
    for code in list where !once.contains(code) { once.append(code) }
    return once.joined(separator: " ")
  }

  /// Two digits alone are a standing phrase of the field, written out in full.
  ///
  /// Digits alone are no text: a phrase that is not of the field, a PIN that came into the wrong one.
  private func prose(_ typed: String, _ column: Column) -> String? {
    let number = Folding.halfWidth(typed).trimmingBlanks()
    let phrase = snapshot.codes.phrases(for: column.name).first { $0.number == number }
    return phrase?.text(language) ?? (Self.isDigits(number) ? nil : typed.trimmingBlanks())
  }

  private static func isDigits(_ text: String) -> Bool {
    (1...8).contains(text.count) && text.allSatisfy { ("0"..."9").contains($0) }
  }

  private func shorthand(_ column: Column, _ draft: Draft) -> Shorthand {
    switch column.name {
    case "To", "Due": shorthand(draft, after: Moment(draft["From"]))
    // What holds until nine holds until the nine o'clock that comes next.
    case Message.expires.column.name: shorthand(draft, after: about.now)
    default: shorthand(draft, after: nil)
    }
  }

  /// The route whose points a patrol is asked for: that of the shift, else the team's own.
  package func route(_ draft: Draft) -> Route? {
    guard let team = Named(draft["Team"])?.code else { return nil }
    let minute = (Moment(draft["From"]) ?? about.now).minuteOfDay
    return snapshot.route(team: team, on: Day(draft["Date"]) ?? about.day, near: minute)
  }
}
