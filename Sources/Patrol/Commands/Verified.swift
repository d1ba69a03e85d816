import Wording

/// What verification found.
package struct Verified: JobResult {
  package let volumes: Int
  package let pages: Int
  package let signatures: Int
  package private(set) var findings: [Notice]
  /// Those of the judge among them, by their rules.
  package let broken: [JudgeFinding]
  /// What could not be looked at.
  package private(set) var unread: [Notice]
  /// What is no fault and has to be told all the same.
  package let notes: [Notice]
  /// The verdict of every page; nil where it was not asked for.
  package private(set) var judged: JudgedBooks?
  /// How much was held against the newest note of heads that is kept; nil where none is.
  package private(set) var compared: Phrase?

  package init(
    volumes: Int, pages: Int, signatures: Int, findings: [Notice], broken: [JudgeFinding] = [],
    unread: [Notice] = [], notes: [Notice] = []
  ) {
    self.broken = broken
    (self.volumes, self.pages) = (volumes, pages)
    (self.signatures, self.findings) = (signatures, findings)
    (self.unread, self.notes) = (unread, notes)
  }

  /// The same with what was not read beside the books.
  package func naming(_ others: [Notice]) -> Verified {
    var verified = self
    verified.unread += others.filter { !unread.contains($0) }
    return verified
  }

  /// Everything that a reader has to know, the worst first.
  package var told: [Notice] { unread + findings + notes }

  /// The same with the verdict of every page.
  package func with(_ judged: JudgedBooks) -> Verified {
    var verified = self
    verified.judged = judged
    return verified
  }

  /// The same with what was found beside a note of heads.
  package func with(_ compared: Phrase, findings: [Notice]) -> Verified {
    var verified = self
    verified.compared = compared
    verified.findings += findings
    return verified
  }

  /// How much was looked at.
  package var extent: Phrase {
    Phrase(
      "\(volumes) 卷 \(pages) 页 \(signatures) 个签字", "\(volumes) 卷 \(pages) 頁 \(signatures) 個簽字",
      "\(volumes) volumes, \(pages) pages, \(signatures) signatures")
  }
}
