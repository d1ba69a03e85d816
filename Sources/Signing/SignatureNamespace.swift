/// What a signature is for: one made for something else never holds.
///
/// A demo directory signs in namespaces of its own, so that nothing signed in training is ever taken
/// for a signature in service.
package enum SignatureNamespace: String, CaseIterable, Hashable, Sendable {
  /// Pages of books.
  case book = "xunfang-book"
  /// A new key's own signature on the page that enrols it.
  case key = "xunfang-key"
  /// Notes of heads.
  case heads = "xunfang-heads"
  case demoBook = "xunfang-demo"
  case demoKey = "xunfang-demo-key"
  case demoHeads = "xunfang-demo-heads"

  package var isDemo: Bool {
    switch self {
    case .book, .key, .heads: false
    case .demoBook, .demoKey, .demoHeads: true
    }
  }

  /// The three of a directory.
  package static func all(isDemo: Bool) -> [SignatureNamespace] {
    allCases.filter { $0.isDemo == isDemo }
  }
}
