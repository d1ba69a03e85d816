import Records
import Wording

/// Somebody whom a message may reach, as the registers have them.
package struct Reached: Hashable, Sendable {
  package let group: AudienceGroup
  /// Informants by their alias.
  package let who: Named
  package let phone: String?
  package let unit: String
  /// Where they work; "" where they have no section.
  package let section: String
  /// What they drive or lead, beside it.
  package let detail: String
  package let hours: [HourSpan]
  /// Whether texts reach them: informants once they are enrolled.
  package let isEnrolled: Bool
}

extension Snapshot {
  /// Everybody of a group who is there on a day.
  ///
  /// The hours of a team's leader are those of the team's shifts of the day (R27).
  package func reached(_ group: AudienceGroup, on day: Day) -> [Reached] {
    switch group {
    case .sanitation: informants(.sanitation, on: day)
    case .taxi: informants(.taxi, on: day)
    case .volunteers:
      values(.volunteers).compactMap { (one: Volunteer) in
        guard one.sameAs == nil, day.lies(since: one.since, until: one.until) else { return nil }
        return Reached(
          group: group, who: one.named, phone: one.phone, unit: one.unit, section: one.section,
          detail: "", hours: one.hours, isEnrolled: true)
      }
    case .leaders:
      teams.compactMap { team in
        guard let leader = leader(of: team.code) else { return nil }
        let hours = duties(of: team.code, on: day).map {
          HourSpan(from: $0.from.minuteOfDay, to: $0.to.minuteOfDay)
        }
        return Reached(
          group: group, who: leader.named, phone: leader.phone, unit: team.unit, section: "",
          detail: team.name, hours: hours, isEnrolled: true)
      }
    case .watch:
      posts.compactMap { post in
        guard let who = post.answering else { return nil }
        return Reached(
          group: group, who: who, phone: post.phone, unit: post.unit, section: post.address,
          detail: post.name, hours: post.hours, isEnrolled: true)
      }
    }
  }

  private func informants(_ kind: InformantKind, on day: Day) -> [Reached] {
    values(.informants).compactMap { (one: Informant) in
      guard one.kind == kind, one.sameAs == nil, day.lies(since: one.since, until: one.until) else {
        return nil
      }
      let isEnrolled = one.enrolled.map { $0 <= day } ?? false
      return Reached(
        group: kind == .taxi ? .taxi : .sanitation, who: one.named, phone: one.phone,
        unit: one.unit, section: kind == .taxi ? "" : one.section, detail: one.vehicle,
        hours: one.hours, isEnrolled: isEnrolled)
    }
  }

  /// Everybody of all groups; who belongs to two stands there twice.
  package func everybodyReached(on day: Day) -> [Reached] {
    AudienceGroup.allCases.flatMap { reached($0, on: day) }
  }

  /// Everybody a text may come from, by number; two people of one number are nobody.
  package func reachedByPhone(on day: Day) -> [String: Reached] {
    var known: [String: Reached?] = [:]
    for one in everybodyReached(on: day) {
      guard let phone = one.phone.map(Self.digitsOfPhone) else { continue }
      // A leader who is a volunteer as well is one person with two records.
      if let other = known[phone] {
        if other?.who != one.who { known[phone] = .some(nil) }
      } else {
        known[phone] = one
      }
    }
    return known.compactMapValues { $0 }
  }

  /// What two ways of writing one number have in common: without the country's `+86`.
  package static func digitsOfPhone(_ phone: String) -> String {
    var digits = phone.filter { $0.isASCII && $0.isNumber }
    if digits.hasPrefix("0086") { digits.removeFirst(4) }
    if digits.count == 13, digits.hasPrefix("86") { digits.removeFirst(2) }
    return digits.isEmpty ? phone : digits
  }
}

extension Kinds {
  /// The registers in which somebody stands whom a message reaches.
  package var reached: [RegisterKind] { Reference.reached.registers.compactMap { self[$0] } }

  /// The registers that decide whom a message reaches, and how many texts may still go out.
  package var decideMessages: [RegisterKind] { [.messages, .sendings] + reached }
}

extension HourSpan {
  /// Whether two parts of the day share a minute.
  package func touches(_ other: HourSpan) -> Bool {
    contains(other.from % 1440) || other.contains(from % 1440)
  }
}
