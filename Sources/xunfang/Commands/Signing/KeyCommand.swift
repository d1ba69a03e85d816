import ArgumentParser

/// `xunfang key`: keys to sign with.
struct KeyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "key",
      abstract: .said(
        "登记、改口令、更换、停用、列出签字密钥。", "登記、改口令、更換、停用、列出簽字密鑰。",
        "Enrol, change, replace, revoke and list keys to sign with."),
      subcommands: [
        BeginKeys.self, EnrolKey.self, ReplaceKey.self, ChangePIN.self, RevokeKey.self,
        ListKeys.self,
      ])
  }
}
