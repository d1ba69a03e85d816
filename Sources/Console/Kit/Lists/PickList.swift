import Patrol
import Records
import Terminal
import Wording

/// One thing that can be picked: what goes into the field, what is shown, how it is found.
struct PickItem: Hashable, Sendable {
  /// The file's text, by which marks are kept too: no two items of a list have the same.
  let value: String
  let title: String
  /// Stands beside the title and finds the item as well: a team finds its people.
  let note: String
  let pinyin: String
  let code: String
  /// Never shown: its tail finds the person.
  let phone: String
  /// Under which it is typed in every list; its place in this one, without it.
  let number: Int?
  /// Whether it stands for all of several others, and is not marked beside them.
  var isWhole = false

  init(
    _ value: String, title: String, note: String = "", pinyin: String = "", code: String = "",
    phone: String = "", number: Int? = nil
  ) {
    (self.value, self.title, self.note) = (value, title, note)
    (self.pinyin, self.code, self.phone, self.number) = (pinyin, code, phone, number)
  }
}

/// A list that narrows as one types: by number, pinyin initials, full pinyin, characters of either
/// script, code or the tail of a phone number.
struct PickList: Hashable, Sendable {
  let title: String
  let items: [PickItem]
  let takesSeveral: Bool
  private(set) var query = TextLine()
  /// Index into `matches`.
  private(set) var chosen = 0
  /// Values, those that the filter hides included.
  private(set) var marked: Set<String>
  /// Indexes into `items`, the best first.
  private(set) var matches: [Int]
  /// For lists too long to be scored item by item on every key.
  private let filter: RegisterFilter?

  init(
    title: String, items: [PickItem], takesSeveral: Bool = false, marked: Set<String> = [],
    query: String = ""
  ) {
    (self.title, self.items, self.takesSeveral, self.marked) = (title, items, takesSeveral, marked)
    matches = Array(items.indices)
    filter =
      items.count > Self.fewItems
      ? RegisterFilter(
        items.lazy.map { ("\($0.title)\t\($0.note)\t\($0.code)\t\($0.phone)", $0.pinyin) })
      : nil
    type(query)
  }

  /// So many items are scored, and the best of them put first, within a millisecond.
  private static let fewItems = 200

  var current: PickItem? { matches.indices.contains(chosen) ? items[matches[chosen]] : nil }

  /// The one that what was typed can only mean: the line of that number, the only one that fits, or the
  /// only one that is called so whole.
  var decided: PickItem? {
    let query = Query(self.query.text)
    guard !query.isEmpty else { return nil }
    if let numbered = numbered(query.text) { return items[numbered] }
    if matches.count == 1 { return current }
    let exact = matches.filter { index in
      let item = items[index]
      return query.isWhole(name: item.title, pinyin: item.pinyin, code: item.code)
    }
    return exact.count == 1 ? items[exact[0]] : nil
  }

  /// Everything that was marked, in the order of the list; with no mark, what is under the cursor.
  var picked: [String] {
    guard takesSeveral else { return current.map { [$0.value] } ?? [] }
    let marked = marked.isEmpty ? Set(current.map { [$0.value] } ?? []) : marked
    return items.map(\.value).filter(marked.contains)
  }

  mutating func type(_ text: String) {
    query.insert(text)
    narrow()
  }

  mutating func deleteBack() {
    query.deleteBack()
    narrow()
  }

  mutating func move(_ step: Step, _ shown: Shown?) {
    var cursor = Cursor()
    cursor.go(to: chosen)
    cursor.move(step, count: matches.count, shown: shown)
    chosen = cursor.index
  }

  /// Nothing can be chosen: the register it is picked from has no record.
  var isEmpty: Bool { items.isEmpty }

  /// Why nothing can be chosen.
  var nothing: Phrase { isEmpty ? .emptyList : .noneFits }

  mutating func mark() {
    guard takesSeveral, let current else { return }
    if marked.remove(current.value) == nil { marked.insert(current.value) }
    move(.down, nil)
  }

  /// Marks everything that shows, or nothing of it when all of it was marked.
  mutating func markAll() {
    guard takesSeveral else { return }
    let single = matches.filter { !items[$0].isWhole }
    let shown = Set((single.isEmpty ? matches : single).map { items[$0].value })
    if shown.isSubset(of: marked) { marked.subtract(shown) } else { marked.formUnion(shown) }
  }

