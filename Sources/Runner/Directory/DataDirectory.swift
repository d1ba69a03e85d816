import Books
import Glibc
import Patrol
import Records
import Wording

/// Where things are: the data directory and what ships beside the program.
package struct DataDirectory: Sendable {
  package let disk: any Disk

  package init(_ disk: any Disk) { self.disk = disk }
  package init(path: String) { self.init(PosixDisk(root: path)) }

  /// `--data`, else `$XUNFANG_DATA`, else `$XDG_DATA_HOME/xunfang`, else `~/.local/share/xunfang`.
  package static func path(option: String?, environment: (String) -> String?) -> String {
    if let option { return option }
    if let path = environment("XUNFANG_DATA"), !path.isEmpty { return path }
    if let path = environment("XDG_DATA_HOME"), !path.isEmpty { return path + "/xunfang" }
    return (environment("HOME") ?? "") + "/.local/share/xunfang"
  }

  /// Whether it can be used at all; the reason when it can't.
  package func check() throws {
    guard let root = try disk.status("") else { throw DirectoryError.notThere(disk.root) }
    guard root.isDirectory else { throw DirectoryError.notAFolder(disk.root) }
    guard try disk.status(Station.file) != nil else { throw DirectoryError.notOurs(disk.root) }
  }

  /// Refuses a file that is to be written and lies in here, by whatever way it is named: it would take the
  /// place of one of ours.
  package func checkOutside(_ path: String) throws {
    func real(_ path: String) -> String? {
      guard let found = realpath(path, nil) else { return nil }
      defer { free(found) }
      return String(cString: found)
    }
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard let root = real(disk.root), let place = real(path) ?? real(parent) else { return }
    if path.isEmpty || place == root || place.hasPrefix(root + "/") {
      throw DirectoryError.ownFile(path)
    }
  }

  /// Whether there is none yet and one can be made there: nothing is there, or what was cut off.
  package var isToBeMade: Bool {
    get throws {
      guard let root = try disk.status("") else { return true }
      guard root.isDirectory, try disk.status(Station.file) == nil else { return false }
      return try DirectoryMaking.isFree(disk)
    }
  }

  /// Whether others on the machine can read it.
  package var isOpenToOthers: Bool { Self.isOpen(disk, "") }

  /// Settings and keys that others on the machine can read, by their full paths.
  package var filesOpenToOthers: [String] {
    let keys = ((try? disk.names(in: KeyRing.folder)) ?? []).sorted().map {
      "\(KeyRing.folder)/\($0)"
    }
    let units = (try? disk.names(in: "register")) ?? []
    let settings = units.sorted().flatMap { unit in
      [SettingsGroup.policy, .desk].map { $0.file(of: unit) }
    }
    return ([Station.file] + settings + keys).filter { Self.isOpen(disk, $0) }.map {
      disk.root + "/" + $0
    }
  }

  /// What can't be looked at is named when it is read.
  private static func isOpen(_ disk: any Disk, _ path: String) -> Bool {
    guard let status = try? disk.status(path) else { return false }
    return status.mode & 0o077 != 0
  }

  /// Held while books, registers, settings or keys are written to, by one at a time.
  static let lock = ".lock"

  /// The folder of the registers that one station keeps.
  static func registers(_ keeper: String) -> String { "register/\(keeper)" }
  static func changes(_ keeper: String) -> String { "\(registers(keeper))/changes.rec" }
  static func mappings(_ keeper: String) -> String { "\(registers(keeper))/mappings.rec" }

  static func register(_ keeper: String, _ kind: RegisterKind) -> String {
    "\(registers(keeper))/\(kind.name).rec"
  }
  /// What named officers alone can read of something that was reported.
  static func annex(_ keeper: String, of lead: String) -> String {
    "\(registers(keeper))/\(lead).age"
  }
  /// Who looked at personal data, one file a keeper: no two stations write the same (R28).
  static func access(_ keeper: String) -> String { "\(accesses)/\(keeper).rec" }
  static let accesses = "access"
  /// Where tables, sheets and calendars for others are put.
  static let exports = "exports"

  static func underway(_ keeper: String) -> String { "\(registers(keeper))/\(Underway.file).rec" }
}

