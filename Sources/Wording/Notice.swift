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

extension Notice {
  /// No officer and no member has that code.
  package static func unknownPerson(_ code: String, safe: Phrase) -> Notice {
    Notice(
      Phrase("没有人员 \(code)。", "沒有人員 \(code)。", "There is nobody with the code \(code)."),
      safe: safe, next: Phrase("请核对代号。", "請核對代號。", "Check the code."))
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
