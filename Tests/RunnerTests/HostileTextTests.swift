import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite("Whatever comes in is shown harmless and kept whole")
struct HostileTextTests {
  static let kinds: [(name: String, bytes: [UInt8])] = [
    ("plain", Array("柳庄村口厢式货车1辆".utf8)),
    ("escape", Array("\u{1B}[2J\u{1B}]0;x\u{7}看到".utf8)),
    ("right to left", Array("看到\u{202E}车一辆\u{2066}".utf8)),
    ("zero width", Array("看\u{200B}到\u{FEFF}".utf8)),
    ("newlines", Array("第一行\n第二行\r\n第三行\u{2028}第四行".utf8)),
    ("ten thousand", Array(String(repeating: "长", count: 10_000).utf8)),
    ("broken UTF-8", [0xE7, 0x9C, 0xFF, 0xFE, 0x41, 0x80]),
    ("UTF-16", [0xFF, 0xFE, 0x0B, 0x77, 0x30, 0x52]),
    ("broken UTF-16", [0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x41, 0xDC]),
    ("nothing but blanks", Array("  \t ".utf8)), ("nul", [0x41, 0x00, 0x42]),
    ("a field's line", Array("好\nCode: QSP-M-0001\n\n%rec: X\\".utf8)),
    ("formula", Array("=HYPERLINK(\"http://x\")".utf8)),
    ("backslash at the end", Array("看到\\".utf8)),
    ("combining", Array(String(repeating: "e\u{301}", count: 900).utf8)),
  ]

  @Test("From a number that nobody knows, and from somebody registered", arguments: kinds.indices)
  func shown(_ index: Int) throws {
    let (name, bytes) = Self.kinds[index]
    let post = try PostOffice()
    try post.bring("20261124_222900_00_10099990009_00", bytes)
    try post.bring("20261124_222900_00_+8610090000001_00", bytes)
    #expect(Said.by(post.poll()) == "收到 2。", "\(name)")
    let snapshot = try post.runner.snapshot
    #expect(snapshot.unread.isEmpty, "\(name)")
    let replies = snapshot.messageBook.replies.suffix(2)
    #expect(replies.count == 2)
    for reply in replies {
      let shown = ReceivedWords(bytes)
      #expect(reply.text == shown.shown, "\(name)")
      #expect(!Unseen.isIn(reply.text, lines: true), "\(name)")
      let kept = reply.bytes.isEmpty ? Data(reply.text.utf8) : Data(base64Encoded: reply.bytes)
      #expect(kept == Data(bytes), "\(name) is kept whole")
    }
    #expect(!Unseen.isIn(ReceivedWords.whole(bytes), lines: true))
    let checked = try Tool("recfix").run(["\(post.scratch.path)/register/QSP/replies.rec"])
    #expect(checked.status == 0, "\(name): \(checked.err)")
  }

  @Test("Only plain files of the daemon's own form are taken in; no link leads elsewhere")
  func links() throws {
    let post = try PostOffice()
    let secret = try Scratch()
    try secret.write("geheim", to: "x")
    let inbox = "\(post.spool.path)/inbox"
    try FileManager.default.createSymbolicLink(
      atPath: "\(inbox)/IN20261124_222900_00_10099990009_00.txt",
      withDestinationPath: "\(secret.path)/x")
    try FileManager.default.createDirectory(
      atPath: "\(inbox)/IN20261124_222900_00_10099990008_00.txt", withIntermediateDirectories: false
    )
    for name in ["IN2026_1_1_1_1.txt", "IN20261324_222900_00_1_00.txt", "notes", "INx.smsbackup"] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: "\(inbox)/\(name)"))
    }
    #expect(Said.by(post.poll()) == "收件箱里不是短信的 6。")
    #expect(try post.names("inbox").count == 6, "nothing of others is removed")
  }
}
