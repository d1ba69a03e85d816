import Wording

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

extension ImportPlan: JobResult {}

/// What came of carrying a plan out.
package struct Imported: JobResult {
  /// Nil where all of it was there already.
  package let summary: StepSummary?
  /// What could not be followed up, though it is written.
  package let trouble: Notice?

  package init(_ summary: StepSummary?, trouble: Notice?) {
    (self.summary, self.trouble) = (summary, trouble)
  }
}
