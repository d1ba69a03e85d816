import Records
import Wording

/// A field that says the same thing twice, so that whoever counts it counts wrong.
enum SaidTwice {
  /// The first of the fields that list things; by code, whatever else stands beside it.
  static func field(in texts: [String: String], _ columns: [Column]) -> Column? {
    columns.first { column in
      guard let text = texts[column], !text.isEmpty else { return false }
      let said: [String]
      switch column.entry {
      case .codes: said = text.split(separator: " ").map(String.init)
      case .tallies, .absentees:
        said = text.split(separator: ",").map {
          String($0.split(separator: " ").first ?? "")
        }
      default: return false
      }
      return Set(said).count < said.count
    }
  }
}

extension Notice {
  static func saidTwice(_ field: Phrase) -> Notice {
    Notice(
      Phrase(
        "“\(field[.hans])”里同一项写了两次。", "「\(field[.hant])」裡同一項寫了兩次。",
        "“\(field[.en])” says the same thing twice."),
      safe: .unchanged,
      next: Phrase("每项只写一次。", "每項只寫一次。", "Say each thing once."))
  }
}
