import Foundation
import Patrol
import Records
import Runner
import TestSupport

/// A station with a spool and people to write to: 邓玉兰 sweeps 中心街, 曾友谊 is a volunteer there.
struct PostOffice {
  let scratch: Scratch
  let spool: Scratch
  let runner: CommandRunner

  init() throws {
    scratch = try Demo.stocked()
    spool = try Scratch()
    for folder in ["inbox", "outbox", "sent", "error"] {
      try FileManager.default.createDirectory(
        atPath: "\(spool.path)/\(folder)", withIntermediateDirectories: true)
    }
    for name in ["informants", "volunteers"] {
      let path = "register/QSP/\(name).rec"
      try scratch.write(
        try scratch.text(path).replacing(
          "Phone: 10090000001\n", with: "Phone: 10090000001\nEnrolled: 2026-09-02\n"
        ).replacing("柳庄村口", with: "中心街"), to: path)
    }
    let cases = "register/QSP/incidents.rec"
    try scratch.write(try scratch.text(cases) + Self.robbery, to: cases)
    runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    _ = runner.perform(.setStation(["Gateway": "gammu", "Spool": spool.path]))
  }

  private static let robbery = """

    Code: QSP-C-0009
    Category: snatching
    Preventable: yes
    Unit: QS-01
    Section: 建设路
    From: 2026-11-24 21:10
    Source: 110-1124-009
    What: 抢夺手提包

    """

  var prompt: NewMessage {
    var new = NewMessage(.prompt)
    new.text = "中心街今晚请多留意。"
    (new.groups, new.sections) = ([.sanitation, .volunteers], ["中心街"])
    return new
  }

  func lookout() throws -> NewMessage {
    var new = prompt
    (new.kind, new.incident) = (.lookout, "QSP-C-0009")
    new.text = "21时10分建设路发生抢夺警情，2人往南关方向离开。请注意发现并报告。"
    new.expires = Demo.now.moment + 12 * 60
    return new
  }

  func poll() -> Reply { runner.perform(.exchangeMessages) }

  func states(_ message: String) throws -> [SendingState] {
    (try runner.snapshot.messageBook.sendings[message] ?? []).map(\.state)
  }

  func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(spool.path)/\(folder)").sorted()
  }

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(spool.path)/\(path)", encoding: .utf8)
  }

  /// What the daemon does with a text.
  func move(_ from: String, _ to: String, _ code: String) throws {
    for name in try names(from) where name.contains(code) {
      try FileManager.default.moveItem(
        atPath: "\(spool.path)/\(from)/\(name)", toPath: "\(spool.path)/\(to)/\(name)")
    }
  }

  func bring(_ name: String, _ text: String) throws {
    try bring(name, Array(text.utf8))
  }

  func bring(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(spool.path)/inbox/IN\(name).txt"))
  }
}
