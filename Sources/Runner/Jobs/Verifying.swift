import Books
import Dispatch
import Patrol
import Records
import Synchronization
import Wording

/// Every page of every volume judged, on all cores: how it is written and chained, who signed it with which
/// right, and what it names.
package struct Verifying: Sendable {
  let disk: any Disk
  let kinds: Kinds
  private let now: Int

  /// - Parameter now: in seconds since 1970; pages from beyond it do not count.
  package init(on disk: any Disk, kinds: Kinds = .ours, now: Int = SystemClock().now.instant) {
    (self.disk, self.kinds, self.now) = (disk, kinds, now)
  }

  /// - Parameters:
  ///   - ofPages: whether the verdict of every page is wanted, and not only what is wrong.
  ///   - isWanted: asked before every part; nil comes back when nobody waits any more.
  ///   - progress: called with the volumes done and the volumes in all.
  package func run(
    ofPages: Bool = false, isWanted: () -> Bool = { true },
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verified? {
    guard let (found, judged) = try look(isWanted: isWanted, progress: progress) else { return nil }
    let verified = held(found, judged)
    // What was known of a million pages is given back beside whoever goes on from here.
    defer { DispatchQueue.global().async { withExtendedLifetime(judged) {} } }
    return ofPages ? verified.with(judged) : verified
  }

  /// The books alone, held against no note of heads.
  func look(
    isWanted: () -> Bool = { true }, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> (verified: Verified, judged: JudgedBooks)? {
    let (disk, kinds) = (disk, kinds)
    let (shelved, places) = together(
      { Result { try Shelf(on: disk, of: kinds.books) } },
      { BookPlaces(on: disk, of: kinds.books) })
    let shelf = try shelved.get()
    let grammar = PageGrammar(kinds)
    var unread = shelf.unread
    var (readings, notes): ([VolumeReading], [Notice]) = ([], [])
    readings.reserveCapacity(places.volumes.count)
    // A part at a time, so that progress is told and the work can be stopped in between.
    for start in stride(from: 0, to: places.volumes.count, by: Self.part) {
      guard isWanted() else { return nil }
      let end = min(start + Self.part, places.volumes.count)
      for (volume, result) in zip(
        places.volumes[start..<end], read(places.volumes[start..<end], grammar))
      {
        switch result {
        case .read(let reading): readings.append(reading)
        case .empty: notes.append(.emptyVolume(volume.path))
        case .notRead(let why): unread.append(why)
        case .absent: break
        }
      }
      progress(end, places.volumes.count)
    }
    guard isWanted() else { return nil }
    let seals = BookSeals()
    seals.warm(readings)
    let unsigned = UnsignedMerges(on: disk)
    let judged = JudgedBooks(
      readings, seals, kinds: kinds, merges: unsigned.merges.map { ($0.one, $0.other) }
    ) { book, year, wanted in
      guard case .there(let bytes) = disk.find(Volume(book, year: year, on: disk).path) else {
        return nil
      }
      return VolumeReading(
        bytes, book: book, year: year, now: now, grammar: grammar, wanted: wanted)
    }
    return (
      try verified(judged, unsigned, places, shelf, unread: unread, notes: notes), judged
    )
  }

  /// Holds the books against the own notes of heads that are kept and tell most.
  private func held(_ verified: Verified, _ judged: JudgedBooks) -> Verified {
    do {
      var verified = verified
      for (path, compared) in try KeptNotes.own(on: disk).compared(with: judged, now: now) {
        let extent = compared.extent
        let said = Phrase { language in
          switch language {
          case .hans: "\(path)：\(extent[.hans])"
          case .hant: "\(path)：\(extent[.hant])"
          case .en: "\(path): \(extent[.en])"
          }
        }
        verified = verified.with(said, compared.findings)
      }
      return verified
    } catch { return verified.naming([Loading.notice(error)]) }
  }

  /// Half a second's work: the cores wait for each other at the end of each.
  private static let part = 4096

  /// What became of a volume.
  private enum Found: Sendable {
    case absent, empty
    case notRead(NotRead)
    case read(VolumeReading)
  }

  private func read(_ volumes: ArraySlice<Volume>, _ grammar: PageGrammar) -> [Found] {
    let volumes = Array(volumes)
    return onAllCores(volumes.count, part: 8) { index in
      let volume = volumes[index]
      return switch disk.find(volume.path) {
      case .absent: .absent
      case .notRead(let why): .notRead(why)
      case .there(let bytes):
        bytes.count == 0
          ? .empty
          : .read(
            VolumeReading(
              bytes, book: volume.book, year: volume.year, now: now, grammar: grammar))
      }
    }
  }

  private func verified(
    _ judged: JudgedBooks, _ unsigned: UnsignedMerges, _ places: BookPlaces, _ shelf: Shelf,
    unread: [NotRead], notes: [Notice]
  ) throws -> Verified {
    var findings = places.strays.map { JudgeFinding(file: $0, page: 0, .place) }
    var (notes, pages, signatures, unchecked) = (notes, 0, 0, 0)
    for (index, volume) in judged.volumes.enumerated() {
      pages += volume.count
      unchecked += judged.isPlaced[index] ? max(0, volume.count - volume.good - 1) : volume.count
      signatures += volume.signatures
      notes += volume.torn.map { .movedAway(volume.path, page: $0.page, $0.torn) }
    }
    let count = judged.volumes.count
    findings += onAllCores(count, part: 512) { judged.findings(in: $0) }.joined()
    notes += judged.keys.directoryOf.keys.sorted { $0.text < $1.text }
      .compactMap { judged.keys.recovery(of: $0) }.map { .recovered($0) }
    findings += unsigned.findings(judged.keys)
    let lists = SignersJudge(judged.keys, on: disk)
    findings += lists.findings
    let copies = try shelf.copies.compactMap { try $0.finding(on: disk) }
    return Verified(
      volumes: judged.volumes.count, pages: pages, signatures: signatures,
      findings: findings.map(\.notice) + copies, broken: findings,
      unread: (unread + lists.unread).map(\.notice),
      notes: notes, unchecked: unchecked)
  }
}

extension JudgedBooks {
  /// What does not count in a volume.
  package func findings(in index: Int) -> [JudgeFinding] {
    let volume = volumes[index]
    guard isPlaced[index] else { return [JudgeFinding(file: volume.path, page: 0, .place)] }
    var found: [JudgeFinding] = []
    eachVerdict(in: index) { number, verdict in
      guard case .doesNot(let rule) = verdict else { return }
      let field = number == volume.good + 1 && rule == .form ? volume.broken?.field : nil
      let isBreak = number == volume.good + 1 && rule == .chain
      found.append(
        JudgeFinding(
          file: volume.path, page: number, rule, field: field,
          forkedAfter: isBreak ? volume.forkedAfter : nil,
          calledInstead: isBreak ? volume.calledInstead : nil))
    }
    return found
  }
}

extension CommandRunner {
  /// Looks at every volume, and names what was not read of the other files as well.
  ///
  /// - Parameters:
  ///   - ofPages: whether the verdict of every page is wanted, and not only what is wrong.
  ///   - isWanted: asked before every part; nil comes back when nobody waits any more.
  package func verify(
    ofPages: Bool = false, isWanted: () -> Bool = { true },
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verified? {
    let verifying = office.withLock {
      Verifying(on: $0.directory.disk, kinds: $0.kinds, now: $0.clock.now.instant)
    }
    // The other files are read while a core waits for the folders of books to be listed.
    let beside = Work { self.unreadBeside() }
    DispatchQueue.global().async { beside.run() }
    let verified = try verifying.run(
      ofPages: ofPages, isWanted: isWanted, progress: progress)
    return verified?.naming(beside.result())
  }

  private func unreadBeside() -> [Notice] {
    do {
      return try office.withLock { office in
        let snapshot = try office.currentSnapshot()
        return (snapshot.unreadOfRegisters + office.unreadFiles()).map(\.notice)
          + office.annexFaults(snapshot)
      }
    } catch { return [Loading.notice(error)] }
  }
}
