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

  /// The file's text for what was typed.
  package func read(
    _ typed: String, _ name: String, _ draft: Draft, _ last: Recollection = Recollection()
  ) throws(FieldError) -> String {
    guard let column = column(name) else { return typed }
    if ["..", "。。", "．．"].contains(typed.trimmingBlanks()) { return last.texts[name] ?? "" }
    if Folding.halfWidth(typed).trimmingBlanks() == "=", let sum = total(name, draft) { return sum }
    if typed.trimmingBlanks().isEmpty {
      if column.isRequired { throw column.error("") }
      return ""
    }
    guard let text = written(typed, column, draft), column.accepts(text) else {
      throw column.error(typed)
    }
    return text
  }

  /// The file's text for what a script says of a field: as a file has it, or as somebody types it.
  func said(_ text: String, _ name: String, _ draft: Draft) throws(FieldError) -> String {
    guard let column = column(name) else {
      throw FieldError(
        field: name, label: Phrase(verbatim: name), found: text,
        expected: Phrase("已有的栏目", "已有的欄目", "a field there is"))
    }
    return column.accepts(text) ? text : try read(text, name, draft)
  }

  /// What `=` stands for: the value that makes a field add up.
  private func total(_ name: String, _ draft: Draft) -> String? {
    guard name == "Present", !draft["Expected"].isEmpty else { return nil }
    return "\((wholeNumber(draft["Expected"]) ?? 0) - Crew.absences(draft).count)"
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
    case .codes(let table): return shorthand.codeList(typed, table)?.joined(separator: " ")
    case .tallies(let table): return shorthand.tallies(typed, table)
    case .answer(let table): return shorthand.answer(typed, table, in: language)
    case .prose: return prose(typed)
    case .words(let table):
      let code = snapshot.codes.table(table).first {
        $0.key == Folding.halfWidth(typed).trimmingBlanks()
      }
      return code?.label[language] ?? typed.trimmingBlanks()
    case .line: return typed.trimmingBlanks()
    case .reference, .references, .absentees, .flag, .points, .checkpoints:
      return draft[column.name]
    }
  }

  /// Two digits alone are a standing phrase, written out in full.
  private func prose(_ typed: String) -> String {
    let number = Folding.halfWidth(typed).trimmingBlanks()
    if number.count == 2, let phrase = snapshot.codes.phrase(number) { return phrase }
    return typed.trimmingBlanks()
  }

  private func shorthand(_ column: Column, _ draft: Draft) -> Shorthand {
    let isEnd = column.name == "To" || column.name == "Due"
    return Shorthand(
      now: about.now, station: snapshot.station, codes: snapshot.codes,
      day: Day(draft["Date"]) ?? about.day, from: isEnd ? Moment(draft["From"]) : nil)
  }

  /// The route whose points a patrol is asked for: that of the shift, else the team's own.
  package func route(_ draft: Draft) -> Route? {
    guard let team = Named(draft["Team"])?.code else { return nil }
    let minute = (Moment(draft["From"]) ?? about.now).minuteOfDay
    return snapshot.route(team: team, on: Day(draft["Date"]) ?? about.day, near: minute)
  }
}
