import ArgumentParser

/// `xunfang key change-pin`: the same key under another PIN.
extension KeyCommand {
  struct ChangePIN: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change-pin", abstract: "Seal somebody's key under another PIN.")

    @Argument(help: "The person's code.") var person: String
    @OptionGroup var secret: SecretOptions
    @Option(help: "A file of mode 0600 with the new PIN; else it is asked for twice.")
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
