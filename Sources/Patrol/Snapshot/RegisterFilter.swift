import Records

/// Every record of a register in the form that is searched, in one run of bytes: a filter over
/// twenty thousand people answers within a key.
///
/// A record is found by characters of either script anywhere in what the list shows, by pinyin
/// initials, full pinyin or a mix of both, by its code, by what a mask leaves of its phone number, and by
/// the whole number: whoever tries digit after digit learns none that is hidden (P13). Names of informants are found here, in their own register, and nowhere else.
package struct RegisterFilter: Hashable, Sendable {
  private let bytes: [UInt8]
  /// Where each record's line begins; one more for the end.
  private let starts: [Int]
  /// Where the reading begins in a record's line.
  private let readings: [Int]
  /// The records of each whole telephone number.
  private let phones: [String: [Int]]

  /// - Parameters:
  ///   - lines: what each record is found by: its text, and its reading in syllables.
  ///   - phones: whose telephone numbers are which.
  package init(
    _ lines: some Sequence<(text: String, reading: String)>, phones: [String: [Int]] = [:]
  ) {
    self.phones = phones
    var bytes: [UInt8] = []
    var (starts, readings): ([Int], [Int]) = ([], [])
    for (text, reading) in lines {
      starts.append(bytes.count)
      Folding.append(text, to: &bytes)
      readings.append(bytes.count)
      bytes.append(0x20)
      bytes += reading.lowercased().utf8
      bytes.append(0x0A)
    }
    starts.append(bytes.count)
    (self.bytes, self.starts, self.readings) = (bytes, starts, readings)
  }

  init(_ table: RegisterTable, in snapshot: Snapshot) {
    let columns = table.kind.columns
    let reading = table.kind.layout.reading
    let shown = columns.filter { $0.name != reading?.name && $0.entry != .identity }
    let labels = Dictionary(
      shown.compactMap { column in
        ShownWords(column, table.codes, snapshot).map { (column.name, $0) }
      }, uniquingKeysWith: { first, _ in first })
    var phones: [String: [Int]] = [:]
    for column in columns where column.entry == .phone {
      for index in 0..<table.count {
        let number = table.text(column, at: index)
        if !number.isEmpty { phones[number, default: []].append(index) }
      }
    }
    self.init(
      (0..<table.count).lazy.map { index in
        var line = ""
        for column in shown {
          let text = table.text(column, at: index)
          guard !text.isEmpty else { continue }
          line += (column.entry == .phone ? Member.masked(text) : text) + "\t"
          line += labels[column.name].map { $0.words(text) } ?? ""
        }
        return (line, reading.map { table.text($0, at: index) } ?? "")
      }, phones: phones)
  }

  /// The records among `candidates` that a typed text fits; every one of them for no text.
  package func matches(_ typed: String, among candidates: [Int]) -> [Int] {
    let query = Array(Folding.key(typed).trimmingBlanks().utf8)
    guard !query.isEmpty else { return candidates }
    let called = Set(phones[typed.trimmingBlanks()] ?? [])
    let isLatin = query.allSatisfy { (97...122).contains($0) || $0 == 0x20 }
    return bytes.withUnsafeBufferPointer { all in
      query.withUnsafeBufferPointer { query in
        candidates.filter { index in
          let (start, reading, end) = (starts[index], readings[index], starts[index + 1])
          if Self.contains(all, start..<reading, query) || called.contains(index) { return true }
          return isLatin && Self.reads(all, reading..<end, query)
        }
      }
    }
  }

  private static func contains(
    _ all: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ query: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let first = query[0]
    let eight = UInt64(first) &* 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(all)
    var at = range.lowerBound
    let last = range.upperBound - query.count
    while at <= last {
      // Eight bytes at a look: none of them is the first one where no byte of the difference is 0.
      if at + 8 <= all.count {
        let bits = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ eight
        if (bits &- 0x0101_0101_0101_0101) & ~bits & 0x8080_8080_8080_8080 == 0 {
          at += 8
          continue
        }
      }
      if all[at] == first {
        var length = 1
        while length < query.count, all[at + length] == query[length] { length += 1 }
        if length == query.count { return true }
      }
      at += 1
    }
    return false
  }

  /// Whether the query is used up by syllables in a row, each taken whole or by its first letters.
  private static func reads(
    _ all: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ query: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var at = range.lowerBound
    while at + 1 < range.upperBound {
      if all[at] == 0x20, all[at + 1] == query[0], uses(all, at + 1, range.upperBound, query, 0) {
        return true
      }
      at += 1
    }
    return false
  }

  private static func uses(
    _ all: UnsafeBufferPointer<UInt8>, _ syllable: Int, _ end: Int,
    _ query: UnsafeBufferPointer<UInt8>, _ from: Int
  ) -> Bool {
    var from = from
    while from < query.count, query[from] == 0x20 { from += 1 }
    if from == query.count { return true }
    var next = syllable
    while next < end, all[next] != 0x20, all[next] != 0x0A { next += 1 }
    var length = 0
    while syllable + length < next, from + length < query.count,
      all[syllable + length] == query[from + length]
    {
      length += 1
      if from + length == query.count { return true }
      if next < end, all[next] == 0x20, uses(all, next + 1, end, query, from + length) {
        return true
      }
    }
    return false
  }
}

/// What a list shows of a column where the file has a code: the words of the table, in the languages that
/// folding does not make alike, or the name of the record that is named.
private final class ShownWords {
  private let labels: [Substring: String]
  private let reference: Reference?
  private let isFlag: Bool
  private let snapshot: Snapshot
  private var names: [String: String] = [:]

  init?(_ column: Column, _ codes: CodeBook, _ snapshot: Snapshot) {
    self.snapshot = snapshot
    isFlag = column.entry == .flag
    if case .reference(let reference) = column.entry {
      self.reference = reference
    } else {
      reference = nil
    }
    labels = Dictionary(
      (column.codeTable.map(codes.table) ?? []).map {
        ($0.code[...], "\($0.hans) \($0.hant) \($0.en)\t")
      }, uniquingKeysWith: { first, _ in first })
    guard isFlag || reference != nil || column.codeTable != nil else { return nil }
  }

  func words(_ text: String) -> String {
    if let reference { return name(text, reference) }
    if isFlag { return "是 yes\t" }
    return text.split { " ,()".contains($0) }.compactMap { labels[$0] }.joined()
  }

  /// A field of a page's kind has the name beside the code already.
  private func name(_ text: String, _ reference: Reference) -> String {
    if let known = names[text] { return known }
    let kinds = reference.registers.compactMap { snapshot.kinds[$0] }
    let found = kinds.lazy.compactMap { kind in
      self.snapshot.table(kind).texts(text).map { self.snapshot.title(of: $0, kind) }
    }.first
    let name = found.map { $0 + "\t" } ?? ""
    names[text] = name
    return name
  }
}
