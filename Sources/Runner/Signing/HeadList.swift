import Books
import Records
import Wording

/// A list of heads that was noted earlier, read whole or refused: a list of which a line is passed
/// over would agree with anything.
package struct HeadList {
  package let text: String
  private let pages: [PageReference]
  private let keys: Int
  /// When it was made, as the list itself says.
  private let time: String?

  /// - Parameter file: the file's name, for messages.
  package init(_ bytes: Bytes, file: String) throws {
    guard bytes.firstNonUTF8() == nil else {
      throw HeadListError.notAList(file: file, line: 1)
    }
    text = bytes.text
    var (pages, keys, time): ([PageReference], Int, String?) = ([], 0, nil)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      switch words.first {
      case nil, "#": continue
      case "keys" where words.count == 2: time = words[1]
      case "key" where words.count == 5: keys += 1
      default:
        guard let page = Self.page(words) else {
          throw HeadListError.notAList(file: file, line: index + 1)
        }
        pages.append(page)
      }
    }
    guard !pages.isEmpty else { throw HeadListError.empty(file: file) }
    (self.pages, self.keys, self.time) = (pages, keys, time)
  }

  private static func page(_ words: [String]) -> PageReference? {
    guard words.count == 5, let book = BookID(words[0]),
      let year = wholeNumber(words[1], in: Numbers.year),
      let number = wholeNumber(words[2], in: Numbers.page),
      let digest = Digest("\(words[3]) \(words[4])")
    else { return nil }
    return PageReference(PageID(book, year: year, number: number), digest)
  }

  /// What the list says that the books no longer do; a volume that can't be read is named elsewhere.
  package func faults(on disk: any Disk) -> [VolumeFault] {
    pages.compactMap { page in
      let volume = Volume(page.id.book, year: page.id.year, on: disk)
      let fault = VolumeFault.missing(file: volume.path, page: page.id.number)
      switch volume.find() {
      case .there(let text): return text.digest(of: page.id.number) == page.digest ? nil : fault
      case .absent: return fault
      case .notRead: return nil
      }
    }
  }

  /// How much was compared, and with a list of when.
  package var extent: Phrase {
    let (count, keys, time) = (pages.count, keys, time ?? "?")
    return Phrase(
      "与 \(time) 的名单核对：\(count) 卷、\(keys) 个密钥。", "與 \(time) 的名單核對：\(count) 卷、\(keys) 個密鑰。",
      "Compared with a list of \(time): \(count) volumes, \(keys) keys.")
  }
}

/// Why a list of heads can't be compared with.
package enum HeadListError: UserFacingError, Hashable {
  case notAList(file: String, line: Int)
  case empty(file: String)

  package static let examples: [Self] = [
    .notAList(file: "heads.txt", line: 3), .empty(file: "heads.txt"),
  ]

  package var notice: Notice {
    let happened: Phrase =
      switch self {
      case .notAList(let file, let line):
        Phrase(
          "\(file):\(line) 不是卷末名单的一行。", "\(file):\(line) 不是卷末名單的一行。",
          "\(file):\(line) is no line of a list of heads.")
      case .empty(let file):
        Phrase("\(file) 里没有卷末页。", "\(file) 裡沒有卷末頁。", "\(file) names no volume.")
      }
    return Notice(
      happened,
      safe: Phrase("名单没有核对。", "名單沒有核對。", "The list was not compared."),
      next: Phrase(
        "请用 xunfang heads 原样存下的文件。", "請用 xunfang heads 原樣存下的檔案。",
        "Use a file as xunfang heads wrote it."))
  }
}
