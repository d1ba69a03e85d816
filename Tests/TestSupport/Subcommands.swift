import Foundation

/// The program's own list of its subcommands, so that no table over all of them lacks a new one.
package enum Subcommands {
  private struct Help: Decodable {
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
    }
    let command: Command
  }

  /// Each by its words, such as `record patrol`.
  package static func all() throws -> Set<String> {
    let said = try Tool.xunfang().run(["--experimental-dump-help"])
    let help = try JSONDecoder().decode(Help.self, from: Data(said.out.utf8))
    return Set(leaves(help.command, []))
  }

  private static func leaves(_ command: Help.Command, _ words: [String]) -> [String] {
    let below = (command.subcommands ?? []).filter { $0.commandName != "help" }
    guard !below.isEmpty else { return [words.joined(separator: " ")] }
    return below.flatMap { leaves($0, words + [$0.commandName]) }
  }
}
