import ArgumentParser

/// `xunfang key`: keys to sign with.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Issue, change, revoke and list keys to sign with.",
    subcommands: [NewKey.self, ChangePIN.self, RevokeKey.self, ListKeys.self])
}
