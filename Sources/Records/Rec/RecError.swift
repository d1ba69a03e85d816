import Wording

/// Why a file could not be understood as rec text.
package enum RecError: UserFacingError, Hashable {
  case notUTF8(file: String, line: Int)
  case notAField(file: String, line: Int, text: String)
  case badField(file: String, line: Int, FieldError)
  case newerFormat(file: String, version: Int, known: Int)
  case olderFormat(file: String, version: Int, known: Int)

  package var notice: Notice {
    switch self {
    case .notUTF8(let file, let line): .notUTF8(file, line)
    case .notAField(let file, let line, let text): .notAField(file, line, text)
    case .badField(let file, let line, let error): .badField(file, line, error)
    case .newerFormat(let file, let version, let known): .newerFormat(file, version, known)
    case .olderFormat(let file, let version, let known): .olderFormat(file, version, known)
    }
  }

  /// The line it is about.
  package var line: Int? {
    switch self {
    case .notUTF8(_, let line), .notAField(_, let line, _), .badField(_, let line, _): line
    case .newerFormat, .olderFormat: nil
    }
  }

  /// Why, as one short phrase.
  package var reason: Phrase {
    switch self {
    case .notUTF8: Phrase("不是 UTF-8 文本", "不是 UTF-8 文字", "not UTF-8 text")
    case .notAField(_, _, let text):
      Phrase("“\(text)”不是“栏目: 内容”", "「\(text)」不是「欄目: 內容」", "“\(text)” is not “Field: value”")
    case .badField(_, _, let error):
      Phrase { language in
        let message = error.message[language]
        return message.last.map { "。.".contains($0) } == true
          ? String(message.dropLast()) : message
      }
    case .newerFormat(_, let version, let known):
      Phrase(
        "是第\(version)版格式，本程序只认到第\(known)版", "是第\(version)版格式，本程式只認到第\(known)版",
        "it has format \(version); this program knows up to \(known)")
    case .olderFormat(_, let version, let known):
      Phrase(
        "是第\(version)版格式，本程序只认第\(known)版", "是第\(version)版格式，本程式只認第\(known)版",
        "it has format \(version); this program reads format \(known)")
    }
  }

  package static let examples: [Self] = [
    .notUTF8(file: "register/QS/members.rec", line: 12),
    .notAField(file: "register/QS/teams.rec", line: 7, text: "高庄村队 五人"),
    .badField(file: "register/QS/members.rec", line: 30, FieldError.examples[0]),
    .newerFormat(file: "station.rec", version: 9, known: 2),
    .olderFormat(file: "station.rec", version: 1, known: 2),
  ]
}

extension Notice {
  static func notUTF8(_ file: String, _ line: Int) -> Notice {
    Notice(
      Phrase(
        hans: "\(file):\(line) 不是 UTF-8 文本。", hant: "\(file):\(line) 不是 UTF-8 文字。",
        en: "\(file):\(line) is not UTF-8 text."),
      safe: .unchanged,
      next: Phrase(
        hans: "请用编辑器另存为 UTF-8，或从备份取回。", hant: "請用編輯器另存為 UTF-8，或從備份取回。",
        en: "Save it as UTF-8 in an editor, or take it back from a backup."))
  }

  static func notAField(_ file: String, _ line: Int, _ text: String) -> Notice {
    Notice(
      Phrase(
        hans: "\(file):\(line)“\(text)”不是“栏目: 内容”。",
        hant: "\(file):\(line)「\(text)」不是「欄目: 內容」。",
        en: "\(file):\(line): “\(text)” is not “Field: value”."),
      safe: .unchanged,
      next: Phrase(
        hans: "请在编辑器里改正这一行。", hant: "請在編輯器裡改正這一行。",
        en: "Put this line right in an editor."))
  }

  static func badField(_ file: String, _ line: Int, _ error: FieldError) -> Notice {
    Notice(
      Phrase { "\(file):\(line) \(error.message[$0])" }, safe: .unchanged,
      next: Phrase(
        hans: "请在编辑器里改正这一栏。", hant: "請在編輯器裡改正這一欄。",
        en: "Put this field right in an editor."))
  }

  static func newerFormat(_ file: String, _ version: Int, _ known: Int) -> Notice {
    Notice(
      Phrase(
        hans: "\(file) 是第\(version)版格式，本程序只认到第\(known)版。",
        hant: "\(file) 是第\(version)版格式，本程式只認到第\(known)版。",
        en: "\(file) has format \(version); this program knows up to \(known)."),
      safe: .unchanged,
      next: Phrase(hans: "请换用新版程序。", hant: "請換用新版程式。", en: "Use a newer program."))
  }

  static func olderFormat(_ file: String, _ version: Int, _ known: Int) -> Notice {
    Notice(
      Phrase(
        "\(file) 是第\(version)版格式，本程序只认第\(known)版。", "\(file) 是第\(version)版格式，本程式只認第\(known)版。",
        "\(file) has format \(version); this program reads format \(known)."),
      safe: .unchanged,
      next: Phrase(
        "演示目录请用 xunfang demo 另做一个；真实的簿册请用做它的那版程序。",
        "演示目錄請用 xunfang demo 另做一個；真實的簿冊請用做它的那版程式。",
        "Make a demo directory anew with xunfang demo; read real books with the program that made them."
      ))
  }
}
