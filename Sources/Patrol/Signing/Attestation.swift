import Records
import Wording

/// As what somebody signs.
package enum SignatureRole: String, Choice {
  case inspector, inspected, recorder, closer, reviewer, outgoing, incoming, witness
  package static let table = "role"

  package var label: Phrase {
    switch self {
    case .inspector: Phrase("检查方", "檢查方", "Inspector")
    case .inspected: Phrase("被检方", "被檢方", "Inspected side")
    case .recorder: Phrase("记录人", "記錄人", "Recorder")
    case .closer: Phrase("封簿人", "封簿人", "Closes the day")
    case .reviewer: Phrase("复核人", "複核人", "Reviewer")
    case .outgoing: Phrase("交班人", "交班人", "Hands over")
    case .incoming: Phrase("接班人", "接班人", "Takes over")
    case .witness: Phrase("见证人", "見證人", "Witness")
    }
  }
}

/// A page by which somebody answers for another page with a signature (R22): a signature, a refusal
/// to sign, its witness, the station's review of it, the close of a day, or a signed sheet of paper.
///
/// The signature stands over the page's own bytes, so signer, right, meaning, time, reasons and the
/// digest of what is signed are all under it.
package struct Attestation: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case signature, refusal, witness, review, close, paper
  }

  /// The patrol day of the page that is signed, so that both are found together.
  package let date: Day
  package let signs: PageReference
  /// Of a signature and of a sheet of paper: for which side.
  package let role: SignatureRole?
  package let signer: Named
  /// With which key and by which right; nil before it is signed.
  package let hand: Hand?
  /// Of a refusal: who would not sign, by which post they might, why, in their own words, and who saw it.
  package let refused: Named?
  package let refusedBy: PageID?
  package let reason: String
  package let statement: String
  package let witness: Named?
  /// Of a review: a code of the table `verdict`.
  package let verdict: String?
  /// Of a sheet of paper: who signed it, and which sheet it is.
  package let who: Named?
  package let sheet: String
  /// Of a close: the fingerprint of a note over all books.
  package let heads: String

  package init(
    date: Day, signs: PageReference, role: SignatureRole? = nil, signer: Named, hand: Hand? = nil,
    refused: Named? = nil, refusedBy: PageID? = nil, reason: String = "", statement: String = "",
    witness: Named? = nil, verdict: String? = nil, who: Named? = nil, sheet: String = "",
    heads: String = ""
  ) {
    (self.date, self.signs, self.role) = (date, signs, role)
    (self.signer, self.hand) = (signer, hand)
    (self.refused, self.refusedBy, self.reason) = (refused, refusedBy, reason)
    (self.statement, self.witness, self.verdict) = (statement, witness, verdict)
    (self.who, self.sheet, self.heads) = (who, sheet, heads)
  }

  /// The same, signed by a hand.
  package func signed(by hand: Hand) -> Attestation {
    Attestation(
      date: date, signs: signs, role: role, signer: hand.signer, hand: hand, refused: refused,
      refusedBy: refusedBy, reason: reason, statement: statement, witness: witness,
      verdict: verdict, who: who, sheet: sheet, heads: heads)
  }

  package static let date: Field<Self, Day> = Field(
    "Date", \.date, .day, Phrase("巡防日", "巡防日", "Patrol day"))
  package static let signs: Field<Self, PageReference> = Field(
    "Signs", \.signs, .pageReference, Phrase("所签", "所簽", "Signs"))
  package static let role: Field<Self, SignatureRole?> = Field(
    optional: "As", \.role, .choice.shaped(.side), Phrase("身份", "身份", "As"))
  package static let verdict: Field<Self, String?> = Field(
    optional: "Verdict", \.verdict, .code("verdict").shaped(.judgement),
    Phrase("复核结论", "複核結論", "Verdict"))
  package static let refused: Field<Self, Named?> = Field(
    optional: "Refused", \.refused, .person, Phrase("拒签人", "拒簽人", "Refused by"))
  package static let refusedBy: Field<Self, PageID?> = Field(
    optional: "RefusedBy", \.refusedBy, .page, Phrase("其任职依据", "其任職依據", "Their post by"))
  package static let reason: Field<Self, String> = Field(
    "Reason", \.reason, .prose, Phrase("理由", "理由", "Reason"))
  package static let statement: Field<Self, String> = Field(
    "Statement", \.statement, .prose, Phrase("本人意见", "本人意見", "In their words"))
  package static let witness: Field<Self, Named?> = Field(
    optional: "Witness", \.witness, .person, Phrase("见证人", "見證人", "Witness"))
  package static let who: Field<Self, Named?> = Field(
    optional: "Who", \.who, .person, Phrase("纸上签字人", "紙上簽字人", "Signed on paper"))
  package static let sheet: Field<Self, String> = Field(
    "Sheet", \.sheet, .prose.only(.line), Phrase("纸页", "紙頁", "Sheet"))
  package static let heads: Field<Self, String> = Field(
    "Heads", \.heads, .prose.only(.fingerprint), Phrase("卷末指纹", "卷末指紋", "Fingerprint of the books"))

  /// The fields of all kinds but the signer's, in the order of each of them.
  package static let schema = Schema(
    Kind.signature.rawValue, Phrase("签字", "簽字", "Signature"),
    {
      @Sendable
      (
        date: Day, signs: PageReference, role: SignatureRole?, verdict: String?, refused: Named?,
        refusedBy: PageID?, reason: String, statement: String, witness: Named?, who: Named?,
        sheet: String, heads: String
      ) in
      Attestation(
        date: date, signs: signs, role: role, signer: Named("", ""), refused: refused,
        refusedBy: refusedBy, reason: reason, statement: statement, witness: witness,
        verdict: verdict, who: who, sheet: sheet, heads: heads)
    }, Self.date, Self.signs, Self.role, Self.verdict, Self.refused, Self.refusedBy, Self.reason,
    Self.statement, Self.witness, Self.who, Self.sheet, Self.heads)

  /// The page as it stands in a book.
  package var body: [(name: String, value: String)] {
    Self.schema.print(self) + (hand?.body ?? [])
  }

  /// The attestation that a page is; nil for any other page.
  package static func read(_ page: Page) -> (kind: Kind, attestation: Attestation)? {
    guard let kind = Kind(rawValue: page.kind), let hand = Hand(page.record),
      let attestation = try? schema.parse(page.record)
    else { return nil }
    return (kind, attestation.signed(by: hand))
  }
}

extension FieldType where Value == PageReference {
  package static let pageReference = FieldType(
    entry: .line, expected: Phrase("一页的引用", "一頁的引用", "a reference to a page"),
    shape: .reference,
    parse: { PageReference($0) }, print: \.text)
}
