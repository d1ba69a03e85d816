import Glibc
import Wording

/// Why others than its owner may have read a file, or have put another in its place.
package enum FileExposure: CaseIterable, Hashable, Sendable {
  /// A symbolic link: what it leads to may be anybody's.
  case link
  /// A hard link: the file has another name somewhere else.
  case otherName
  /// It belongs to another account.
  case foreign
  /// Group or others may read or write it.
  case rights
  /// Its folder, or the data directory, is others' to write in.
  case folder

  /// What is wrong with a file that is open.
  ///
  /// - Parameters:
  ///   - folders: those in which whoever may write can exchange it.
  ///   - user: who is to own it; folders may be root's too.
  static func of(_ file: stat, in folders: [stat], for user: uid_t) -> FileExposure? {
    if file.st_uid != user { return .foreign }
    if file.st_nlink > 1 { return .otherName }
    if file.st_mode & 0o077 != 0 { return .rights }
    let isOpen = folders.contains {
      $0.st_mode & 0o022 != 0 || $0.st_uid != user && $0.st_uid != 0
    }
    return isOpen ? .folder : nil
  }

  package var phrase: Phrase {
    switch self {
    case .link: Phrase("是符号链接", "是符號連結", "it is a symbolic link")
    case .otherName:
      Phrase("是硬链接，另有别名", "是硬連結，另有別名", "it is a hard link and has another name")
    case .foreign: Phrase("属于别的账户", "屬於別的帳戶", "it belongs to another account")
    case .rights: Phrase("别人也能读写", "別人也能讀寫", "others may read or write it")
    case .folder:
      Phrase("所在目录别人也能改", "所在目錄別人也能改", "others may write in its folder")
    }
  }

  /// What makes it the owner's alone again.
  var advice: Phrase {
    switch self {
    case .link, .otherName:
      Phrase(
        "请删去链接，放回文件本身", "請刪去連結，放回檔案本身", "Remove the link and put the file itself back")
    case .foreign:
      Phrase("请 chown 为本账户", "請 chown 為本帳戶", "chown it to this account")
    case .rights: Phrase("请 chmod 600 该文件", "請 chmod 600 該檔案", "chmod 600 the file")
    case .folder:
      Phrase(
        "请 chmod 700 数据目录和 keys", "請 chmod 700 資料目錄和 keys",
        "chmod 700 the data directory and keys")
    }
  }
}
