import Books
import Patrol
import Records
import Signing

/// Makes a note of heads over a directory.
extension CommandRunner {
  /// - Parameter ofBroken: whether volumes that break off are noted too: an auditor takes them as they are.
  /// - Throws: where a volume can't be read or contradicts a kept note, or the signer may not sign as an
  ///   officer now.
  package func headsNote(by hand: HandAtKeyboard, ofBroken: Bool = false) throws -> HeadsNote {
    try office.withLock { office in
      try office.writing { try $0.headsNote(by: hand, ofBroken: ofBroken) }
    }
  }

  /// Keeps a note that was given away: its fingerprint on paper proves nothing without it.
  package func keep(_ note: HeadsNote) throws {
    try office.withLock { office in
      try office.writing { _ = try KeptNotes.own(on: $0.directory.disk).keep(note) }
    }
  }

  /// The first page of the station's own book of keys, which whoever cosigns for the first time compares.
  package func keysRoot() throws -> PageReference? {
    let snapshot = try snapshot
    return snapshot.keysBooks.root(of: snapshot.keysBook)
  }
}

extension Office {
  /// Refuses a note of books that contradict one that is kept: a newer one would cover it.
  private func checkAgainstKept(ofBroken: Bool) throws {
    let now = clock.now.instant
    let verifying = Verifying(on: directory.disk, kinds: kinds, now: now)
    guard let (verified, judged) = try verifying.look() else { return }
    // An officer does not sign for pages of which nobody can tell what they are worth.
    if !ofBroken, let finding = verified.broken.first(where: \.isBreak) { throw finding }
    let notes = KeptNotes.own(on: directory.disk)
    for (_, compared) in try notes.compared(with: judged, now: now) {
      if let finding = compared.findings.first { throw finding }
    }
  }

  fileprivate mutating func headsNote(by hand: HandAtKeyboard, ofBroken: Bool) throws -> HeadsNote {
    defer { hand.secret?.wipe() }
    let snapshot = try currentSnapshot()
    guard let signer = snapshot.person(hand.code) else {
      throw SigningRefusal.unknownPerson(hand.code)
    }
    let own = try self.hand(signer, .officer)
    guard let newest = own.hand.keys else { throw KeysRefusal.notBegun(snapshot.keysBook.text) }
    try checkAgainstKept(ofBroken: ofBroken)
    let make = try keys.signer(signer, own.key.line, hand.secret)
    let places = BookPlaces(on: directory.disk, of: kinds.books)
    var volumes: [HeadsNote.Volume] = []
    for volume in places.volumes {
      guard let text = try volume.find().get(),
        text.says?.cover.directory == snapshot.station.directory
      else { continue }
      let digest = text.pages.isEmpty ? text.headerDigest : text.digest(of: text.pages.count)
      guard let digest else { throw NotRead(volume.path, JudgeRule.form.reason) }
      volumes.append(
        .init(
          book: volume.book, year: volume.year, number: text.pages.count, digest: digest))
    }
    let keys = snapshot.keysBooks.state.keys.filter { $0.book == snapshot.keysBook }.map {
      HeadsNote.Key(print: $0.print, code: $0.who.code, from: $0.from, until: $0.until)
    }
    let now = clock.now
    let note = HeadsNote(
      snapshot.station.directory, day: snapshot.today, made: now, volumes: volumes, keys: keys)
    return try note.signed(
      snapshot.station.directory, signer.code, at: now, own.key.print, newest,
      make(note.namespace))
  }
}
