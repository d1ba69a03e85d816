import Patrol
import Records
import Testing

@Suite("Names are kept byte for byte; what nobody can see in them is refused")
struct NameTests {
  @Test(
    "A character that nobody sees is named with its place",
    arguments: [
      ("张\u{200B}三", "U+200B", 2), ("\u{202E}三张", "U+202E", 1), ("\u{FEFF}张三", "U+FEFF", 1),
      ("张三\u{FFFD}", "U+FFFD", 3), ("张\u{7}三", "U+0007", 2), ("\u{301}张", "U+0301", 1),
      ("张 \u{301}", "U+0301", 3), ("张\u{AD}三", "U+00AD", 2), ("张\u{2060}三", "U+2060", 2),
    ])
  func unseen(_ text: String, _ code: String, _ place: Int) {
    let found = UnseenCharacter(in: text)
    #expect(found?.code == code && found?.position == place)
  }

  @Test(
    "Names as people have them hold none",
    arguments: ["张三", "𮯰某", "𱍐某", "𠮷野", "买买提·艾力", "José", "Jose\u{301}", "葛\u{E0100}城", ""])
  func seen(_ text: String) { #expect(UnseenCharacter(in: text) == nil) }

  @Test("One name with whatever dot is one name to search and to compare")
  func dots() {
    let keys = ["·", "・", "•", "‧", "⋅", "．", "･", "."].map { Folding.key("买买提\($0)艾力") }
    #expect(Set(keys).count == 1)
    #expect(Query("买买提·艾").score(name: "买买提・艾力", pinyin: "") != nil)
  }
}
