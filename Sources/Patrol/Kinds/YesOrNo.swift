import Wording

/// What somebody has judged; nobody has where the field is left out, and that is no “no”.
package enum YesOrNo: String, Choice {
  case yes, no
  package static let table = "yesorno"

  package var label: Phrase {
    switch self {
    case .yes: Phrase("是", "是", "Yes")
    case .no: Phrase("否", "否", "No")
    }
  }
}
