import Patrol

/// What is being typed.
extension Keeper {
  mutating func carryOut(_ command: DraftCommand) throws -> Report {
    switch command {
    case .save(let name, let draft): try drafts.save(draft, as: name)
    case .discard(let name): try drafts.discard(name)
    }
    return Report(.done(Done()))
  }
}
