import Records

/// A patrol day, read to be shown.
package enum DayCommand: Hashable, Sendable {
  /// The one that is running without any.
  case open(Day?)
  /// What was changed from outside since.
  ///
  /// - Parameter typing: the drafts of open forms, which know their own.
  case refresh(Day, typing: Set<String>)

  /// Another page of a book, with its day.
  case leaf(Leaf)

  var needs: Need { .nothing }
}

extension Command {
  /// Whether it shows what stands in the books, and leaves them as they were known.
  package var onlyLooks: Bool {
    switch self {
    case .day(.open), .day(.leaf): true
    default: false
    }
  }
  package static func leaf(_ leaf: Leaf) -> Command { .day(.leaf(leaf)) }
  package static func open(_ day: Day?) -> Command { .day(.open(day)) }
  package static func refresh(_ day: Day, typing: Set<String> = []) -> Command {
    .day(.refresh(day, typing: typing))
  }
}
