import Books
import Patrol
import Records
import Signing
import Wording

/// Sealed annexes of what was reported: `register/<keeper>/<code>.age`, in the format of age, for the Ed25519
/// keys of named officers as the book of keys has them.
extension Office {
  mutating func carryOut(_ command: AnnexCommand) throws -> Reply {
    switch command {
    case .seal(let lead, let texts, let officers, let replaces):
      try seal(lead, texts, officers, replaces)
    case .open(let lead, let hand, let why): try open(lead, hand, why)
    }
  }

  private mutating func seal(
    _ code: String, _ texts: [String: String], _ officers: [String], _ replaces: Bool
  ) throws -> Reply {
    let snapshot = try currentSnapshot()
    let before = try own(code, .intelligence, snapshot, else: LeadRefusal.noSuchLead(code))
    if !replaces, before[Lead.hasAnnex.column] != nil { throw AnnexRefusal.isSealed(code) }
    let annex = try Annex.schema.parse(texts)
    let written = Annex.schema.print(annex).filter { !$0.value.isEmpty }
    guard !written.isEmpty else { throw AnnexRefusal.nothingSaid }
    guard !officers.isEmpty else { throw AnnexRefusal.noOfficers }
    // Who is named twice opens it once.
    var named: Set<String> = []
    let officers = officers.filter { named.insert($0).inserted }
    let recipients = try officers.map { try recipient($0, snapshot) }
    let plain = RecWriter.record(written)
    let sealed = try AgeFile.seal(Array(plain.utf8), for: recipients)
    let bytes = Array(sealed.utf8)
    let file = FileStep.Part.replace(annexFile(code, snapshot), bytes)
    var after = before
    after[Lead.hasAnnex.column.name] = "yes"
    after[Lead.annexDigest.column.name] = Digest(of: bytes).text
    after[Lead.annexErased.column.name] = nil
    let editing = Editing(
      subject: .register(.intelligence), code: code, before: before, after: after)
    let done = try carryOut([editing], .seal, also: [file])
    return told(.done(Done(.sealed(code, officers.count))), trouble: done?.trouble)
  }

  /// Whatever has an annex by its record, with the annex's file and what its record says of it.
  private func annexes(
    _ snapshot: Snapshot
  ) -> [(code: String, path: String, digest: String)] {
    let table = snapshot.table(.intelligence)
    return (0..<table.count).compactMap { index in
      guard !table.text(Lead.hasAnnex.column, at: index).isEmpty else { return nil }
      let code = table.text(Lead.code.column, at: index)
      return (
        code, DataDirectory.annex(table.keeper(of: index), of: code),
        table.text(Lead.annexDigest.column, at: index)
      )
    }
  }

  /// Annexes that are gone, or not what was sealed, as far as that shows without a key.
  func annexFaults(_ snapshot: Snapshot) -> [Notice] {
    annexes(snapshot).compactMap { _, path, digest in
      switch directory.disk.find(path) {
      case .absent: return AnnexRefusal.missing(file: path).notice
      case .notRead(let why): return why.notice
      case .there(let bytes):
        let bytes = bytes.array(0..<bytes.count)
        let isSame = digest.isEmpty || digest == Digest(of: bytes).text
        return isSame && (try? AgeFile(armoured: bytes)) != nil
          ? nil : AnnexRefusal.changed(file: path).notice
      }
    }
  }

