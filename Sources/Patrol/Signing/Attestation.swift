import Records
import Wording

/// As what somebody signs.
package enum SignatureRole: String, Choice {
  case inspector, inspected, recorder, closer, reviewer, outgoing, incoming
  package static let table = "role"

  package var label: Phrase {
    switch self {
    case .inspector: Phrase("检查方", "檢查方", "Inspector")
    case .inspected: Phrase("被检方", "被檢方", "Inspected side")
    case .recorder: Phrase("记录人", "記錄人", "Recorder")
    case .closer: Phrase("封簿人", "封簿人", "Closer")
    case .reviewer: Phrase("复核人", "複核人", "Reviewer")
    case .outgoing: Phrase("交班人", "交班人", "Hands over")
    case .incoming: Phrase("接班人", "接班人", "Takes over")
    }
  }
}

/// A page by which somebody answers for another page with a signature (R22): a signature, a refusal
/// to sign, the station's review of a refusal, or the close of a day.
///
/// The signature stands over the page's own bytes, so signer, meaning, time, reasons and the digest
/// of what is signed are all under it.
package struct Attestation: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case signature, refusal, review, close }

  /// The patrol day of the page that is signed, so that both are found together.
  package let date: Day
  package let signs: PageReference
  package let role: SignatureRole
  package let signer: Named
  /// Of a refusal: who would not sign, why, in their own words, and who saw it.
  package let refused: Named?
  package let reason: String
  package let statement: String
  package let witness: Named?
  /// Of a review: a code of the table `verdict`.
  package let verdict: String?

  package init(
    date: Day, signs: PageReference, role: SignatureRole, signer: Named, refused: Named? = nil,
    reason: String = "", statement: String = "", witness: Named? = nil, verdict: String? = nil
  ) {
    (self.date, self.signs, self.role, self.signer) = (date, signs, role, signer)
    (self.refused, self.reason, self.statement) = (refused, reason, statement)
    (self.witness, self.verdict) = (witness, verdict)
  }

  package static let date: Field<Self, Day> = Field(
    "Date", \.date, .day, Phrase("巡防日", "巡防日", "Patrol day"))
  package static let signs: Field<Self, PageReference> = Field(
    "Signs", \.signs, .pageReference, Phrase("所签", "所簽", "Signs"))
  package static let role: Field<Self, SignatureRole> = Field(
    "As", \.role, .choice, Phrase("身份", "身份", "As"))
  package static let signer: Field<Self, Named> = Field(
    "Signer", \.signer, .person, Phrase("签字人", "簽字人", "Signer"))
  package static let refused: Field<Self, Named?> = Field(
    optional: "Refused", \.refused, .person, Phrase("拒签人", "拒簽人", "Refused by"))
  package static let reason: Field<Self, String> = Field(
    "Reason", \.reason, .prose, Phrase("理由", "理由", "Reason"))
  package static let statement: Field<Self, String> = Field(
    "Statement", \.statement, .prose, Phrase("本人意见", "本人意見", "In their words"))
  package static let witness: Field<Self, Named?> = Field(
    optional: "Witness", \.witness, .person, Phrase("见证人", "見證人", "Witness"))
  package static let verdict: Field<Self, String?> = Field(
    optional: "Verdict", \.verdict, .code("verdict"), Phrase("复核结论", "複核結論", "Verdict"))

  package static let schema = Schema(
    Kind.signature.rawValue, Phrase("签字", "簽字", "Signature"),
    Attestation.init(
      date:signs:role:signer:refused:reason:statement:witness:verdict:), Self.date, Self.signs,
    Self.role, Self.signer, Self.refused, Self.reason, Self.statement, Self.witness, Self.verdict)

  /// The attestation that a page is; nil for any other page.
  package static func read(_ page: Page) -> (kind: Kind, attestation: Attestation)? {
    guard let kind = Kind(rawValue: page.kind),
      let attestation = try? schema.parse(page.record)
    else { return nil }
    return (kind, attestation)
  }
}

extension FieldType where Value == PageReference {
  package static let pageReference = FieldType(
    entry: .line, expected: Phrase("一页的引用", "一頁的引用", "a reference to a page"),
    parse: { PageReference($0) }, print: \.text)
}
