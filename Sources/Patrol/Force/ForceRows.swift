/// Lines of the force tree, each made when it is looked at.
package struct ForceRows: RandomAccessCollection, Sendable {
  private let force: Force
  private let lines: [ForceTree.Line]
  private let closed: Set<ForceRow.Node>

  init(_ force: Force, _ lines: [ForceTree.Line], _ closed: Set<ForceRow.Node>) {
    (self.force, self.lines, self.closed) = (force, lines, closed)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { lines.count }
  package subscript(_ at: Int) -> ForceRow { force.row(lines[at], closed: closed) }

  package func node(at index: Int) -> ForceRow.Node { force.node(lines[index]) }

  /// Where a node has its line.
  package func firstIndex(of node: ForceRow.Node) -> Int? {
    lines.firstIndex { force.node($0) == node }
  }

  /// Those of the lines that are wanted.
  package func selecting(_ isWanted: (ForceRow.Node) -> Bool) -> ForceRows {
    ForceRows(force, lines.filter { isWanted(force.node($0)) }, closed)
  }
}
