/// What a form may take over from a team's earlier entries.
package struct Recollection: Hashable, Sendable {
  /// The fields of the newest entry; none for a new book.
  package let texts: [String: String]
  /// Handovers that no later entry settled: page number and text.
  package let handovers: [Handover]

  package struct Handover: Hashable, Sendable {
    package let number: Int
    package let text: String
    package init(_ number: Int, _ text: String) { (self.number, self.text) = (number, text) }
  }

  package init(texts: [String: String] = [:], handovers: [Handover] = []) {
    (self.texts, self.handovers) = (texts, handovers)
  }
}
