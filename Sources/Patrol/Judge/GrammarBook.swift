import Records

/// The kinds of page that a kind of book has, laid out so that a page is held against them without counting
/// who holds them: all cores read the same ones, for millions of pages.
final class GrammarBook: Sendable {
  fileprivate struct Kind: Sendable {
    let name: PackedName
    /// Where its fields stand among those of all.
    let fields: Range<Int>
    let isEntry, isOfItsEnd: Bool
  }

  private let list: [Kind]
  private let fields: [GrammarKind.Field]
  private let kinds: [GrammarKind]

  static let none = GrammarBook([])

  init(_ kinds: [GrammarKind]) {
    self.kinds = kinds
    fields = kinds.flatMap(\.fields)
    var start = 0
    list = kinds.map { kind in
      defer { start += kind.fields.count }
      return Kind(
        name: PackedName(kind.name), fields: start..<start + kind.fields.count,
        isEntry: kind.entry != nil, isOfItsEnd: kind.isOfItsEnd)
    }
  }

  /// Its lists at their places in memory, which nobody has to hold while `withTable` does.
  struct Table {
    fileprivate let list: UnsafeBufferPointer<Kind>
    fileprivate let all: UnsafeBufferPointer<GrammarKind.Field>
    fileprivate let kinds: UnsafeBufferPointer<GrammarKind>

    /// The place of the kind that a page says it is of.
    func kind(_ buffer: UnsafeRawBufferPointer, _ said: Range<Int>) -> Int? {
      let name = PackedName(buffer, said.lowerBound, said.upperBound)
      // The names of kinds are letters; a longer one is not among what is packed.
      guard name.count < said.count else { return list.firstIndex { $0.name == name } }
      return kinds.firstIndex { ShapeBytes(buffer, said).equals($0.name) }
    }

    func fields(_ kind: Int) -> UnsafeBufferPointer<GrammarKind.Field> {
      UnsafeBufferPointer(rebasing: all[list[kind].fields])
    }

    func isEntry(_ kind: Int) -> (Bool, ofItsEnd: Bool) {
      (list[kind].isEntry, list[kind].isOfItsEnd)
    }

    /// All that is known of a kind.
    func whole(_ kind: Int) -> GrammarKind { kinds[kind] }
  }

  func withTable<Value>(_ body: (Table) -> Value) -> Value {
    list.withUnsafeBufferPointer { list in
      fields.withUnsafeBufferPointer { all in
        kinds.withUnsafeBufferPointer { body(Table(list: list, all: all, kinds: $0)) }
      }
    }
  }
}
