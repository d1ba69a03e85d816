import Patrol
import Records
import Terminal
import Wording

/// What is about to be signed, in full.
struct SigningText {
  let task: SigningTask
  let world: World

  func lines(width: Int) -> [Line] {
    switch task {
    case .page(let id): page(id, width)
    case .written(let id, let act, _, _): written(act, width) + page(id, width)
    case .items(let items, _, _): items.flatMap { item($0, width) }
    case .close(let day): close(day, width)
    }
  }

  private func page(_ id: PageID, _ width: Int) -> [Line] {
    guard let page = world.ledger?.page(id) else {
      return [Line(Phrase.reading[world.language], .dim)]
    }
    return PageText(page: page, world: world).lines(width: width)
  }

  private func item(_ item: Attesting.Item, _ width: Int) -> [Line] {
    let waiting = world.waiting.first { $0.page == item.page }
    let text =
      "\(waiting?.day.text ?? "") \(waiting?.about.name ?? "")  №\(item.page.number)  "
      + item.role.label[world.language]
    return [Line(text.clipped(to: width))]
  }

  /// What a refusal or a review will say.
  private func written(_ act: Attesting, _ width: Int) -> [Line] {
    func field(_ name: String, _ text: String) -> (Phrase, String)? {
      text.isEmpty ? nil : Attestation.schema.column(name).map { ($0.label, text) }
    }
    let verdicts = { (code: String) in world.codes.label("verdict", code, world.language) }
    switch act {
    case .refuse(_, let refused, let reason, let statement, let witness):
      return labelled(
        [
          field("Refused", refused.name), field("Reason", reason), field("Statement", statement),
          field("Witness", witness.name),
        ], width)
    case .review(_, let verdict, let reason):
      return labelled([field("Verdict", verdicts(verdict)), field("Reason", reason)], width)
    case .correct(_, let changes, let reason):
      let columns = task.page.flatMap { world.snapshot.kinds.page(in: $0.book.kind)?.columns } ?? []
      let changed = columns.map { column in changes[column.name].map { (column.label, $0) } }
      return labelled(changed + [field("Reason", reason)], width)
    case .void(_, let reason):
      return [Line(ActionName.void.phrase[world.language], .bold)]
        + labelled([field("Reason", reason)], width)
    case .sign, .witness, .close: return []
    }
  }

  /// What will be written, its values under each other, and the rule between it and the page.
  private func labelled(_ fields: [(Phrase, String)?], _ width: Int) -> [Line] {
    let fields = fields.compactMap { $0 }.map { ($0.0[world.language], $0.1) }
    let label = (fields.map(\.0.cells).max() ?? 0) + 2
    let rule = Line(String(repeating: world.glyphs.horizontal, count: width), .border)
    return fields.flatMap { name, text in
      LineBreak.lines(text, width: max(8, width - label)).enumerated().map { at, line in
        let head = at == 0 ? name : ""
        return Line(head + String(repeating: " ", count: label - head.cells) + line, .bold)
      }
    } + [rule]
  }

  /// Every book that will be closed, with its pages of the day.
  private func close(_ day: Day, _ width: Int) -> [Line] {
    guard let ledger = world.ledger, ledger.day == day else {
      return [Line(Phrase.reading[world.language], .dim)]
    }
    var lines = [Line(Phrase.closes(world.dayName(day))[world.language], .bold)]
    let out = world.snapshot.underway.count { world.snapshot.station.patrolDay($0.from) == day }
    if out > 0 { lines.append(Line(Phrase.stillOut(out)[world.language], .warning)) }
    lines += unsigned(ledger, width) + unrecorded(ledger, width)
    for book in ledger.openBooks {
      let pages = ledger.pages(of: book)
      let name = world.snapshot.kinds.page(in: book.kind)?.layout.title ?? .patrolBook
      let owner = world.snapshot.side(book.owner)?.name ?? book.owner
      let numbers = pages.map { "№\($0.page.id.number)" }.joined(separator: " ")
      lines.append(
        Line("\(owner)  \(name[world.language])  \(numbers)".clipped(to: width)))
    }
    lines.append(Line(Phrase.idleBooksToo[world.language].clipped(to: width), .dim))
    if ledger.openBooks.isEmpty {
      let isNone = !ledger.entries.contains { $0.kind != nil }
      lines.append(Line((isNone ? Phrase.nothingWritten : .allClosed)[world.language], .dim))
    }
    return lines
  }

  /// Pages of the day that wait for somebody: they may be signed after the close, but are seen before it.
  private func unsigned(_ ledger: DayLedger, _ width: Int) -> [Line] {
    let waiting = ledger.entries.compactMap { Waiting($0, in: world.snapshot) }
    guard !waiting.isEmpty else { return [] }
    let pages = waiting.map {
      "№\($0.page.number) \($0.about.name)" + Phrase.inBrackets($0.role.label)[world.language]
    }
    return named(
      Phrase("待签 \(waiting.count) 页", "待簽 \(waiting.count) 頁", "\(waiting.count) unsigned"),
      pages, width)
  }

  /// Teams whose patrol of the day nobody recorded: after the close an entry is late.
  private func unrecorded(_ ledger: DayLedger, _ width: Int) -> [Line] {
    let teams = world.snapshot.teams.filter { team in
      team.since.map { $0 <= ledger.day } ?? true && !ledger.hasEntry(team.code)
    }
    guard !teams.isEmpty else { return [] }
    return named(
      Phrase(
        "未记 \(teams.count) 队", "未記 \(teams.count) 隊", "\(teams.count) teams without an entry"),
      teams.map { world.isLatinOnly ? $0.pinyin : $0.name }, width)
  }

