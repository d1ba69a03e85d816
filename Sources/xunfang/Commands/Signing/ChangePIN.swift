import ArgumentParser

/// `xunfang key change-pin`: the same key under another PIN.
extension KeyCommand {
  struct ChangePIN: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "change-pin",
        abstract: .said("改一人的签字口令。", "改一人的簽字口令。", "Seal somebody's key under another PIN."))
    }

    @Argument(help: .said("人员代号。", "人員代號。", "The person's code.")) var person: String
    @OptionGroup var secret: SecretOptions
    @Option(
      help: .said(
        "写有新口令的文件，权限 0600；不写则询问两次。", "寫有新口令的檔案，權限 0600；不寫則詢問兩次。",
        "A file of mode 0600 with the new PIN; else it is asked for twice."))
    var newPinFile: String?
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let name = try PINs.name(person, runner)
        let old = try secret.read(.pinOf(name), shared.spoken)
        var options = SecretOptions()
        options.pinFile = newPinFile
        let new = try PINs.new(options, name, shared.spoken)
        return Outcomes.of(
          runner.perform(.changeSecret(of: person, from: old, to: new)), shared)
      }
    }
  }
}
