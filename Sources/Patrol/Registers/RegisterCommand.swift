/// A record of a base register as texts, and the texts it had when it was read (nil: a new one).
package struct RegisterRecord: Hashable, Sendable {
  package let kind: RegisterKind
  package let texts: [String: String]
  package let seen: [String: String]?

  package init(_ kind: RegisterKind, _ texts: [String: String], seen: [String: String]?) {
    (self.kind, self.texts, self.seen) = (kind, texts, seen)
  }
}
