import Patrol
import Records
import Wording

/// A shift that both officers have signed for is the next one's.
extension Office {
  /// Puts who took over on duty: by the newest handover alone, since an older one may be signed late.
  mutating func takeOver(_ act: Attesting, by signer: Named) -> (note: Phrase?, trouble: Notice?) {
    guard case .sign(let items) = act else { return (nil, nil) }
    do {
      for item in items {
        guard let taker = try taker(item.page) else { continue }
        // Their PIN was typed just now, and the shift is theirs.
        if taker == signer, mayKeep(taker, try currentSnapshot()) { opened = .open(taker) }
        try putOnDuty(taker)
        return (.onDuty(taker), nil)
      }
      return (nil, nil)
    } catch { return (nil, .notOnDuty(Loading.notice(error), safe: .bothSigned)) }
  }

  mutating func putOnDuty(_ officer: Named) throws {
    _ = try setStation([DeskLikes.onDuty.column.name: officer.text])
  }

  /// Who is on duty now that a page is signed by everybody; nil where nobody takes over by it.
  private mutating func taker(_ id: PageID) throws -> Named? {
    guard let column = kinds.page(in: id.book.kind)?.layout.takesOver else { return nil }
    let (page, snapshot) = (try books.page(id), try currentSnapshot())
    guard page.missing == nil, let taker = page.named(column),
      try books.newestHandover(id.book)?.page.id == id
    else { return nil }
    // Who was on duty is not guessed.
    if let unread = snapshot.unread(.desk) { throw unread }
    return snapshot.station.onDuty?.code == taker.code ? nil : taker
  }
}

extension Phrase {
  fileprivate static let bothSigned = Phrase("双方签字已存。", "雙方簽字已存。", "Both signatures are saved.")

  fileprivate static func onDuty(_ taker: Named) -> Phrase {
    let name = taker.name
    return Phrase("现由 \(name) 值班。", "現由 \(name) 值班。", "\(name) is on duty now.")
  }
}

extension Notice {
  /// What it was for is done, and who is on duty could not be changed.
  static func notOnDuty(_ why: Notice, safe: Phrase) -> Notice {
    Notice(
      Phrase(
        "值班民警没有改：\(why.happened[.hans])", "值班民警沒有改：\(why.happened[.hant])",
        "Who is on duty was not changed: \(why.happened[.en])"),
      safe: safe,
      next: Phrase(
        "请在设置里改值班民警。", "請在設定裡改值班民警。", "Change the officer on duty in the settings."))
  }
}
