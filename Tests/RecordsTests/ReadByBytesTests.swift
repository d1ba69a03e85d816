import Records
import TestSupport
import Testing

@Suite("What is read by its bytes is read as by its characters")
struct ReadByBytesTests {
  @Test(
    "A name in a list of people keeps what stands in it, whatever it begins with",
    arguments: [
      ("P-1 王建国", "王建国"), ("P-1  王建国", "王建国"), ("P-1 Wang Jianguo", "Wang Jianguo"),
      ("P-1 王 建国 ", "王 建国"), ("P-1 𠮷田", "𠮷田"), ("P-1 〇一", "〇一"), ("P-1 王\u{301}", "王\u{301}"),
    ])
  func names(_ text: String, _ name: String) throws {
    let named = try #require(Named(text))
    #expect((named.code, named.name) == ("P-1", name))
  }

  @Test(
    "What is no person is none",
    arguments: [
      "", "P-1", "P-1 ", " 王建国", "P/1 王建国", "P-1 王建国, P-2 李四", "P-1 王\n建国", "P-1 \u{301}王",
    ])
  func noNames(_ text: String) { #expect(Named(text) == nil) }

  @Test("A mark that combines with a comma or a blank makes it another character")
  func combining() {
    #expect(Named("P-1 王,\u{301}国")?.name == "王,\u{301}国")
    // One character stands between, whatever it is.
    #expect(Recorded("2026-11-24T22:30:00+08:00 \u{301}P-1 王建国")?.by.code == "P-1")
  }

  @Test("Who wrote a page when is what was written", arguments: ["王建国", "Wang", "〇 一"])
  func recorded(_ name: String) {
    let recorded = Recorded(Demo.now, by: Named("P-001", name))
    #expect(Recorded(recorded.text) == recorded)
  }

  @Test(
    "A stamp with a byte in another's place is none",
    arguments: [
      "2026-11-24 22:30:00+08:00", "2026-11-24T22:30:00 08:00", "2026-11-24T22-30:00+08:00",
      "2026-11-24T22:30:61+08:00", "2026-11-24T24:30:00+08:00", "2026-02-30T22:30:00+08:00",
      "2026-11-24T22:30:00+08:0", "2026-11-24T22:30:00+08:00 ", "２026-11-24T22:30:00+08:0",
    ])
  func stamps(_ text: String) { #expect(Stamp(text) == nil) }

  @Test("A digest is written as it was read, and no capital digit is taken")
  func digests() throws {
    let text = "sha256 0123456789abcdef" + String(repeating: "fedcba9876543210", count: 3)
    #expect(try #require(Digest(text)).text == text)
    #expect(Digest(text.uppercased()) == nil)
    #expect(Digest("sha256 " + text.dropFirst(7).uppercased()) == nil)
    #expect(Digest(text + "0") == nil)
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(Digest(of: []).hex == empty)
  }

  @Test("One code has one number, and a list with a code that is no ASCII has none")
  func codeHashes() throws {
    let hashes = try #require(Named.codeHashes("P-1 王, P-2 李,P-1 王建国, , P-3"))
    #expect(hashes.count == 4)
    #expect(hashes[0] == hashes[2])
    #expect(Set(hashes).count == 3)
    #expect(Named.codeHashes("P-1 王, Ｐ-2 李") == nil)
  }
}
