import Patrol
import Records
import Terminal
import Wording

/// Asks the modem once a minute what became of texts and what came, for a screen that shows it.
///
/// The clock stands still while somebody types, and so does this.
struct GatewayPoll: Sendable {
  /// Seconds from one time to the next.
  private static let pause = 60

  private var last: Int
  /// Whether the next answer is that of the gateway.
  private var isAsked: Bool
  /// Why the gateway did not answer the last time; nil where it did.
  private(set) var fault: Notice?
  /// Files in its inbox that are no texts.
  private var others = 0

  /// For a screen that is opened with `first`.
  init(in world: World) {
    (last, isAsked) = (world.now.instant, !Self.first(in: world).isEmpty)
  }

  /// What a screen asks for when it is opened; nothing where texts go out by table, or not at all.
  static func first(in world: World) -> [Effect] {
    world.hasDirectory && world.snapshot.station.desk.gateway == .gammu
      ? [.perform(.exchangeMessages)] : []
  }

  mutating func tick(in world: World) -> [Effect] {
    abs(world.now.instant - last) >= Self.pause ? ask(in: world) : []
  }

  /// Asks at once: something new waits to go out.
  mutating func ask(in world: World) -> [Effect] {
    guard !isAsked else { return [] }
    last = world.now.instant
    let effects = Self.first(in: world)
    isAsked = !effects.isEmpty
    return effects
  }

  /// What is said of an answer; nil for one that is none of the gateway's.
  ///
  /// The same fault is said once, and what is usual not at all.
  mutating func receive(_ outcome: Outcome) -> [Effect]? {
    guard isAsked else { return nil }
    isAsked = false
    switch outcome {
    case .failed(let notice, _):
      defer { fault = notice }
      return fault == notice ? [] : [.complain(notice)]
    case .done(let done):
      fault = nil
      guard let exchanged = done.answer as? Exchanged else { return done.saying }
      others = exchanged.others
      return exchanged.received > 0 || exchanged.failed > 0 ? done.saying : []
    case .unchanged:
      fault = nil
      return []
    }
  }

  /// How texts leave the station, where that is not by itself.
  func note(in world: World) -> Line? {
    let station = world.snapshot.station
    switch station.desk.gateway {
    case nil: return Line("\(world.glyphs.urgent) \(Phrase.noGateway[world.language])", .warning)
    case .platform: return Line(Phrase.byTable[world.language], .dim)
    case .gammu:
      let said =
        fault?.line(world.language, at: .console)
        ?? (others > 0 ? Phrase.noTexts(others)[world.language] : nil)
      return said.map { Line("\(world.glyphs.urgent) \($0)", .warning) }
    }
  }
}

extension Phrase {
  fileprivate static func noTexts(_ count: Int) -> Phrase {
    Phrase(
      "短信猫的 inbox 里有 \(count) 个文件没有收：不是短信，或超过 1 MB。请看一看。",
      "短信貓的 inbox 裡有 \(count) 個檔案沒有收：不是短信，或超過 1 MB。請看一看。",
      "\(count) files in the modem's inbox were left: no texts, or over 1 MB. Look at them.")
  }
  fileprivate static let noGateway = Phrase(
    "没有设短信网关，短信只排队，发不出去：C-p“本所设置”里选短信猫或 110 平台表格。",
    "沒有設短信網關，短信只排隊，發不出去：C-p「本所設定」裡選短信貓或 110 平臺表格。",
    "No gateway is set: messages wait and can't go out. C-p “Station settings”: choose a modem or tables for the 110 platform."
  )
  fileprivate static let byTable = Phrase(
    "网关是 110 平台表格：在 5 按 > 写待发的，交平台；按 < 读回执和回复。",
    "網關是 110 平臺表格：在 5 按 > 寫待發的，交平臺；按 < 讀回執和回覆。",
    "Texts go out by table: at 5 > writes what waits for the platform, < reads its receipts and replies."
  )
}
