import Records
import Wording

/// One of the nine goals of the order: 两个下降、两个遏制、五个不发生 (R3).
package enum Goal: String, Choice {
  case homicide, preventable, gravecrime, accident, security, mass, financial, casualties, terror
  package static let table = "goal"

  /// What the order wants of it.
  package enum Aim: CaseIterable, Hashable, Sendable {
    /// Fewer than in the same time of last year.
    case falls
    /// Curbed and reduced: no more than last year.
    case isCurbed
    /// Not at all.
    case neverHappens

    package var title: Phrase {
      switch self {
      case .falls: Phrase("两个下降", "兩個下降", "Two fall")
      case .isCurbed: Phrase("两个遏制", "兩個遏制", "Two are curbed")
      case .neverHappens: Phrase("五个不发生", "五個不發生", "Five never happen")
      }
    }

    /// The rule by which it is judged, as the screen says it.
    package var rule: Phrase {
      switch self {
      case .falls: Phrase("少于去年同期", "少於去年同期", "fewer than last year")
      case .isCurbed: Phrase("不多于去年同期", "不多於去年同期", "no more than last year")
      case .neverHappens: Phrase("不发生", "不發生", "none at all")
      }
    }
  }

  /// Its place among the nine.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package var aim: Aim {
    switch self {
    case .homicide, .preventable: .falls
    case .gravecrime, .accident: .isCurbed
    case .security, .mass, .financial, .casualties, .terror: .neverHappens
    }
  }

  /// Whether units declare it and nobody registers cases: no person stands in it.
  package var isDeclared: Bool { self == .security || self == .mass }

  /// As the order calls it (工作目标).
  package var label: Phrase {
    switch self {
    case .homicide: Phrase("现行命案", "現行命案", "Current homicides")
    case .preventable: Phrase("可防性案件", "可防性案件", "Preventable cases")
    case .gravecrime:
      Phrase(
        "重大抢劫抢夺盗窃、严重暴力", "重大搶劫搶奪盜竊、嚴重暴力", "Major robbery, snatching, theft, grave violence")
    case .accident: Phrase("重特大安全事故", "重特大安全事故", "Grave accidents")
    case .security: Phrase("影响国家安全、政治稳定", "影響國家安全、政治穩定", "National security, stability")
    case .mass: Phrase("大规模群体性事件", "大規模群體性事件", "Large mass events")
    case .financial: Phrase("盗抢金融单位得逞", "盜搶金融單位得逞", "Financial units robbed")
    case .casualties:
      Phrase("群死群伤爆炸交通火灾", "群死群傷爆炸交通火災", "Mass casualties: blast, traffic, fire")
    case .terror: Phrase("恐怖袭击重点目标得逞", "恐怖襲擊重點目標得逞", "Attacks on key targets")
    }
  }
}
