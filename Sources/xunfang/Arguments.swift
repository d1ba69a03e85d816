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
        throw ValidationError(
          "argument \(index) “\(String(decoding: bytes, as: UTF8.self))” is no text in \(encoding.name),"
            + " which this terminal's locale says it writes")
      }
      return text
    }
  }
}
