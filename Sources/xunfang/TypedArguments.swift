import ArgumentParser
import Patrol
import Records
import Wording

/// `Field=value` arguments.
///
/// A field is given once; a value may hold `=`, and none empties the field.
enum Assignments {
  /// - Parameters:
  ///   - columns: the fields that there are, which may be called by a label of theirs as well.
  ///   - taken: fields that other options have said.
  static func read(
    _ arguments: [String], of columns: [Column] = [], beside taken: Set<String> = []
  ) throws -> [String: String] {
    var texts: [String: String] = [:]
    for argument in arguments {
      guard let equals = argument.firstIndex(of: "=") else {
        throw ValidationError(
          .said(
            "“\(argument)”不是“项目=内容”", "「\(argument)」不是「項目=內容」",
            "“\(argument)” is not Field=value"))
      }
      let name = String(argument[..<equals])
      let field = columns.called(name)?.name ?? name
      guard texts[field] == nil, !taken.contains(field) else {
        throw ValidationError(
          .said("“\(name)”写了两次", "「\(name)」寫了兩次", "“\(name)” is given twice"))
      }
      texts[field] = String(argument[argument.index(after: equals)...])
    }
    return texts
  }
}

extension [Column] {
  /// The field of a name as files have it, or of a label in any language.
  func called(_ text: String) -> Column? {
    if let own = first(where: { $0.name == text }) { return own }
    let folded = HeadingMap.folded(text)
    let labelled = first { column in
      Language.allCases.contains { HeadingMap.folded(column.label[$0]) == folded }
    }
    return labelled ?? first { $0.headings.contains { HeadingMap.folded($0) == folded } }
  }
}

/// A day as an option's text: `2026-11-24`, and what a form takes as well, such as `11-24`, `-1`, `昨天`.
enum DayArgument {
  static func read(_ text: String, _ station: Station, _ shared: SharedOptions) throws -> Day {
    if let day = Day(text) { return day }
    let now = try shared.clock().now.moment
    let shorthand = Shorthand(
      now: now, station: station, codes: CodeBook(), day: station.patrolDay(now), from: nil)
    guard let day = shorthand.day(text) else {
      throw ValidationError(
        .said(
          "“\(text)”不是日期；如 2026-11-24、11-24、-1", "「\(text)」不是日期；如 2026-11-24、11-24、-1",
          "“\(text)” is no day; a day is written 2026-11-24, 11-24 or -1"))
    }
    return day
  }
}

/// A span of days; one that ends before it begins is a slip and no empty answer.
enum SpanArgument {
  static func check(_ from: Day?, _ to: Day?) throws {
    guard let from, let to, to < from else { return }
    throw ValidationError(
      .said(
        "--to \(to.text) 早于 --from \(from.text)", "--to \(to.text) 早於 --from \(from.text)",
        "--to \(to.text) lies before --from \(from.text)"))
  }
}

/// The name of a register, as an option's text.
enum RegisterArgument {
  static func read(_ text: String) throws -> RegisterKind {
    guard let kind = Program.kinds[text] else {
      throw ValidationError(
        .said(
          "台账是其中一种：\(Program.kinds.registersSaid)", "臺賬是其中一種：\(Program.kinds.registersSaid)",
          "a register is one of \(Program.kinds.registersSaid)"))
    }
    return kind
  }
}
