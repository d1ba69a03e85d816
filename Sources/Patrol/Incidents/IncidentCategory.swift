import Records
import Wording

/// What kind of case or event an incident is, by the order's goals and the bulletins of the police.
package enum IncidentCategory: String, Choice {
  case homicide, robbery, snatching, violence
  case burglary, shop, vehicle, ebike, facility, livestock, theft
  case fraud, fight, accident, financial, casualties, terror, other
  package static let table = "incident"

  package var label: Phrase {
    switch self {
    case .homicide: Phrase("命案", "命案", "Homicide")
    case .robbery: Phrase("抢劫", "搶劫", "Robbery")
    case .snatching: Phrase("抢夺", "搶奪", "Snatching")
    case .violence: Phrase("其他严重暴力", "其他嚴重暴力", "Other grave violence")
    case .burglary: Phrase("入室盗窃", "入室盜竊", "Burglary")
    case .shop: Phrase("盗窃商铺", "盜竊商鋪", "Theft from a shop")
    case .vehicle: Phrase("盗窃机动车", "盜竊機動車", "Theft of a motor vehicle")
    case .ebike: Phrase("盗窃电动车", "盜竊電動車", "Theft of an electric bicycle")
    case .facility: Phrase("盗割电力通信设施", "盜割電力通信設施", "Theft of power or telephone lines")
    case .livestock: Phrase("盗窃牲畜农机", "盜竊牲畜農機", "Theft of livestock or farm machines")
    case .theft: Phrase("其他盗窃", "其他盜竊", "Other theft")
    case .fraud: Phrase("诈骗", "詐騙", "Fraud")
    case .fight: Phrase("打架伤害", "打架傷害", "Assault")
    case .accident: Phrase("重特大安全事故", "重特大安全事故", "Grave accident")
    case .financial: Phrase("盗抢金融单位得逞", "盜搶金融單位得逞", "Financial unit robbed")
    case .casualties: Phrase("群死群伤事故", "群死群傷事故", "Accident with mass casualties")
    case .terror: Phrase("恐怖袭击得逞", "恐怖襲擊得逞", "Terrorist attack")
    case .other: Phrase("其他", "其他", "Other")
    }
  }

  /// Whether the major ones among such cases are what the order wants curbed; each incident says it for itself.
  package var mayBeMajor: Bool {
    switch self {
    case .robbery, .snatching, .burglary, .shop, .vehicle, .ebike, .facility, .livestock, .theft,
      .financial:
      true
    default: false
    }
  }

  /// Whether patrols prevent such cases as a rule; each incident says it for itself.
  package var isPreventable: Bool {
    switch self {
    case .robbery, .snatching, .burglary, .shop, .vehicle, .ebike, .facility, .livestock, .theft:
      true
    default: false
    }
  }
}
