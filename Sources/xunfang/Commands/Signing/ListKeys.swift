import ArgumentParser
import Patrol
import Wording

/// `xunfang key list`: who has a key, and who had one.
extension KeyCommand {
  /// Prints a row for each key, oldest first: a person has as many as there were.
  struct ListKeys: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "list",
        abstract: .said("各人的密钥，含已停用的。", "各人的密鑰，含已停用的。", "Everybody's keys, the ended ones too."))
    }

    @OptionGroup var format: FormatOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let snapshot = try runner.snapshot
        let language = shared.spoken
        let rows = snapshot.keys.map { key in
          [
            key.who.code, key.who.name, runner.moment(key.from),
            key.until.map(runner.moment) ?? "",
            snapshot.isAgent(key.who.code) ? "ssh-agent" : "PIN", key.print.text,
          ]
        }
        Output.table(
          [
            AnswerColumn("Person", .code), AnswerColumn("Name", Phrase("姓名", "姓名", "Name")),
            AnswerColumn("From", .since), AnswerColumn("Until", Phrase("至", "至", "Until")),
            AnswerColumn("Kept", Phrase("签字方式", "簽字方式", "Signs by")) {
              $0 == "PIN" ? Phrase("签字口令", "簽字口令", "PIN")[language] : $0
            }, AnswerColumn("Fingerprint", Phrase("指纹", "指紋", "Fingerprint")),
          ], rows, format, language)
        return Outcomes.read(try runner.unread(), shared, .success)
      }
    }
  }
}
