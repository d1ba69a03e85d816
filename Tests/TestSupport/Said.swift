import Patrol
import Wording

/// What came of a command, in a few words that a test can be read by: which pages were written, else
/// what is said.
package enum Said {
  package static func by(_ reply: Reply) -> String {
    switch reply.outcome {
    case .failed(let notice, let field): "\(field ?? "-"): \(notice.happened[.hans])"
    case .done(let done) where !done.pages.isEmpty:
      done.pages.map { "№\($0.id.number)" }.joined(separator: " ")
    case .done(let done): done.said?[.hans] ?? "done"
    case .unchanged: "unchanged"
    }
  }
}