  private mutating func open(
    _ code: String, _ hand: HandAtKeyboard, _ why: String
  ) throws -> Reply {
    defer { hand.secret?.wipe() }
    let snapshot = try currentSnapshot()
    let before = try own(code, .intelligence, snapshot, else: LeadRefusal.noSuchLead(code))
    if let day = before[Lead.annexErased.column].flatMap({ Day($0) }) {
      throw AnnexRefusal.erased(code, day)
    }
    guard before[Lead.hasAnnex.column] != nil else { throw AnnexRefusal.noAnnex(code) }
    guard let person = snapshot.person(hand.code) else {
      throw SigningRefusal.unknownPerson(hand.code)
    }
    let path = annexFile(code, snapshot)
    guard let bytes = try directory.disk.find(path).get() else {
      throw AnnexRefusal.missing(file: path)
    }
    let file: AgeFile
    do { file = try AgeFile(armoured: bytes.array(0..<bytes.count)) } catch {
      throw AnnexRefusal.changed(file: path)
    }
    let officers = snapshot.officers.map(\.named).filter { officer in
      (try? recipient(officer.code, snapshot)).map(file.isFor) ?? false
    }
    guard officers.contains(where: { $0.code == person.code }) else {
      throw AnnexRefusal.notForYou(person, others: officers)
    }
    let (state, book) = (snapshot.keysBooks.state, snapshot.keysBook)
    guard let key = state.key(of: person, in: book, at: clock.now.instant) else {
      throw lacksKey(person, state, book)
    }
    let plain: [UInt8]
    do {
      plain = try keys.open(file, person, key.line, hand.secret) {
        // Nothing shows before it is written down who looked.
        try note(Looking(.intelligence, [code], at: .annex, why: why), by: person)
      }
    } catch is AgeError { throw AnnexRefusal.changed(file: path) } catch KeyRing.OnlySigns.agent {
      throw AnnexRefusal.agentKey(person, file: path)
    }
    let contents = RecReader(Bytes(plain), source: path).readTolerantly()
    guard contents.unread.isEmpty, let record = contents.records.first else {
      throw AnnexRefusal.changed(file: path)
    }
    let texts = Dictionary(
      Annex.schema.columns.compactMap { column in record[column.name].map { (column.name, $0) } },
      uniquingKeysWith: { first, _ in first })
    return Reply(.done(Done(.noted, answer: OpenedAnnex(code, texts, officers))))
  }

  /// Annexes that somebody's earlier key opens and nobody's key of today.
  func closedAnnexes(_ person: Named, _ snapshot: Snapshot) -> Notice? {
    let earlier = snapshot.keysBooks.state.keys(of: person.code).compactMap { key in
      SSHPublicKey(line: key.line).flatMap(AgeRecipient.init)
    }
    let current = snapshot.officers.compactMap { try? recipient($0.code, snapshot) }
    let closed = annexes(snapshot).compactMap { code, path, _ -> String? in
      guard case .there(let bytes) = directory.disk.find(path),
        let file = try? AgeFile(armoured: bytes.array(0..<bytes.count)),
        earlier.contains(where: file.isFor), !current.contains(where: file.isFor)
      else { return nil }
      return code
    }
    return closed.isEmpty ? nil : .closed(closed)
  }

  private func recipient(_ code: String, _ snapshot: Snapshot) throws -> AgeRecipient {
    guard let officer = snapshot.officers.first(where: { $0.code == code }) else {
      throw SigningRefusal.unknownPerson(code)
    }
    try MaySign(officer.named, in: snapshot).checkIsThere()
    let key = snapshot.keysBooks.state.key(
      of: officer.named, in: snapshot.keysBook, at: clock.now.instant)
    guard let key, let known = SSHPublicKey(line: key.line) else {
      throw AnnexRefusal.noKey(officer.named)
    }
    guard let recipient = AgeRecipient(known) else { throw AnnexRefusal.tokenKey(officer.named) }
    return recipient
  }

  private func annexFile(_ code: String, _ snapshot: Snapshot) -> String {
    DataDirectory.annex(snapshot.station.unit, of: code)
  }
}

extension Notice {
  fileprivate static func closed(_ leads: [String]) -> Notice {
    let named = Phrase { leads.prefix(5).joined(separator: $0.separator) }
    return Notice(
      Phrase(
        "\(leads.count) 份密封附件只有旧密钥能开：", "\(leads.count) 份密封附件只有舊密鑰能開：",
        "\(leads.count) sealed annexes open by the old key alone: ")
        + named,
      safe: Phrase("密钥簿已记下。", "密鑰簿已記下。", "The book of keys has it."),
      next: Phrase(
        "从备份取回旧密钥打开，或按知情人所述重新密封（--replace）。",
        "從備份取回舊密鑰打開，或按知情人所述重新密封（--replace）。",
        "Open them by the old key out of a backup, or seal anew what is known (--replace)."))
  }
}

extension Phrase {
  fileprivate static let noted = Phrase("已记入查看记录。", "已記入查看記錄。", "Noted in the access log.")
  fileprivate static func sealed(_ code: String, _ count: Int) -> Phrase {
    Phrase(
      "\(code) 的附件已密封，\(count) 人可开。", "\(code) 的附件已密封，\(count) 人可開。",
      "The annex of \(code) is sealed for \(count).")
  }
}
