import Records

/// The fields of a kind of page, laid out to be held against bytes.
final class GrammarKind: Sendable {
  /// Fields that stand or are left out together.
  enum Group: UInt8, Sendable { case none, sign, with, change }

  /// What is read of a field beside its shape: for the judge of an entry, which makes no record of it, and
  /// for what must stand together.
  enum Slot: UInt8, Sendable {
    case none, owner, date, from, to, late, cleared, newKey, signer
    case torn, recorded, previous, proof, cosigned, signature, digest
  }

  struct Field: Sendable {
    let name: PackedName
    let shape: FieldShape
    let isOptional: Bool
    let group: Group
    let slot: Slot
  }

  let name: String
  /// Those of the kind, then those of every page from `Recorded` on.
  let fields: [Field]
  let names: [String]
  /// Nil for pages about others, and of the book of keys.
  let entry: PageKind?
  let isOfItsEnd: Bool
  /// Fields of the book's entry that a correction may clear.
  let clearable: Set<String>

  /// What stands at a page's end.
  private static let tail: [(name: String, shape: FieldShape, isOptional: Bool, slot: Slot)] = [
    (Torn.field, .torn, true, .torn), ("Recorded", .recorded, false, .recorded),
    ("Previous", .digest, false, .previous), ("Proof", .sshsig, true, .proof),
    ("Cosigned", .sshsig, true, .cosigned), ("Signature", .sshsig, true, .signature),
    ("Digest", .digest, false, .digest),
  ]

  init(_ kind: PageGrammar.Entry, in entry: PageGrammar.Entry?) {
    (name, self.entry) = (kind.name, kind.kind)
    isOfItsEnd = kind.kind?.isOfItsEnd ?? false
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
            if !isFixed { add(name, shape, true, .change, Self.pairing(name)) }
          } else {
            add(name, shape, isOptional, .none, Self.slot(name, kind.kind))
          }
        case .sign(let isOptional):
          for (name, shape) in Hand.shapes {
            add(name, shape, isOptional, .sign, Self.pairing(name))
          }
        case .with(let isOptional):
          add("With", .person, isOptional, .with)
          add("WithKey", .keyprint, isOptional, .with)
        case .changes: add(entry?.items ?? [], changing: true)
        }
      }
    }
    add(kind.items, changing: false)
    for field in Self.tail { add(field.name, field.shape, field.isOptional, .none, field.slot) }
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
    case _ where kind == nil: return pairing(name)
    case kind?.layout.owner.name: return .owner
    case kind?.layout.day.name: return .date
    case "From": return .from
    case "To": return .to
    case "Late": return .late
    default: return pairing(name)
    }
  }

  /// What a signature has to stand with.
  private static func pairing(_ name: String) -> Slot {
    switch name {
    case "NewKey": .newKey
    // A book of keys begins with a signer whose fields are not the usual five.
    case "Signer": .signer
    default: .none
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
