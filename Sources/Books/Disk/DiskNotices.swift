import Wording

extension DiskError {
  package var notice: Notice {
    let reason = reason
    if case .exposed(let path, _) = self { return exposed(path, reason) }
    if case .unconfirmed(let path, _) = self { return Self.unconfirmed(path, reason) }
    return Notice(
      Phrase(
        "\(path)：\(reason[.hans])。", "\(path)：\(reason[.hant])。", "\(path): \(reason[.en])."),
      safe: .unchanged, next: advice)
  }

  private func exposed(_ path: String, _ reason: Phrase) -> Notice {
    Notice(
      Phrase(
        "\(path) \(reason[.hans])，不能用来签字。", "\(path) \(reason[.hant])，不能用來簽字。",
        "\(path) is not used to sign: \(reason[.en])."),
      safe: .unchanged, next: advice)
  }

  private static func unconfirmed(_ path: String, _ reason: Phrase) -> Notice {
    Notice(
      Phrase(
        "\(path) 已写入，但磁盘没有确认：\(reason[.hans])。", "\(path) 已寫入，但磁碟沒有確認：\(reason[.hant])。",
        "\(path) is written, but the disk did not confirm it: \(reason[.en])."),
      safe: Phrase(
        "断电之前内容都在；断电可能丢失这一次修改。", "斷電之前內容都在；斷電可能丟失這一次修改。",
        "It is there until a power cut, which may lose this change."),
      next: Phrase(
        "请检查磁盘或网络盘，再核对这一项。", "請檢查磁碟或網絡盤，再核對這一項。",
        "Check the disk or the network drive, then look at this item again."))
  }

  package var path: String {
    switch self {
    case .full(let path), .tooLarge(let path), .noRight(let path), .readOnly(let path),
      .notFound(let path), .notADirectory(let path), .notAFile(let path), .notNew(let path),
      .exposed(let path, _), .locked(let path, _), .failed(let path, _, _),
      .unconfirmed(let path, _):
      path
    }
  }

  private var advice: Sentence {
    switch self {
    case .full: .again(Phrase("请清出空间", "請清出空間", "Free some space"))
    case .readOnly:
      .again(
        Phrase("请管理员改为可写", "請管理員改為可寫", "Have it made writable"))
    case .tooLarge:
      .again(Phrase("请管理员放宽限额", "請管理員放寬限額", "Have the limit raised"))
    case .noRight:
      .again(
        Phrase(
          "请换用有权限的用户，或请管理员检查目录权限（0700）", "請換用有權限的使用者，或請管理員檢查目錄權限（0700）",
          "Use an account that may, or have the directory's mode (0700) checked"))
    case .notFound, .notADirectory:
      Sentence(
        form: Self.look, console: Self.look,
        command: Phrase(
          "请核对路径和 --data 所指目录；新建用 xunfang init。", "請核對路徑和 --data 所指目錄；新建用 xunfang init。",
          "Check the path and the directory given with --data; xunfang init makes a new one."))
    case .notAFile:
      .again(
        Phrase(
          "请移开它，或恢复链接所指的文件", "請移開它，或恢復連結所指的檔案", "Move it away, or bring back what the link leads to"
        ))
    case .notNew: .again(Phrase("请移开它", "請移開它", "Move it away"))
    case .exposed(_, let exposure): .again(exposure.advice)
    case .locked:
      .again(Phrase("请等它办完", "請等它辦完", "Wait until it is done"))
    case .failed, .unconfirmed:
      .again(Phrase("请检查磁盘或网络盘", "請檢查磁碟或網絡盤", "Check the disk or the network drive"))
    }
  }

  private static let look = Phrase(
    "请检查数据目录是否完整。", "請檢查資料目錄是否完整。", "Look whether the data directory is whole.")
}
