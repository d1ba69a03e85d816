import Wording

/// Why a signature could not be made.
package enum SigningError: UserFacingError, Hashable {
  case noKey(String)
  /// Their key was revoked, or ended with a recovery.
  case keyEnded(String, day: String)
  case wrongSecret(name: String, wait: Int)
  case tooSoon(name: String, wait: Int)
  /// A new PIN is too easy to guess.
  case weakSecret(SecretFlaw)
  /// Too short to be anybody's PIN, so that it was not tried.
  case secretTooShort
  case secretsDiffer
  case keyFileBroken(file: String)
  case noAgent(String)
  case agentLacksKey(String)
  case agentRefused
  case secretFileOpen(file: String)

  package var notice: Notice {
    switch self {
    case .noKey(let name): .noKey(name)
    case .keyEnded(let name, let day): .keyEnded(name, day)
    case .wrongSecret(let name, let wait): .wrongSecret(name, wait)
    case .tooSoon(let name, let wait): .tooSoon(name, wait)
    case .weakSecret(let flaw): .weakSecret(flaw)
    case .secretTooShort: .secretTooShort
    case .secretsDiffer: .secretsDiffer
    case .keyFileBroken(let file): .keyFileBroken(file)
    case .noAgent(let path): .noAgent(path)
    case .agentLacksKey(let name): .agentLacksKey(name)
    case .agentRefused: .agentRefused
    case .secretFileOpen(let file): .secretFileOpen(file)
    }
  }

  package static let examples: [Self] =
    [
      .noKey("周建林"), .keyEnded("周建林", day: "2026-11-20"), .wrongSecret(name: "周建林", wait: 0),
      .wrongSecret(name: "周建林", wait: 8), .tooSoon(name: "周建林", wait: 5),
      .secretTooShort, .secretsDiffer,
      .keyFileBroken(file: "keys/QS-001.key"), .noAgent("/run/user/1000/agent.sock"),
      .agentLacksKey("周建林"), .agentRefused, .secretFileOpen(file: "pin.txt"),
    ] + SecretFlaw.allCases.map { .weakSecret($0) }
}

extension Notice {
  /// What helps in the console, and what helps a command.
  private static func byKey(_ console: Phrase, _ command: Phrase) -> Sentence {
    Sentence(form: console, console: console, command: command)
  }

  /// Keys open annexes and shifts as well: that a page stays unsigned says whoever signs one.
  fileprivate static let untouched = Phrase(
    "数据没有改动。", "資料沒有改動。", "No data were changed.")

  static func noKey(_ name: String) -> Notice {
    enrolled(
      Phrase("\(name) 还没有签字密钥。", "\(name) 還沒有簽字密鑰。", "\(name) has no key to sign with."))
  }

  static func keyEnded(_ name: String, _ day: String) -> Notice {
    enrolled(
      Phrase(
        "\(name) 的签字密钥已于 \(day) 停用。", "\(name) 的簽字密鑰已於 \(day) 停用。",
        "\(name)'s key to sign with ended on \(day)."))
  }

