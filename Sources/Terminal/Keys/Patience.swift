/// How long the terminal may be silent inside of something before it is taken for ended, in
/// milliseconds.
///
/// A lone Esc is told from the start of a sequence by silence alone, so its delay is what a slow line
/// puts between two bytes and still too short to be felt. What has begun with `ESC [` is no key of its
/// own, and may take its time; so may the rest of a character and of a paste.
package struct Patience: Hashable, Sendable {
  package let escape, sequence, paste: Int

  package init(escape: Int, sequence: Int, paste: Int) {
    (self.escape, self.sequence, self.paste) = (escape, sequence, paste)
  }

  package static let near = Patience(escape: 120, sequence: 500, paste: 1000)
  /// Over ssh.
  package static let far = Patience(escape: 200, sequence: 1000, paste: 2000)

  /// By what the environment says; `ESCDELAY` sets the wait for a lone Esc.
  init(environment: (String) -> String?) {
    let usual: Patience = environment("SSH_CONNECTION") == nil ? .near : .far
    let asked = environment("ESCDELAY").flatMap { Int($0) }.map { min(max($0, 1), 5000) }
    self.init(
      escape: asked ?? usual.escape, sequence: max(usual.sequence, asked ?? 0), paste: usual.paste)
  }
}
