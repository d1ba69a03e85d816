import Records

/// A volume read for the judge: how far it holds together (J1 of its header, J2, J3, and J4 of the time at
/// which a page was recorded), its pages about others, and of its entries what is asked of each.
///
/// The first page that fails ends it: nobody can tell what stands behind.
package struct VolumeReading: Sendable {
  package let book: BookID
  package let year: Int
  /// Nil where the header is none, or that of another place.
  package let header: VolumeHeader?
  /// How many pages there are, whatever they are.
  package let count: Int
  package private(set) var good = 0
  /// When the last of them was recorded, in seconds since 1970.
  package private(set) var latest = Int.min
  /// Why page `good + 1` is not in order, and which of its fields is not.
  package private(set) var broken: (rule: JudgeRule, field: String?)?
  /// The page that the broken one follows on as well as the page behind it: two copies of the volume were
  /// gone on with.
  package private(set) var forkedAfter: Int?
  /// The number that the broken page calls itself by, where that is not its place in the volume.
  package private(set) var calledInstead: Int?
  /// Of each page that is in order.
  package private(set) var entries: [EntryFacts] = []
  /// Who wrote entries down, each once: mostly a handful in a volume.
  private var recorders = RecordersOfVolume()
  package private(set) var digests: [Digest] = []
  /// Pages about others, all pages of a book of keys, and entries that pages of this volume name.
  package private(set) var kept: [Page] = []
  /// What pages say was moved away before them, after a crash.
  package private(set) var torn: [(page: Int, torn: Torn)] = []
  /// Pages of other volumes that are named.
  package private(set) var abroad: Set<PageID> = []

  /// - Parameters:
  ///   - now: in seconds since 1970.
  ///   - wanted: entries to be kept in any case.
  package init(
    _ bytes: Bytes, book: BookID, year: Int, now: Int, grammar: PageGrammar = .ours,
    wanted: Set<Int> = []
  ) {
    (self.book, self.year) = (book, year)
    let cut = bytes.withBuffer { VolumeCut($0) }
    count = cut.pages.count
    header = Self.header(bytes, cut.header, book, year)
    guard let header else { return }
    let kinds = grammar.kinds[book.kind.name] ?? []
    read(bytes, cut, header, kinds, now: now)
    keep(bytes, cut, wanted)
  }

  /// What it says of itself, if that is written as it must be and it stands where it says.
  private static func header(_ bytes: Bytes, _ range: Range<Int>, _ book: BookID, _ year: Int)
    -> VolumeHeader?
  {
    let header = bytes.withBuffer { buffer in
      PageText.isClean(buffer, range) ? VolumeHeader(ShapeBytes(buffer, range)) : nil
    }
    guard let header, bytes[2] != 0x20, header.book == book, header.year == year else { return nil }
    return header
  }

  private mutating func read(
    _ bytes: Bytes, _ cut: VolumeCut, _ header: VolumeHeader, _ kinds: [GrammarKind], now: Int
  ) {
    var previous = Digest(of: bytes, cut.header)
    var last = Int.min
    let owner = Array(book.owner.utf8)
    let isOfKeys = book.kind == KeysPage.book
    entries.reserveCapacity(count)
    digests.reserveCapacity(count)
    bytes.withBuffer { buffer in
      for (index, range) in cut.pages.enumerated() {
        do throws(PageForm.Fault) {
          let form = try PageForm(buffer, range, kinds)
          let body = range.lowerBound..<range.upperBound - PageForm.digestLine
          guard form.number == index + 1,
            Digest(digits: ShapeBytes(buffer, form.previous)) == previous,
            let digest = Digest(digits: ShapeBytes(buffer, form.digest)),
            Digest(of: bytes, body) == digest
          else {
            let before = Digest(digits: ShapeBytes(buffer, form.previous))
            calledInstead = form.number == index + 1 ? nil : form.number
            forkedAfter = before.flatMap { digests.dropLast().firstIndex(of: $0) }.map { $0 + 1 }
            return end(.chain)
          }
          guard
            let stamp = ShapeBytes(buffer, form.recorded.prefix(25)).stamp,
            stamp.instant >= last, stamp.instant <= now + JudgeRule.clockSlack
          else { return end(.time) }
          if isOfKeys || form.kind.entry == nil {
            guard let page = page(bytes, range) else { return end(.form) }
            kept.append(page)
            entries.append(.special)
          } else {
            guard
              let facts = EntryFacts(
                form, buffer, recorded: stamp.moment, owner: owner, year: year,
                rollover: header.cover.rollover)
            else { return end(.form) }
            let recorder = recorders.place(ShapeBytes(buffer, form.recorded.dropFirst(26)))
            entries.append(facts.written(by: recorder, at: stamp.instant))
          }
          if let range = form.torn, let said = Torn(ShapeBytes(buffer, range).text) {
            torn.append((index + 1, said))
          }
          digests.append(digest)
          (previous, last) = (digest, stamp.instant)
          latest = last
          good += 1
        } catch {
          let other = BrokenPage(buffer, range).fault(number: index + 1, previous: previous)
          return end(other ?? .form, error.field)
        }
      }
    }
  }

  private mutating func end(_ rule: JudgeRule, _ field: String? = nil) { broken = (rule, field) }

  private func page(_ bytes: Bytes, _ range: Range<Int>) -> Page? {
    // Its own bytes, so that the volume's need not be kept.
    let own = Bytes(bytes.array(range))
    return (try? RecReader(own, source: "").read().records.first).flatMap {
      Page($0, book: book, year: year)
    }
  }

  /// Entries that are named are read as pages.
  private mutating func keep(_ bytes: Bytes, _ cut: VolumeCut, _ wanted: Set<Int>) {
    guard book.kind != KeysPage.book else { return }
    var numbers = wanted
    for page in kept {
      for name in ["Corrects", "Follows", "Signs"] {
        guard let id = page.record[name].flatMap(PageReference.init)?.id else { continue }
        if id.book == book, id.year == year { numbers.insert(id.number) } else { abroad.insert(id) }
      }
    }
    let named = numbers.filter { $0 <= good && entries[$0 - 1].kind != nil }
    guard !named.isEmpty else { return }
    kept += named.compactMap { page(bytes, cut.pages[$0 - 1]) }
    kept.sort { $0.id.number < $1.id.number }
  }

  /// The volume stands where it must not, or does not go on from where it says: nothing of it is judged.
  package mutating func refuse() {
    good = 0
    broken = nil
  }

  /// Who wrote an entry down.
  ///
  /// - Parameter number: from 1 on.
  func recorder(of number: Int) -> Named? { recorders[Int(entries[number - 1].recorder)] }

  /// What is known of it beside its pages; nil where its header is none.
  package var standing: VolumeStanding? {
    header.map { header in
      VolumeStanding(
        directory: header.cover.directory, rollover: header.cover.rollover, good: good,
        broken: broken?.rule.rawValue ?? 0, latest: latest)
    }
  }

  package var judged: JudgedVolume {
    JudgedVolume(
      book, year: year, header: header, pages: kept.filter { $0.id.number <= good },
      good: kept.count)
  }
}
