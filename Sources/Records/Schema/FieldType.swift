import Wording

/// How a field is asked for in a form; what the form offers beside the text itself.
package enum Entry: Hashable, Sendable {
  /// One line of free text, or a name: taken as typed.
  case line
  /// Free text of several lines; standing phrases by number.
  case prose
  /// A patrol day.
  case day
  /// A point in time on a patrol day.
  case moment
  case count
  /// Yuan with two decimals at most.
  case money
  case phone
  /// A resident identity number (GB 11643).
  case identity
  /// A time of day.
  case clock
  /// Names of places in their order.
  case places
  /// Hours of the day, several spans between commas.
  case hours
  /// One code, or several, of the table named.
  case code(String)
  case codes(String)
  /// A checklist: one digit for each code of the table named.
  case points(String)
  /// Free text; a digit alone stands for the words of the table named.
  case words(String)
  /// One record of a register.
  case reference(Reference)
  /// Several records of registers.
  case references(Reference)
  /// Who was absent and why, ticked off the list of those due.
  case absentees
  /// Numbers of things by code: `transformer 14, well 9`.
  case tallies(String)
  case flag
  /// Which check points of a route were passed.
  case checkpoints
  /// A code of the table named, and a word about it.
  case answer(String)
  /// When somebody went out and came back, in two fields.
  case span(from: String, to: String)
  /// Who of those due came, in several fields.
  case crew(present: String, absent: String)
}

extension Entry {
  /// The fields of a record that are asked in one breath; none where the field is one itself.
  package var parts: [String] {
    switch self {
    case .span(let from, let to): [from, to]
    case .crew(let present, let absent): [present, absent]
    default: []
    }
  }

  /// Whether it is masked until somebody asks and says why (R28).
  package var isPersonal: Bool {
    switch self {
    case .phone, .identity: true
    default: false
    }
  }
}

/// How one kind of value is written in a file and typed in a form.
///
/// `parse` is strict: it takes what `print` writes. Shorthand is the form's business.
package struct FieldType<Value: Sendable>: Sendable {
  package let parse: @Sendable (String) -> Value?
  /// The text in the file; empty means that the field is left out.
  package let print: @Sendable (Value) -> String
  package let entry: Entry
  /// What should have been typed, as the end of “please type …”.
  package let expected: Phrase
  /// The recutils type for `%type`, if there is one.
  package let recType: String?
  /// How a text reads to a person, where no entry says so already.
  package let words: (@Sendable (String, Language) -> String?)?
  /// How it is written on a page of a book.
  package let shape: FieldShape

  /// - Parameter shape: nil for the one that goes with how it is asked for.
  package init(
    entry: Entry, expected: Phrase, recType: String? = nil, shape: FieldShape? = nil,
    words: (@Sendable (String, Language) -> String?)? = nil,
    parse: @escaping @Sendable (String) -> Value?, print: @escaping @Sendable (Value) -> String
  ) {
    (self.entry, self.expected, self.recType) = (entry, expected, recType)
    self.shape = shape ?? .usual(entry)
    (self.parse, self.print, self.words) = (parse, print, words)
  }

  /// The same, where nothing at all is also an answer.
  package var optional: FieldType<Value?> {
    .init(
      entry: entry, expected: expected, recType: recType, shape: shape,
      parse: { [parse] text in
        if text.isEmpty { return .some(nil) }
        guard let value = parse(text) else { return nil }
        return .some(value)
      },
      print: { [print] value in value.map(print) ?? "" })
  }

  /// The same, written on a page in another shape than the one that goes with how it is asked for.
  package func shaped(_ shape: FieldShape) -> FieldType {
    .init(
      entry: entry, expected: expected, recType: recType, shape: shape, words: words, parse: parse,
      print: print)
  }

  /// The same, where what has not this shape is no value either.
  package func only(_ shape: FieldShape) -> FieldType {
    .init(
      entry: entry, expected: expected, recType: recType, shape: shape, words: words,
      parse: { [parse] in $0.isEmpty || shape.fits($0) ? parse($0) : nil }, print: print)
  }

  /// Several of the same, each on a line of its own, none among them.
  ///
  /// - Parameter words: how one of them reads.
  package func lines(
    _ words: @escaping @Sendable (Value, Language) -> String
  ) -> FieldType<[Value]> {
    let all = { @Sendable [parse] (text: String) -> [Value]? in
      if text.isEmpty { return [] }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let values = lines.compactMap { parse(String($0)) }
      return values.count == lines.count ? values : nil
    }
    return .init(
      entry: .prose, expected: expected,
      words: { text, language in
        all(text).map { $0.map { words($0, language) }.joined(separator: "\n") }
      },
      parse: all, print: { [print] values in values.map(print).joined(separator: "\n") })
  }

  /// Several of the same between commas, none among them.
  package func list(entry: Entry) -> FieldType<[Value]> {
    .init(
      entry: entry, expected: expected,
      parse: { [parse] text in
        if text.isEmpty { return [] }
        var values: [Value] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
          guard let value = parse(String(part).trimmingBlanks()) else { return nil }
          values.append(value)
        }
        return values
      },
      print: { [print] values in values.map(print).joined(separator: ", ") })
  }
}
