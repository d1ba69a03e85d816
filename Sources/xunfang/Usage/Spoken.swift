import ArgumentParser
import Wording

/// The language of help and of wrong usage, which are worded while the command line is read.
enum Spoken {
  @TaskLocal static var language = SharedOptions.ofEnvironment

  /// As every other message: what `--language` says, else the directory's, else the environment's.
  static func language(of arguments: [String]) -> Language {
    SharedOptions(data: value("--data", arguments), language: value("--language", arguments)).spoken
  }

  /// What an option is given, in either way of writing it; nothing else is known of the words yet.
  private static func value(_ option: String, _ arguments: [String]) -> String? {
    for (word, next) in zip(arguments, arguments.dropFirst() + [""]) {
      if word == option { return next }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }
}

extension String {
  /// One of three texts, in the language of this run.
  static func said(_ hans: String, _ hant: String, _ en: String) -> String {
    Phrase(hans, hant, en)[Spoken.language]
  }
}

extension ArgumentHelp {
  static func said(_ hans: String, _ hant: String, _ en: String) -> ArgumentHelp {
    ArgumentHelp(String.said(hans, hant, en))
  }
}
