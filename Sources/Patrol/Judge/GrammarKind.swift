import Records

/// A field's name as two numbers, told apart without a text: sixteen bytes at most, which no name of a
/// page is longer than.
struct PackedName: Hashable, Sendable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0
  private(set) var count = 0

  init() {}

  init(_ name: String) { for byte in name.utf8 { append(byte) } }

  mutating func append(_ byte: UInt8) {
    if count < 8 {
      low |= UInt64(byte) << UInt64(count * 8)
    } else if count < 16 {
      high |= UInt64(byte) << UInt64((count - 8) * 8)
    }
    count += 1
  }
}

/// The fields of a kind of page, laid out to be held against bytes.
final class GrammarKind: Sendable {
  /// Fields that stand or are left out together.
  enum Group: UInt8, Sendable { case none, sign, with, change }

  /// What the judge of an entry reads of it without making a record.
  enum Slot: UInt8, Sendable { case none, owner, date, from, to, late, cleared }

  struct Field: Sendable {
    let name: PackedName
    let shape: FieldShape
    let isOptional: Bool
    let group: Group
    let slot: Slot
  }

  let name: String
  let bytes: [UInt8]
  /// Those of the kind, then those of every page from `Recorded` on.
  let fields: [Field]
  let names: [String]
  /// Nil for pages about others, and of the book of keys.
  let entry: PageKind?
  let newKey = PackedName("NewKey"), with = PackedName("With"), signer = PackedName("Signer")
  /// Fields of the book's entry that a correction may clear.
  let clearable: Set<String>

  /// What stands at a page's end.
  static let tail: [(name: String, shape: FieldShape, isOptional: Bool)] = [
    (Torn.field, .torn, true), ("Recorded", .recorded, false), ("Previous", .digest, false),
    ("Proof", .sshsig, true), ("Cosigned", .sshsig, true), ("Signature", .sshsig, true),
    ("Digest", .digest, false),
  ]

  init(_ kind: PageGrammar.Entry, in entry: PageGrammar.Entry?) {
    (name, bytes, self.entry) = (kind.name, Array(kind.name.utf8), kind.kind)
    var fields: [Field] = []
    var names: [String] = []
    func add(
      _ name: String, _ shape: FieldShape, _ isOptional: Bool, _ group: Group, _ slot: Slot = .none
    ) {
      names.append(name)
      fields.append(
        Field(
          name: PackedName(name), shape: shape, isOptional: isOptional, group: group, slot: slot))
    }
    func add(_ items: [PageGrammar.Item], changing: Bool) {
      for item in items {
        switch item {
        case .field(let name, let shape, let isOptional, let isFixed):
          if changing {
            if !isFixed { add(name, shape, true, .change) }
          } else {
            add(name, shape, isOptional, .none, Self.slot(name, kind.kind))
          }
        case .sign(let isOptional):
          for (name, shape) in Hand.shapes { add(name, shape, isOptional, .sign) }
        case .with(let isOptional):
          add("With", .person, isOptional, .with)
          add("WithKey", .keyprint, isOptional, .with)
        case .changes: add(entry?.items ?? [], changing: true)
        }
      }
    }
    add(kind.items, changing: false)
    for field in Self.tail { add(field.name, field.shape, field.isOptional, .none) }
    (self.fields, self.names) = (fields, names)
    clearable = Set(
      (entry?.items ?? []).compactMap { item in
        guard case .field(let name, _, isOptional: true, isFixed: false) = item else { return nil }
        return name
      })
  }

  private static func slot(_ name: String, _ kind: PageKind?) -> Slot {
    switch name {
    case "Cleared": return .cleared
    case _ where kind == nil: return .none
    case kind?.layout.owner.name: return .owner
    case kind?.layout.day.name: return .date
    case "From": return .from
    case "To": return .to
    case "Late": return .late
    default: return .none
    }
  }
}

extension Hand {
  /// How its fields are written, in their order.
  static let shapes: [(name: String, shape: FieldShape)] = [
    ("Signer", .person), ("Key", .keyprint), ("Entitled", .entitlement), ("Keys", .reference),
    ("Directory", .directory),
  ]
}
