@testable import Console
import Patrol
import TestSupport
import Terminal
import Testing
import Wording

@Suite("A first night in the demo is told step by step, and goes on by itself")
struct GuideTests {
  private static let line = Phrase("引导", "引導", "Guide")

  @Test("Twelve steps, each told with its key, each gone on from once it was done")
  func whole() throws {
    let typist = try Typist(try Demo.directory(), isGuided: true)
    var told = 0
    func next(_ keys: String) {
      told += 1
      #expect(typist.screen.contains("引导 \(told)/12"), "\(told)\n\(typist.screen)")
      typist.type(keys)
      typist.tick()
    }
    next("0")
    next("<Esc>")
    next("1<End><Up><F5><F10>")
    next("<F2>gzc<Enter>1930-2110<Enter>5<Enter><Enter>01<F10>")
    next("<F2><F2>gzc 2120-2150 5/5 01<Enter><F10><Esc>")
    next("2<Enter>")
    next("<F4>02-2155<F10>1<F10>")
    next("<Esc><F3>gzc<Enter>2140+25<Enter>=<Enter>11111111<F10>")
    next("246810<Enter>246810<Enter>")
    next("<C-f>")
    next("<Esc><F12>")
    next("246810<Enter>8")
    #expect(told == Guide.Step.allCases.count)
    #expect(!typist.screen.contains("/12") && typist.message.contains("引导走完了"), "\(typist.screen)")
  }

  @Test("One key ends it for the session, and the palette begins it again")
  func skipped() throws {
    let typist = try Typist(try Demo.directory(), isGuided: true)
    typist.type("<C-g>")
    #expect(!typist.screen.contains("引导 1/12") && typist.message.contains("不再引导"))
    typist.type("0<Esc>")
    #expect(!typist.screen.contains("/12"), "\(typist.screen)")
    typist.type("<C-p>yd<Enter>")
    #expect(typist.screen.contains("引导 1/12"), "\(typist.screen)")
  }

  @Test(
    "It moves nothing: all lines but the lowest are as without it", arguments: Language.allCases)
  func still(_ language: Language) throws {
    for size in [Size(60, 16), Size(80, 24), Size(120, 40)] {
      let scratch = try Demo.directory()
      let plain = try Typist(scratch, size: size, language: language)
      let guided = try Typist(scratch, size: size, language: language, isGuided: true)
      #expect(guided.screen.contains(Self.line[language]), "\(size)\n\(guided.screen)")
      let differing = zip(plain.lines, guided.lines).enumerated().filter { $1.0 != $1.1 }
      #expect(differing.map(\.offset) == [size.height - 2], "\(size)")
    }
  }

  @Test("Every step's line has room at sixty columns", arguments: Language.allCases)
  func room(_ language: Language) throws {
    for step in Guide.Step.allCases {
      let text = " \(step.number[language])  \(step.told[language]) "
      #expect(text.cells <= 56, "\(text)")
    }
  }

  @Test("A station in service is not guided")
  func inService() throws {
    let typist = try Typist(try Service.station(), isInService: true)
    typist.type("<C-g>")
    #expect(typist.message.contains("演示"), "\(typist.message)")
  }
}