  private mutating func narrow() {
    let query = Query(self.query.text)
    chosen = 0
    guard !query.isEmpty else {
      matches = Array(items.indices)
      return
    }
    // A number picks the line with that number, as long as it is one of the list. Other matches
    // stay behind it: the digits may be the tail of a phone number.
    if let numbered = numbered(query.text) {
      matches = [numbered] + scored(query).filter { $0 != numbered }
    } else {
      matches = scored(query)
    }
  }

  /// The line of that number.
  private func numbered(_ typed: String) -> Int? {
    guard typed.count <= 3, let number = wholeNumber(typed, in: 1...999) else { return nil }
    return items.indices.first { self.number(at: $0) == number }
  }

  func number(at index: Int) -> Int { items[index].number ?? index + 1 }

  /// A short list is ranked whole; of a long one only what the filter leaves, once that is little.
  ///
  /// What is found by the note alone comes last; the filter has looked at notes already.
  private func scored(_ query: Query) -> [Int] {
    let candidates = filter?.matches(query.text, among: Array(items.indices)) ?? []
    if filter != nil, candidates.count > Self.fewItems { return candidates }
    let scored = ranked(query, filter == nil ? Array(items.indices) : candidates)
    let missing = filter == nil ? named(query) : candidates
    let known = Set(scored)
    return scored + missing.filter { !known.contains($0) }
  }

  /// Items that are found by what stands beside their title: all of a team.
  private func named(_ query: Query) -> [Int] {
    items.indices.filter { Folding.key(items[$0].note).contains(query.text) }
  }

  /// The best first; among equals the order of the list.
  private func ranked(_ query: Query, _ candidates: [Int]) -> [Int] {
    candidates.compactMap { index -> (Int, Int)? in
      let item = items[index]
      let score = query.score(
        name: item.title, pinyin: item.pinyin, code: item.code, phone: item.phone)
      return score.map { ($0, index) }
    }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
  }

  /// The list as a panel.
  func block(_ world: World) -> any Block {
    let list = self
    let footer =
      takesSeveral
      ? Phrase(
        "空格 标记  F5 全标  Enter 选定  Esc 返回", "空格 標記  F5 全標  Enter 選定  Esc 返回",
        "Space mark  F5 all  Enter choose  Esc back")
      : Phrase(
        "打字筛选  Enter 选定  Esc 返回", "打字篩選  Enter 選定  Esc 返回", "type to filter  Enter choose  Esc back"
      )
    return Panel(
      Line(title, .titleFocus),
      note: Line(takesSeveral ? "\(marked.count)/\(items.count)" : "\(matches.count)", .dim),
      footer: Line(footer[world.language], .dim),
      isFocused: true, glyphs: world.glyphs, role: .popup, border: .popupBorder
    ) {
      // The cursor is the query's; the table below moves without it.
      QueryLine(text: query, notes: CodePoint.notes(query.text, world.probe))
      Table(
        [.init("", .cells(3), isRight: true), .init("", .share(3)), .init("", .share(2))],
        count: matches.count, selected: matches.isEmpty ? nil : chosen, isFocused: false,
        isMoved: true, hasHeading: false,
        empty: nothing[world.language]
      ) { index in
        let item = list.items[list.matches[index]]
        let mark = list.marked.contains(item.value) ? "*" : ""
        return [
          Line("\(mark)\(list.number(at: list.matches[index]))", .dim), Line(item.title),
          Line(item.note, .dim),
        ]
      }
    }
  }
}

extension [KeyLine] {
  /// While a list stands open over a screen: the key that takes from it, and the one that closes it.
  func inList(taking: ActionName) -> [KeyLine] {
    compactMap { line in
      switch line.name {
      case taking where line.keys.contains(.enter):
        KeyLine(keys: [.enter], name: .choose, isHint: true)
      case .back: line
      default: nil
      }
    }
  }
}

extension Phrase {
  static let listIsOpen = Phrase(
    "请先在清单里选定，或按 Esc 返回。", "請先在清單裡選定，或按 Esc 返回。",
    "Choose from the list first, or close it with Esc.")
}
