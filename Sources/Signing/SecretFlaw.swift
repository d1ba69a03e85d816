import Wording

/// Why a PIN or passphrase is too easy to guess: each is a pattern that people choose first, and that
/// whoever guesses tries first.
package enum SecretFlaw: CaseIterable, Hashable, Sendable {
  /// Neither digits alone, six or more, nor ten characters or more.
  case short
  case fewDifferent
  /// All steps from one character to the next but one are the same.
  case evenSteps
  /// Lines of three on the keypad alone.
  case keypadLines
  case mirrored
  case doubled
  case date
  /// Stands in the person's code or telephone number.
  case ofPerson
  case last

  /// What is wrong with it; never what it is.
  package var sentence: Phrase {
    switch self {
    case .short:
      Phrase(
        "口令要 \(SecretRule.leastDigits) 位以上数字，或 \(SecretRule.leastCharacters) 个字以上的一句话。",
        "口令要 \(SecretRule.leastDigits) 位以上數字，或 \(SecretRule.leastCharacters) 個字以上的一句話。",
        "A PIN has at least \(SecretRule.leastDigits) digits, or is a sentence of at least \(SecretRule.leastCharacters) characters."
      )
    case .fewDifferent:
      Phrase(
        "口令里不同的数字不到 4 个。", "口令裡不同的數字不到 4 個。", "The PIN has fewer than four different digits.")
    case .evenSteps:
      Phrase(
        "口令是顺子，或每步相差一样（如 123456、135791）。", "口令是順子，或每步相差一樣（如 123456、135791）。",
        "The PIN goes up or down in even steps (such as 123456 or 135791).")
    case .keypadLines:
      Phrase(
        "口令是键盘上的几条直线（如 147258）。", "口令是鍵盤上的幾條直線（如 147258）。",
        "The PIN is lines on the keypad (such as 147258).")
    case .mirrored:
      Phrase("口令顺读倒读一样。", "口令順讀倒讀一樣。", "The PIN reads the same backwards.")
    case .doubled:
      Phrase("口令前后两半一样。", "口令前後兩半一樣。", "The PIN is the same half twice.")
    case .date: Phrase("口令是一个日期。", "口令是一個日期。", "The PIN is a date.")
    case .ofPerson:
      Phrase(
        "口令就在本人的代号或电话号码里。", "口令就在本人的代號或電話號碼裡。",
        "The PIN stands in the person's own code or telephone number.")
    case .last:
      Phrase("口令与上一个相同。", "口令與上一個相同。", "The PIN is the same as the last one.")
    }
  }
}
