/// An error as its reader meets it: what happened, what is safe, what to do next.
///
/// What is safe and what helps depends on where it is read: a form keeps what was typed, a command
/// is run once more.
package struct Notice: Hashable, Sendable {
  /// Where a notice is read.
  package enum Place: CaseIterable, Hashable, Sendable {
    /// In a form that stays open with all that was typed.
    case form
    /// Elsewhere in the console.
    case console
    case command
  }

  package let happened: Phrase
  private let safe, next: Sentence

  package init(_ happened: Phrase, safe: some Placed, next: some Placed) {
    (self.happened, self.safe, self.next) = (happened, safe.sentence, next.sentence)
  }

  /// The same where something else is safe.
  package func saying(safe: some Placed) -> Notice { Notice(happened, safe: safe, next: next) }

  /// What happened, what is safe, what to do next; what there is nothing to say of is left out.
  package func sentences(_ language: Language, at place: Place) -> [String] {
    [happened, safe.phrase(at: place), next.phrase(at: place)].map { $0[language] }
      .filter { !$0.isEmpty }
  }

  /// The three sentences in one line.
  package func line(_ language: Language, at place: Place) -> String {
    sentences(language, at: place).joined(separator: language == .en ? " " : "")
  }
}

/// A text that may be another one in the form, in the console and for a command.
package protocol Placed {
  var sentence: Sentence { get }
}

package struct Sentence: Placed, Hashable, Sendable {
  private let form, console, command: Phrase

  package init(form: Phrase, console: Phrase, command: Phrase) {
    (self.form, self.console, self.command) = (form, console, command)
  }

  package var sentence: Sentence { self }

  package func phrase(at place: Notice.Place) -> Phrase {
    switch place {
    case .form: form
    case .console: console
    case .command: command
    }
  }
}

extension Phrase: Placed {
  package var sentence: Sentence { Sentence(form: self, console: self, command: self) }
}

extension Placed where Self == Sentence {
  /// Nothing was written, and what was typed is still there.
  package static var unchanged: Sentence {
    let nothing = Phrase("没有写入任何内容。", "沒有寫入任何內容。", "Nothing was written.")
    return Sentence(
      form: Phrase(
        "没有写入，所填内容还在表单里。", "沒有寫入，所填內容還在表單裡。",
        "Nothing was written; what you typed is still in the form."),
      console: nothing, command: nothing)
  }

  /// Once more, after something was done about the cause.
  package static func again(_ before: Phrase) -> Sentence {
    func then(_ hans: String, _ hant: String, _ en: String) -> Phrase {
      let last = Phrase(hans, hant, en)
      return Phrase { before[$0] + last[$0] }
    }
    return Sentence(
      form: then("，再按 F10。", "，再按 F10。", ", then press F10 again."),
      console: then("，再试一次。", "，再試一次。", ", then try again."),
      command: then("，再运行一次。", "，再執行一次。", ", then run the command again."))
  }
}

extension Notice {
  /// No officer and no member has that code.
  package static func unknownPerson(_ code: String, safe: some Placed) -> Notice {
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
