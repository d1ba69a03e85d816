import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing

/// The modem here is gammu's own dummy phone: what it sends goes nowhere, what is saved into it arrives.
@Suite("With the real gammu-smsd nothing is lost and nothing goes out twice", .serialized)
struct RealModemTests {
  private let city: Scratch
  private let modem: Modem

  init() throws {
    city = try Demo.directory()
    modem = try Modem()
    let path = "register/QSP/informants.rec"
    // Thirty-six informants, all of them enrolled.
    let text = try city.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("Enrolled:") }.joined(separator: "\n")
      .replacing("\nSince:", with: "\nEnrolled: 2026-10-01\nSince:")
    try city.write(text, to: path)
    _ = try xunfang("set", "Gateway=gammu", "Spool=\(modem.spool.path)", "TextsAMinute=200")
  }

  private static let at = "2026-11-24T22:30:00+08:00"

  private func xunfang(_ arguments: String...) throws -> Tool.Result {
    try Tool.xunfang().run(
      arguments + ["--data", city.path, "--at", Self.at],
      environment: ["XUNFANG_HOME": Demo.home])
  }

  @Test("A prompt to thirty, a look-out, two replies; console and daemon killed in between")
  func night() throws {
    let daemon = try modem.start()
    defer { daemon.kill() }
    let prompt = try xunfang("sms", "prompt", "--to", "sanitation taxi", "--text", "今晚请多留意，只报告不处置。")
    let code = prompt.out.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(code.hasPrefix("QSP-M-"), "\(prompt.err)")
    let queued = try state(code).count
    #expect(queued >= 30)
    // The program is killed with its seventh file in the spool and nothing noted.
    let killed = try Tool("strace").run(
      [
        "-f", "-o", "/dev/null", "-e", "trace=rename", "-e", "inject=rename:signal=KILL:when=7",
        Tool.xunfang().executable, "sms", "poll", "--data", city.path, "--at", Self.at,
      ], environment: ["XUNFANG_HOME": Demo.home])
    #expect(killed.status != 0)
    #expect(try state(code).allSatisfy { $0 == .waiting })
    try modem.waitFor("a first text") { try !modem.names("sent").isEmpty }
    daemon.kill()
    _ = try xunfang("sms", "poll")
    let second = try modem.start()
    // It never sleeps, so that nobody waits for it: it ends with the test, however that ends.
    defer { second.kill() }
    try modem.waitFor("everything") {
      try modem.names("sent").count + modem.names("error").count >= queued
    }
    _ = try xunfang("sms", "poll")
    #expect(try state(code).allSatisfy { $0 == .sent })
    let codes = try modem.codes("sent")
    #expect(codes.count == queued && Set(codes).count == queued, "each once")

    try replies()
    try lookout()
  }

  private func replies() throws {
    let phone = try #require(
      try city.text("register/QSP/informants.rec").split(separator: "\n")
        .first { $0.hasPrefix("Phone: ") }?.dropFirst(7))
    try modem.bring(from: "+86\(phone)", "东头2人逐个拉卷闸门")
    try modem.bring(from: "10099990009", "看到了")
    try modem.waitFor("both texts") { try modem.names("inbox").count == 2 }
    #expect(try xunfang("sms", "poll").out.contains("收到 2。"))
    let replies = try Demo.runner(city).snapshot.messageBook.replies
    #expect(replies.suffix(2).map(\.text).sorted() == ["东头2人逐个拉卷闸门", "看到了"])
    #expect(replies.suffix(2).count { $0.lead != nil } == 1)
    #expect(try modem.names("inbox").isEmpty)
  }

  private func lookout() throws {
    let cases = "register/QSP/incidents.rec"
    try city.write(
      try city.text(cases) + """

        Code: QSP-C-0900
        Category: snatching
        Preventable: yes
        Unit: QS-01
        Section: 建设路
        From: 2026-11-24 21:10
        Source: 110-1124-900
        What: 抢夺手提包

        """, to: cases)
    let pin = try Scratch()
    try pin.write("246810\n", to: "pin")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: "\(pin.path)/pin")
    let sent = try xunfang(
      "sms", "lookout", "--incident", "QSP-C-0900", "--until", "11-25 0900", "--to", "leaders",
      "--unit", "QS", "--text", "21时10分建设路抢夺，2人往南关方向离开。请注意发现并报告。", "--approver",
      "P-002", "--approver-pin-file", "\(pin.path)/pin")
    let code = sent.out.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(code.hasPrefix("QSP-M-"), "\(sent.err)")
    let before = try modem.names("sent").count
    let count = try state(code).count
    _ = try xunfang("sms", "poll")
    try modem.waitFor("the look-out") { try modem.names("sent").count == before + count }
    #expect(try xunfang("sms", "stand-down", code).out.contains("\(count) 人将收到解除短信"))
  }

  private func state(_ code: String) throws -> [SendingState] {
    (try Demo.runner(city).snapshot.messageBook.sendings[code] ?? []).map(\.state)
  }
}

/// A spool, a dummy phone, and the daemon between them.
private struct Modem {
  let spool: Scratch
  private var settings: String { "\(spool.path)/smsd" }

  init() throws {
    spool = try Scratch()
    for folder in ["inbox", "outbox", "sent", "error", "phone"] {
      try FileManager.default.createDirectory(
        atPath: "\(spool.path)/\(folder)", withIntermediateDirectories: true)
    }
    try spool.write(
      """
      [gammu]
      port = \(spool.path)/phone
      connection = none
      model = dummy
      [smsd]
      service = files
      logfile = \(spool.path)/log
      inboxpath = \(spool.path)/inbox/
      outboxpath = \(spool.path)/outbox/
      sentsmspath = \(spool.path)/sent/
      errorsmspath = \(spool.path)/error/
      loopsleep = 0
      commtimeout = 1
      receivefrequency = 1

      """, to: "smsd")
  }

  struct Daemon {
    let process: Process
    /// As a power cut would end it.
    func kill() {
      Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
  }

  func start() throws -> Daemon {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Tool("gammu-smsd").executable)
    process.arguments = ["-c", settings]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return Daemon(process: process)
  }

  func bring(from number: String, _ text: String) throws {
    let saved = try Tool("gammu").run([
      "-c", settings, "savesms", "TEXT", "-folder", "1", "-unread", "-sender", number, "-text",
      text,
    ])
    #expect(saved.status == 0, "\(saved.err)")
  }

  func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(spool.path)/\(folder)").filter {
      !$0.hasPrefix(".")
    }
  }

  func codes(_ folder: String) throws -> [String] {
    try names(folder).compactMap { $0.split(separator: "_").last.map(String.init) }
  }

  struct Never: Error { let what: String }

  func waitFor(_ what: String, _ holds: () throws -> Bool) throws {
    let limit = Date().addingTimeInterval(Tool.limit)
    while try !holds() {
      guard Date() < limit else { throw Never(what: what) }
      usleep(50_000)
    }
  }
}
