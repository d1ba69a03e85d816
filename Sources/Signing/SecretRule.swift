/// What is too easy to guess to be a PIN: digits alone, six or more, or ten characters or more of
/// anything, and none of the patterns of `SecretFlaw`.
///
/// Of the 1,000,000 PINs of six digits 850,050 are left before anything is known of the person.
///
/// A secret is looked at where it lies: no copy of it and no `String` is ever made.
package enum SecretRule {
  /// The fewest digits of a PIN, and the fewest characters of a phrase.
  package static let leastDigits = 6
  package static let leastCharacters = 10

  /// The first flaw of a secret; nil for one that may be taken.
  ///
  /// - Parameters:
  ///   - secret: its bytes in UTF-8.
  ///   - known: the person's code and telephone number.
  package static func flaw(in secret: UnsafeRawBufferPointer, known: [String] = [])
    -> SecretFlaw?
  {
    let isDigits = secret.allSatisfy(isDigit)
    let flaw = isDigits ? DigitPattern.flaw(in: secret) : phraseFlaw(SecretText(secret))
    if let flaw { return flaw }
    return known.contains { isPart(secret, of: $0, isDigits) } ? .ofPerson : nil
  }

  private static func phraseFlaw(_ text: SecretText) -> SecretFlaw? {
    if text.count < leastCharacters { return .short }
    if text.isOfFew(less: 4) { return .fewDifferent }
    if text.isEven { return .evenSteps }
    if text.isMirrored { return .mirrored }
    return text.isDoubled ? .doubled : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a secret stands in what is known of the person; of a telephone number its digits count.
  private static func isPart(_ secret: UnsafeRawBufferPointer, of known: String, _ isDigits: Bool)
    -> Bool
  {
    let known = known.utf8.filter { !isDigits || isDigit($0) }
    guard known.count >= secret.count else { return false }
    return (0...known.count - secret.count).contains { start in
      secret.indices.allSatisfy { secret[$0] == known[start + $0] }
    }
  }
}
