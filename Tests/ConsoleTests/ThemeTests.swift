import Foundation
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("Themes are files by role")
struct ThemeTests {
  private static let names = ["dark", "light", "contrast", "colourblind", "mono"]

  private func theme(_ name: String) throws -> Theme {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(Demo.home)/themes/\(name).rec"))
    return try ThemeFile.theme(Bytes(Array(bytes)), name: name, file: "themes/\(name).rec")
  }

  @Test("Every theme knows every role at every depth of colour", arguments: names)
  func complete(_ name: String) throws {
    let theme = try theme(name)
    for depth in Depth.allCases {
      #expect(Set(theme.styles[depth, default: [:]].keys) == Set(Role.allCases), "\(depth)")
    }
  }

  @Test("No theme is hard to read or collapses for colour-blind eyes", arguments: names)
  func readable(_ name: String) throws {
    #expect(ThemeCheck.findings(try theme(name)).map { $0[.en] } == [])
  }

  @Test("The check finds what is hard to read")
  func unreadable() throws {
    var text = ""
    for role in Role.allCases {
      text += "Role: \(role.rawValue)\nMono: default\nC8: default\nC256: 238 on 236\n\n"
    }
    let theme = try ThemeFile.theme(Bytes(text), name: "grey", file: "themes/grey.rec")
    #expect(!ThemeCheck.findings(theme).isEmpty)
  }

  @Test(
    "A mistake is told with file and line",
    arguments: [
      ("Role: selected\nC256: 255 on 999\n", "themes/x.rec:2"),
      ("Role: no-such-role\nMono: bold\n", "themes/x.rec:1"),
      ("Role: selected\nC8: black on mauve\n", "themes/x.rec:2"), ("nonsense\n", "themes/x.rec:1"),
    ])
  func mistakes(_ text: String, _ place: String) {
    do {
      _ = try ThemeFile.theme(Bytes(text), name: "x", file: "themes/x.rec")
      Issue.record("taken: \(text)")
    } catch let error as any UserFacingError {
      #expect(error.notice.happened[.hans].contains(place), "\(error.notice.happened[.hans])")
    } catch { Issue.record("\(error)") }
  }
}
