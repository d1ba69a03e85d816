import Patrol
import Records
import Terminal
import Wording

/// Who answers for a page, as it stands at its end: each signature with whether it holds, what is
/// missing, a refusal with its reasons, the close of the day.
struct SignatureText {
  let page: LedgerPage
  let world: World
  var showsHands = false

  func lines(width: Int) -> [Line] {
    guard !page.isVoid || !page.attestations.isEmpty else { return [] }
    var lines = page.attestations.flatMap {
      attestation($0, width) + (showsHands ? hand($0, width) : [])
    }
    if let missing = page.missing { lines += waiting(missing, width) }
    if let close = world.ledger?.close(of: page.page.id.book) {
      let isAfter = world.ledger?.isAfterClose(page.page) == true
      lines += marked(
        "\(ActionName.closeDay.phrase[world.language])  \(by(close))"
          + (isAfter ? "  \(Phrase.afterClose[world.language])" : "  \(mark)") + note(close),
        isAfter ? .warning : .good, close, width)
    }
    return lines
  }

  /// The first digits of the note of heads that was there, as they are read out and printed.
  private func note(_ close: SignedPage) -> String {
    let print = Digest("sha256 \(close.attestation.heads.dropFirst(7))")
    return print.map { "  \(Phrase.headsNote[world.language]) \($0.grouped)" } ?? ""
  }

  /// By which key, and by which pages of the book of keys and posts.
  private func hand(_ signed: SignedPage, _ width: Int) -> [Line] {
    guard let hand = Hand(signed.page.record) else { return [] }
    func label(_ name: String) -> String { Hand.labels[name]?[world.language] ?? name }
    var texts = ["№\(signed.page.id.number)  \(hand.key.text)"]
    if let page = hand.entitled {
      texts.append(
        "\(label("Entitled"))  \(Phrase.keysBook[world.language]) \(page.year) №\(page.number)")
    }
    return texts.flatMap { wrapped("  " + $0, .dim, width) }
  }

  private var mark: String { world.glyphs.check }

  private func by(_ signed: SignedPage) -> String {
    let at = signed.page.recorded.stamp.moment
    let signer = signed.attestation.signer
    return "\(signer.name) \(signer.code)  \(at.text)"
  }

  private func attestation(_ signed: SignedPage, _ width: Int) -> [Line] {
    let language = world.language
    if !signed.holds, let words = signed.verdict.words {
      return wrapped(
        "\((signed.verdict == .unchecked ? Phrase.openSignature : .badSignature)[language])  \(by(signed))  \(words[language])",
        .urgent, width)
    }
    switch signed.kind {
    case .signature: return signature(signed, width)
    case .refusal: return refusal(signed, width)
    case .review:
      let verdict = world.codes.label("verdict", signed.attestation.verdict ?? "", language)
      return marked(
        "\(Phrase.reviewed[language])  \(by(signed))  \(verdict)：\(signed.attestation.reason)",
        .plain, signed, width)
    case .witness:
      return marked(
        "\(Phrase.witnessed[language])  \(by(signed))  \(Phrase.holds[language]) \(mark)", .good,
        signed, width)
    case .paper:
      let (side, who) = (signed.attestation.role?.label[language] ?? "", signed.attestation.who)
      return marked(
        "\(side)\(Phrase.signedOnPaper[language])  \(who?.name ?? "")  \(signed.attestation.sheet)",
        .plain, signed, width)
    case .close: return []
    }
  }

  private func signature(_ signed: SignedPage, _ width: Int) -> [Line] {
    let role = signed.attestation.role?.label[world.language] ?? ""
    // A correction leaves the signatures before it behind (I6).
    let isNow = signed.attestation.signs == page.newest
    return marked(
      "\(role)\(Phrase.signedAs[world.language])  \(by(signed))  "
        + (isNow
          ? "\(Phrase.holds[world.language]) \(mark)" : Phrase.beforeCorrection[world.language]),
      isNow ? .good : .dim, signed, width)
  }

  private func refusal(_ signed: SignedPage, _ width: Int) -> [Line] {
    let (refusal, language) = (signed.attestation, world.language)
    func label(_ name: String) -> String {
      Attestation.schema.column(name)?.label[language] ?? name
    }
    var text = "\(Phrase.refused[language])  \(refusal.refused?.name ?? "")：\(refusal.reason)"
    if !refusal.statement.isEmpty { text += "  \(label("Statement"))：\(refusal.statement)" }
    if let witness = refusal.witness { text += "  \(label("Witness"))：\(witness.name)" }
    return wrapped(text, .warning, width)
      + marked(
        "\(Phrase.notedBy[language])  \(by(signed))  "
          + (signed.verdict.words?[language] ?? "\(Phrase.holds[language]) \(mark)"),
        signed.verdict.isCounting ? .good : .dim, signed, width)
  }

  private func waiting(_ role: SignatureRole, _ width: Int) -> [Line] {
    let person = Waiting(page, in: world.snapshot)?.person?.name ?? ""
    let days = world.today - (page.day ?? world.today)
    let what = role == .reviewer ? Phrase.toBeReviewed : .waitingSignature
    return wrapped(
      "\(role.label[world.language])  \(what[world.language])  \(person)"
        + (days > 0 ? "  \(Phrase.days(days)[world.language])" : ""), .warning, width)
  }

  /// With the marks of what was signed: those that the page itself bears stand there.
  private func marked(_ text: String, _ role: Role, _ signed: SignedPage, _ width: Int) -> [Line] {
    let marks = signed.marks.filter { !page.marks.contains($0) }
    return MarkedText(text, role, marks, world.language).lines(width: width)
  }

  private func wrapped(_ text: String, _ role: Role, _ width: Int) -> [Line] {
    LineBreak.lines(text, width: width).map { Line($0, role) }
  }
}

extension Phrase {
  fileprivate static let keysBook = Phrase("人员密钥簿", "人員密鑰簿", "book of keys")
  static let signedAs = Phrase("签字", "簽字", " signed")
  static let holds = Phrase("有效", "有效", "holds")
  static let badSignature = Phrase("签字不算数", "簽字不算數", "Signature does not hold")
  static let headsNote = Phrase("头单", "頭單", "heads")
  static let openSignature = Phrase("签字未核", "簽字未核", "Signature unchecked")
  static let beforeCorrection = Phrase(
    "更正前签，须重签", "更正前簽，須重簽", "before the correction: to be signed again")
  static let refused = Phrase("拒签", "拒簽", "Refused")
  static let reviewed = Phrase("派出所复核", "派出所複核", "Reviewed by the station")
  static let witnessed = Phrase("见证", "見證", "Witnessed")
  static let signedOnPaper = Phrase("纸质签字", "紙質簽字", " signed on paper")
  static let notedBy = Phrase("记明", "記明", "Noted by")
  static let toBeReviewed = Phrase("拒签待复核", "拒簽待複核", "refusal to be reviewed")
  static let afterClose = Phrase("封簿后补记", "封簿後補記", "entered after the close")

  static func days(_ days: Int) -> Phrase { Phrase("\(days)天", "\(days)天", "\(days)d") }
}
