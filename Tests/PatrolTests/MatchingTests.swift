import Patrol
import Testing

@Suite("A person is found by whatever somebody types")
struct MatchingTests {
  private func finds(
    _ typed: String, _ name: String, _ pinyin: String, code: String = "", phone: String = ""
  ) -> Bool {
    Query(typed).score(name: name, pinyin: pinyin, code: code, phone: phone) != nil
  }

  @Test(
    "Initials, full pinyin, a mix, characters of either script, full width",
    arguments: [
      "zjl", "zhoujl", "zhoujianlin", "zhou", "周建林", "周建", "建林", "jl", "周jl", "ｚｊｌ", "ZJL",
    ])
  func ways(_ typed: String) { #expect(finds(typed, "周建林", "zhou jian lin")) }

  @Test("What does not fit is not found", arguments: ["zl", "lin周", "zhouq", "x", "周林"])
  func misses(_ typed: String) { #expect(!finds(typed, "周建林", "zhou jian lin")) }

  @Test("A traditional name is found by simplified characters and the other way round")
  func scripts() {
    #expect(finds("张卫国", "張衛國", "zhang wei guo"))
    #expect(finds("張衛國", "张卫国", "zhang wei guo"))
  }

  @Test("Rare characters are found as they are, and 𠮷 is not 吉")
  func rare() {
    #expect(finds("𮯰", "𮯰某", "kuo mou"))
    #expect(finds("km", "𮯰某", "kuo mou"))
    #expect(finds("𠮷野", "𠮷野", "ji ye"))
    #expect(!finds("吉野", "𠮷野", ""))
  }

  @Test("Codes and the tail of a phone number")
  func numbers() {
    #expect(finds("qs-001", "周建林", "", code: "QS-001"))
    #expect(finds("001", "周建林", "", code: "QS-001"))
    #expect(finds("5678", "周建林", "", phone: "10012345678"))
    #expect(!finds("78", "周建林", "", phone: "10012345678"))
  }

  @Test("The name that begins so comes before the one that only holds it")
  func order() throws {
    let first = try #require(Query("jl").score(name: "金林", pinyin: "jin lin"))
    let later = try #require(Query("jl").score(name: "周建林", pinyin: "zhou jian lin"))
    #expect(first > later)
  }
}
