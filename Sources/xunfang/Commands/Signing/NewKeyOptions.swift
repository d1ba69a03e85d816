import ArgumentParser
import Patrol
import Runner
import Signing

/// Where a new key comes from.
struct NewKeyOptions: ParsableArguments {
  @Flag(
    help: .said(
      "用 ssh-agent 保管的、尚无人使用的那把密钥。", "用 ssh-agent 保管的、尚無人使用的那把密鑰。",
      "Take a key that ssh-agent keeps: the one that is nobody's yet.")) var agent = false
  @Option(
    help: .said(
      "ssh-agent 里的哪把密钥，照 ssh-add -l 所列，不写 SHA256:。",
      "ssh-agent 裡的哪把密鑰，照 ssh-add -l 所列，不寫 SHA256:。",
      "Which of ssh-agent's keys, as ssh-add -l names it, without SHA256:."))
  var fingerprint: String?
  @Option(
    help: .said(
      "写有新密钥口令的文件，权限 0600；不写则询问两次。", "寫有新密鑰口令的檔案，權限 0600；不寫則詢問兩次。",
      "A file of mode 0600 with the new key's PIN; else it is asked for twice."))
  var newPinFile: String?

  func source(_ person: String, _ runner: CommandRunner, _ shared: SharedOptions) throws
    -> KeySource
  {
    if agent || fingerprint != nil { return .agent(fingerprint: fingerprint) }
    var options = SecretOptions()
    options.pinFile = newPinFile
    return .sealed(try PINs.new(options, try PINs.name(person, runner), shared.spoken))
  }
}

/// A second person who signs the same page.
struct SecondOptions: ParsableArguments {
  @Option(help: .said("第二个签字的人，写代号。", "第二個簽字的人，寫代號。", "A second person who signs, by code."))
  var with: String?
  @Option(
    help: .said(
      "写有此人口令的文件，权限 0600；不写则当场询问。", "寫有此人口令的檔案，權限 0600；不寫則當場詢問。",
      "A file of mode 0600 with their PIN; else it is asked for."))
  var withPinFile: String?

  /// - Parameter usual: who it is where nobody is named.
  func hand(_ runner: CommandRunner, _ shared: SharedOptions, usual: String? = nil) throws
    -> HandAtKeyboard?
  {
    guard let code = with ?? usual else { return nil }
    var options = SecretOptions()
    options.pinFile = withPinFile
    return try HandAtKeyboard.read(code, options, runner, shared)
  }
}

extension HandAtKeyboard {
  static func read(
    _ code: String, _ secret: SecretOptions, _ runner: CommandRunner, _ shared: SharedOptions
  ) throws -> HandAtKeyboard {
    // Nobody types a PIN that would not be used.
    guard try !runner.snapshot.isAgent(code) else { return HandAtKeyboard(code, nil) }
    let name = try runner.snapshot.person(code)?.name ?? code
    return HandAtKeyboard(code, try secret.read(.pinOf(name), shared.spoken))
  }
}
