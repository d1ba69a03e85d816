import ArgumentParser
import Glibc
import Terminal

/// The command's arguments, which a terminal sends as its locale writes characters.
enum Arguments {
  /// - Throws: where one is no text: what is recorded is what was typed, or nothing.
  static func read() throws -> [String] {
    let encoding = TerminalFacts.encoding()
    return try (1..<max(1, Int(CommandLine.argc))).map { index in
      guard let argument = CommandLine.unsafeArgv[index] else { return "" }
      let bytes = UnsafeBufferPointer(start: argument, count: strlen(argument)).map {
        UInt8(bitPattern: $0)
      }
      guard let text = encoding.text(bytes) else {
        let shown = String(decoding: bytes, as: UTF8.self)
        throw ValidationError(
          .said(
            "第 \(index) 个参数“\(shown)”不是这个终端的编码 \(encoding.name) 的文字",
            "第 \(index) 個參數「\(shown)」不是這個終端的編碼 \(encoding.name) 的文字",
            "argument \(index) “\(shown)” is no text in \(encoding.name), which this terminal's locale says it writes"
          ))
      }
      return text
    }
  }

  /// Options that may be given several times.
  static let repeating: Set = ["--set", "--open", "--moving", "--map", "--take", "--fill"]

  /// Of two that say the same thing none is taken in silence.
  static func checkSaidOnce(_ arguments: [String]) throws {
    var seen: Set<Substring> = []
    for argument in arguments.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
      let name = argument.prefix { $0 != "=" }
      guard !repeating.contains(String(name)), !seen.insert(name).inserted else { continue }
      throw ValidationError(
        .said("\(name) 只能写一次", "\(name) 只能寫一次", "\(name) is given once"))
    }
  }
}
