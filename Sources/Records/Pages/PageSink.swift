/// The volumes of a book being written page after page, each with its own time.
package protocol PageSink {
  /// Adds a page to the volume of the year that its `Date` is in.
  mutating func add(
    _ kind: String, _ body: [(name: String, value: String)], recorded: Recorded,
    signs: Page.Signs
  ) throws -> PageReference
  /// Writes what was added; nothing for no page.
  func finish() throws
}

extension PageSink {
  /// Adds a page that nobody signs.
  package mutating func add(
    _ kind: String, _ body: [(name: String, value: String)], recorded: Recorded
  ) throws -> PageReference {
    try add(kind, body, recorded: recorded, signs: [])
  }
}
