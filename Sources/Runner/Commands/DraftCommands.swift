import Patrol

/// What is being typed.
extension Office {
  mutating func carryOut(_ command: DraftCommand) throws -> Reply {
    try refuseMadeUpTime()
    switch command {
    case .save(let name, let draft): try drafts.save(draft, as: name)
    case .discard(let name): try drafts.discard(name)
    }
    return Reply(.done(Done()))
  }
}
