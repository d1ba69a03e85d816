import Wording

/// Files beside books and registers.
package enum FileCommand: Hashable, Sendable {
  /// A text for others, into `exports/`.
  case store(String, name: String)
  /// Files whose path begins so: for somebody who types one.
  case complete(path: String)
  /// The directory itself, with its first officer's PIN, in a language.
  case found(NewStation, Secret, Language)

  var needs: Need { .nothing }
}

extension Command {
  package static func store(_ text: String, name: String) -> Command {
    .files(.store(text, name: name))
  }
  package static func found(
    _ station: NewStation, _ secret: Secret, _ language: Language
  ) -> Command {
    .files(.found(station, secret, language))
  }
  package static func complete(path: String) -> Command { .files(.complete(path: path)) }
}

/// Files whose path begins as it was typed.
package struct Completion: Answer {
  package let paths: [String]
  package init(_ paths: [String]) { self.paths = paths }
}
