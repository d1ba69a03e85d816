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

  @Test(
    "The check finds what is hard to read at any depth, as xterm and PuTTY paint it",
    arguments: [
      ("C256: 238 on 236", "contrast"), ("C8: cyan on white", "contrast"),
      ("C8: red on white", "contrast"), ("C8: black on white bold", "contrast"),
      ("C8: blue on black", "contrast"), ("C8: cyan", "is the terminal's"),
      ("C8: on white", "is the terminal's"), ("C256: 117 bold", "is the terminal's"),
    ])
  func unreadable(_ line: String, _ fault: String) throws {
    let theme = try ThemeFile.theme(
      Bytes("Role: label\n\(line)\n"), name: "x", file: "themes/x.rec")
    let found = ThemeCheck.findings(theme).map { $0[.en] }.filter { $0.hasPrefix("label (") }
    #expect(found.count == 1 && found[0].contains(fault), "\(found)")
  }

  @Test("Lines that are drawn need less than what is read")
  func lines() throws {
    let text = ["plain\nC256: 16 on 255", "border\nC256: 244 on 255", "label\nC256: 244 on 255"]
      .map { "Role: \($0)\n\n" }.joined()
    let found = ThemeCheck.findings(
      try ThemeFile.theme(Bytes(text), name: "x", file: "themes/x.rec"))
    let faulty = found.map { $0[.en] }.filter { $0.contains("contrast") }
    #expect(faulty == ["label (C256): contrast 3.2, below 4.5"])
  }

  @Test("While nobody has chosen a theme it is that of the terminal's background")
  func choice() {
    #expect(ThemeChoice.name("auto", .light) == "light")
    #expect(ThemeChoice.name("auto", .dark) == "dark")
    #expect(ThemeChoice.name("auto", nil) == "dark")
    for name in Self.names { #expect(ThemeChoice.name(name, .light) == name) }
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
