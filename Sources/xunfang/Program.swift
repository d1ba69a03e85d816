import Patrol
import Wording

/// What the program as a whole is made for.
enum Program {
  /// The kinds of record that its commands, their help and its console know.
  @TaskLocal static var kinds = Kinds.ours
}

/// What is typed for kinds of record, as help and usage errors list it: in Chinese with what it means.
extension Kinds {
  var registersSaid: String { said(registers.map { ($0.name, $0.title) }) }
  var mergeableSaid: String { said(registers.filter(\.canMerge).map { ($0.name, $0.title) }) }
  var pagesSaid: String { said(pages.map { ($0.name, $0.layout.called) }) }

  private func said(_ kinds: [(name: String, title: Phrase)]) -> String {
    let language = Spoken.language
    guard language != .en else { return kinds.map(\.name).joined(separator: ", ") }
    return kinds.map { "\($0.name)（\($0.title[language])）" }.joined(separator: "、")
  }
}
