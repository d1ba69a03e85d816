import Records
import Wording

extension Change {
  /// What a change is about: a record of a base register, or the station's own settings.
  package enum Subject: Hashable, Sendable {
    case register(RegisterKind)
    case settings

    /// As the journal and the command line write it: `members`, `settings`.
    package var text: String {
      switch self {
      case .register(let kind): kind.name
      case .settings: "settings"
      }
    }

    package init?(_ text: String, _ kinds: Kinds) {
      if text == Subject.settings.text {
        self = .settings
      } else if let kind = kinds[text] {
        self = .register(kind)
      } else {
        return nil
      }
    }

    package var title: Phrase {
      switch self {
      case .register(let kind): kind.title
      case .settings: Phrase("本所设置", "本所設定", "Station")
      }
    }

    package var columns: [Column] {
      switch self {
      case .register(let kind): kind.columns
      case .settings: SettingsGroup.columns
      }
    }

    package func column(_ name: String) -> Column? { columns.first { $0.name == name } }

    /// The field that names the record.
    package var key: String {
      switch self {
      case .register: "Code"
      case .settings: SettingsGroup.key
      }
    }
  }
}

extension RegisterKind {
  /// What a new file begins with.
  package var descriptor: String { type.descriptor }
}

extension Registered {
  fileprivate static var descriptor: String { schema.descriptor(key: "Code") + "\n" }
}