  /// An officer can give them a key.
  private static func enrolled(_ happened: Phrase) -> Notice {
    Notice(
      happened, safe: untouched,
      next: byKey(
        Phrase(
          "请民警按 C-p 选“签字密钥”登记一把。", "請民警按 C-p 選「簽字密鑰」登記一把。",
          "An officer enrols one: C-p, then “Signing keys”."),
        Phrase(
          "请民警用 xunfang key enrol 登记一把。", "請民警用 xunfang key enrol 登記一把。",
          "An officer enrols one: xunfang key enrol.")))
  }
  static func wrongSecret(_ name: String, _ wait: Int) -> Notice {
    Notice(
      Phrase("\(name) 的口令不对，已记下。", "\(name) 的口令不對，已記下。", "Wrong PIN for \(name); it was noted."),
      safe: untouched,
      next: wait == 0
        ? Phrase("请再输一次。", "請再輸一次。", "Try once more.")
        : Phrase("请等 \(wait) 秒再试。", "請等 \(wait) 秒再試。", "Try again in \(wait) s."))
  }
  static func tooSoon(_ name: String, _ wait: Int) -> Notice {
    Notice(
      Phrase(
        "\(name) 的口令多次不对，要等 \(wait) 秒。", "\(name) 的口令多次不對，要等 \(wait) 秒。",
        "Too many wrong PINs for \(name): \(wait) s to wait."),
      safe: untouched, next: Phrase("到时再输。", "到時再輸。", "Try again then."))
  }
  static func weakSecret(_ flaw: SecretFlaw) -> Notice {
    Notice(
      flaw.sentence, safe: Phrase("密钥没有改动。", "密鑰沒有改動。", "No key was changed."),
      next: Phrase("请另想一个；一句话更好。", "請另想一個；一句話更好。", "Think of another; a sentence is better."))
  }
  static let secretTooShort = Notice(
    Phrase(
      "口令至少 \(SecretRule.leastDigits) 位，没有试。", "口令至少 \(SecretRule.leastDigits) 位，沒有試。",
      "A PIN has at least \(SecretRule.leastDigits) digits; this one was not tried."),
    safe: untouched, next: Phrase("请再输一次。", "請再輸一次。", "Try once more."))
  static let secretsDiffer = Notice(
    Phrase("两次输入的口令不同。", "兩次輸入的口令不同。", "The two PINs are not the same."),
    safe: Phrase("密钥没有改动。", "密鑰沒有改動。", "No key was changed."),
    next: Phrase("请重新输入两次。", "請重新輸入兩次。", "Type it twice again."))
  static func keyFileBroken(_ file: String) -> Notice {
    Notice(
      Phrase(
        "\(file) 无法识别，可能损坏。", "\(file) 無法識別，可能損壞。", "\(file) can't be read; it may be damaged."),
      safe: untouched,
      next: Phrase(
        "请从备份恢复，或换新密钥。", "請從備份恢復，或換新密鑰。", "Restore it from a backup, or replace the key."))
  }
  static func noAgent(_ path: String) -> Notice {
    Notice(
      Phrase(
        "ssh-agent 没有应答（\(path.isEmpty ? "未设 SSH_AUTH_SOCK" : path)）。",
        "ssh-agent 沒有應答（\(path.isEmpty ? "未設 SSH_AUTH_SOCK" : path)）。",
        "ssh-agent does not answer (\(path.isEmpty ? "SSH_AUTH_SOCK is not set" : path))."),
      safe: untouched,
      next: Phrase(
        "请启动 ssh-agent，插好密钥，再试。", "請啟動 ssh-agent，插好密鑰，再試。",
        "Start ssh-agent, plug the key in, and try again."))
  }
  static func agentLacksKey(_ name: String) -> Notice {
    Notice(
      Phrase(
        "ssh-agent 里没有 \(name) 的密钥。", "ssh-agent 裡沒有 \(name) 的密鑰。",
        "ssh-agent does not hold \(name)'s key."),
      safe: untouched,
      next: Phrase("请插好密钥或 ssh-add，再试。", "請插好密鑰或 ssh-add，再試。", "Plug it in or ssh-add it."))
  }
  static let agentRefused = Notice(
    Phrase("ssh-agent 没有签。", "ssh-agent 沒有簽。", "ssh-agent did not sign."), safe: untouched,
    next: Phrase("请在密钥上确认后再试。", "請在密鑰上確認後再試。", "Confirm on the key and try again."))
  static func secretFileOpen(_ file: String) -> Notice {
    Notice(
      Phrase(
        "\(file) 别人也能读，不用它的口令。", "\(file) 別人也能讀，不用它的口令。",
        "Others can read \(file); its PIN is not used."),
      safe: untouched, next: Phrase("请先 chmod 600。", "請先 chmod 600。", "chmod 600 it first."))
  }
}
