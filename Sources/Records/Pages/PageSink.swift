/// A volume being written page after page, each with its own time.
package protocol PageSink {
  /// Adds a page to the volume of `year`, which must not be before that of the last page.
  mutating func add(
    _ kind: String, _ body: [(name: String, value: String)], year: Int, recorded: Recorded,
    sign: Page.Sign?
  ) throws -> PageReference
  /// Writes what was added; nothing for no page.
  func finish() throws
}

extension PageSink {
  /// Adds a page that nobody signs.
  package mutating func add(
    _ kind: String, _ body: [(name: String, value: String)], year: Int, recorded: Recorded
  ) throws -> PageReference {
    try add(kind, body, year: year, recorded: recorded, sign: nil)
  }
}
