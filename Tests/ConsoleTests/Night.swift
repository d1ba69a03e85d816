import Records
import TestSupport

/// A made-up night as it stands on the telephone list: what was told of every team, and what was inspected.
///
/// Names and numbers are read from the registers' files as they stand there, and from nothing else.
struct Night {
  struct Call {
    /// Its place in the register of teams, 1 the first.
    let number: Int
    let team: String
    let from: Int
    let to: Int
    let due: [String]
    /// Places on the roll, with the reason's digit.
    let away: [(place: Int, reason: Int)]
    /// How many points the route has; nil where the team has no route.
    let points: Int?
    let missed: Int?
    /// The code's two digits, what it means in the file, and whether that becomes intelligence.
    let found: (digits: String, code: String, isReported: Bool)?
    let seen: String
  }

  struct Visit {
    let team: String
    let number: Int
    let from: Int
    let minutes: Int
    let due: Int
    let away: [(place: Int, reason: Int)]
    let points: String
    let isRefused: Bool
  }

  let calls: [Call]
  let visits: [Visit]
  private let members: [String: [(code: String, name: String)]]

  /// The reasons by their digits, as the files say them.
  static let reasons = ["", "sick", "leave", "duty", "training", "unexcused"]
  private static let findings: [(String, String, Bool)] = [
    ("11", "hazard", false), ("21", "suspicious-vehicle", true), ("22", "suspicious-person", true),
    ("23", "suspicious-article", true), ("42", "help", false), ("91", "other", false),
  ]
  private static let texts = ["厢式货车停在村口约40分钟", "变压器围栏门未锁，已锁好", "一人问路，已指明"]

  init(_ scratch: Scratch, seed: UInt64) throws {
    var dice = seed
    func roll(_ sides: Int) -> Int {
      dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((dice >> 33) % UInt64(sides))
    }
    func register(_ name: String) throws -> [PlainPages.Page] {
      PlainPages.records(try scratch.text("register/QSP/\(name).rec")).filter { $0["Code"] != nil }
    }
    let teams = try register("teams")
    let members = Dictionary(
      grouping: try register("members").filter { $0["Until"] == nil }, by: { $0["Team"] ?? "" }
    ).mapValues { people in
      people.map { (code: $0["Code"] ?? "", name: $0["Name"] ?? "") }.sorted { $0.code < $1.code }
    }
    let routes = try register("routes").filter { $0["Until"] == nil }
    self.members = members
    calls = teams.enumerated().map { index, team in
      let code = team["Code"] ?? ""
      let due = (members[code] ?? []).map(\.code)
      let from = 18 * 60 + 30 + 5 * roll(36), length = 60 + 5 * roll(28)
      let away = roll(3) == 0 ? [(1 + roll(due.count - 1) + 1, 1 + roll(5))] : []
      let own = routes.filter { $0["Team"] == code }
      let points = own.count == 1 ? own[0]["Points"]?.split(separator: ";").count : nil
      let found = roll(3) == 0 ? Self.findings[roll(Self.findings.count)] : nil
      return Call(
        number: index + 1, team: code, from: from, to: from + length, due: due,
        away: away.filter { $0.0 <= due.count }.map { (place: $0.0, reason: $0.1) },
        points: points, missed: points.flatMap { $0 > 1 && roll(3) == 0 ? 1 + roll($0) : nil },
        found: found.map { (digits: $0.0, code: $0.1, isReported: $0.2) },
        seen: found == nil ? "" : Self.texts[roll(Self.texts.count)])
    }
    // Those of the station's own township first: what is open there is handed over.
    let villages = teams.enumerated().filter { $0.element["Tier"] == "village" }
    let own = villages.filter { $0.element["Code"]?.hasPrefix("QS-") == true }
    let others = villages.filter { $0.element["Code"]?.hasPrefix("QS-") == false }
    visits = (own + others).prefix(6).enumerated().map { place, village in
      let code = village.element["Code"] ?? ""
      return Visit(
        team: code, number: village.offset + 1, from: 20 * 60 + 20 * place, minutes: 20 + place,
        due: (members[code] ?? []).count,
        away: place == 1 ? [(place: 3, reason: 5)] : [],
        points: place == 1 ? "12211111" : place == 3 ? "11211113" : "11111111",
        isRefused: place == 2)
    }
  }

  func person(_ team: String, _ place: Int) -> (code: String, name: String)? {
    members[team].flatMap { $0.indices.contains(place - 1) ? $0[place - 1] : nil }
  }

  /// `1930`, and after midnight `0130`.
  static func clock(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60)
    return (hour < 10 ? "0" : "") + "\(hour)" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// `2026-11-25 19:30`, the night's later hours on the day after.
  static func moment(_ minutes: Int, _ day: String, _ next: String) -> String {
    let clock = clock(minutes)
    return "\(minutes < 1440 ? day : next) \(clock.prefix(2)):\(clock.suffix(2))"
  }
}

extension Night.Call {
  /// The same keys for every team; a finding brings three lines more.
  var keys: String {
    let crew =
      away.isEmpty ? "\(due.count)" : "\(due.count - away.count)/\(due.count)" + marks(away)
    let passed = points.map { count in missed.map { "\(count - 1)-\($0)" } ?? "\(count)" } ?? ""
    let finding = found.map { "\($0.digits)<Enter>\(seen)<Enter>3" } ?? "01"
    return "<F2>\(number)<Enter>\(Night.clock(from))-\(Night.clock(to))<Enter>\(crew)<Enter>"
      + "\(passed)<Enter>\(finding)<F10>"
  }
}

func marks(_ away: [(place: Int, reason: Int)]) -> String {
  away.map { "-\($0.place).\($0.reason)" }.joined()
}
