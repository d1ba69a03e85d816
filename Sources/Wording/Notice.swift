/// An error as its reader meets it: what happened, what is safe, what to do next.
package struct Notice: Hashable, Sendable {
  package let happened, safe, next: Phrase

  package init(_ happened: Phrase, safe: Phrase, next: Phrase) {
    (self.happened, self.safe, self.next) = (happened, safe, next)
  }

  /// The three sentences in one line.
  package func line(_ language: Language) -> String {
    let gap = language == .en ? " " : ""
    return [happened, safe, next].map { $0[language] }.filter { !$0.isEmpty }
      .joined(separator: gap)
  }
}

/// An error that may reach a person.
///
/// Every module's errors conform.
package protocol UserFacingError: Error, Sendable {
  var notice: Notice { get }
  /// One of every case, so that a test can show all messages in all languages.
  static var examples: [Self] { get }
}
