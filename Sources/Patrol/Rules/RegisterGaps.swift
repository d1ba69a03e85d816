import Records
import Wording

/// A22: an informant who can't be reached or placed; fewer of them than were declared (R10, R11).
enum InformantGaps: RegisterRule {
  static let reads: [RegisterKind] = [.informants]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    let table = snapshot.table(.informants)
    let all = (0..<table.count).map { table.texts(at: $0) }.filter {
      !snapshot.isPast($0, .informants)
    }
    return InformantKind.allCases.flatMap { kind -> [Finding] in
      let own = all.filter { $0["Kind"] == kind.rawValue }
      let fields = ["Phone", kind == .taxi ? "Vehicle" : "Section"]
      let gaps = fields.compactMap { field in gap(field, own.filter { $0[field] == nil }, kind) }
      return gaps + shortfall(kind, own.count, snapshot)
    }
  }

  private static func gap(
    _ field: String, _ lacking: [[String: String]], _ kind: InformantKind
  ) -> Finding? {
    guard let first = lacking.first, let label = RegisterKind.informants.column(field)?.label
    else { return nil }
    let names =
      lacking.prefix(3).map { $0["Alias"] ?? "" }.joined(separator: "、")
      + (lacking.count > 3 ? " 等" : "")
    let count = lacking.count
    return Finding(
      .informantGap, about: kind.rawValue, place: .register(.informants, first["Code"] ?? ""),
      Phrase(
        "\(kind.label[.hans])信息员 \(count) 人没有\(label[.hans])：\(names)",
        "\(kind.label[.hant])資訊員 \(count) 人沒有\(label[.hant])：\(names)",
        "\(kind.label[.en]) informants: \(count) without \(label[.en].lowercased()): \(names)"))
  }

  private static func shortfall(
    _ kind: InformantKind, _ count: Int, _ snapshot: Snapshot
  ) -> [Finding] {
    let station = snapshot.station
    let declared = kind == .taxi ? station.taxiDeclared : station.sanitationDeclared
    guard let declared, count < declared else { return [] }
    return [
      Finding(
        .informantGap, about: kind.rawValue, place: .registers(.informants, nil),
        Phrase(
          "\(kind.label[.hans])信息员登记 \(count) 人，应有 \(declared) 人",
          "\(kind.label[.hant])資訊員登記 \(count) 人，應有 \(declared) 人",
          "\(kind.label[.en]) informants: \(count) registered of \(declared) declared"))
    ]
  }
}

/// A23: a watch post without its caretaker, or with fewer people than it should have (R15, R16).
enum WatchGaps: RegisterRule {
  static let reads: [RegisterKind] = [.watch]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    snapshot.table(.watch).records.compactMap { record in
      guard let post = try? WatchPost.schema.parse(record),
        post.until.map({ snapshot.today < $0 }) ?? true
      else { return nil }
      if post.kind.needsCaretaker, post.actual == 0 || post.caretakers.isEmpty {
        return finding(
          post,
          Phrase(
            "\(post.name)（\(post.kind.label[.hans])）没有看护人员",
            "\(post.name)（\(post.kind.label[.hant])）沒有看護人員",
            "\(post.name) (\(post.kind.label[.en])): no caretaker"))
      }
      guard post.actual < post.required else { return nil }
      return finding(
        post,
        Phrase(
          "\(post.name) 应配 \(post.required) 人，实配 \(post.actual) 人",
          "\(post.name) 應配 \(post.required) 人，實配 \(post.actual) 人",
          "\(post.name): \(post.actual) of \(post.required) required"))
    }
  }

  private static func finding(_ post: WatchPost, _ text: Phrase) -> Finding {
    Finding(.watchGap, about: post.unit, place: .register(.watch, post.code), text)
  }
}

/// The same person twice in a register (R20): by identity number, phone, or name and team.
enum SamePerson: RegisterRule {
  static func findings(_ snapshot: Snapshot) -> [Finding] {
    snapshot.kinds.people.flatMap { kind in
      let table = snapshot.table(kind)
      return Duplicates(kind, in: snapshot).pairs().map { pair in
        let name = table.texts(pair.second).map { snapshot.title(of: $0, kind) } ?? pair.second
        let by = pair.by.label
        return Finding(
          .samePerson, about: pair.second, place: .merge(kind, pair.second),
          Phrase(
            "\(name)（\(pair.second)）与 \(pair.first) \(by[.hans])相同，疑为同一人",
            "\(name)（\(pair.second)）與 \(pair.first) \(by[.hant])相同，疑為同一人",
            "\(name) (\(pair.second)) may be \(pair.first): same \(by[.en])"))
      }
    }
  }
}

extension Duplicates.Likeness {
  package var label: Phrase {
    switch self {
    case .identity: .identity
    case .phone: .phone
    case .nameAndPlace: Phrase("姓名和队伍（单位）", "姓名和隊伍（單位）", "name and team")
    }
  }
}

/// A26: personal data of people who have left, or past its keeping time (R28).
enum PastKeeping: RegisterRule {
  static func findings(_ snapshot: Snapshot) -> [Finding] {
    let due = Erasing(snapshot).due
    guard let first = due.first else { return [] }
    let count = due.count
    return [
      Finding(
        .pastKeeping, about: first.code, place: .erase,
        Phrase(
          "\(count) 人的个人信息到期应清除", "\(count) 人的個人資訊到期應清除",
          "personal data of \(count) people is due to be erased"))
    ]
  }
}
