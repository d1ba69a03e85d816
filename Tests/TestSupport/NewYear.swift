import Patrol
import Records
import Runner

/// The small city's books as thin as books get before the turn of the year 2026.
///
/// 青石镇专职队 has only a volume of 2026, with a handover; it found 高庄村队 short of armbands on 29
/// December, to be put right by the 31st, and the other side has not signed. 高庄村队 has a page of 2025
/// and none since; 柳庄村队 none at all; 王庄村队 a volume of 2026 without a page.
package enum NewYear {
  package static let problem = [
    "Points": "12111111", "Problems": "B", "Decision": "deadline", "By": "2026-12-31",
    "Found": "袖标不全", "Required": "补齐袖标",
  ]

  package static func books() throws -> Scratch {
    let scratch = try Demo.stocked()
    for (path, record) in others {
      try scratch.write(try scratch.text(path) + "\n" + record, to: path)
    }
    let header = VolumeHeader(
      Sample.cover("治安巡逻记录簿 · 王庄村队 · 2026年卷"), BookID("QS-03", .patrol), year: 2026, continues: nil)
    try scratch.write(header.bytes, to: "books/2026/QS-03.patrol.rec")
    let before = try runner(scratch, "2025-12-31T23:00")
    Signed.issueKeys(before)
    _ = before.perform(
      .record(
        try Sample.quiet([
          "Team": "QS-01 高庄村队", "Leader": "QS-01-001 高有福", "Absent": "",
          "Present": "QS-01-001 高有福, QS-01-004 高大山, QS-01-005 高小山",
          "Date": "2025-12-31", "From": "2025-12-31 19:30", "To": "2025-12-31 22:10",
          "Route": "村北机井台区",
        ])))
    let december = try runner(scratch, "2026-12-29T23:00")
    _ = december.perform(
      .record(
        try Sample.quiet([
          "Date": "2026-12-29", "From": "2026-12-29 19:30", "To": "2026-12-29 22:10",
          "Handover": "3号台区围栏锁待加",
        ])))
    _ = december.perform(
      .inspect(
        try Signed.inspection(
          problem.merging([
            "Date": "2026-12-29", "From": "2026-12-29 21:40", "To": "2026-12-29 22:05",
          ]) { $1 })))
    _ = december.perform(Signed.sign(1, .inspector, "QS-001"))
    return scratch
  }

  /// A runner at a time such as `2026-12-31T23:00`.
  package static func runner(_ scratch: Scratch, _ time: String) throws -> CommandRunner {
    try Demo.runner(scratch, at: stamp(time))
  }

  package static func stamp(_ time: String) -> Stamp { Stamp(time + ":00+08:00") ?? Demo.now }

  private static let others = [
    "register/QSP/units.rec":
      "Code: QS-03\nName: 王庄村\nPinyin: wang zhuang cun\nKind: village\nParent: QS\nStation: QSP\n",
    "register/QSP/teams.rec":
      "Code: QS-03\nName: 王庄村队\nPinyin: wang zhuang cun dui\nTier: village\nUnit: QS-03\n",
    "register/QSP/members.rec":
      "Code: QS-03-001\nName: 王长顺\nPinyin: wang chang shun\nTeam: QS-03\nPost: leader\nService: part\n\n"
      + "Code: QS-03-002\nName: 王二宝\nPinyin: wang er bao\nTeam: QS-03\nPost: member\nService: part\n"
      + "Phone: 10012345679\nUntil: 2025-12-31\n",
  ]
}
