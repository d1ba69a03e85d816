import Wording

extension Notice {
  private static let draftKept = Phrase(
    hans: "已存的各页完好，草稿保留。", hant: "已存的各頁完好，草稿保留。",
    en: "Saved pages are whole and your draft is kept.")
  private static let nothingLost = Phrase(
    hans: "没有改动任何内容。", hant: "沒有改動任何內容。", en: "Nothing was changed.")

  static func diskFull(_ path: String) -> Notice {
    Notice(
      Phrase(
        hans: "磁盘已满，\(path) 未写入。", hant: "磁碟已滿，\(path) 未寫入。",
        en: "The disk is full; nothing was added to \(path)."),
      safe: draftKept,
      next: Phrase(
        hans: "清出空间后再按 F10。", hant: "清出空間後再按 F10。", en: "Free some space and press F10 again."))
  }
  static func noRight(_ path: String) -> Notice {
    Notice(
      Phrase(
        hans: "没有读写 \(path) 的权限。", hant: "沒有讀寫 \(path) 的權限。",
        en: "You have no right to read or write \(path)."),
      safe: draftKept,
      next: Phrase(
        hans: "请换用有权限的用户，或请管理员检查目录权限（0700）。",
        hant: "請換用有權限的使用者，或請管理員檢查目錄權限（0700）。",
        en: "Use an account that may, or have the directory's mode (0700) checked."))
  }
  static func notFound(_ path: String) -> Notice {
    Notice(
      Phrase(hans: "没有 \(path)。", hant: "沒有 \(path)。", en: "There is no \(path)."),
      safe: nothingLost,
      next: Phrase(
        hans: "请核对 --data 所指目录；新建用 xunfang init。",
        hant: "請核對 --data 所指目錄；新建用 xunfang init。",
        en: "Check the directory given with --data; xunfang init makes a new one."))
  }
  static func notADirectory(_ path: String) -> Notice {
    Notice(
      Phrase(hans: "\(path) 不是目录。", hant: "\(path) 不是目錄。", en: "\(path) is not a directory."),
      safe: nothingLost,
      next: Phrase(
        hans: "请核对 --data 所指目录。", hant: "請核對 --data 所指目錄。",
        en: "Check the directory given with --data."))
  }
  static func diskFailed(_ path: String, _ doing: String, _ number: Int32) -> Notice {
    Notice(
      Phrase(
        hans: "\(path) 读写失败（\(doing)，错误 \(number)）。",
        hant: "\(path) 讀寫失敗（\(doing)，錯誤 \(number)）。",
        en: "\(path) could not be read or written (\(doing), error \(number))."),
      safe: draftKept,
      next: Phrase(
        hans: "请检查磁盘或网络盘，再试一次。", hant: "請檢查磁碟或網路碟，再試一次。",
        en: "Check the disk or the network drive and try again."))
  }
}
