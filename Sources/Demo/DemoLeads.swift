import Patrol
import Records

/// What the demo city's patrols and informants reported, in every stage of its life, in neutral words.
extension DemoCity {
  /// Records about pages that tell something, the newest two left out: they are reported by their page alone.
  ///
  /// - Parameter pages: what was written into the books.
  package func leads(after pages: [Page]) throws -> [Lead] {
    let struckOut = Set(
      pages.filter { $0.record["Kind"] == Amendment.Kind.void.rawValue }
        .compactMap { $0.record["Corrects"].flatMap(PageReference.init)?.id })
    let told = pages.filter {
      $0.record["Intelligence"] == "yes" && $0.record["Kind"] == PatrolEntry.kind
        && !struckOut.contains($0.id)
    }.compactMap { page in
      page.record["To"].flatMap { Moment($0) }.map { (page: page, at: $0) }
    }.filter { $0.at < now.moment }.sorted { ($0.at, $0.page.id.text) < ($1.at, $1.page.id.text) }
    var all = try told.dropLast(2).map { try lead($0.page, at: $0.at) } + byHand()
    all.sort { $0.reported < $1.reported }
    let cases = try incidents()
    return try all.enumerated().map { index, lead in
      try live(
        Lead.schema.make(like: lead) { $0.code = "QSP-Q-\(digits(index + 1, 4))" },
        back: all.count - 1 - index, of: cases)
    }
  }

  private func lead(_ page: Page, at back: Moment) throws -> Lead {
    let observed = page.record["Observed"] ?? ""
    return try Lead.schema.make {
      $0.code = "QSP-Q-0000"
      $0.facts = observed.replacing("\n", with: " ")
      $0.reported = back
      $0.source = .patrol
      $0.page = page.id
      $0.subject = observed.contains("车1辆") ? .vehicle : .person
      $0.unit = teams.first { $0.code == page.id.book.owner }?.unit ?? station.unit
      $0.urgency = .prompt
    }
  }

  /// From an informant, by the alias, and from somebody who called.
  private func byHand() throws -> [Lead] {
    let unit = units.first { $0.kind == .township }?.code ?? station.unit
    let informant = try informants().first
    return [
      try Lead.schema.make {
        $0.code = "QSP-Q-0000"
        $0.facts = "2人凌晨逐个查看沿街店铺卷闸门，见人离开"
        $0.reported = now.moment + -30 * 60
        $0.source = .informant
        $0.informant = informant.map { Named($0.code, $0.alias) }
        $0.subject = .person
        $0.unit = unit
        $0.urgency = .prompt
      },
      try Lead.schema.make {
        $0.code = "QSP-Q-0000"
        $0.facts = "机井旁有新鲜拖拽痕迹，电缆完好"
        $0.reported = now.moment + -5 * 60
        $0.source = .public
        $0.subject = .object
        $0.unit = unit
        $0.urgency = .ordinary
      },
    ]
  }

  /// As far as it has come: the newest is nobody's, the next two are looked into, all before have outcomes.
  ///
  /// - Parameter cases: what happened; what was substantiated belongs to the last of them before it in its unit.
  private func live(_ lead: Lead, back: Int, of cases: [Incident]) throws -> Lead {
    let outcomes: [LeadOutcome] = [
      .ruledout, .falsealarm, .ruledout, .substantiated, .unverifiable,
    ]
    let officer = officers[back % officers.count].named
    func at(_ minutes: Int) -> Moment { min(lead.reported + minutes, now.moment) }
    return try Lead.schema.make(like: lead) {
      $0.findings = ""
      guard back > 0 else { return }
      $0.officer = officer
      $0.assigned = at(25)
      guard back > 1 else { return }
      $0.checked = at(20 * 60)
      $0.findings = "到场查看，访问周围3户"
      guard back > 2 else { return }
      let outcome = outcomes[back % outcomes.count]
      $0.outcome = outcome
      if outcome == .substantiated {
        let places = Set(units.filter { $0.parent == lead.unit }.map(\.code) + [lead.unit])
        $0.incident = cases.last { $0.from < lead.reported && places.contains($0.unit) }?.code
      }
      $0.findings = Self.findings(outcome, lead.subject)
      $0.closed = at(22 * 60)
      $0.told = "班前会上告知带队人"
    }
  }

  /// What looking into it found, so that the outcome follows from it.
  private static func findings(_ outcome: LeadOutcome, _ subject: LeadSubject) -> String {
    switch (outcome, subject) {
    case (.ruledout, .vehicle): "找到车主，系本村住户来接亲属，手续齐全"
    case (.ruledout, _): "访问周围3户，系来走亲戚的，当晚已返回"
    case (.falsealarm, _): "到场未见，与报告人核对，系看错"
    case (.substantiated, .vehicle): "到场见该车，无牌无手续，已移交派出所处理"
    case (.substantiated, _): "调看村口监控，与报告所说时间、地点一致，已当面登记"
    case (.unverifiable, _): "到场未见，访问周围3户无人看到，附近没有监控"
    }
  }
}
