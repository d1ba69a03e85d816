import Wording

/// Who reported it.
package enum LeadSource: String, Choice {
  case patrol, inspection, informant, watch, `public`, other
  package static let table = "leadsource"

  package var label: Phrase {
    switch self {
    case .patrol: Phrase("巡防队", "巡防隊", "Patrol")
    case .inspection: Phrase("检查", "檢查", "Inspection")
    case .informant: Phrase("信息员", "信息員", "Informant")
    case .watch: Phrase("守望点", "守望點", "Watch post")
    case .public: Phrase("群众", "群眾", "The public")
    case .other: Phrase("其他", "其他", "Other")
    }
  }
}

/// What it is about.
package enum LeadSubject: String, Choice {
  case person, vehicle, object, other
  package static let table = "leadsubject"

  package var label: Phrase {
    switch self {
    case .person: Phrase("人员", "人員", "Person")
    case .vehicle: Phrase("车辆", "車輛", "Vehicle")
    case .object: Phrase("物品", "物品", "Article")
    case .other: Phrase("其他", "其他", "Other")
    }
  }
}

/// How soon its outcome is due; after how many hours is a setting (`Policy`).
package enum LeadUrgency: String, Choice {
  case urgent, prompt, ordinary
  package static let table = "urgency"

  package var label: Phrase {
    switch self {
    case .urgent: Phrase("立即", "立即", "At once")
    case .prompt: Phrase("当日", "當日", "Promptly")
    case .ordinary: Phrase("一般", "一般", "Ordinary")
    }
  }
}

/// What it turned out to be; that nobody can tell is an outcome too.
package enum LeadOutcome: String, Choice {
  case substantiated, ruledout, falsealarm, unverifiable
  package static let table = "leadoutcome"

  package var label: Phrase {
    switch self {
    case .substantiated: Phrase("属实", "屬實", "Substantiated")
    case .ruledout: Phrase("排除", "排除", "Ruled out")
    case .falsealarm: Phrase("误报", "誤報", "False alarm")
    case .unverifiable: Phrase("无法核实", "無法核實", "Can't be verified")
    }
  }
}
