import Wording

/// What a message is for (R12, R13).
package enum MessageKind: String, Choice {
  case prompt, lookout, standdown
  /// Tells everybody whom a look-out went to that it holds longer.
  case longer = "extension"
  package static let table = "message"

  package var label: Phrase {
    switch self {
    case .prompt: Phrase("提示", "提示", "Prompt")
    case .lookout: Phrase("布控", "布控", "Look-out")
    case .standdown: Phrase("撤控", "撤控", "Stand-down")
    case .longer: Phrase("延期", "延期", "Extension")
    }
  }

  /// Whether it waits until quiet hours are over: what somebody has to look out for does not.
  package var keepsQuietHours: Bool { self == .prompt }

  /// Whether people answer it; what is told of a look-out afterwards belongs to that.
  package var isAnswered: Bool { self == .prompt || self == .lookout }
}

/// Who is reached, by the registers (R12, R13, R29).
package enum AudienceGroup: String, Choice {
  case sanitation, taxi, volunteers, leaders, watch
  package static let table = "audience"

  package var label: Phrase {
    switch self {
    case .sanitation: InformantKind.sanitation.label
    case .taxi: InformantKind.taxi.label
    case .volunteers: Phrase("义务巡防队员", "義務巡防隊員", "Volunteers")
    case .leaders: Phrase("队长", "隊長", "Team leaders")
    case .watch: Phrase("守望点", "守望點", "Watch posts")
    }
  }

  /// Whether its people have a section of their own, so that naming one narrows them.
  package var hasSections: Bool {
    switch self {
    case .sanitation, .volunteers, .watch: true
    case .taxi, .leaders: false
    }
  }
}

/// How far a text to one person has come.
package enum SendingState: String, Choice {
  /// Noted here, and not given to the gateway yet.
  case waiting
  /// Given to the gateway, which has not said what became of it.
  case handed
  /// Transmitted, as the gateway says; that somebody read it nobody can say.
  case sent
  case failed
  /// Never sent: its time was over, or it was stood down before.
  case dropped
  package static let table = "sending"

  package var label: Phrase {
    switch self {
    case .waiting: Phrase("待发", "待發", "Waiting")
    case .handed: Phrase("已交发", "已交發", "Handed over")
    case .sent: Phrase("已发出", "已發出", "Transmitted")
    case .failed: Phrase("失败", "失敗", "Failed")
    case .dropped: Phrase("未发", "未發", "Not sent")
    }
  }

  /// Whether nothing more comes of it.
  package var isOver: Bool { [.sent, .failed, .dropped].contains(self) }
}

/// What carries texts out of the station.
package enum GatewayKind: String, Choice {
  case gammu, platform
  package static let table = "gateway"

  package var label: Phrase {
    switch self {
    case .gammu: Phrase("短信猫（gammu-smsd）", "短信貓（gammu-smsd）", "Modem (gammu-smsd)")
    case .platform: Phrase("110 平台表格", "110 平臺表格", "Tables for the 110 platform")
    }
  }
}
