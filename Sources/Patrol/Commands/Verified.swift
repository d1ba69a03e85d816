import Wording

/// What verification found.
package struct Verified: JobResult {
  package let volumes: Int
  package let pages: Int
  package let signatures: Int
  package let findings: [Notice]
  /// Those of the judge among them, by their rules.
  package let broken: [JudgeFinding]
  /// What could not be looked at.
  package let unread: [Notice]
  /// What is no fault and has to be told all the same.
  package let notes: [Notice]
  /// The verdict of every page; nil where it was not asked for.
  package let judged: JudgedBooks?

  package init(
    volumes: Int, pages: Int, signatures: Int, findings: [Notice], broken: [JudgeFinding] = [],
    unread: [Notice] = [], notes: [Notice] = [], judged: JudgedBooks? = nil
  ) {
    self.broken = broken
    self.judged = judged
    (self.volumes, self.pages) = (volumes, pages)
    (self.signatures, self.findings) = (signatures, findings)
    (self.unread, self.notes) = (unread, notes)
  }

  /// The same with what was not read beside the books.
  package func naming(_ others: [Notice]) -> Verified {
    Verified(
      volumes: volumes, pages: pages, signatures: signatures, findings: findings,
      broken: broken, unread: unread + others.filter { !unread.contains($0) }, notes: notes,
      judged: judged)
  }

  /// Everything that a reader has to know, the worst first.
  package var told: [Notice] { unread + findings + notes }

  /// The same with the verdict of every page.
  package func with(_ judged: JudgedBooks) -> Verified {
    Verified(
      volumes: volumes, pages: pages, signatures: signatures, findings: findings,
      broken: broken, unread: unread, notes: notes, judged: judged)
  }

  /// How much was looked at.
  package var extent: Phrase {
    Phrase(
      "\(volumes) 卷 \(pages) 页 \(signatures) 个签字", "\(volumes) 卷 \(pages) 頁 \(signatures) 個簽字",
      "\(volumes) volumes, \(pages) pages, \(signatures) signatures")
  }
}
