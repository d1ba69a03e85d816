import ArgumentParser
import Books
import Patrol
import Runner
import Wording

/// `xunfang audit`: what an auditor takes away.
///
/// Prints the directory and how to check it. A bundle that lacks what could not be read is written
/// all the same, and is exit code 2.
struct AuditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "audit",
      abstract: .said(
        "写出簿册、签字的头单和能独立核对的脚本。", "寫出簿冊、簽字的頭單和能獨立核對的腳本。",
        "Write the books, a signed note of heads and a script that judges them by itself."))
  }

  @Argument(help: .said("存放的目录，新的或空的。", "存放的目錄，新的或空的。", "The directory for it, new or empty."))
  var directory: String
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let auditing = Auditing(
        shared.directory.disk, to: PosixDisk(root: directory), kinds: Program.kinds)
      try auditing.checkPlace()
      let script = try shared.sharedFiles().read(Auditing.script)
      let note = try runner.headsNote(by: try signer.hand(runner, shared), ofBroken: true)
      let written = try auditing.write(note, script)
      try runner.keep(note)
      let volumes = written.volumes
      Output.saved(
        Phrase(
          "\(directory)：\(volumes) 卷。核对：sh \(directory)/check.sh",
          "\(directory)：\(volumes) 卷。核對：sh \(directory)/check.sh",
          "\(directory): \(volumes) volumes. To check: sh \(directory)/check.sh")[shared.spoken])
      if let root = try runner.keysRoot() {
        Output.line(
          Phrase(
            "密钥簿首页指纹 \(root.digest.grouped)：第一次请外站会签时，请他们与这一行核对。",
            "密鑰簿首頁指紋 \(root.digest.grouped)：第一次請外站會簽時，請他們與這一行核對。",
            "The book of keys begins with \(root.digest.grouped): whoever cosigns for the first time compares it with this line."
          )[shared.spoken])
      }
      let known = Set(written.unread.map(\.notice))
      return Outcomes.read(
        written.unread.map(\.notice) + (try runner.unread()).filter { !known.contains($0) }, shared,
        .success)
    }
  }
}
