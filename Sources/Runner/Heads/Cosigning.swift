import Books
import Patrol
import Records
import Signing
import Wording

/// What came of looking at another station's note: it was signed, or this is why not.
package struct Cosigned {
  /// As it is now, with the signature under it; nil where it was refused.
  package let note: HeadsNote?
  /// What is wrong, by volume and number.
  package let findings: [Notice]
  package let extent: Phrase
  /// Where it is kept.
  package let path: String
}

/// Signs another station's note of heads as a witness (B19), as those do who keep a log honest: only what
/// goes on from all that was seen of it before.
package struct Cosigning {
  /// What the witness has said aloud and found so.
  package struct Confirmed: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    /// The directory is met for the first time, and its first page agrees with paper.
    package static let first = Confirmed(rawValue: 1)
    /// Another station put its book of keys on its feet again.
    package static let recovery = Confirmed(rawValue: 2)
  }

  /// The note beside the volumes of a bundle.
  package static let file = "heads.txt"

  let bundle: PosixDisk
  let kinds: Kinds
  let confirmed: Confirmed

  package init(_ bundle: PosixDisk, kinds: Kinds, confirmed: Confirmed) {
    (self.bundle, self.kinds, self.confirmed) = (bundle, kinds, confirmed)
  }

  func note() throws -> HeadsNote {
    if bundle.isLink(Self.file) { throw CosignRefusal.isLink(file: Self.file) }
    return try HeadsNote.read(try bundle.read(Self.file), file: Self.file)
  }

  /// Holds the volumes of the bundle against its note and against the newest that was seen.
  func look(_ note: HeadsNote, _ kept: KeptNotes, now: Int) throws -> Looked {
    guard let (verified, judged) = try Verifying(on: bundle, kinds: kinds, now: now).look() else {
      throw HeadsNoteError.notWhole(file: Self.file)
    }
    if let unread = verified.unread.first { return Looked(findings: [unread]) }
    let given = try HeadsJudge.compare(note, file: Self.file, judged, on: bundle, now: now)
    guard given.findings.isEmpty else {
      return Looked(findings: given.findings.map(\.notice), given.extent)
    }
    if let more = given.firstNew { throw CosignRefusal.notItsVolumes(file: more) }
    // How pages are written and chained; of the book of keys all that the judge asks.
    let breaks = verified.broken.filter { $0.isBreak || $0.file.hasSuffix(".keys.rec") }
    guard breaks.isEmpty else { return Looked(findings: breaks.map(\.notice), given.extent) }
    return try look(note, kept, judged, given.extent, now: now)
  }

  private func look(
    _ note: HeadsNote, _ kept: KeptNotes, _ judged: JudgedBooks, _ extent: Phrase, now: Int
  ) throws -> Looked {
    guard let root = judged.root(of: note.directory) else {
      throw HeadsNoteError.notSigned(file: Self.file, hand: 1)
    }
    let path = Volume(root.id.book, year: root.id.year, on: bundle).path
    guard let pinned = try kept.pinned() else {
      if let last = try kept.newest() { throw CosignRefusal.notesGone(last.note.directory) }
      guard confirmed.contains(.first) else {
        throw CosignRefusal.firstMeeting(note.directory, root: root.digest)
      }
      try checkRecovery(judged, root.id.book, since: nil)
      return Looked(root: root, extent)
    }
    guard pinned == root else { throw CosignRefusal.otherRoot(file: path) }
    guard let last = try kept.newest() else { throw CosignRefusal.notesGone(note.directory) }
    guard note.made.instant >= last.note.made.instant, note.day >= last.note.day else {
      throw CosignRefusal.olderThanSeen(last.note.day)
    }
    let since = try HeadsJudge.compare(
      last.note, file: last.path, judged, on: bundle, now: now)
    guard since.findings.isEmpty else {
      return Looked(findings: since.findings.map(\.notice), since.extent)
    }
    let known = last.note.volumes.filter { $0.book == root.id.book }
    try checkRecovery(judged, root.id.book, since: known.max { $0.year < $1.year })
    return Looked(root: root, since.extent)
  }

  private func checkRecovery(
    _ judged: JudgedBooks, _ book: BookID, since last: HeadsNote.Volume?
  ) throws {
    guard let page = judged.keys.recoveries[book]?.last, !confirmed.contains(.recovery),
      last.map({ ($0.year, $0.number) < (page.year, page.number) }) ?? true
    else { return }
    throw CosignRefusal.recovered(page)
  }

  /// What was found; the first page of the book of keys where nothing was.
  struct Looked {
    let root: PageReference?
    let findings: [Notice]
    let extent: Phrase

    init(root: PageReference, _ extent: Phrase) {
      (self.root, findings, self.extent) = (root, [], extent)
    }

    init(findings: [Notice], _ extent: Phrase = Phrase("", "", "")) {
      (root, self.findings, self.extent) = (nil, findings, extent)
    }
  }
}