  private func named(_ what: Phrase, _ names: [String], _ width: Int) -> [Line] {
    let text =
      what[world.language] + (world.language == .en ? ": " : "：")
      + names.joined(separator: world.language.separator)
    return LineBreak.lines(text, width: width).map { Line($0, .warning) }
  }
}

extension Phrase {
  fileprivate static let idleBooksToo = Phrase(
    "当日无页的各簿一并封存", "當日無頁的各簿一併封存", "Books without a page of the day are closed with them")
  static let secret = Phrase("口令", "口令", "PIN")
  static let pageGoesOn = Phrase("PageDown 看完", "PageDown 看完", "PageDown: more")
  static let nobodySigns = Phrase(
    "没有可签的人，按 F4 选签字人。", "沒有可簽的人，按 F4 選簽字人。", "Nobody comes into question; F4 chooses who signs.")
  static let seeToTheEnd = Phrase(
    "请先用 PageDown 把全页看完，再签。", "請先用 PageDown 把全頁看完，再簽。",
    "See the page to its end first (PageDown), then sign.")
  static let changedSince = Phrase(
    "这一页刚有改动，请看过现在的内容再签。", "這一頁剛有改動，請看過現在的內容再簽。",
    "The page was just changed: read what it says now, then sign.")
  static let signLater = Phrase(
    "没有签的留在“待签”里（F8）。", "沒有簽的留在「待簽」裡（F8）。", "What is unsigned waits in the list of F8.")
  static let otherSideNow = Phrase("已签。请另一方签。", "已簽。請另一方簽。", "Signed. Now the other side.")
  static let witnessNow = Phrase(
    "拒签已记。见证人现在确认，或以后在“待签”里确认（F8）。", "拒簽已記。見證人現在確認，或以後在「待簽」裡確認（F8）。",
    "The refusal is written. Its witness confirms it now, or later among what waits (F8).")
  static let onlyTheyRefuse = Phrase(
    "只有轮到被检方签时才能记拒签。", "只有輪到被檢方簽時才能記拒簽。",
    "Only the inspected side can refuse, when it is their turn.")
  static let nothingWritten = Phrase(
    "这一天还没有写过簿。", "這一天還沒有寫過簿。", "Nothing was written on this day.")
  static let otherSigns = Phrase(
    "刚才换了签字人，请从头看过，再输口令。", "剛才換了簽字人，請從頭看過，再輸口令。",
    "Somebody else is to sign by now: read it from the beginning, then type the PIN.")
  static let nothingToClose = Phrase(
    "没有要封的簿，Esc 返回。", "沒有要封的簿，Esc 返回。", "There is nothing to close; Esc goes back.")
  static let allClosed = Phrase("各簿都已封。", "各簿都已封。", "Every book is closed.")

  static func typePIN(_ name: String) -> Phrase {
    Phrase(
      "看完全页，\(name) 输入口令，按 Enter 签。", "看完全頁，\(name) 輸入口令，按 Enter 簽。",
      "\(name): read it all, type your PIN, Enter signs.")
  }
  static func typePIN(_ name: String, for count: Int) -> Phrase {
    Phrase(
      "\(name) 输入口令，按 Enter 一次签 \(count) 件。", "\(name) 輸入口令，按 Enter 一次簽 \(count) 件。",
      "\(name): type your PIN, Enter signs all \(count).")
  }
  static func agentSigns(_ name: String) -> Phrase {
    Phrase(
      "\(name) 的密钥在 ssh-agent 里，按 Enter 签。", "\(name) 的密鑰在 ssh-agent 裡，按 Enter 簽。",
      "\(name)'s key is in ssh-agent; Enter signs.")
  }
  static func closes(_ day: String) -> Phrase {
    Phrase("当日封簿：\(day) 的各页到此为止", "當日封簿：\(day) 的各頁到此為止", "Close of \(day): these are all its pages")
  }
  static func stillOut(_ count: Int) -> Phrase {
    Phrase(
      "还有 \(count) 支队在巡，归队后记的页都算补记。", "還有 \(count) 支隊在巡，歸隊後記的頁都算補記。",
      "\(count) teams are still out; their pages will count as late.")
  }
}

extension Notice {
  /// As the runner words it, said before a PIN is typed for nothing.
  static func lacksKey(_ who: Named, _ world: World) -> Notice {
    let (name, snapshot) = (who.name, world.snapshot)
    let day = snapshot.keysBooks.state.keyEnded(who, in: snapshot.keysBook)
      .map { Stamp(instant: $0, offset: world.now.offset).moment.day.text }
    return Notice(
      day.map {
        Phrase(
          "\(name) 的签字密钥已于 \($0) 停用。", "\(name) 的簽字密鑰已於 \($0) 停用。",
          "\(name)'s key to sign with ended on \($0).")
      } ?? Phrase("\(name) 还没有签字密钥。", "\(name) 還沒有簽字密鑰。", "\(name) has no key to sign with."),
      safe: Phrase("记录已存。", "記錄已存。", "The page is saved."),
      next: Phrase(
        "按 C-p 选“签字密钥”发一把，再从 F8 签。", "按 C-p 選「簽字密鑰」發一把，再從 F8 簽。",
        "C-p, “Signing keys”, issues one; then sign from F8."))
  }
}
