import Patrol
import Wording

/// What came of a command, in a few words that a test can be read by.
package enum Said {
  package static func by(_ report: Report) -> String {
    switch report.outcome {
    case .failed(let notice, let field): "\(field ?? "-"): \(notice.happened[.hans])"
    case .recorded(let page): "recorded \(page.id.number)"
    case .amended(let page, let kind): "\(kind) \(page.id.number)"
    case .signed(let pages):
      "signed " + pages.map { "\($0.id.number)" }.joined(separator: " ")
    case .keyChanged(let person): "key of \(person.code)"
    case .recalled: "recalled"
    case .setOut: "out"
    case .put(_, let code): "put \(code)"
    case .changed(let summary): summary.phrase[.hans]
    case .history(let changes): "history \(changes.count)"
    case .revealed(_, let codes): "revealed \(codes.joined(separator: " "))"
    case .exported(let path): "exported \(path)"
    case .completed(let paths): paths.joined(separator: " ")
    case .erased(let count): "erased \(count)"
    case .planned(let found): "planned \(found.count)"
    case .opened: "opened"
    case .unchanged: "unchanged"
    case .done: "done"
    }
  }
}
