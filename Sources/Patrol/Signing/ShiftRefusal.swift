import Wording

/// Why nothing is written before, or by, somebody.
package enum ShiftRefusal: Refusal, Hashable {
  /// Nobody has opened the shift, or it is locked.
  case closed
  case notAnOfficer(name: String)
  /// Post, service or key of who had opened it has ended.
  case ended(name: String)
  /// A PIN is never typed by a script, except in a made-up directory.
  case byScript

  package var field: String { "Signer" }

  package static let examples: [Self] = [
    .closed, .notAnOfficer(name: "高有福"), .ended(name: "王警官"), .byScript,
  ]

  package var notice: Notice {
    let (happened, next) = texts
    return Notice(
      happened, safe: Phrase("什么都没有写入。", "什麼都沒有寫入。", "Nothing was written."), next: next)
  }

  private static let bySigner = Phrase(
    "用 --signer 写明民警代号，口令从终端或 --pin-file 读入。", "用 --signer 寫明民警代號，口令從終端或 --pin-file 讀入。",
    "Name an officer with --signer; the PIN is asked for, or read with --pin-file.")

  private var texts: (Phrase, Sentence) {
    switch self {
    case .closed:
      let byKey = Phrase(
        "民警按 F12 输口令开班，写下的记在其名下。", "民警按 F12 輸口令開班，寫下的記在其名下。",
        "An officer opens the shift with F12 and a PIN; what is written is then said to be theirs.")
      return (
        Phrase("还没有人开班，只能查看。", "還沒有人開班，只能檢視。", "Nobody has opened the shift: one can only look."),
        Sentence(form: byKey, console: byKey, command: Self.bySigner)
      )
    case .notAnOfficer(let name):
      return (
        Phrase(
          "\(name) 不是本所民警，不能开班。", "\(name) 不是本所民警，不能開班。",
          "\(name) is no officer of this station and opens no shift."),
        Phrase(
          "由密钥簿里任命的民警开班。", "由密鑰簿裡任命的民警開班。",
          "An officer whom the book of keys appoints opens it."
        ).sentence
      )
    case .ended(let name):
      let byKey = Phrase(
        "由在职在岗的民警按 F12 开班。", "由在職在崗的民警按 F12 開班。", "An officer in post opens it with F12.")
      return (
        Phrase(
          "\(name) 的职务或密钥已停，班已关。", "\(name) 的職務或密鑰已停，班已關。",
          "Post or key of \(name) has ended, and the shift with it."),
        Sentence(form: byKey, console: byKey, command: Self.bySigner)
      )
    case .byScript:
      return (
        Phrase(
          "--script 不输口令，只能查看（演示目录除外）。", "--script 不輸口令，只能檢視（演示目錄除外）。",
          "--script takes no PIN: outside a made-up directory it only looks."),
        Phrase(
          "请用子命令和 --signer。", "請用子命令和 --signer。", "Use the subcommands with --signer."
        ).sentence
      )
    }
  }
}
