import Patrol
import TestSupport
import Testing

/// What a command reads; what it does not read it need not name.
enum ReadPart: CaseIterable {
  /// Whose directory it is and what was decided for it.
  case station
  /// The book of keys and posts says who may sign; the lists made of it are only compared with it.
  case registers, keys, signers, books, journal, access
  /// What is read when it is needed and looked through by `check` and `doctor`: keys, tries, drafts,
  /// remembered headings.
  case others

  init(_ file: String) {
    self =
      switch file {
      case "station.rec", "register/QSP/policy.rec": .station
      case "keys/allowed_signers.QSP": .signers
      case _ where file.hasSuffix(".keys.rec"): .keys
      case "access/QSP.rec": .access
      case "register/QSP/changes.rec": .journal
      case _ where file.hasPrefix("books/"): .books
      case "register/QSP/mappings.rec": .others
      case _ where file.hasPrefix("register/"): .registers
      default: .others
      }
  }
}

/// A command that only reads, and what it reads.
struct ReadingCommand: Sendable, CustomTestStringConvertible {
  let words: [String]
  let reads: Set<ReadPart>
  /// The end of a file that it writes to all the same, such as the note of who looked.
  var writes: String?

  init(_ line: String, _ reads: Set<ReadPart>, writes: String? = nil) {
    words = line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
    (self.reads, self.writes) = (reads, writes)
  }

  var testDescription: String { words.joined(separator: " ") }

  private static let snapshot: Set<ReadPart> = [.station, .registers, .keys, .books]

  /// Every command that reads; `NEW` is a folder that is not there yet.
  static let all: [ReadingCommand] =
    Kinds.ours.registers.map { ReadingCommand("list \($0.name)", snapshot) } + [
      ReadingCommand("--script '' --dump --size 160x50", snapshot),
      ReadingCommand("list patrol", snapshot), ReadingCommand("list inspection", snapshot),
      ReadingCommand("list handover", snapshot), ReadingCommand("list open", snapshot),
      ReadingCommand("list equipment-totals", snapshot),
      ReadingCommand("goals", snapshot),
      ReadingCommand("cover", snapshot),
      ReadingCommand("intelligence list", snapshot),
      ReadingCommand("sms status", snapshot), ReadingCommand("sms replies", snapshot),
      ReadingCommand("show QS.patrol 2026 1", snapshot), ReadingCommand("search 周建林", snapshot),
      ReadingCommand("history members QS-001", snapshot.union([.journal])),
      ReadingCommand("check", Set(ReadPart.allCases)),
      ReadingCommand("doctor", Set(ReadPart.allCases)),
      ReadingCommand("verify", Set(ReadPart.allCases)),
      ReadingCommand("heads", [.keys, .books]),
      ReadingCommand("export members", snapshot),
      ReadingCommand("roster plan", snapshot), ReadingCommand("roster ical --team QS", snapshot),
      ReadingCommand("access", [.access]), ReadingCommand("key list", snapshot),
      ReadingCommand(
        "sheet members QS-001", snapshot.union([.journal, .access]), writes: "access/QSP.rec"),
    ]
}

/// A fault of one file: of its bytes, of its mode, or of the disk below it.
enum StoredFault: Hashable, Sendable, CustomTestStringConvertible {
  case file(FileFault)
  /// Mode 000, met by somebody whom modes bind.
  case noRight
  case call(String, error: String)

  static let all: [StoredFault] =
    FileFault.allCases.map(StoredFault.file) + [.noRight]
    + ["stat,lstat,fstat,newfstatat,statx", "open,openat", "read,pread64"].flatMap { calls in
      ["EIO", "ESTALE", "ENOMEM"].map { StoredFault.call(calls, error: $0) }
    }

  var isHarmless: Bool { if case .file(let fault) = self { fault.isHarmless } else { false } }

  /// Whether all pages of a volume can still be read: before the first or behind the last one.
  var isBesidePages: Bool {
    if case .file(let fault) = self {
      [.byteOrderMark, .garbage, .gbk].contains(fault)
    } else {
      false
    }
  }

  /// Whether the file is no plain one any more, so that its bytes can't be compared.
  var isGone: Bool { if case .file(let fault) = self { fault.isWhole } else { false } }

  var testDescription: String {
    switch self {
    case .file(let fault): fault.rawValue
    case .noRight: "mode 000"
    case .call(let calls, let error): "\(error) from \(calls)"
    }
  }

  func apply(to file: String, in scratch: Scratch) throws {
    switch self {
    case .file(let fault): try fault.apply(to: file, in: scratch)
    case .noRight, .call: break
    }
  }
}
