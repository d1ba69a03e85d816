import Glibc
import Wording

/// Why the disk did not do it.
package enum DiskError: UserFacingError, Hashable {
  case full(path: String)
  /// More than a file may hold: a limit of the account, or of the file system.
  case tooLarge(path: String)
  case noRight(path: String)
  /// The file system takes no writing.
  case readOnly(path: String)
  case notFound(path: String)
  case notADirectory(path: String)
  /// A directory, a FIFO, a device, or a link that leads nowhere, where a file should be.
  case notAFile(path: String)
  /// What was to be made is there already.
  case notNew(path: String)
  /// Others may have read or exchanged it.
  case exposed(path: String, FileExposure)
  /// Somebody else holds the lock.
  case locked(path: String, by: LockHolder?)
  /// The file is in its place, but the disk did not say that it will be there after a power cut.
  indirect case unconfirmed(path: String, cause: DiskError)
  /// - Parameter errno: the system's own error number.
  case failed(path: String, doing: String, errno: Int32)

  package init(errno number: Int32, path: String, doing: String) {
    switch number {
    case ENOSPC, EDQUOT: self = .full(path: path)
    case EFBIG: self = .tooLarge(path: path)
    case EACCES, EPERM: self = .noRight(path: path)
    case EROFS: self = .readOnly(path: path)
    case ENOENT: self = .notFound(path: path)
    case EEXIST: self = .notNew(path: path)
    case ENOTDIR: self = .notADirectory(path: path)
    default: self = .failed(path: path, doing: doing, errno: number)
    }
  }

  /// Why, as one short phrase.
  package var reason: Phrase {
    switch self {
    case .full: Phrase("磁盘已满", "磁碟已滿", "the disk is full")
    case .tooLarge:
      Phrase(
        "超过文件大小的限额", "超過檔案大小的限額", "it would be larger than a file may be")
    case .noRight: Phrase("没有权限", "沒有權限", "no right to")
    case .readOnly: Phrase("磁盘只读", "磁碟唯讀", "the disk can only be read")
    case .notFound: Phrase("文件不存在", "檔案不存在", "it does not exist")
    case .notADirectory: Phrase("上级不是目录", "上級不是目錄", "what should be a folder is none")
    case .notAFile:
      Phrase(
        "不是普通文件，或是失效的链接", "不是普通檔案，或是失效的連結", "no plain file, or a link that leads nowhere")
    case .notNew: Phrase("已有同名文件", "已有同名檔案", "there is one already")
    case .exposed(_, let exposure): exposure.phrase
    case .locked(_, let holder):
      Phrase(
        "正被\(holder?.phrase[.hans] ?? "其他程序")占用", "正被\(holder?.phrase[.hant] ?? "其他程式")佔用",
        "held by \(holder?.phrase[.en] ?? "another program")")
    case .unconfirmed(_, let cause): cause.reason
    case .failed(_, let doing, let number):
      Phrase(
        "读写出错（\(doing)：\(Self.text(number))）", "讀寫出錯（\(doing)：\(Self.text(number))）",
        "\(doing): \(Self.text(number))")
    }
  }

  /// The system's own words for an error number.
  private static func text(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "\(number)"
  }

  package static let examples: [Self] =
    [
      .full(path: "books/2026/QS-01.patrol.rec"), .tooLarge(path: "books/2026/QS-01.patrol.rec"),
      .noRight(path: "register/QS/members.rec"), .readOnly(path: "station.rec"),
      .notFound(path: "station.rec"), .notADirectory(path: "books"),
      .notAFile(path: "books/2026/QS-01.patrol.rec"),
      .notNew(path: "station.rec.next"),
    ] + FileExposure.allCases.map { .exposed(path: "keys/QS-001.key", $0) } + [
      .locked(
        path: "books/2026/QS-01.patrol.rec", by: LockHolder(process: 4711, program: "xunfang")),
      .unconfirmed(
        path: "station.rec",
        cause: .failed(path: "station.rec", doing: "fsync", errno: EIO)),
      .failed(path: "books/2026/QS-01.patrol.rec", doing: "write", errno: EIO),
    ]
}
