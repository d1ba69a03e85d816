import Records

/// What is being typed, kept beside the books until it is saved.
package enum DraftCommand: Hashable, Sendable {
  case save(String, Draft)
  case discard(String)

  var needs: Need { .nothing }
}

extension Command {
  package static func saveDraft(_ name: String, _ draft: Draft) -> Command {
    .drafts(.save(name, draft))
  }
  package static func discardDraft(_ name: String) -> Command { .drafts(.discard(name)) }
}
