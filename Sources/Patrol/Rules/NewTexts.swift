import Records

/// What every text is held to that comes into a register, the settings or a book, whatever the kind.
package enum NewTexts {
  /// Refuses characters that nobody sees, codes that no table has, and records that no register has or
  /// that it calls otherwise.
  ///
  /// - Parameters:
  ///   - before: what stood there: it stays as it is.
  ///   - added: records that come into the registers in the same step.
  package static func check(
    _ texts: [String: String], before: [String: String] = [:], _ columns: [Column],
    in snapshot: Snapshot, beside added: [RegisterRecord] = []
  ) throws {
    try UnseenInName.check(texts, before: before, columns)
    try UnknownCode.check(texts, before: before, columns, snapshot.codes)
    try UnknownRecord.check(texts, before: before, columns, in: snapshot, beside: added)
  }
}
