import Wording

/// What verification found.
package struct Verified: JobResult {
  package let volumes: Int
  package let pages: Int
  package let signatures: Int
  package let findings: [Notice]
  /// What could not be looked at.
  package let unread: [Notice]
  /// What is no fault and has to be told all the same.
  package let notes: [Notice]

  package init(
    volumes: Int, pages: Int, signatures: Int, findings: [Notice], unread: [Notice] = [],
    notes: [Notice] = []
  ) {
    (self.volumes, self.pages) = (volumes, pages)
    (self.signatures, self.findings) = (signatures, findings)
    (self.unread, self.notes) = (unread, notes)
  }

  /// The same with what was not read beside the books.
  package func naming(_ others: [Notice]) -> Verified {
    Verified(
      volumes: volumes, pages: pages, signatures: signatures, findings: findings,
      unread: unread + others.filter { !unread.contains($0) }, notes: notes)
  }

  /// Everything that a reader has to know, the worst first.
  package var told: [Notice] { unread + findings + notes }

  /// How much was looked at.
  package var extent: Phrase {
    Phrase(
      "\(volumes) 卷 \(pages) 页 \(signatures) 个签字", "\(volumes) 卷 \(pages) 頁 \(signatures) 個簽字",
      "\(volumes) volumes, \(pages) pages, \(signatures) signatures")
  }
}
