import Patrol
import Records
import Terminal
import Wording

/// What can be pressed here, as many hints as fit, those of this place first.
struct HintBar: Block {
  let lines: [KeyLine]
  let isTyping: Bool
  /// Whether this is a place from which one goes on to record something.
  let leadsToRecording: Bool
  /// Whether the console asks who is there.
  let isAsking: Bool
  let world: World

  var height: Extent { .cells(1) }

  func draw(in area: Rect, on surface: inout Surface) {
    surface.fill(area, role: .bar)
    let clock = world.now.moment.clock
    let right = " \(clock) "
    var x = 1
    let end = area.width - right.cells
    for (key, label) in fitting(end - x) {
      surface.write(key, in: area.from(x), role: .hintKey)
      surface.write(" " + label, in: area.from(x + key.cells), role: .hint)
      x += key.cells + 1 + label.cells + 2
    }
    surface.write(right, in: area.from(end), role: .barDim)
  }

  /// The hints there is room for.
  ///
  /// The last one, help, is always among them: it names the others.
  ///
  /// - Parameter width: in cells; the last hint needs no gap of two behind it.
  private func fitting(_ width: Int) -> [(String, String)] {
    func cells(_ hint: (String, String)) -> Int { hint.0.cells + 1 + hint.1.cells + 2 }
    let hints = hints
    var left = width + 2 - (hints.last.map(cells) ?? 0)
    let shown = hints.dropLast().prefix {
      left -= cells($0)
      return left >= 0
    }
    return shown + hints.suffix(1)
  }

  /// What leads on to recording, then the place's own, then what works everywhere.
  ///
  /// A key that the place takes for itself, or an act that it names itself, is not shown twice.
  private var hints: [(String, String)] {
    let own = lines.filter(\.isHint)
    let global = GlobalKeys.working(isAsking: isAsking).map(\.plain).filter { line in
      line.isHint
        && !own.contains { $0.name == line.name || !Set($0.keys).isDisjoint(with: line.keys) }
    }
    let recording: [ActionName] = [.recordPatrol, .recordInspection]
    let lead = leadsToRecording ? global.filter { recording.contains($0.name) } : []
    return (lead + own + global.filter { !recording.contains($0.name) }).compactMap { line in
      guard let key = usableKey(line) else { return nil }
      return (key.hintName(world.glyphs), line.name.phrase[world.language])
    }
  }

  /// The key that works now: while text is typed, a letter does not.
  private func usableKey(_ line: KeyLine) -> Key? {
    line.keys.first { if case .character = $0 { !isTyping } else { true } }
  }
}

extension Key {
  func hintName(_ glyphs: Glyphs) -> String { name }
}

/// What happened, what is safe, what to do next, in as many lines as it takes (three at most).
struct MessageBlock: Block {
  let message: DeskMessage
  let world: World

  /// How many lines a message takes at most.
  static let most = 3

  var lines: [String] {
    Array(
      LineBreak.lines(message.text[world.language], width: world.size.width - 2).prefix(Self.most))
  }

  var height: Extent { .cells(lines.count) }

  func draw(in area: Rect, on surface: inout Surface) {
    let role: Role = message.isError ? .messageError : .message
    surface.fill(area, role: role)
    for (index, line) in lines.enumerated() {
      surface.write(line, in: area.line(index).from(1), role: role)
    }
  }
}

/// The page for a window that is too small; it goes away with a larger one and no form is lost.
struct TooSmall: Block {
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let (width, height) = (area.width, area.height)
    let texts = [
      Phrase("窗口太小", "視窗太小", "The window is too small"),
      Phrase(
        "需要 60×16，现在 \(width)×\(height)", "需要 60×16，現在 \(width)×\(height)",
        "60x16 needed, \(width)x\(height) now"),
      Phrase("放大后继续，内容都在", "放大後繼續，內容都在", "Make it larger; nothing is lost"),
    ].map { $0[world.language] }
    let middle = area.centred(Size(width, texts.count))
    for (index, text) in texts.enumerated() {
      let x = max(0, (width - text.cells) / 2)
      surface.write(
        text.clipped(to: width), in: middle.line(index).from(x),
        role: index == 0 ? .bold : .plain)
    }
  }
}
