import Testing

@testable import xunfang

@Suite("The console begins alike, whether its arguments are read in the short way or the long one")
struct ConsoleArgumentsTests {
  @Test("No argument, and a data directory alone, are read without the table of commands")
  func short() throws {
    for arguments in [[], ["--data", "d"], ["--data", ""], ["--data", "一 夜"]] {
      let short = try #require(SharedOptions(ofConsole: arguments))
      let long = try #require(try Xunfang.parseAsRoot(arguments) as? Xunfang).shared
      #expect(short.data == long.data && short.language == long.language)
      #expect(short.at == long.at && short.clockIsRight == long.clockIsRight)
    }
  }

  @Test(
    "What may mean anything else is read in the long way",
    arguments: [
      ["--data"], ["--data", "--dump"], ["--data", "-x"], ["--data=d"], ["d"], ["check"],
      ["--help"], ["--data", "d", "check"], ["check", "d"], ["--language", "en"],
    ])
  func long(_ arguments: [String]) { #expect(SharedOptions(ofConsole: arguments) == nil) }
}
