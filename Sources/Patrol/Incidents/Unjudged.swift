import Records
import Wording

/// A41: a case of the days that are compared of which nobody has judged what a goal depends on (R3).
enum Unjudged: RegisterRule {
  static let finds: [RuleID] = [.unjudged]
  static let reads: [RegisterKind] = [.incidents]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    let days = GoalSpan(snapshot, on: snapshot.today).now
    return snapshot.incidentFacts.during(days, snapshot.station).filter(\.isUnjudged).compactMap {
      snapshot.incident($0)
    }.map { finding($0, snapshot) }
  }

  private static func finding(_ incident: Incident, _ snapshot: Snapshot) -> Finding {
    let (name, lacking) = (snapshot.unitName(incident.unit), incident.unjudged)
    return Finding(
      .unjudged, about: incident.unit, item: incident.code,
      since: snapshot.station.patrolDay(incident.from),
      place: .record(.incidents, incident.code),
      Phrase { language in
        let labels = lacking.map { $0.label[language] }.joined(separator: language.separator)
        return Phrase(
          "\(name) \(incident.from.day.monthAndDay) \(incident.category.label[.hans])：“\(labels)”未判",
          "\(name) \(incident.from.day.monthAndDay) \(incident.category.label[.hant])：「\(labels)」未判",
          "\(name), \(incident.from.day.monthAndDay), \(incident.category.label[.en]): “\(labels)” not judged"
        )[language]
      })
  }
}

extension RuleID {
  package static let unjudged = RuleID(
    "A41", of: "R3", Phrase("案件未判", "案件未判", "Not judged"), act: .actComplete,
    Phrase(
      "本期案事件里可防性、重大没有判的：不算“否”，所属目标判了才知道。修改登记，写明是或否，自动消去。",
      "本期案事件裡可防性、重大沒有判的：不算「否」，所屬目標判了才知道。修改登記，寫明是或否，自動消去。",
      "Incidents of these days of which nobody has said whether they were preventable or major: that is no “no”. Edit the record and say it."
    ))
}
