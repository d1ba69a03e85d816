import Records
import Wording

extension NewMessage {
  /// What every look-out says: those it goes to watch and tell, and do nothing else (R13).
  package static let duty = ["注意发现并报告", "注意發現並報告"]
  /// Cases for which the order has look-outs sent: homicide, robbery, snatching, and others as grave (R13).
  package static let lookedOutFor: Set<IncidentCategory> = [
    .homicide, .robbery, .snatching, .violence, .financial, .terror,
  ]
  /// How old a case is at most for which somebody looks out, and how long a look-out holds at most, in minutes.
  static let freshness = 3 * 1440
  static let longest = 3 * 1440

  /// Refuses what may not go out; the registers and the minute decide.
  package func check(_ plan: MessagePlan, in snapshot: Snapshot, at now: Moment)
    throws(MessageRefusal)
  {
    try checkWords(in: snapshot)
    if kind == .lookout { try checkCase(in: snapshot, at: now) }
    guard !groups.isEmpty else { throw .noGroups }
    let quiet = snapshot.station.policy.quietHours
    if kind.keepsQuietHours, let span = quiet.first(where: { $0.contains(now.minuteOfDay) }) {
      throw .quiet(span)
    }
    guard !plan.recipients.isEmpty else { throw .nobody }
    if plan.total > plan.allowance {
      throw .tooMany(plan.total, left: plan.allowance)
    }
  }

  private func checkWords(in snapshot: Snapshot) throws(MessageRefusal) {
    guard !text.trimmingBlanks().isEmpty else { throw .noText }
    if let blank = MessageTemplate.blanks(text).first { throw .blank(blank) }
    // What nobody sees turns words round, or hides a number.
    if Unseen.isIn(text, lines: false) { throw .unseen(Unseen.shown(text, lines: false)) }
    if text.contains(where: { "{}｛｝".contains($0) }) { throw .blank("…") }
    if let found = PersonalInText.found(in: whole(snapshot.station), snapshot) {
      throw .personal(found)
    }
    guard kind == .lookout else { return }
    if !Self.duty.contains(where: text.contains) { throw .noDuty }
    // Whoever reads it goes by the words.
    if let said = MessageTemplate.end(saidIn: text), let expires,
      said != MessageTemplate.time(expires)
    {
      throw .otherEnd(said, expires)
    }
  }

  private func checkCase(in snapshot: Snapshot, at now: Moment) throws(MessageRefusal) {
    guard let code = incident else { throw .noCase }
    guard let incident = snapshot.incident(code) else { throw .noSuchCase(code) }
    try Self.check(incident, at: now)
    try Self.check(expires, at: now)
  }

  /// Refuses a case for which nobody is to look out: no grave one, or one that is not fresh any more.
  package static func check(_ incident: Incident, at now: Moment) throws(MessageRefusal) {
    guard lookedOutFor.contains(incident.category) || incident.major == .yes else {
      throw .notGrave(incident.code, incident.category)
    }
    guard now - incident.from <= freshness else { throw .oldCase(incident.code, incident.from) }
  }

  /// Refuses an end that has been, or that is further off than anybody looks out.
  package static func check(_ expires: Moment?, at now: Moment) throws(MessageRefusal) {
    guard let expires else { throw .noExpiry }
    guard expires > now else { throw .expired(expires) }
    guard expires - now <= longest else { throw .tooLong(expires) }
  }
}

extension Snapshot {
  /// Cases for which a look-out may go out now, the newest first.
  package func casesToLookOutFor(at now: Moment) -> [Incident] {
    let all: [Incident] = values(.incidents)
    return all.filter { one in
      do throws(MessageRefusal) {
        try NewMessage.check(one, at: now)
        return one.from <= now
      } catch {
        return false
      }
    }.sorted { ($1.from, $1.code) < ($0.from, $0.code) }
  }
}