/// What ships as plain text beside the program: code tables, phrases, themes, the demo city.
package struct SharedFiles: Sendable {
  package let root: String

  package init(root: String) { self.root = root }

  /// `$XUNFANG_HOME`, else `share/xunfang` beside the program's `bin`, else the checkout above it.
  package static func find(environment: (String) -> String?) -> SharedFiles? {
    if let home = environment("XUNFANG_HOME"), !home.isEmpty { return SharedFiles(root: home) }
    guard let program = executablePath() else { return nil }
    let parts = program.split(separator: "/")
    for depth in stride(from: parts.count - 1, through: 0, by: -1) {
      let folder = "/" + parts.prefix(depth).joined(separator: "/")
      for candidate in [folder + "/share/xunfang", folder]
      where (try? PosixDisk(root: candidate).status("data/codes.rec")) != nil {
        return SharedFiles(root: candidate)
      }
    }
    return nil
  }

  package func codeBook() throws -> CodeBook {
    let disk = PosixDisk(root: root)
    return CodeBook(
      try Loading.records(Code.schema, "data/codes.rec", disk),
      phrases: try Loading.records(StandingPhrase.schema, "data/phrases.rec", disk),
      themes: try themeNames())
  }

  /// One of the program's own files.
  package func read(_ path: String) throws -> [UInt8] {
    let bytes = try PosixDisk(root: root).read(path)
    return bytes.array(0..<bytes.count)
  }

  /// What may be chosen to show the console in, by name.
  private func themeNames() throws -> [String] {
    try PosixDisk(root: root).names(in: "themes").filter { $0.hasSuffix(".rec") }
      .map { String($0.dropLast(4)) }.sorted()
  }

  private static func executablePath() -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink("/proc/self/exe", $0, text.count) } ?? -1
      }
    }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}

/// Why a directory can't be opened as a data directory.
package enum DirectoryError: UserFacingError, Hashable {
  case notThere(String)
  case notAFolder(String)
  case notOurs(String)
  case alreadyThere(String)
  case noSharedFiles
  /// A file of the data directory itself, where one for others was to be written.
  case ownFile(String)

  package var notice: Notice {
    switch self {
    case .notThere(let path):
      Notice(
        Phrase("没有目录 \(path)。", "沒有目錄 \(path)。", "There is no directory \(path)."),
        safe: Phrase("没有改动任何内容。", "沒有改動任何內容。", "Nothing was changed."),
        next: Phrase(
          "请核对 --data；新建用 xunfang init，试用用 xunfang demo。",
          "請核對 --data；新建用 xunfang init，試用用 xunfang demo。",
          "Check --data; xunfang init makes a new one, xunfang demo one to try."))
    case .notAFolder(let path):
      Notice(
        Phrase("\(path) 是文件，不是目录。", "\(path) 是檔案，不是目錄。", "\(path) is a file and no directory."),
        safe: Phrase("没有改动任何内容。", "沒有改動任何內容。", "Nothing was changed."),
        next: Phrase(
          "请用 --data 指明数据目录。", "請用 --data 指明資料目錄。",
          "Name the data directory with --data."))
    case .notOurs(let path):
      Notice(
        Phrase(
          "\(path) 不是巡防数据目录（没有 station.rec）。", "\(path) 不是巡防資料目錄（沒有 station.rec）。",
          "\(path) is not a data directory of this program (no station.rec)."),
        safe: Phrase("没有改动任何内容。", "沒有改動任何內容。", "Nothing was changed."),
        next: Phrase(
          "请核对 --data；新建用 xunfang init，试用用 xunfang demo。",
          "請核對 --data；新建用 xunfang init，試用用 xunfang demo。",
          "Check --data; xunfang init makes a new one, xunfang demo one to try."))
    case .alreadyThere(let path):
      Notice(
        Phrase("\(path) 里已有内容。", "\(path) 裡已有內容。", "\(path) is not empty."),
        safe: Phrase("没有改动任何内容。", "沒有改動任何內容。", "Nothing was changed."),
        next: Phrase("请另给一个目录。", "請另給一個目錄。", "Name another directory."))
    case .ownFile(let path):
      Notice(
        Phrase(
          "“\(path)”在数据目录里，不能写成表格。", "「\(path)」在資料目錄裡，不能寫成表格。",
          "“\(path)” lies in the data directory and is not written over."),
        safe: Phrase("没有改动任何内容。", "沒有改動任何內容。", "Nothing was changed."),
        next: Phrase("请写在别处。", "請寫在別處。", "Name a file elsewhere."))
    case .noSharedFiles:
      Notice(
        Phrase(
          "找不到程序自带的 data/codes.rec。", "找不到程式自帶的 data/codes.rec。",
          "The program's own data/codes.rec was not found."),
        safe: Phrase("数据未受影响。", "資料未受影響。", "Your data is not affected."),
        next: Phrase(
          "请重新安装，或用 XUNFANG_HOME 指明位置。", "請重新安裝，或用 XUNFANG_HOME 指明位置。",
          "Install again, or name the place in XUNFANG_HOME."))
    }
  }

  package static let examples: [Self] = [
    .notThere("/home/x"), .notAFolder("/home/x"), .notOurs("/home/x"), .alreadyThere("/home/x"),
    .noSharedFiles, .ownFile("station.rec"),
  ]
}
