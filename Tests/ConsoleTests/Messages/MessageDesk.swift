import Foundation
import Patrol
import Records
import Terminal
import TestSupport
import Wording

/// A station with a modem's folders, people to write to, a fresh case, and texts that came in.
///
/// 邓玉兰 sweeps 中心街 from five to two, 贺早 from eight in the evening; 曾友谊 is a volunteer there, and
/// drives the other's taxi as well: one number, two records.
struct MessageDesk {
  let scratch: Scratch
  let spool: Scratch

  init(gateway: String? = "gammu") throws {
    scratch = try Demo.stocked()
    spool = try Scratch()
    for folder in ["inbox", "outbox", "sent", "error"] {
      try FileManager.default.createDirectory(
        atPath: "\(spool.path)/\(folder)", withIntermediateDirectories: true)
    }
    try change("informants") {
      $0.replacing("Phone: 10090000001\n", with: "Phone: 10090000001\nEnrolled: 2026-09-02\n")
        + Self.sweepers
    }
    try change("volunteers") { $0.replacing("柳庄村口", with: "中心街") }
    try change("incidents") { $0 + Self.cases }
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    if let gateway {
      _ = runner.perform(.setStation(["Gateway": gateway, "Spool": spool.path]))
    }
  }

  private func change(_ register: String, _ edit: (String) -> String) throws {
    let path = "register/QSP/\(register).rec"
    try scratch.write(edit(try scratch.text(path)), to: path)
  }

  func typist(
    size: Size = Size(80, 24), _ language: Language = .hans, at now: Stamp = Demo.now
  ) throws -> Typist {
    try Typist(scratch, size: size, language: language, at: now)
  }

  func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(spool.path)/\(folder)").sorted()
  }

  /// What the daemon does with every text that it has.
  func move(_ from: String, _ to: String, only code: String = "OUT") throws {
    for name in try names(from) where name.contains(code) {
      try FileManager.default.moveItem(
        atPath: "\(spool.path)/\(from)/\(name)", toPath: "\(spool.path)/\(to)/\(name)")
    }
  }

  func bring(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(spool.path)/inbox/IN\(name).txt"))
  }

  /// A look-out for the snatching, as far as the second step.
  static let lookout =
    "5+1<Enter>0900<Enter>1 3<Enter>中心街<Enter>青石镇<Enter>02<Enter>2人骑黑色两轮摩托车<F10>"

  /// The same approved by the other officer.
  static let sent = lookout + "<F8>\(Signed.pin)<Enter>"

  private static let sweepers = """

    Code: QSP-I-0003
    Alias: 环卫保洁0003
    Name: 贺早
    Pinyin: he zao
    Kind: sanitation
    Section: 中心街北段
    Hours: 20:00-23:00
    Unit: QS
    Phone: 10090000013
    Since: 2026-09-01
    Enrolled: 2026-09-02

    Code: QSP-I-0004
    Alias: 环卫保洁0004
    Name: 边晚
    Pinyin: bian wan
    Kind: sanitation
    Section: 中心街南段
    Hours: 21:00-05:00
    Unit: QS
    Since: 2026-09-01
    Enrolled: 2026-09-02

    Code: QSP-I-0005
    Alias: 出租车0005
    Name: 曾友谊
    Pinyin: zeng you yi
    Kind: taxi
    Hours: 19:00-02:00
    Vehicle: 豫Z·T0005
    Unit: QS
    Phone: 10090000003
    Since: 2026-09-01
    Enrolled: 2026-09-02

    """

  private static let cases = """

    Code: QSP-C-0008
    Category: robbery
    Unit: QS
    Section: 青石桥
    From: 2026-11-20 23:40
    What: 抢劫手机

    Code: QSP-C-0009
    Category: snatching
    Preventable: yes
    Unit: QS
    Section: 中心街
    From: 2026-11-24 21:10
    Source: 110-1124-009
    What: 抢夺手提包

    """
}
