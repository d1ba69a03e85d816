import ArgumentParser

/// `xunfang key`: keys to sign with.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Enrol, change, replace, revoke and list keys to sign with.",
    subcommands: [
      BeginKeys.self, EnrolKey.self, ReplaceKey.self, ChangePIN.self, RevokeKey.self, ListKeys.self,
    ])
}
