import Books
import Patrol
import Wording

/// Files beside books and registers.
extension Office {
  mutating func carryOut(_ command: FileCommand) throws -> Reply {
    switch command {
    case .store(let text, let name): try exported(text, as: name)
    case .found(let station, let secret, let language): try found(station, secret, language)
    case .complete(let path): Reply(.done(Done(answer: Completion(PathCompletion.paths(path)))))
    }
  }

  /// A text for others, and where it is.
  /// - Parameter marked: how many records were marked, where only those were written.
  func exported(
    _ text: String, as name: String, answer: (any Answer)? = nil, marked: Int? = nil
  ) throws -> Reply {
    let path = try store(text, as: name)
    let said = marked.map {
      Phrase(
        "只写所标 \($0) 条：\(path)。", "只寫所標 \($0) 條：\(path)。", "Only the \($0) marked: \(path).")
    }
    return Reply(
      .done(
        Done(
          said ?? Phrase("已写到 \(path)。", "已寫到 \(path)。", "Written to \(path)."),
          answer: answer)))
  }

  /// A text into `exports/`, never over another.
  ///
  /// - Returns: the file's whole path.
  private func store(_ text: String, as name: String) throws -> String {
    let disk = directory.disk
    try disk.makeDirectory(DataDirectory.exports)
    var path = "\(DataDirectory.exports)/\(name)"
    // What was written before the same day may be in somebody's hands.
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    var number = 1
    while try disk.status(path) != nil {
      number += 1
      path = "\(DataDirectory.exports)/\(name[..<dot])-\(number)\(name[dot...])"
    }
    try disk.replace(path, with: Array(text.utf8))
    return "\(directory.disk.root)/\(path)"
  }
}
