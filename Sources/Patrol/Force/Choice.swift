import Records
import Wording

/// A closed set of codes that rules depend on: its words in files, its labels on screens.
package protocol Choice: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  static var table: String { get }
  var label: Phrase { get }
}

extension FieldType where Value: Choice {
  package static var choice: FieldType {
    FieldType(
      entry: .code(Value.table), expected: .oneOfTheList, parse: { Value(rawValue: $0) },
      print: \.rawValue)
  }
}

/// The three tiers of the patrol force (R4–R6).
package enum Tier: String, Choice {
  case city, township, village
  package static let table = "tier"

  package var label: Phrase {
    switch self {
    case .city: Phrase("市级", "市級", "City")
    case .township: Phrase("乡镇街道", "鄉鎮街道", "Township")
    case .village: Phrase("社区村组", "社區村組", "Village")
    }
  }

  /// What each of its people is issued (R18): what they wear and carry, and a torch.
  package var issue: [EquipmentItem] {
    turnout.compactMap(EquipmentItem.init) + [.torch]
  }

  /// Whether the order has it patrol in file (R19).
  package var isInFile: Bool { self != .village }

  /// What the order asks each tier to wear and carry (R19).
  package var turnout: [String] {
    switch self {
    case .city: ["uniform", "baton"]
    case .township: ["uniform", "baton", "armband"]
    case .village: ["armband"]
    }
  }
}

package enum UnitKind: String, Choice {
  case city, bureau, station, township, subdistrict, community, village, department
  package static let table = "unit"

  /// Whether it sets up a leading group of its own (R1, R17).
  var hasLeadingGroup: Bool {
    switch self {
    case .city, .township, .subdistrict, .department: true
    case .bureau, .station, .community, .village: false
    }
  }

  /// A township, or a subdistrict of the town.
  package var isTownship: Bool { tierOfTeam == .township }

  /// The tier of the team that it has to have (R4–R6).
  var tierOfTeam: Tier? {
    switch self {
    case .city: .city
    case .township, .subdistrict: .township
    case .community, .village: .village
    case .bureau, .station, .department: nil
    }
  }

  package var label: Phrase {
    switch self {
    case .city: Phrase("市", "市", "City")
    case .bureau: Phrase("公安局", "公安局", "Bureau")
    case .station: Phrase("派出所", "派出所", "Station")
    case .township: Phrase("乡镇", "鄉鎮", "Township")
    case .subdistrict: Phrase("街道", "街道", "Subdistrict")
    case .community: Phrase("社区", "社區", "Community")
    case .village: Phrase("村", "村", "Village")
    case .department: Phrase("部门", "部門", "Department")
    }
  }
}

package enum Post: String, Choice {
  case leader, deputy, member
  package static let table = "post"

  package var label: Phrase {
    switch self {
    case .leader: Phrase("队长", "隊長", "Leader")
    case .deputy: Phrase("副队长", "副隊長", "Deputy")
    case .member: Phrase("队员", "隊員", "Member")
    }
  }
}

package enum Service: String, Choice {
  case full, part
  package static let table = "service"

  package var label: Phrase {
    switch self {
    case .full: Phrase("专职", "專職", "Full time")
    case .part: Phrase("兼职", "兼職", "Part time")
    }
  }
}
