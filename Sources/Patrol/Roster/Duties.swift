import Records
import Wording

/// Shifts asked for as a calendar: a team's, or those of one person.
package struct Duties: Hashable, Sendable {
  package enum Whose: Hashable, Sendable {
    case team(String)
    case person(String)
  }

  package let whose: Whose
  package let from: Day
  package let to: Day

  package init(_ whose: Whose, from: Day, to: Day) {
    (self.whose, self.from, self.to) = (whose, from, to)
  }

  package func list(in snapshot: Snapshot) -> [Duty] {
    let days = (0...max(0, min(to - from, SpanTooLong.limit))).map { from + $0 }
    switch whose {
    case .team(let team): return days.flatMap { snapshot.duties(of: team, on: $0) }
    case .person(let code):
      let own = snapshot.member(code)?.team
      let teams = snapshot.teams.map(\.code)
      return days.flatMap { day in
        teams.flatMap { snapshot.duties(of: $0, on: day) }.filter { duty in
          duty.people.isEmpty ? duty.team == own : duty.people.contains { $0.code == code }
        }
      }
    }
  }
}

/// Shifts as iCalendar (RFC 5545), which phones and office programs read.
package enum Calendar {
  /// - Parameters:
  ///   - stamp: when the calendar is made; its offset is that of the shifts.
  package static func text(
    _ duties: [Duty], name: String, in snapshot: Snapshot, at stamp: Stamp, _ language: Language
  ) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Xunfang//Duty roster//ZH", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:\(escaped(name))",
    ]
    for duty in duties { lines += event(duty, in: snapshot, at: stamp, language) }
    lines.append("END:VCALENDAR")
    return lines.map(folded).joined()
  }

  private static func event(
    _ duty: Duty, in snapshot: Snapshot, at stamp: Stamp, _ language: Language
  ) -> [String] {
    let team = snapshot.team(duty.team)?.name ?? duty.team
    let route = duty.course.flatMap { code in snapshot.routes.first { $0.code == code } }
    let points = route?.points.joined(separator: language.separator) ?? ""
    let people = duty.people.map(\.name).joined(separator: language.separator)
    let place = route?.name ?? duty.route
    let label = Phrase("巡逻", "巡邏", "Patrol")[language]
    let notes = [points, people].filter { !$0.isEmpty }.joined(separator: "\n")
    return [
      "BEGIN:VEVENT",
      "UID:\(duty.team)-\(compact(duty.from))-\(duty.line ?? duty.exception ?? "duty")@xunfang",
      "DTSTAMP:\(utc(stamp.moment, stamp.offset))", "DTSTART:\(utc(duty.from, stamp.offset))",
      "DTEND:\(utc(duty.to, stamp.offset))", "SUMMARY:\(escaped("\(team) \(label)"))",
    ] + (place.isEmpty ? [] : ["LOCATION:\(escaped(place))"])
      + (notes.isEmpty ? [] : ["DESCRIPTION:\(escaped(notes))"]) + ["END:VEVENT"]
  }

  private static func compact(_ moment: Moment) -> String {
    let day = moment.day
    return digits(day.year, 4) + digits(day.month, 2) + digits(day.day, 2) + "T"
      + digits(moment.minuteOfDay / 60, 2) + digits(moment.minuteOfDay % 60, 2) + "00"
  }

  private static func utc(_ moment: Moment, _ offset: Int) -> String {
    compact(moment + -offset) + "Z"
  }

  /// RFC 5545, 3.3.11: what stands for something else in a text.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\n", with: "\\n")
  }

  /// RFC 5545, 3.1: lines of at most 75 octets, continued after a blank; never within a character.
  private static func folded(_ line: String) -> String {
    var (result, used) = ("", 0)
    for character in line {
      let size = String(character).utf8.count
      if used + size > 75 {
        result += "\r\n "
        used = 1
      }
      result.append(character)
      used += size
    }
    return result + "\r\n"
  }
}
