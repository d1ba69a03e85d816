import Foundation
import TestSupport
import Testing
import Wording

@testable import xunfang

@Suite("What the program says is said in three languages")
struct DocumentTests {
  @Test("Every error has an example that says what happened, what is safe, what to do")
  func errors() {
    for (kind, notices) in ErrorsDocument.all(own: StartError.examples.map(\.notice)) {
      #expect(!notices.isEmpty, "\(kind)")
      for notice in notices {
        for language in Language.allCases {
          for place in Notice.Place.allCases {
            let said = notice.sentences(language, at: place)
            #expect(said.count == 3, "\(kind): \(notice.happened[.en])")
          }
        }
        #expect(
          notice.happened[.en].unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic })
      }
    }
  }

  @Test("What a command says names no key: there is none to press")
  func keys() throws {
    let key = /\bF[1-9][0-9]?\b|C-[a-z]|\bEsc\b|按键|按鍵/
    for (kind, notices) in ErrorsDocument.all(own: StartError.examples.map(\.notice)) {
      for notice in notices {
        for language in Language.allCases {
          let said = notice.line(language, at: .command)
          #expect(said.firstMatch(of: key) == nil, "\(kind): \(said)")
        }
      }
    }
  }

  @Test("Traditional sentences hold no simplified-only character")
  func traditional() {
    let simplified = Set("这们说书记录队员时间请没设过还对应当发现处页检查巡逻认为两开关岗员")
    let traditional = simplified.filter { folded(String($0), "Hans-Hant") != String($0) }
    #expect(traditional.count > 10)
    for (kind, notices) in ErrorsDocument.all(own: StartError.examples.map(\.notice)) {
      for notice in notices {
        // Names and a file's text are shown as they are written, whatever the language.
        let said = ["青石镇专职队", "高庄村队 五人"].reduce(notice.line(.hant, at: .form)) {
          $0.replacing($1, with: "")
        }
        let found = said.filter { traditional.contains($0) }
        #expect(found.isEmpty, "\(kind): \(said)")
      }
    }
  }

  private func folded(_ text: String, _ transform: String) -> String {
    text.applyingTransform(StringTransform(transform), reverse: false) ?? text
  }

  @Test("docs/keys.md and docs/errors.md are what the code says")
  func fresh() throws {
    for name in ["keys", "errors"] {
      let printed = try Tool.xunfang().run(["docs", name])
      let kept = try String(contentsOfFile: "\(Demo.home)/docs/\(name).md", encoding: .utf8)
      #expect(printed.out == kept, "make docs writes docs/\(name).md anew")
    }
  }
}
