import Records

/// How every kind of page is written: which fields, in which order, in which shape.
///
/// One table for all, made of what the kinds declare; `check.sh` has it as text (`table`).
package struct PageGrammar: Sendable {
  /// What a part of a kind's fields is.
  package enum Item: Sendable {
    case field(String, FieldShape, isOptional: Bool = false, isFixed: Bool = false)
    /// The signer's five.
    case sign(isOptional: Bool)
    /// The second hand's two.
    case with(isOptional: Bool)
    /// The fields of the book's entry, each of which may be left out.
    case changes

    static func field(_ column: Column, isOptional: Bool = false) -> Item {
      .field(column.name, column.shape, isOptional: isOptional)
    }

    static func optional(_ column: Column) -> Item { field(column, isOptional: true) }
  }

  /// A kind of page of one kind of book.
  package struct Entry: Sendable {
    package let name: String
    package let items: [Item]
    /// Where the layout says what entry it is; nil for pages about others and of the book of keys.
    package let kind: PageKind?
  }

  /// By the name of the book's kind.
  let books: [String: GrammarBook]
  private let entries: [Entry]

  package init(_ kinds: Kinds = .ours) {
    entries = kinds.pages.map { Entry(name: $0.name, items: Self.items($0), kind: $0) }
    var books: [String: GrammarBook] = [:]
    for entry in entries {
      let amending = Self.amending.map { Entry(name: $0.name, items: $0.items, kind: nil) }
      books[entry.name] = GrammarBook(([entry] + amending).map { GrammarKind($0, in: entry) })
    }
    books[KeysPage.book.name] = GrammarBook(
      Self.ofKeys.map {
        GrammarKind(Entry(name: $0.name, items: $0.items, kind: nil), in: nil)
      })
    self.books = books
  }

  package static let ours = PageGrammar()

  /// The table as `check.sh` has it, a line a kind.
  package var table: String {
    let lines =
      entries.map { "\($0.name) \($0.name) \(Self.words($0.items))" }
      + Self.amending.map { "* \($0.name) \(Self.words($0.items))" }
      + Self.ofKeys.map { "\(KeysPage.book.name) \($0.name) \(Self.words($0.items))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func words(_ items: [Item]) -> String {
    items.map { item in
      switch item {
      case .field(let name, let shape, let isOptional, let isFixed):
        "\(name)\(isOptional ? "?" : "")\(isFixed ? "!" : ""):\(shape.rawValue)"
      case .sign(let isOptional): isOptional ? "SIGN?" : "SIGN"
      case .with(let isOptional): isOptional ? "WITH?" : "WITH"
      case .changes: "CHANGES"
      }
    }.joined(separator: " ")
  }

  // MARK: What the kinds declare

  /// The field by which a sheet of paper is named that an entry was copied from.
  private static let paper = "Paper"
  /// A correction says itself why it comes late.
  private static let late = "Late"

  private static func items(_ kind: PageKind) -> [Item] {
    var items = kind.columns.map { column in
      Item.field(
        column.name, column.shape, isOptional: !column.isRequired,
        isFixed: column.name == late || kind.layout.fixed.contains(column.name))
    }
    if !kind.columns.contains(where: { $0.name == paper }),
      let at = kind.columns.firstIndex(where: { $0.name == late })
    {
      items.insert(.field(paper, .line, isOptional: true), at: at)
    }
    return items
  }

  private static let sign = Item.sign(isOptional: false)

  /// Pages about an entry, which stand in every book that has entries.
  private static let amending: [(name: String, items: [Item])] = {
    let about: [Item] = [
      .field("Date", .day), .field("Corrects", .reference), .field("Follows", .reference),
      .field("Reason", .text),
    ]
    let late = Item.field(Self.late, .line, isOptional: true)
    return [
      (
        "correction",
        about + [
          late, .field("Cleared", .names, isOptional: true), .changes, .sign(isOptional: true),
        ]
      ),
      ("void", about + [late, .sign(isOptional: true)]),
      ("reopen", about + [sign]),
    ] + Attestation.Kind.allCases.map { ($0.rawValue, items($0) + [sign]) }
  }()

  private static func items(_ kind: Attestation.Kind) -> [Item] {
    let about: [Item] = [.field(Attestation.date.column), .field(Attestation.signs.column)]
    let own: [Item] =
      switch kind {
      case .signature: [.field(Attestation.role.column)]
      case .refusal:
        [
          .field(Attestation.refused.column), .field(Attestation.refusedBy.column),
          .field(Attestation.reason.column), .optional(Attestation.statement.column),
          .field(Attestation.witness.column),
        ]
      case .witness: []
      case .review: [.field(Attestation.verdict.column), .field(Attestation.reason.column)]
      case .close: [.optional(Attestation.heads.column)]
      case .paper:
        [
          .field(Attestation.role.column), .field(Attestation.who.column),
          .field(Attestation.sheet.column),
        ]
      }
    return about + own
  }

  private static let ofKeys: [(name: String, items: [Item])] = KeysPage.Kind.allCases.map { kind in
    func of(_ names: String...) -> [Item] {
      names.flatMap { name in
        KeysPage.columns.filter { $0.name == name }.map { .field($0) }
      }
    }
    func optional(_ name: String) -> [Item] {
      KeysPage.columns.filter { $0.name == name }.map { .optional($0) }
    }
    let with = [Item.with(isOptional: true)]
    let items: [Item] =
      switch kind {
      case .root:
        of("Date", "Person", "NewKey", "Unit") + optional("Office") + [
          .field("Signer", .person), .field("Key", .keyprint), .field("Directory", .directory),
        ]
      case .enrol: of("Date", "Person", "NewKey", "Unit")
      case .replace: of("Date", "Person", "NewKey", "Reason") + [.with(isOptional: false)]
      case .revoke: of("Date", "Person", "Reason") + optional("SameAs") + with
      case .appoint: of("Date", "Posts") + with
      case .dismiss: of("Date", "Ends", "Reason") + with
      case .deputy: of("Date", "Team", "Person")
      case .recover: of("Date", "Person", "NewKey", "Unit", "Reason")
      }
    return (kind.rawValue, kind == .root ? items : items + [sign])
  }
}
