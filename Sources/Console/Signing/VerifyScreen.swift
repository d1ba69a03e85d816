import Patrol
import Records
import Terminal
import Wording

/// Every digest, chain and signature of every volume, looked at beside the keys, with what is wrong
/// in words.
struct VerifyScreen: Screen {
  typealias Action = ListAction
  static let title = ActionName.verify.phrase
  static let purpose = Phrase(
    "把每一页的指纹、页链和签字都核一遍，被改过的会指出卷和页。核完看清单；有不符的先别动，报巡防办。",
    "把每一頁的指紋、頁鏈和簽字都核一遍，被改過的會指出卷和頁。核完看清單；有不符的先別動，報巡防辦。",
    "Checks digest, chain and signature of every page and names volume and page of what was changed. Leave what is wrong as it is and report it to the office."
  )
  static let keys: [Binding<ListAction>] =
    [
      Binding(.enter, .f(5), does: .open, .verifyAgain, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<ListAction>.steps { .step($0) }

  private var cursor = Cursor()
  /// Volumes; nil before the first was looked at.
  private var progress: (done: Int, of: Int)?
  private var result: Verified?

  init() {}

  var wouldLose: Phrase? { result == nil ? Job.verify.wouldEnd : nil }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .progress(.running(let done, let of)): progress = (done, of)
    case .progress(.brought(let verified as Verified)): (result, progress) = (verified, nil)
    case .progress(.failed(let notice)): return [.complain(notice)]
    case .action(.open) where result != nil:
      (result, progress) = (nil, nil)
      cursor.reset()
      return [.start(.verify)]
    case .action(.back): return [.stop(.verifying), .close]
    case .action(let action):
      let shown = shown(for: action, in: world)
      _ = cursor.move(action, count: result?.told.count ?? 0, shown: shown)
    case .progress, .text, .paste, .outcome, .tick: break
    }
    return []
  }

  func view(in world: World) -> any Block {
    let findings = result?.told ?? []
    let at = findings.isEmpty ? nil : min(cursor.index, findings.count - 1)
    let chosen = at.map { findings[$0].line(world.language, at: .console) } ?? ""
    let detail = LineBreak.lines(chosen, width: max(20, world.size.width - 4)).prefix(5)
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(Self.title[world.language], .titleFocus),
        note: Line(
          result.map { Phrase.items($0.told.count)[world.language] } ?? "",
          findings.isEmpty ? .dim : .urgent), isFocused: true, glyphs: world.glyphs
      ) {
        VerifyState(progress: progress, result: result, world: world)
        Table(
          [.init("", .cells(1)), .init("", .share(1))], count: findings.count, selected: at,
          isFocused: true, hasHeading: false
        ) { [Line(world.glyphs.urgent, .urgent), Line(findings[$0].happened[world.language])] }
        RuleLine(glyphs: world.glyphs)
        Lines(detail.map { Line(" " + $0) }).height(.cells(5))
      }
    }
  }
}

/// How far verification is, or what came of it; the cursor rests here.
struct VerifyState: Block {
  let progress: (done: Int, of: Int)?
  let result: Verified?
  let world: World

  var height: Extent { .cells(2) }

  func draw(in area: Rect, on surface: inout Surface) {
    let room = area.inset(1, 0)
    surface.caret = Point(room.x, room.y)
    if let result {
      let isWhole = result.findings.isEmpty && result.unread.isEmpty
      Line(
        result.extent[world.language] + verdict(result)[world.language], isWhole ? .good : .urgent
      ).draw(in: room.line(0), on: &surface)
      // What the notes of heads say that are kept here; a finding among them stands in the list.
      let compared = result.compared.map { $0[world.language] }.joined(separator: "  ")
      Line(compared.clipped(to: room.width), .dim).draw(in: room.line(1), on: &surface)
      return
    }
    let (done, of) = progress ?? (0, 0)
    let text = Phrase(
      "正在核验 \(done)/\(of) 卷，Esc 停止", "正在核驗 \(done)/\(of) 卷，Esc 停止",
      "Verifying \(done)/\(of) volumes, Esc stops")
    Line(text[world.language]).draw(in: room.line(0), on: &surface)
    guard of > 0 else { return }
    let bar = room.line(1)
    surface.fill(bar, role: .fieldFocus)
    surface.fill(bar.from(0, width: bar.width * done / of), role: .bar)
    surface.write(" \(done * 100 / of)% ", in: bar.from(bar.width * done / of), role: .fieldFocus)
  }

  /// Only what was looked at as a whole is said to agree.
  private func verdict(_ result: Verified) -> Phrase {
    let (wrong, unread) = (result.findings.count, result.unread.count)
    switch (wrong, unread) {
    case (0, 0): return Phrase("：全部相符。", "：全部相符。", ": all agree.")
    case (_, 0):
      return Phrase("：有 \(wrong) 处不符。", "：有 \(wrong) 處不符。", ": \(wrong) do not agree.")
    case (0, _):
      return Phrase(
        "：没有核完，\(unread) 处未读入。", "：沒有核完，\(unread) 處未讀入。",
        ": not all was verified, \(unread) not read.")
    default:
      return Phrase(
        "：有 \(wrong) 处不符；没有核完，\(unread) 处未读入。",
        "：有 \(wrong) 處不符；沒有核完，\(unread) 處未讀入。",
        ": \(wrong) do not agree; not all was verified, \(unread) not read.")
    }
  }
}
