import Patrol
import Runner
import Signing
import Wording

/// New PINs, asked for twice at a terminal.
enum PINs {
  /// The name of a person, who has to be there before a PIN is asked for.
  static func name(_ code: String, _ runner: CommandRunner) throws -> String {
    guard let person = try runner.snapshot.person(code) else {
      throw RegisterRefusal.notThere(code: code)
    }
    return person.name
  }

  /// Six digits by chance.
  static func made() -> String {
    (0..<6).map { _ in String(Int.random(in: 0...9)) }.joined()
  }

  static func isGood(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBytes { SecretRule.flaw(in: $0, known: []) == nil }
  }

  /// A PIN typed twice and found the same; from a file it is read once.
  static func new(_ options: SecretOptions, _ name: String, _ language: Language) throws -> Secret {
    let prompt = Phrase("\(name) 的新口令", "\(name) 的新口令", "New PIN of \(name)")
    let first = try options.read(prompt, language)
    guard options.pinFile == nil else { return first }
    let again = Phrase("再输一次", "再輸一次", "Once more")
    guard try options.read(again, language).matches(first) else {
      throw SigningError.secretsDiffer
    }
    return first
  }
}
