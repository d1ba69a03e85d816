import Books
import Patrol
import Records
import Signing
import Wording

/// Who is at the keyboard (R8): a program is begun with the shift closed, and a PIN opens it.
extension Office {
  mutating func carryOut(_ command: ShiftCommand) throws -> Reply {
    switch command {
    case .open(let officer, let secret): return try openShift(by: officer, secret)
    case .lock:
      opened = .closed
      return Reply(.done(Done(.locked)))
    }
  }

  /// Opens the officer's key once and forgets it: only who it is stays in memory.
  private mutating func openShift(by code: String, _ secret: Secret?) throws -> Reply {
    defer { secret?.wipe() }
    return try writing(isDated: false) { office in
      let snapshot = try office.currentSnapshot()
      let officer: Named
      do { officer = try office.officer(code, secret, snapshot) } catch {
        // What keeps somebody from signing as well says otherwise that the page is saved.
        return Reply(.failed(Loading.notice(error).saying(safe: Phrase.notOpened), field: nil))
      }
      office.opened = .open(officer)
      let onDuty = snapshot.station.onDuty
      let done = Reply(.done(Done(.opened(officer, insteadOf: onDuty == officer ? nil : onDuty))))
      guard onDuty == nil, snapshot.unread(.desk) == nil, office.clockDoubt() == nil else {
        return done
      }
      do { try office.putOnDuty(officer) } catch {
        return done.with(trouble: .notOnDuty(Loading.notice(error), safe: .isOpen))
      }
      return done
    }
  }

  private func officer(_ code: String, _ secret: Secret?, _ snapshot: Snapshot) throws -> Named {
    guard let officer = snapshot.person(code) else { throw SigningRefusal.unknownPerson(code) }
    try keys.prove(officer, try keyToOpen(officer, snapshot).line, secret)
    return officer
  }

  /// The key of an officer in service and in post.
  ///
  /// - Throws: why somebody may not have the shift.
  func keyToOpen(_ officer: Named, _ snapshot: Snapshot) throws -> KeysState.Key {
    let may = MaySign(officer, in: snapshot)
    try may.checkIsThere()
    try may.checkShift()
    guard let key = snapshot.key(of: officer.code) else {
      throw lacksKey(officer, snapshot.keysBooks.state, snapshot.keysBook)
    }
    return key
  }

  /// Whose hand is at the keyboard: in a made-up directory that of who is on duty there, until it is
  /// locked.
  ///
  /// It ends with the post, the service and the key by which it was opened.
  func shift(_ snapshot: Snapshot) -> Shift {
    let station = snapshot.station
    guard let opened else { return station.isDemo ? .open(station.writer) : .closed }
    return opened.keeper.map { mayKeep($0, snapshot) } ?? false ? opened : .closed
  }

  func mayKeep(_ officer: Named, _ snapshot: Snapshot) -> Bool {
    (try? keyToOpen(officer, snapshot)) != nil
  }

  /// Who is said to have written what nobody signs.
  func keeper(_ snapshot: Snapshot) -> Named {
    shift(snapshot).keeper ?? Named(snapshot.station.unit, snapshot.station.name)
  }

  /// The same as `writing`, by whoever has opened the shift.
  mutating func keeping<R>(_ body: (inout Office) throws -> R) throws -> R {
    try writing { office in
      guard office.shift(try office.currentSnapshot()).keeper != nil else {
        throw ShiftRefusal.closed
      }
      return try body(&office)
    }
  }
}

extension Phrase {
  fileprivate static let notOpened = Phrase(
    "班未开，什么都没有写入。", "班未開，什麼都沒有寫入。", "The shift is not open; nothing was written.")
  fileprivate static let isOpen = Phrase("班已开。", "班已開。", "The shift is open.")
  fileprivate static let locked = Phrase("已锁定。", "已鎖定。", "Locked.")

  fileprivate static func opened(_ officer: Named, insteadOf other: Named?) -> Phrase {
    let name = officer.name
    guard let other else {
      return Phrase(
        "\(name) 已开班，写下的记在其名下。", "\(name) 已開班，寫下的記在其名下。",
        "\(name) has opened the shift; what is written is said to be theirs.")
    }
    return Phrase(
      "\(name) 已开班（值班民警是 \(other.name)），写下的记在 \(name) 名下。",
      "\(name) 已開班（值班民警是 \(other.name)），寫下的記在 \(name) 名下。",
      "\(name) has opened the shift (\(other.name) is on duty); what is written is said to be \(name)'s."
    )
  }
}
