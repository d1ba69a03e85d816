import Records

/// The kinds of record there are, in the order in which they are shown.
///
/// A value that is handed down from where a data directory is opened, so that a test adds kinds of its
/// own and finds them everywhere.
package struct Kinds: Sendable {
  package let registers: [RegisterKind]
  package let pages: [PageKind]
  /// The books there are.
  package let books: Set<BookKind>
  /// Those whose pages wait for signatures: what is open in them is asked of every year.
  package let signedBooks: Set<BookKind>

  package init(registers: [RegisterKind], pages: [PageKind]) {
    (self.registers, self.pages) = (registers, pages)
    books = Set(pages.map(\.book) + [KeysPage.book])
    signedBooks = Set(pages.filter { $0.firstAwaited != nil }.map(\.book))
  }

  /// The kind of pages of that name.
  package func page(_ name: String) -> PageKind? { pages.first { $0.name == name } }
  /// The kind of the entries of a book.
  package func page(in book: BookKind) -> PageKind? { page(book.name) }

  /// The register of that name.
  package subscript(_ name: String) -> RegisterKind? { registers.first { $0.name == name } }

  /// The registers that are shown beside each other, on a screen of their own.
  package func registers(in group: RegisterLayout.Group) -> [RegisterKind] {
    registers.filter { $0.layout.group == group }
  }

  /// Registers of living people: masked, looked through for the same person twice, erased.
  package var people: [RegisterKind] { registers.filter { $0.layout.subject == .people } }

  /// Every field of a register that names records of another.
  package func fields(naming kind: RegisterKind) -> [(of: RegisterKind, column: Column)] {
    registers.flatMap { other in
      other.columns.filter { $0.entry.reference?.registers.contains(kind.name) ?? false }
        .map { (other, $0) }
    }
  }

  package static let ours = Kinds(
    registers: [
      .members, .informants, .watch, .equipment, .training, .volunteers, .bodies, .funds,
      .deferrals, .officers,
      .teams, .units, .roster, .routes, .exceptions, .incidents, .baselines, .declarations,
      .hotHours,
      .intelligence, .messages, .sendings, .replies,
    ], pages: [.patrol, .inspection, .handover])
}
