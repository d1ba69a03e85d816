import Wording

/// What is wrong between the program and its terminal.
package enum TerminalTrouble: UserFacingError {
  /// Bytes came that are no characters in the terminal's encoding.
  case unreadable
  /// The locale that is asked for is not installed.
  case noLocale(String)

  package var notice: Notice {
    switch self {
    case .unreadable:
      Notice(
        Phrase(
          "终端送来的字无法识别，没有输入。", "終端送來的字無法識別，沒有輸入。",
          "The terminal sent characters that can't be read; nothing was typed."),
        safe: Phrase("已输入的内容未受影响。", "已輸入的內容未受影響。", "What was typed before is not affected."),
        next: Phrase(
          "请把终端的字符集改为 UTF-8，或以 LC_ALL=zh_CN.GBK 启动。", "請把終端的字元集改為 UTF-8，或以 LC_ALL=zh_CN.GBK 啟動。",
          "Set the terminal to UTF-8, or start with LC_ALL=zh_CN.GBK."))
    case .noLocale(let name):
      Notice(
        Phrase(
          "本机没有语言环境 \(name)，按 UTF-8 显示。", "本機沒有語言環境 \(name)，按 UTF-8 顯示。",
          "This machine has no locale \(name); UTF-8 is used."),
        safe: Phrase("数据未受影响。", "資料未受影響。", "Your data is not affected."),
        next: Phrase(
          "如有乱码，请把终端的字符集改为 UTF-8，或请管理员安装该语言环境。",
          "如有亂碼，請把終端的字元集改為 UTF-8，或請管理員安裝該語言環境。",
          "If letters look wrong, set the terminal to UTF-8 or have the locale installed."))
    }
  }

  package static let examples: [TerminalTrouble] = [.unreadable, .noLocale("zh_CN.GBK")]
}
