import Books
import Patrol
import Records
import Signing
import Wording

/// Compares judged books with a signed note of heads; fails closed.
package struct HeadsJudge {
  private let note: HeadsNote
  private let judged: JudgedBooks
  private let disk: any Disk
  private let file: String
  private let now: Int
  private var findings: [HeadsFinding] = []
  private var newPages = 0
  private var newVolumes = 0
  private var newKeys = 0
  private var firstNew: String?
  /// Signatures of stations whose books of keys are not here.
  private var unknown = 0

  /// What came of it.
  package struct Compared {
    package let findings: [HeadsFinding]
    /// How much was compared, and what is new since.
    package let extent: Phrase
    /// The first volume in which anything is that the note does not have.
    package let firstNew: String?
  }

  /// - Parameters:
  ///   - file: the note's name, for messages.
  ///   - now: in seconds since 1970.
  package static func compare(
    _ note: HeadsNote, file: String, _ judged: JudgedBooks, on disk: any Disk, now: Int
  ) throws(HeadsNoteError) -> Compared {
    guard note.made.instant <= now + JudgeRule.clockSlack else {
      throw .ahead(file: file, made: note.made)
    }
    var judge = HeadsJudge(note, judged, disk, file, now)
    judge.compareVolumes()
    judge.compareKeys()
    try judge.checkHands()
    return Compared(
      findings: judge.findings, extent: judge.extent, firstNew: judge.firstNew)
  }

  private init(
    _ note: HeadsNote, _ judged: JudgedBooks, _ disk: any Disk, _ file: String, _ now: Int
  ) {
    (self.note, self.judged, self.disk) = (note, judged, disk)
    (self.file, self.now) = (file, now)
  }

  /// Back-dating by less than this is an honest clock's.
  private var late: Int { note.made.instant - JudgeRule.clockSlack }
  private var keysBook: BookID? {
    judged.keys.directoryOf.first { $0.value == note.directory }?.key
  }

  private mutating func found(_ file: String, _ page: Int, _ rule: HeadsRule, _ who: String? = nil)
  {
    let finding = HeadsFinding(file: file, page: page, rule: rule, about: who)
    if !findings.contains(finding) { findings.append(finding) }
  }

  // MARK: Volumes

  private mutating func compareVolumes() {
    var noted: [String: Int] = [:]
    let here = Dictionary(
      judged.volumes.map { ("\($0.book.text) \($0.year)", $0) }, uniquingKeysWith: { $1 })
    for volume in note.volumes {
      let name = "\(volume.book.text) \(volume.year)"
      noted[name] = volume.number
      let path = Volume(volume.book, year: volume.year, on: disk).path
      guard let own = here[name], own.count >= volume.number else {
        found(path, volume.number, .shorter)
        continue
      }
      guard volume.number > 0 else { continue }
      if digest(own, volume.number) != volume.digest {
        found(path, volume.number, .page)
      } else if let header = own.header, header.cover.directory != note.directory {
        found(path, volume.number, .page)
      }
    }
    for volume in judged.volumes where volume.header?.cover.directory == note.directory {
      let name = "\(volume.book.text) \(volume.year)"
      if noted[name] == nil {
        newVolumes += 1
        firstNew = firstNew ?? volume.path
      }
      let first = (noted[name] ?? 0) + 1
      guard first <= volume.count else { continue }
      firstNew = firstNew ?? volume.path
      newPages += volume.count - first + 1
      for (number, instant) in instants(volume, from: first) where instant < late {
        found(volume.path, number, .dated)
      }
    }
  }

  /// That of a page, if it is the one of its bytes.
  private func digest(_ volume: VolumeReading, _ number: Int) -> Digest? {
    if number <= volume.good { return volume.digests[number - 1] }
    guard case .there(let text) = Volume(volume.book, year: volume.year, on: disk).find(),
      text.pages.indices.contains(number - 1),
      let page = page(text, number, volume), page.isSound
    else { return nil }
    return page.digest
  }

  private func page(_ text: VolumeText, _ number: Int, _ volume: VolumeReading) -> Page? {
    (try? RecReader(text.bytes, source: "").read(text.pages[number - 1]).records.first).flatMap {
      Page($0, book: volume.book, year: volume.year)
    }
  }

  private func instants(_ volume: VolumeReading, from first: Int) -> [(Int, Int)] {
    guard first <= volume.good,
      case .there(let text) = Volume(volume.book, year: volume.year, on: disk).find()
    else { return [] }
    return (first...volume.good).compactMap { number in
      page(text, number, volume).map { (number, $0.instant) }
    }
  }

  // MARK: Keys

  private mutating func compareKeys() {
    let own = judged.keys.keys.filter { $0.book == keysBook }
    let here = Dictionary(own.map { ($0.print, $0) }, uniquingKeysWith: { first, _ in first })
    for noted in note.keys {
      guard let key = here[noted.print], key.from == noted.from, key.who.code == noted.code,
        agrees(key.until, noted.until)
      else {
        found(file, 0, .key, noted.code)
        continue
      }
    }
    let known = Set(note.keys.map(\.print))
    for key in own where !known.contains(key.print) {
      newKeys += 1
      if key.from < late {
        found(
          Volume(key.page.book, year: key.page.year, on: disk).path, key.page.number, .key,
          key.who.code)
      }
    }
  }

  /// A key that was in force may have been ended since.
  private func agrees(_ until: Int?, _ noted: Int?) -> Bool {
    guard let noted else { return until.map { $0 >= note.made.instant } ?? true }
    return until == noted
  }

  // MARK: Who signed

  private mutating func checkHands() throws(HeadsNoteError) {
    for (index, hand) in note.hands.enumerated() {
      let failed = HeadsNoteError.notSigned(file: file, hand: index + 1)
      guard let signature = SSHSignature(armoured: hand.armour),
        signature.holds(for: note.message(index), namespace: note.namespace),
        BookSeals.print(signature.publicKey) == hand.print
      else { throw failed }
      guard let book = judged.keys.directoryOf.first(where: { $0.value == hand.directory })?.key
      else {
        if index == 0 { throw failed }
        unknown += 1
        continue
      }
      if !isOfficer(hand, index, in: book), !isBroken(book), findings.isEmpty { throw failed }
    }
  }

  private mutating func isOfficer(_ hand: HeadsNote.Hand, _ index: Int, in book: BookID) -> Bool {
    let (keys, time) = (judged.keys, hand.time.instant)
    guard time <= now + JudgeRule.clockSlack, time >= note.made.instant, hand.keys.id.book == book
    else {
      return false
    }
    if let instant = keys.instant(of: hand.keys) {
      if instant > time { return false }
    } else {
      let path = Volume(book, year: hand.keys.id.year, on: disk).path
      found(path, hand.keys.id.number, keys.has(hand.keys.id) ? .page : .shorter)
    }
    let key = keys.keys(of: hand.code).first {
      $0.print == hand.print && $0.book == book && $0.holds(at: time)
    }
    guard let key else { return false }
    let posts: Set<SigningPost> = index == 0 ? [.officer] : [.officer, .office]
    return keys.holds(posts, key.who, in: book, at: time)
  }

  private func isBroken(_ book: BookID) -> Bool {
    judged.volumes.contains { $0.book == book && $0.good < $0.count }
  }

  private var extent: Phrase {
    let (volumes, keys) = (note.volumes.count, note.keys.count)
    let (newPages, newVolumes, newKeys, unknown) = (newPages, newVolumes, newKeys, unknown)
    let left = unknown > 0
    return Phrase(
      "比了 \(volumes) 卷 \(keys) 把密钥；之后新增 \(newPages) 页 \(newVolumes) 卷 \(newKeys) 把。\(left ? "\(unknown) 个外站会签未查：其密钥簿不在这里。" : "")",
      "比了 \(volumes) 卷 \(keys) 把密鑰；之後新增 \(newPages) 頁 \(newVolumes) 卷 \(newKeys) 把。\(left ? "\(unknown) 個外站會簽未查：其密鑰簿不在這裡。" : "")",
      "Compared \(volumes) volumes and \(keys) keys; new since: \(newPages) pages, \(newVolumes) volumes, \(newKeys) keys.\(left ? " \(unknown) cosignatures not looked at: those stations' books of keys are not here." : "")"
    )
  }
}
