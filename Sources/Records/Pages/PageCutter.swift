/// Cuts pages into the texts of some fields where they stand, without making a value of any: what a
/// table of a whole year is made of.
///
/// It cuts a page only where a close look (`Page`) would take it for one and find the same texts;
/// anything unusual, such as a blank at a line's end, is left to that.
package struct PageCutter {
  /// What a page was cut into.
  package enum Cut {
    /// The fields of an entry of the kind asked for; they stand in the cutter until the next page.
    case entry
    /// An entry of another kind.
    case otherEntry
    /// A page about another one, or one that needs a close look.
    case unknown
  }

  private let kind: [UInt8]
  private let others: [[UInt8]]
  private let names: [[UInt8]]
  private let cues: [Cue]
  private var values: [Lines.Field?]
  /// When the entry was recorded, in seconds since 1970, and where the code and name of who did it stand.
  package private(set) var recorded: (at: Int, by: Range<Int>) = (0, 0..<0)

  /// A name's length and first letter: nearly always enough to see that it is another one.
  private struct Cue: Equatable {
    let count: Int
    let first: UInt8
  }

  /// - Parameter others: the names of the other kinds of entry.
  package init(_ kind: String, _ columns: [Column], besides others: [String]) {
    (self.kind, self.others) = (Array(kind.utf8), others.map { Array($0.utf8) })
    names = columns.map(\.bytes)
    cues = names.map { Cue(count: $0.count, first: $0.first ?? 0) }
    values = Array(repeating: nil, count: names.count)
  }

  /// - Parameters:
  ///   - range: where the page stands.
  ///   - number: the number that it has to have.
  package mutating func cut(
    _ buffer: UnsafeRawBufferPointer, _ range: Range<Int>, number: Int
  ) -> Cut {
    guard range.lowerBound >= 0, range.upperBound <= buffer.count else { return .unknown }
    var lines = Lines(buffer, range)
    guard lines.take("Number: "), lines.number() == number, lines.endLine(), lines.take("Kind: ")
    else { return .unknown }
    guard lines.takeLine(kind) else {
      return others.contains { lines.takeLine($0) } ? .otherEntry : .unknown
    }
    guard takeFields(&lines, buffer), lines.take("Recorded: "), let stamp = lines.stamp() else {
      return .unknown
    }
    let recorder = lines.at
    guard lines.person() else { return .unknown }
    recorded = (stamp, recorder..<lines.at)
    guard lines.endLine(), lines.take("Previous: sha256 "), lines.digest(),
      lines.endLine(), !lines.isAt("Signature: ") || lines.field(),
      lines.take("Digest: sha256 "), lines.digest(), lines.endLine(), lines.at == range.upperBound
    else { return .unknown }
    return .entry
  }

  private mutating func takeFields(_ lines: inout Lines, _ buffer: UnsafeRawBufferPointer) -> Bool {
    for index in values.indices { values[index] = nil }
    var next = 0
    while !lines.isAt("Recorded: ") {
      guard let field = lines.cutField() else { return false }
      guard let index = index(of: field, buffer, from: next) else { continue }
      // Of two the first is the one that counts.
      if values[index] == nil { values[index] = field }
      next = index + 1
    }
    return true
  }

  /// The column that a field is of, looked for where the writer would have put it first.
  private func index(
    of field: Lines.Field, _ buffer: UnsafeRawBufferPointer, from next: Int
  ) -> Int? {
    let cue = Cue(count: field.name.count, first: buffer[field.name.lowerBound])
    for step in names.indices {
      let index = next + step < names.count ? next + step : next + step - names.count
      if cues[index] == cue, buffer[field.name].elementsEqual(names[index]) { return index }
    }
    return nil
  }

  /// A field's bytes, those of a text of one line; nil where the entry leaves it out.
  package func line(_ index: Int) -> Range<Int>? {
    guard let field = values[index], !field.isContinued else { return nil }
    return field.value
  }

  /// Adds the fields of the entry to a row of a table (CSV), a comma before each.
  package func append(from buffer: UnsafeRawBufferPointer, to rows: inout [UInt8]) {
    for value in values {
      rows.append(UInt8(ascii: ","))
      guard let value else { continue }
      if value.isContinued {
        Self.joined(buffer[value.value]).withUnsafeBytes {
          CSVWriter.append(field: $0, to: &rows)
        }
      } else {
        CSVWriter.append(field: UnsafeRawBufferPointer(rebasing: buffer[value.value]), to: &rows)
      }
    }
  }

  /// A value of several lines without the marks before them.
  private static func joined(_ value: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    var text: [UInt8] = []
    var rest = value
    while let newline = rest.firstIndex(of: 0x0A) {
      text += rest[...newline]
      rest = rest[(newline + 3)...]
    }
    return text + rest
  }
}
