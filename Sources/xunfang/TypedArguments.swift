import ArgumentParser
import Patrol
import Records

/// `Field=value` arguments.
///
/// Of several for one field the last counts; a value may hold `=`, and none empties the field.
enum Assignments {
  static func read(_ arguments: [String]) throws -> [String: String] {
    var texts: [String: String] = [:]
    for argument in arguments {
      guard let equals = argument.firstIndex(of: "=") else {
        throw ValidationError("“\(argument)” is not Field=value")
      }
      texts[String(argument[..<equals])] = String(argument[argument.index(after: equals)...])
    }
    return texts
  }
}

/// A day as an option's text.
enum DayArgument {
  static func read(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw ValidationError("“\(text)” is no day; a day is written 2026-11-24")
    }
    return day
  }
}

/// A span of days; one that ends before it begins is a slip and no empty answer.
enum SpanArgument {
  static func check(_ from: Day?, _ to: Day?) throws {
    guard let from, let to, to < from else { return }
    throw ValidationError("--to \(to.text) lies before --from \(from.text)")
  }
}

/// The name of a register, as an option's text.
enum RegisterArgument {
  static func read(_ text: String) throws -> RegisterKind {
    guard let kind = Program.kinds[text] else {
      throw ValidationError("a register is one of \(Program.kinds.names)")
    }
    return kind
  }
}
