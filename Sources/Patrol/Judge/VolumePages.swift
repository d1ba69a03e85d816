import Records

/// The pages of a volume, read one after another (`VolumeReading`).
///
/// The first page that fails ends it: nobody can tell what stands behind.
struct VolumePages {
  private let book: BookID
  private let year: Int
  private(set) var good = 0
  private(set) var latest = Int.min
  private(set) var broken: (rule: JudgeRule, field: String?)?
  private(set) var forkedAfter: Int?
  private(set) var calledInstead: Int?
  private(set) var recorders = RecordersOfVolume()
  private(set) var entries: [EntryFacts] = []
  private(set) var digests: [Digest] = []
  private(set) var kept: [Page] = []
  private(set) var torn: [(page: Int, torn: Torn)] = []
  private(set) var abroad: Set<PageID> = []

  init(_ book: BookID, _ year: Int) { (self.book, self.year) = (book, year) }

  mutating func read(
    _ bytes: Bytes, _ cut: VolumeCut, _ header: VolumeHeader, _ grammar: GrammarBook,
    now: Int
  ) {
    grammar.withTable { read(bytes, cut, header, $0, now: now) }
  }

  private mutating func read(
    _ bytes: Bytes, _ cut: VolumeCut, _ header: VolumeHeader, _ table: GrammarBook.Table, now: Int
  ) {
    var previous = Digest(of: bytes, cut.header)
    var last = Int.min
    let owner = Array(book.owner.utf8)
    let isOfKeys = book.kind == KeysPage.book
    entries.reserveCapacity(cut.pages.count)
    digests.reserveCapacity(cut.pages.count)
    let rollover = header.cover.rollover
    bytes.withBuffer { buffer in
      for (index, range) in cut.pages.enumerated() {
        do throws(PageForm.Fault) {
          let form = try PageForm(buffer, range, table)
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
          if isOfKeys || !form.isEntry {
            guard let page = page(bytes, range) else { return end(.form) }
            kept.append(page)
            entries.append(.special)
          } else {
            guard
              let facts = EntryFacts(
                form, buffer, recorded: stamp.moment, owner: owner, year: year,
                rollover: rollover)
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
  mutating func keep(_ bytes: Bytes, _ cut: VolumeCut, _ wanted: Set<Int>) {
    guard book.kind != KeysPage.book else { return }
    var numbers = wanted
    for page in kept {
      for name in ["Corrects", "Follows", "Signs"] {
        guard let id = page.record[name].flatMap(PageReference.init)?.id else { continue }
        if id.book == book, id.year == year { numbers.insert(id.number) } else { abroad.insert(id) }
      }
    }
    let named = numbers.filter { $0 <= good && entries[$0 - 1].isEntry }
    guard !named.isEmpty else { return }
    kept += named.compactMap { page(bytes, cut.pages[$0 - 1]) }
    kept.sort { $0.id.number < $1.id.number }
  }
}