extension JudgedBooks {
  /// The first page of the book of keys of a directory.
  fileprivate func root(of directory: DirectoryID) -> PageReference? {
    let volume = volumes.filter { $0.isOfKeys && $0.header?.cover.directory == directory }
      .min { $0.year < $1.year }
    guard let volume, let digest = volume.digests.first else { return nil }
    return PageReference(PageID(volume.book, year: volume.year, number: 1), digest)
  }
}

extension CommandRunner {
  /// Looks at a bundle, and signs its note as a witness where it goes on from all that was seen.
  package func cosign(_ cosigning: Cosigning, by hand: HandAtKeyboard) throws -> Cosigned {
    try office.withLock { office in
      try office.writing { try $0.cosign(cosigning, by: hand) }
    }
  }

  /// Takes an own note back that others have signed.
  package func takeIn(_ file: String) throws -> Cosigned {
    let bytes = try GivenFile(file).read()
    return try office.withLock { office in
      try office.writing { try $0.takeIn(bytes, file) }
    }
  }
}

extension Office {
  fileprivate mutating func cosign(_ cosigning: Cosigning, by hand: HandAtKeyboard) throws
    -> Cosigned
  {
    defer { hand.secret?.wipe() }
    let snapshot = try currentSnapshot()
    let own = snapshot.station.directory
    let note = try cosigning.note()
    guard note.directory != own else { throw CosignRefusal.own }
    guard note.directory.isDemo == own.isDemo else { throw CosignRefusal.otherWorld }
    guard !note.hands.contains(where: { $0.directory == own }) else {
      throw CosignRefusal.alreadySigned
    }
    guard let signer = snapshot.person(hand.code) else {
      throw SigningRefusal.unknownPerson(hand.code)
    }
    let (right, key) = try self.hand(signer, .officer)
    guard let newest = right.keys else { throw KeysRefusal.notBegun(snapshot.keysBook.text) }
    let kept = KeptNotes.witnessed(note.directory, on: directory.disk)
    let looked: Cosigning.Looked
    do { looked = try cosigning.look(note, kept, now: clock.now.instant) } catch {
      // What was not signed is proof as well: of two that contradict each other neither may be lost.
      if case CosignRefusal.otherRoot = error { try kept.keep(note, isRefused: true) }
      throw error
    }
    guard let root = looked.root else {
      return Cosigned(
        note: nil, findings: looked.findings, extent: looked.extent,
        path: try kept.keep(note, isRefused: true))
    }
    let make = try keys.signer(signer, key.line, hand.secret)
    let signed = try note.signed(
      own, signer.code, at: clock.now, key.print, newest, make(note.namespace))
    // Kept first: what the other has under this signature is here as well.
    try kept.pin(root)
    let path = try kept.keep(signed)
    try cosigning.bundle.replace(Cosigning.file, with: Array(signed.text.utf8))
    return Cosigned(note: signed, findings: [], extent: looked.extent, path: path)
  }

  fileprivate mutating func takeIn(_ bytes: Bytes, _ file: String) throws -> Cosigned {
    let note = try HeadsNote.read(bytes, file: file)
    guard note.directory == (try currentSnapshot().station.directory) else {
      throw CosignRefusal.foreign
    }
    let verifying = Verifying(on: directory.disk, kinds: kinds, now: clock.now.instant)
    guard let judged = try verifying.look()?.judged else {
      throw HeadsNoteError.notWhole(file: file)
    }
    let compared = try HeadsJudge.compare(
      note, file: file, judged, on: directory.disk, now: clock.now.instant)
    let path = try KeptNotes.own(on: directory.disk).keep(
      note, isRefused: !compared.findings.isEmpty)
    return Cosigned(
      note: compared.findings.isEmpty ? note : nil, findings: compared.findings.map(\.notice),
      extent: compared.extent, path: path)
  }
}
