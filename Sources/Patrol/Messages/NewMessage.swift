import Records
import Wording

/// A message as it is put together: what it says and whom it is for.
package struct NewMessage: Hashable, Sendable {
  package var kind: MessageKind
  package var template: String?
  package var text = ""
  /// Who says it; the station where it is left empty.
  package var signed = ""
  package var groups: [AudienceGroup] = []
  package var sections: [String] = []
  package var units: [String] = []
  package var hours: [HourSpan] = []
  package var incident: String?
  package var expires: Moment?
  /// Codes of people who were taken out of it.
  package var without: Set<String> = []

  package init(_ kind: MessageKind) { self.kind = kind }

  /// As it goes out.
  package func whole(_ station: Station) -> String {
    "【\(signed.isEmpty ? station.messageSignature : signed)】\(text)"
  }
}

/// Whom a message would go to, and what it takes: what is shown before it is sent.
package struct MessagePlan: Sendable {
  package let recipients: [Reached]
  /// People whose number another of them has.
  package let twice: [Reached]
  package let withoutNumber: [Reached]
  package let notEnrolled: [Reached]
  /// People of whom nobody has said when they work, though hours were asked for.
  package let hoursUnknown: [Reached]
  /// Codes of those who were sent the same today.
  package let again: Set<String>
  /// Groups that no section narrows, though one was named: all of them are in it.
  package let notNarrowed: [AudienceGroup]
  /// Sections in which nobody of these groups is.
  package let emptySections: [String]
  /// Whether everything was read that says whom it reaches.
  package let isWhole: Bool
  package let parts: TextParts
  /// Texts that may still be sent today.
  package let allowance: Int

  /// How many texts it takes altogether.
  package var total: Int { recipients.count * parts.count }

  /// - Parameter now: the wall clock; hours are those of its patrol day.
  package init(_ new: NewMessage, in snapshot: Snapshot, at now: Moment) {
    let day = snapshot.station.patrolDay(now)
    let units = Set(new.units.flatMap { snapshot.units(under: $0) })
    let known = new.groups.flatMap { snapshot.reached($0, on: day) }
    let all = known.filter { one in
      !new.without.contains(one.who.code) && Self.isWithin(one, new, units)
    }
    let timed = all.filter { one in
      new.hours.isEmpty || one.hours.contains { own in new.hours.contains { $0.touches(own) } }
    }
    hoursUnknown = new.hours.isEmpty ? [] : all.filter(\.hours.isEmpty)
    notEnrolled = timed.filter { !$0.isEnrolled }
    withoutNumber = timed.filter { $0.isEnrolled && $0.phone == nil }
    var (numbers, once, twice): (Set<String>, [Reached], [Reached]) = ([], [], [])
    for one in timed where one.isEnrolled {
      guard let phone = one.phone.map(Snapshot.digitsOfPhone) else { continue }
      if numbers.insert(phone).inserted { once.append(one) } else { twice.append(one) }
    }
    (recipients, self.twice) = (once, twice)
    notNarrowed =
      new.sections.isEmpty
      ? []
      : new.groups.filter { group in !group.hasSections && once.contains { $0.group == group } }
    emptySections = new.sections.filter { section in
      !known.contains { $0.group.hasSections && $0.section.contains(section) }
    }
    isWhole = snapshot.isRead(snapshot.kinds.decideMessages)
    parts = TextParts(new.whole(snapshot.station))
    let sent = snapshot.messageBook.sent(on: now.day)
    allowance = max(0, snapshot.station.policy.textsPerDay - sent.parts)
    again = Set(once.map(\.who.code)).intersection(sent.to(like: new))
  }

  /// - Parameter units: those that are meant, with what belongs to them.
  private static func isWithin(_ one: Reached, _ new: NewMessage, _ units: Set<String>) -> Bool {
    let inUnits = new.units.isEmpty || units.contains(one.unit)
    let inSections =
      new.sections.isEmpty || !one.group.hasSections
      || new.sections.contains { one.section.contains($0) }
    return inUnits && inSections
  }
}
