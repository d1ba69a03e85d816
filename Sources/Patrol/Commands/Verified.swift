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
  /// Where the books contradict a note of heads that is kept.
  package private(set) var contradictions: [HeadsFinding] = []
  /// Pages behind a break of their volume: nobody can tell what they are worth.
  package let unchecked: Int
  /// The verdict of every page; nil where it was not asked for.
  package private(set) var judged: JudgedBooks?
  /// How much was held against the notes of heads that are kept.
  package private(set) var compared: [Phrase] = []

  package init(
    volumes: Int, pages: Int, signatures: Int, findings: [Notice], broken: [JudgeFinding] = [],
    unread: [Notice] = [], notes: [Notice] = [], unchecked: Int = 0
  ) {
    (self.broken, self.unchecked) = (broken, unchecked)
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
  ///
  /// What two notes tell alike is told once.
  package func with(_ compared: Phrase, _ contradictions: [HeadsFinding]) -> Verified {
    var verified = self
    verified.compared.append(compared)
    let new = contradictions.filter { !findings.contains($0.notice) }
    verified.contradictions += new
    verified.findings += new.map(\.notice)
    return verified
  }

  /// How much was looked at.
  package var extent: Phrase {
    let (volumes, pages, signatures, unchecked) = (volumes, pages, signatures, unchecked)
    return Phrase(
      "\(volumes) 卷 \(pages) 页 \(signatures) 个签字\(unchecked > 0 ? "，其中 \(unchecked) 页未核" : "")",
      "\(volumes) 卷 \(pages) 頁 \(signatures) 個簽字\(unchecked > 0 ? "，其中 \(unchecked) 頁未核" : "")",
      "\(volumes) volumes, \(pages) pages, \(signatures) signatures\(unchecked > 0 ? ", \(unchecked) pages unchecked" : "")"
    )
  }
}
