import Records
import Wording

/// A22: an informant who can't be reached or placed; fewer of them than were declared (R10, R11).
enum InformantGaps: RegisterRule {
  static let finds: [RuleID] = [.informantGap]
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
    let names = Phrase.first(of: lacking.map { $0["Alias"] ?? "" })
    let count = lacking.count
    return Finding(
      .informantGap, about: kind.rawValue, item: field, extent: lacking.count,
      place: .record(.informants, first["Code"] ?? ""),
      Phrase(
        "\(kind.label[.hans])信息员 \(count) 人未登记\(label[.hans])：\(names[.hans])",
        "\(kind.label[.hant])信息員 \(count) 人未登記\(label[.hant])：\(names[.hant])",
        "\(kind.label[.en]) informants: \(count) without \(label[.en].lowercased()): \(names[.en])")
    )
  }

  private static func shortfall(
    _ kind: InformantKind, _ count: Int, _ snapshot: Snapshot
  ) -> [Finding] {
    let station = snapshot.station
    let declared = kind == .taxi ? station.taxiDeclared : station.sanitationDeclared
    guard let declared, count < declared else { return [] }
    return [
      Finding(
        .informantGap, about: kind.rawValue, extent: declared - count,
        place: .newRecord(.informants, scope: nil, given: ["Kind": kind.rawValue]), act: .actAdd,
        Phrase(
          "\(kind.label[.hans])信息员登记 \(count) 人，应有 \(declared) 人",
          "\(kind.label[.hant])信息員登記 \(count) 人，應有 \(declared) 人",
          "\(kind.label[.en]) informants: \(count) registered of \(declared) declared"))
    ]
  }
}

extension RuleID {
  package static let informantGap = RuleID(
    "A22", of: "R10", Phrase("信息员不全", "信息員不全", "Informants"), .toComplete, act: .actComplete,
    Phrase(
      "信息员少于申报数，或缺电话、路段、车号。补登记，或补填缺项。", "信息員少於申報數，或缺電話、路段、車號。補登記，或補填缺項。",
      "There are fewer informants than declared, or a phone, section or vehicle is missing. Register or fill in."
    ))
}
