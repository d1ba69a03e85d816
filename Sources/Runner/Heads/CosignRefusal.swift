import Patrol
import Records
import Wording

/// Why another station's note of heads is not signed, or an own one not taken back.
package enum CosignRefusal: UserFacingError, Hashable {
  /// Nobody is a witness of their own books.
  case own
  /// A note of somebody else's books.
  case foreign
  /// One of the two is made up.
  case otherWorld
  case alreadySigned
  /// The volumes beside the note are not those that it names.
  case notItsVolumes(file: String)
  /// Nothing was ever seen of that directory.
  case firstMeeting(DirectoryID, root: Digest)
  /// The book of keys begins otherwise than it did.
  case otherRoot(file: String)
  case olderThanSeen(Day)
  case recovered(PageID)
  /// What was seen of that directory is not all there any more.
  case notesGone(DirectoryID)
  /// A link stands where the note should.
  case isLink(file: String)

  package static let examples: [Self] = [
    .own, .foreign, .otherWorld, .alreadySigned, .notItsVolumes(file: "books/2026/QS.patrol.rec"),
    .firstMeeting(.example, root: Digest(of: [])), .otherRoot(file: "books/2026/QSP.keys.rec"),
    .olderThanSeen(Day(number: 20781)),
    .recovered(PageID(BookID("QSP", KeysPage.book), year: 2026, number: 9)),
    .notesGone(.example), .isLink(file: "heads.txt"),
  ]

  package var notice: Notice {
    let (happened, next) = texts
    return Notice(
      happened,
      safe: Phrase("没有会签；两边都未改动。", "沒有會簽；兩邊都未改動。", "Nothing was signed; nothing was changed."),
      next: next)
  }

  private var texts: (Phrase, Phrase) {
    switch self {
    case .own:
      (
        Phrase("这是本所自己的头单。", "這是本所自己的頭單。", "This is the station's own note of heads."),
        Phrase("请由外站或巡防办会签。", "請由外站或巡防辦會簽。", "Another station, or the office, cosigns it.")
      )
    case .foreign:
      (
        Phrase("这不是本所的头单。", "這不是本所的頭單。", "This is not a note of this station's heads."),
        Phrase("请核对介质上的文件。", "請核對介質上的檔案。", "Look at what is on the stick.")
      )
    case .otherWorld:
      (
        Phrase(
          "演示目录与正式目录不互相会签。", "演示目錄與正式目錄不互相會簽。",
          "Directories that are made up and real ones do not cosign each other."),
        Phrase("请用同类的目录。", "請用同類的目錄。", "Use two of one sort.")
      )
    case .alreadySigned:
      (
        Phrase("本所已在这张头单上会签。", "本所已在這張頭單上會簽。", "This station has cosigned this note already."),
        Phrase("不用再签。", "不用再簽。", "There is nothing left to do.")
      )
    case .notItsVolumes(let file):
      (
        Phrase(
          "\(file) 不是头单所写的那样：头单之后又写了，或缺卷。", "\(file) 不是頭單所寫的那樣：頭單之後又寫了，或缺卷。",
          "\(file) is not as the note says: it was written to since, or is missing."),
        Phrase(
          "请对方用 xunfang audit 重做一份。", "請對方用 xunfang audit 重做一份。",
          "Have it made again with xunfang audit.")
      )
    case .firstMeeting(let directory, let root):
      (
        Phrase(
          "第一次见到目录 \(directory.text)，密钥簿首页指纹 \(root.grouped)。",
          "第一次見到目錄 \(directory.text)，密鑰簿首頁指紋 \(root.grouped)。",
          "Directory \(directory.text) is met for the first time; its book of keys begins with \(root.grouped)."
        ),
        Phrase(
          "请与对方纸上的核对，一致时加 --first 再会签。", "請與對方紙上的核對，一致時加 --first 再會簽。",
          "Compare it with their paper; if it agrees, cosign with --first.")
      )
    case .otherRoot(let file):
      (
        Phrase(
          "\(file) 的首页与上次见到的不同：整个目录是重做的。", "\(file) 的首頁與上次見到的不同：整個目錄是重做的。",
          "\(file) begins with another page than it did: the whole directory was made anew."),
        Phrase(
          "请保留两张头单，报巡防办。", "請保留兩張頭單，報巡防辦。", "Keep both notes and report it to the office.")
      )
    case .olderThanSeen(let day):
      (
        Phrase(
          "已见过 \(day.text) 的头单，这一张更早。", "已見過 \(day.text) 的頭單，這一張更早。",
          "A note of \(day.text) was seen already; this one is older."),
        Phrase("请对方做一张新的。", "請對方做一張新的。", "Have a new one made.")
      )
    case .recovered(let page):
      (
        Phrase(
          "\(page.text) 由外站恢复了民警。", "\(page.text) 由外站恢復了民警。",
          "\(page.text) is a recovery by another station."),
        Phrase(
          "请问明缘由，属实时加 --confirm-recovery 再会签。", "請問明緣由，屬實時加 --confirm-recovery 再會簽。",
          "Ask why; if it is so, cosign with --confirm-recovery.")
      )
    case .notesGone(let directory):
      (
        Phrase(
          "witness/\(directory.text) 里先前见过的头单不全了。", "witness/\(directory.text) 裡先前見過的頭單不全了。",
          "Notes that were seen before are gone from witness/\(directory.text)."),
        Phrase(
          "请从备份取回这个文件夹再会签。", "請從備份取回這個資料夾再會簽。",
          "Take that folder back from a backup, then cosign.")
      )
    case .isLink(let file):
      (
        Phrase("\(file) 是符号链接。", "\(file) 是符號連結。", "\(file) is a symbolic link."),
        Phrase("请放回文件本身。", "請放回檔案本身。", "Put the file itself back.")
      )
    }
  }
}

extension DirectoryID {
  fileprivate static let example =
    DirectoryID("demo-3f1c77aa3f1c77aa3f1c77aa3f1c77aa") ?? DirectoryID(isDemo: true)
}
