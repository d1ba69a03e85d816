/// The languages of the screens, the commands and the printed pages.
package enum Language: String, CaseIterable, Hashable, Sendable {
  case hans = "zh-Hans"
  case hant = "zh-Hant"
  case en

  /// The language a POSIX locale name asks for, such as `zh_TW.UTF-8`; nil for `C` and the unknown.
  package init?(locale: String) {
    let name = locale.lowercased()
    if name.hasPrefix("zh_tw") || name.hasPrefix("zh_hk") || name.hasPrefix("zh_mo") {
      self = .hant
    } else if name.hasPrefix("zh") {
      self = .hans
    } else if name.hasPrefix("en") {
      self = .en
    } else {
      return nil
    }
  }

  /// What stands between the words of a list.
  package var separator: String { self == .en ? ", " : "、" }

  /// The language's own name for itself.
  package var ownName: String {
    switch self {
    case .hans: "简体中文"
    case .hant: "繁體中文"
    case .en: "English"
    }
  }
}
