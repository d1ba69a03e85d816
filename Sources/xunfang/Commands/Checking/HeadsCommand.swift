import ArgumentParser
import Books
import Patrol
import Runner
import Wording

/// `xunfang heads`: how far every volume goes, and whose every key is.
///
/// Without a signer it prints the list that `verify --heads` reads: a line for each volume, one for each
/// key, and the fingerprint of the volumes' lines as a comment. An officer's is a signed note, which another
/// station cosigns on a stick and which is then taken in again.
struct HeadsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "heads",
      abstract: .said(
        "每卷末页的簿、年、页号、指纹，以及一个总指纹。", "每卷末頁的簿、年、頁號、指紋，以及一個總指紋。",
        "BOOK YEAR NUMBER DIGEST of every volume's last page, and one fingerprint."))
  }

  @Option(
    name: .customLong("signer"),
    help: .said(
      "签字的民警：打出 verify --heads 和 check.sh 能核对的头单。", "簽字的民警：打出 verify --heads 和 check.sh 能核對的頭單。",
      "The officer who signs it: prints a note that verify --heads and check.sh take."))
  var signer: String?
  @Option(
    help:
      .said(
        "外站用 audit 写出的一套：核对，并在其头单上见证签字。", "外站用 audit 寫出的一套：核對，並在其頭單上見證簽字。",
        "Another station's bundle, as audit wrote it: looked at, and its note signed as a witness.")
  )
  var cosign: String?
  @Flag(
    help: .said(
      "与 --cosign 同用：首页已与纸面核对相符。", "與 --cosign 同用：首頁已與紙面核對相符。",
      "With --cosign: its first page was compared with paper, and agrees.")) var first =
    false
  @Flag(
    help: .said(
      "与 --cosign 同用：外站恢复一事属实。", "與 --cosign 同用：外站恢復一事屬實。",
      "With --cosign: a recovery by another station is as they say."))
  var confirmRecovery = false
  @Option(
    help: .said(
      "经外站会签的本站头单，收存起来。", "經外站會簽的本站頭單，收存起來。", "An own note that others have cosigned, to be kept."))
  var takeIn: String?
  @OptionGroup var secret: SecretOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard cosign == nil || signer != nil else {
      throw ValidationError(
        .said("--cosign 要同时写 --signer", "--cosign 要同時寫 --signer", "--cosign needs --signer"))
    }
    guard cosign == nil || takeIn == nil else {
      throw ValidationError(
        .said(
          "--cosign 和 --take-in 不能同用", "--cosign 和 --take-in 不能同用",
          "--cosign and --take-in are two things"))
    }
    guard cosign != nil || !first && !confirmRecovery else {
      throw ValidationError(
        .said(
          "--first 和 --confirm-recovery 只与 --cosign 同用",
          "--first 和 --confirm-recovery 只與 --cosign 同用",
          "--first and --confirm-recovery go with --cosign"))
    }
  }

  func run() throws {
    try Outcomes.reported(shared) {
      try shared.directory.check()
      if let takeIn { return told(try shared.runner().takeIn(takeIn)) }
      guard let signer else { return try list() }
      let runner = try shared.runner()
      let hand = try HandAtKeyboard.read(signer, secret, runner, shared)
      guard let cosign else {
        let note = try runner.headsNote(by: hand)
        try runner.keep(note)
        Output.data(note.text)
        return .success
      }
      var confirmed: Cosigning.Confirmed = []
      if first { confirmed.insert(.first) }
      if confirmRecovery { confirmed.insert(.recovery) }
      let cosigning = Cosigning(
        PosixDisk(root: cosign), kinds: Program.kinds, confirmed: confirmed)
      return told(try runner.cosign(cosigning, by: hand))
    }
  }

  /// Where it is kept and what its fingerprint is; what is wrong, and that it was not signed.
  private func told(_ result: Cosigned) -> ExitCode {
    for finding in result.findings { Outcomes.complain(finding, shared.spoken) }
    Output.line(result.extent[shared.spoken])
    let path = result.path
    guard let note = result.note else {
      Outcomes.complain(.refused(path), shared.spoken)
      return Outcomes.found
    }
    let (count, print) = (note.hands.count - 1, note.fingerprint.grouped)
    Output.saved(
      Phrase(
        "\(path)：外站会签 \(count) 个，指纹 \(print)", "\(path)：外站會簽 \(count) 個，指紋 \(print)",
        "\(path): cosigned by \(count), fingerprint \(print)")[shared.spoken])
    return .success
  }

  private func list() throws -> ExitCode {
    let heads = try Heads(on: shared.directory.disk, of: Program.kinds.books)
    Output.data(heads.text)
    let keys = try KeyHeads(on: shared.directory.disk)
    Output.data(keys.text(at: try shared.clock().now))
    Output.line("# \(heads.fingerprint.text)")
    return Outcomes.read((heads.unread + keys.unread).map(\.notice), shared, .success)
  }
}

extension Notice {
  /// Books do not go on from what was seen of them.
  fileprivate static func refused(_ path: String) -> Notice {
    Notice(
      Phrase(
        "头单与簿册不符，没有采用。", "頭單與簿冊不符，沒有採用。",
        "Note and books do not agree; it was not taken."),
      safe: Phrase(
        "它留作证据：\(path)。", "它留作證據：\(path)。", "It is kept as proof: \(path)."),
      next: Phrase(
        "请保留介质上的全部内容，报巡防办。", "請保留介質上的全部內容，報巡防辦。",
        "Keep all that is on the stick and report it to the office."))
  }
}
