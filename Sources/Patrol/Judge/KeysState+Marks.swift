import Records

extension KeysState {
  /// What is marked of unsigned pages by who wrote them down (M6, M7): looked up once a person, since they
  /// write most pages of a volume.
  package struct Recorder: Sendable {
    private let spans: [(from: Int, until: Int?)]
    private let recoveries: [(at: Int, page: PageID)]

    init(_ spans: [(from: Int, until: Int?)], _ recoveries: [(at: Int, page: PageID)]) {
      (self.spans, self.recoveries) = (spans, recoveries)
    }

    /// - Parameter time: when the page was recorded, in seconds since 1970.
    package func marks(at time: Int) -> [Mark] {
      let recovery = recoveries.last { $0.at <= time }.map { Mark.recovered($0.page) }
      let hasKey = spans.contains { $0.from <= time && $0.until.map { time < $0 } ?? true }
      return (recovery.map { [$0] } ?? []) + (hasKey ? [] : [.noKey])
    }
  }

  /// - Parameters:
  ///   - who: a key of any book will do: an inspector from elsewhere is known by their own.
  ///   - directory: that of the volume.
  package func recorder(_ who: Named, in directory: DirectoryID?) -> Recorder {
    let held = keys(of: who.code).filter { $0.who == who }.map { (from: $0.from, until: $0.until) }
    return Recorder(held, recoveries(of: directory.flatMap { bookAt[$0] }))
  }

  /// Of a book that another station put on its feet again: from which page on (M6).
  package func recovery(of book: BookID) -> Mark? {
    recoveries[book]?.last.map { .recovered($0) }
  }

  private func recoveries(of book: BookID?) -> [(at: Int, page: PageID)] {
    (book.flatMap { recoveries[$0] } ?? []).compactMap { page in
      instants[page].map { (at: $0, page: page) }
    }
  }

  /// M6 and M10 of a signed page: the books of keys behind it.
  func marks(_ hand: Hand, at time: Int, in directory: DirectoryID?) -> [Mark] {
    let here = directory.flatMap { bookAt[$0] }
    let signedIn = hand.keys?.id.book
    let books = [here] + (signedIn == here ? [] : [signedIn])
    let recovered = books.compactMap { book in
      recoveries(of: book).last { $0.at <= time }.map { Mark.recovered($0.page) }
    }
    return recovered + severalBooks([hand.signer.code])
  }

  /// Those of a page of a book of keys.
  package func marks(_ page: Page) -> [Mark] {
    guard verdicts[page.id] == .counts, let hand = Hand(page.record) else { return [] }
    let recovered = recoveries(of: page.id.book).last { $0.at <= page.instant }
    let codes = [hand.signer.code, KeysPage(page)?.person?.code].compactMap { $0 }
    return (recovered.map { [.recovered($0.page)] } ?? []) + severalBooks(codes)
  }

  private func severalBooks(_ codes: [String]) -> [Mark] {
    let most = codes.map { code in called.count { $0.value[code] != nil } }.max() ?? 0
    return most > 1 ? [.severalBooks(most)] : []
  }

  /// M1, M2 and M3: how old the key and the right of who signs were at a time.
  func youth(_ hand: Hand, at start: Int) -> [Mark] {
    var marks: [Mark] = []
    if let key = keyAt[hand.key].map({ keys[$0] }), start - key.from < Mark.young {
      marks.append(.youngKey(days: key.from > start ? nil : (start - key.from) / 86_400))
    }
    return marks + youth(hand.signer, by: hand.entitled, at: start, isSigner: true)
  }

  /// M2 and M3.
  func youth(_ who: Named, by page: PageID?, at start: Int, isSigner: Bool = false) -> [Mark] {
    let given = (page.flatMap { postsByPage[$0] } ?? []).map { posts[$0] }
      .filter { $0.who == who && $0.from > start }
    return given.first.map { post in
      let who = isSigner ? nil : who
      return if case .day = post.right { [.lateDeputy(of: who)] } else { [.youngPost(of: who)] }
    } ?? []
  }
}
