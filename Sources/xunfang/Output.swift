import Glibc
import Patrol
import Records
import Synchronization
import Terminal
import Wording

/// Standard output and standard error.
///
/// What people read is led through one filter (`Unseen`), wherever it goes: a pipe may end at a
/// terminal, and a file may be a log. What programs read (`data`) is filtered for a terminal alone.
/// A terminal is written to as its locale writes characters; files and pipes take UTF-8.
/// What standard output did not take is remembered and said when the command ends: an answer
/// that is cut off is never called a whole one.
enum Output {
  private struct State {
    var error: Int32?
    /// What was put into the data directory, as it was said or was to be said.
    var saved: [String] = []
  }
  private static let state = Mutex(State())

  /// Why standard output is not whole; nil while it is.
  static var loss: OutputLoss? {
    state.withLock { state in state.error.map { OutputLoss(error: $0, saved: state.saved) } }
  }

  static func line(_ text: String) { self.text(text + "\n") }

  /// A line that says what has been put into the data directory: should it not be taken, stderr says it.
  static func saved(_ text: String) {
    remember(text)
    line(text)
  }

  /// What has been put into the data directory, of which standard output says nothing by itself.
  static func remember(_ text: String) { state.withLock { $0.saved.append(text) } }

  static func text(_ text: String) { write { write(text, to: 1) } }

  /// What another program reads byte by byte: a table in CSV, a calendar, what a digest stands over.
  static func data(_ text: String) { data(Array(text.utf8)) }

  /// A long one as its bytes in UTF-8.
  static func data(_ text: [UInt8]) {
    guard isatty(1) == 0 else {
      // The mark before a table is for office programs.
      let text = String(decoding: text, as: UTF8.self)
      return self.text(text.hasPrefix(CSVWriter.mark) ? String(text.dropFirst()) : text)
    }
    write { write(text, to: 1) }
  }

  private static func write(_ part: () -> Int32?) {
    state.withLock { state in
      // Behind a gap nothing more is written: what follows would look like the whole.
      guard state.error == nil else { return }
      state.error = part()
    }
  }

  /// A line on standard error that the next one takes the place of.
  ///
  /// Only for a terminal: it holds control characters.
  static func progress(_ text: String) {
    _ = write(Array("\r\u{1B}[K".utf8) + bytes(text, for: 2), to: 2)
  }

  /// - Returns: whether it was taken, which matters where it is said nowhere else.
  @discardableResult
  static func error(_ text: String) -> Bool { write(text + "\n", to: 2) == nil }

  /// Makes writing to a reader that went away, and beyond the size that a file may have, an error like
  /// any other, and keeps the numbers 0 to 2 from going to files of the data directory where the shell
  /// has closed them.
  static func settle() {
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    for file: Int32 in 0...2 where fcntl(file, F_GETFD) < 0 {
      // Opened the wrong way round, so that using it stays the error that it is.
      _ = open("/dev/null", file == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// How many cells a line for people may take: the terminal's, at most 100, as 80 elsewhere.
  static var columns: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
    return min(100, Int(size.ws_col))
  }

  /// A text for people as what stands behind a descriptor takes it.
  static func bytes(_ text: String, for file: Int32) -> [UInt8] {
    let shown = Unseen.shown(text, lines: true)
    return isatty(file) == 1 ? encoding.shown(shown) : Array(shown.utf8)
  }

  private static let encoding = TerminalFacts.encoding()

  /// The error that kept a part of it from being written.
  private static func write(_ text: String, to file: Int32) -> Int32? {
    write(bytes(text, for: file), to: file)
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
    var at = 0
    while at < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress.map { $0 + at }, bytes.count - at)
      }
      if count > 0 {
        at += count
      } else if count == 0 || errno != EINTR {
        return count == 0 ? EIO : errno
      }
    }
    return nil
  }

  /// Rows as a table for people, as CSV, or as JSON lines.
  static func table(
    _ columns: [AnswerColumn], _ rows: [[String]], _ format: FormatOptions, _ language: Language
  ) {
    if format.json {
      for row in rows {
        line(
          JSONLine.object(
            zip(columns, row).filter { !$0.1.isEmpty }.map { (name: $0.0.name, value: $0.1) }))
      }
    } else if format.csv {
      data(CSVWriter.heading(columns.map(\.name)) + rows.map(CSVWriter.row).joined())
    } else {
      let said = columns.said(rows, language)
      text(TextTable.text(said.heading, said.rows))
    }
  }
}

/// Standard output took a part of the answer, or nothing of it.
struct OutputLoss: UserFacingError {
  let error: Int32
  /// What is in the data directory all the same.
  let saved: [String]

  var isReaderGone: Bool { error == EPIPE }

  var notice: Notice {
    let reason = Self.reasons[error] ?? Phrase(verbatim: String(cString: strerror(error)))
    let list = saved.joined(separator: "; ")
    return Notice(
      Phrase(
        "输出不完整：\(reason[.hans])。", "輸出不完整：\(reason[.hant])。",
        "The output is not whole: \(reason[.en])."),
      safe: saved.isEmpty
        ? Phrase("簿册和台账未受影响。", "簿冊和臺賬未受影響。", "Books and registers are not affected.")
        : Phrase("已存：\(list)。", "已存：\(list)。", "Saved all the same: \(list)."),
      next: saved.isEmpty
        ? Phrase("请换一处输出后重新运行。", "請換一處輸出後重新執行。", "Send the output elsewhere and run it again.")
        : Phrase("请勿重复办理。", "請勿重複辦理。", "Don't do it again."))
  }

  private static let reasons = [
    ENOSPC: Phrase("输出处没有空间", "輸出處沒有空間", "there is no room where it goes"),
    EDQUOT: Phrase("输出处配额已满", "輸出處配額已滿", "the quota where it goes is used up"),
    EBADF: Phrase("标准输出已关闭", "標準輸出已關閉", "standard output is closed"),
    EPIPE: Phrase("接收输出的程序已结束", "接收輸出的程式已結束", "the program that reads it has ended"),
    EIO: Phrase("输出设备出错", "輸出裝置出錯", "the device that it goes to fails"),
  ]

  static let examples = [
    OutputLoss(error: ENOSPC, saved: []), OutputLoss(error: EBADF, saved: ["QS.patrol 2026 41"]),
  ]
}
