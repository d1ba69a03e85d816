import Records
import Wording

/// Long work that is never waited for.
package enum Job: Hashable, Sendable {
  /// A text in every register and, within a span of patrol days, in every book.
  case search(String, from: Day? = nil, to: Day? = nil)
  /// Every digest, chain and signature of every volume.
  case verify
  /// What the rules find in the registers, and what filters are made of.
  case lookThroughRegisters
  /// A table read into a plan; nothing is written.
  case readTable(TableImport)
  /// The plan carried out, whole or not at all; what its headings meant is remembered.
  case importTable(ImportPlan)
}

/// A table somebody has, to be read into a register.
package struct TableImport: Hashable, Sendable {
  package let kind: RegisterKind
  package let path: String
  /// The unit or team that lines belong to which name none.
  package let scope: Scope?
  /// Which column goes where; found by the headings without it.
  package let map: HeadingMap?

  package init(
    _ kind: RegisterKind, path: String, scope: Scope? = nil, map: HeadingMap? = nil
  ) {
    (self.kind, self.path, self.scope, self.map) = (kind, path, scope, map)
  }
}

/// How far a job is.
package enum Progress: Sendable {
  case running(done: Int, of: Int)
  case found([SearchHit], isLast: Bool)
  case verified(Verified)
  case planned(ImportPlan)
  case imported(StepSummary?)
  case lookedThrough
  /// What the work passed over because it could not be read.
  case unread([Notice])
  case failed(Notice)
}

/// What verification found.
package struct Verified: Sendable {
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

/// One place where a searched text stands.
package struct SearchHit: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    case page(PageID, Day?)
    case record(RegisterKind, String)
    case team(String)
  }

  package let place: Place
  package let title: String
  package let excerpt: String

  package init(_ place: Place, title: String, excerpt: String) {
    (self.place, self.title, self.excerpt) = (place, title, excerpt)
  }
}
