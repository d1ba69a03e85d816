import Records
import Wording

/// An inspection of one team by another, or of a team or watch post by the station, as the Inspection Record
/// Book holds it (R22, R8, R15).
package struct Inspection: Hashable, Sendable, Booked {
  package let inspected: Named
  package let date: Day
  package let from: Moment
  package let to: Moment
  package let present: Int
  package let expected: Int
  /// Who was found absent by name; others may have been missing whom nobody could name.
  package let absent: [Absence]
  /// The eight points in order: `1` in order, `2` not, `3` does not apply.
  package let points: String
  /// Whether they patrolled in file (R19): of teams of the city and of townships alone.
  package let formation: String?
  package let problems: [String]
  package let found: String
  package let decision: String?
  package let by: Day?
  package let required: String
  /// Numbers of earlier inspections in this book whose problems are now put right.
  package let settles: String
  /// The inspected side's own words.
  package let statement: String
  package let answering: Named?
  package let modes: [String]
  package let inspector: Named
  /// The township team, or the station, whose book this is.
  package let inspecting: Named
  package let late: String
  package let remark: String

  package static let kind = "inspection"

  package static let inspected: Field<Self, Named> = Field(
    "Inspected", \.inspected, .someone(.inspected), Phrase("被检单位", "被檢單位", "Inspected"))
  package static let date: Field<Self, Day> = Field(
    "Date", \.date, .day, Phrase("巡防日", "巡防日", "Patrol day"))
  package static let from: Field<Self, Moment> = Field(
    "From", \.from, .moment, Phrase("到达", "到達", "Arrived"))
  package static let to: Field<Self, Moment> = Field(
    "To", \.to, .moment, Phrase("离开", "離開", "Left"))
  package static let present: Field<Self, Int> = Field(
    "Present", \.present, .count(0...500), Phrase("实到", "實到", "Present"),
    hint: Phrase("= 全到", "= 全到", "= for everybody"))
  package static let expected: Field<Self, Int> = Field(
    "Expected", \.expected, .count(0...500), Phrase("应到", "應到", "Expected"))
  package static let absent: Field<Self, [Absence]> = Field(
    "Absent", \.absent, .absences, Phrase("缺勤", "缺勤", "Absent"))
  package static let points: Field<Self, String> = Field(
    "Points", \.points, .points, Phrase("八项", "八項", "Eight points"))
  package static let formation: Field<Self, String?> = Field(
    optional: "Formation", \.formation, .code("formation"), Phrase("列队", "列隊", "In file"))
  package static let problems: Field<Self, [String]> = Field(
    "Problems", \.problems, .codes("problem"), Phrase("问题", "問題", "Problems"))
  package static let found: Field<Self, String> = Field(
    "Found", \.found, .prose, Phrase("检查情况", "檢查情況", "Found"),
    hint: Phrase("时间、地点、看到什么", "時間、地點、看到什麼", "time, place, what was seen"))
  package static let decision: Field<Self, String?> = Field(
    optional: "Decision", \.decision, .code("decision"), Phrase("处理", "處理", "Decision"))
  package static let by: Field<Self, Day?> = Field(
    optional: "By", \.by, .day, Phrase("整改期限", "整改期限", "Put right by"),
    hint: Phrase("+3 三日内", "+3 三日內", "+3 in three days"))
  package static let required: Field<Self, String> = Field(
    "Required", \.required, .prose, Phrase("整改要求", "整改要求", "Required"))
  package static let settles: Field<Self, String> = Field(
    "Settles", \.settles, .pageNumbers, Phrase("复查销号", "複查銷號", "Rechecked"),
    hint: Phrase(
      "已整改的前页页号，如 12", "已整改的前頁頁號，如 12", "pages whose problems are fixed, e.g. 12"))
  package static let statement: Field<Self, String> = Field(
    "Statement", \.statement, .prose, Phrase("被检方意见", "被檢方意見", "Their statement"))
  package static let answering: Field<Self, Named?> = Field(
    optional: "Answering", \.answering, .someone(.answering),
    Phrase("被检方", "被檢方", "Inspected side"))
  package static let modes: Field<Self, [String]> = Field(
    "Mode", \.modes, .codes("check"), Phrase("检查方式", "檢查方式", "How"))
  package static let inspector: Field<Self, Named> = Field(
    "Inspector", \.inspector, .someone(.inspector), Phrase("检查人", "檢查人", "Inspector"))
  package static let inspecting: Field<Self, Named> = Field(
    "Inspecting", \.inspecting, .someone(.inspecting), Phrase("检查单位", "檢查單位", "Inspecting side"))
  package static let late: Field<Self, String> = Field(
    "Late", \.late, .prose.only(.line), Phrase("补记原因", "補記原因", "Why late"))
  package static let remark: Field<Self, String> = Field("Remark", \.remark, .prose, .remark)

  package static let schema = Schema(
    kind, Phrase("检查记录", "檢查記錄", "Inspection"),
    Inspection.init(
      inspected:date:from:to:present:expected:absent:points:formation:problems:found:decision:by:
      required:
      settles:statement:answering:modes:inspector:inspecting:late:remark:), Self.inspected,
    Self.date, Self.from, Self.to, Self.present, Self.expected, Self.absent, Self.points,
    Self.formation, Self.problems, Self.found, Self.decision, Self.by, Self.required, Self.settles,
    Self.statement,
    Self.answering, Self.modes, Self.inspector, Self.inspecting, Self.late, Self.remark)

  package static let layout = PageLayout(
    Phrase("巡防检查记录簿", "巡防檢查記錄簿", "Inspection Record Book"),
    called: Phrase("检查", "檢查", "inspection"), cover: "巡防检查记录簿",
    stationCover: "派出所检查记录簿", owner: Self.inspecting, day: Self.date, start: Self.from,
    writer: Self.inspector, fixed: FieldList(Self.inspected),
    signers: [
      Signer(.inspector, .named(Self.inspector.column)),
      Signer(.inspected, .leader(of: Self.inspected.column), mayRefuse: true),
    ],
    opens: Opening(
      Phrase("整改", "整改", "to be fixed"), if: Self.by, due: Self.by, about: Self.inspected,
      words: FieldList(Self.required, Self.found)), settles: Self.settles,
    facts: RowFacts(
      present: Self.present, about: Self.inspected, late: Self.late,
      tellsOfAbsence: Self.tellsOfAbsence),
    asked: FieldList(
      Self.inspected, Self.span, Self.crew, Self.points, Self.formation, Self.problems, Self.found,
      Self.decision,
      Self.by, Self.required, Self.late),
    rare: FieldList(
      Self.date, Self.inspector, Self.inspecting, Self.modes, Self.answering, Self.statement,
      Self.settles, Self.remark, Self.expected),
    stated: FieldList(Self.crew, Self.points),
    applying: [
      "Formation": isInFile,
      "Decision": isWanting, "By": isWanting, "Required": isWanting, "Late": PageLayout.isLate,
    ],
    listed: FieldList(Self.inspected, Self.from, Self.present, Self.expected, Self.problems))

  package static let span: Field<Self, String> = Field(
    asking: "Span", .span(from: "From", to: "To"), .visitShape,
    Phrase("到离", "到離", "Arrived-left"))
  package static let crew: Field<Self, String> = Field(
    asking: "Crew", .crew(present: "Present", absent: "Absent"), .crewShape,
    Phrase("实到", "實到", "Present"))

  /// Whether something is not in order.
  @Sendable private static func isWanting(
    _ draft: Draft, _ about: PageBeginning, _ isClosed: Bool
  ) -> Bool {
    !draft[problems.column.name].isEmpty || draft[points.column.name].contains("2")
      || !draft[decision.column.name].isEmpty
  }

  /// Whether the team is one that patrols in file.
  @Sendable private static func isInFile(
    _ draft: Draft, _ about: PageBeginning, _ isClosed: Bool
  ) -> Bool {
    let team = Named(draft[inspected.column.name]).flatMap { about.snapshot.team($0.code) }
    return team.map { $0.tier.isInFile } ?? false || !draft[formation.column.name].isEmpty
  }

  package var book: BookID { BookID(inspecting.code, .inspection) }

  /// Whether it says that somebody was not there; a correction may say only that.
  @Sendable private static func tellsOfAbsence(_ text: (String) -> String?) -> Bool {
    let problems = (text(Self.problems.column.name) ?? "").split(separator: " ")
    return text(Self.present.column.name) == "0" || text(Self.absent.column.name) != nil
      || problems.contains("C")
  }

  /// Whether nobody was found where the team should have been (A14).
  package var foundNobody: Bool { present == 0 || problems.contains("C") }
}

extension FieldType where Value == String {
  /// One digit for each of the eight points.
  package static let points = FieldType(
    entry: .points("point"),
    expected: Phrase(
      "八位数字，1 合格 2 不合格 3 不适用", "八位數字，1 合格 2 不合格 3 不適用", "eight digits: 1 yes, 2 no, 3 n/a"),
    parse: { $0.utf8.count == 8 && $0.utf8.allSatisfy { (49...51).contains($0) } ? $0 : nil },
    print: { $0 })
}
