import Books
import Patrol
import Records
import Signing
import Wording

/// Every digest, chain, continuation, reference and signature of every volume.
package struct Verifying {
  private let disk: any Disk
  private let check: SignatureCheck
  private var signatures = 0
  private var findings: [Notice] = []
  /// References to pages of other volumes than the one they stand in.
  private var abroad: [PageID: [Claim]] = [:]

  /// A page that names another by number and digest.
  private struct Claim {
    let place: Place
    let target: PageReference
    let signer: String?
  }

  private struct Place {
    let file: String
    let line: Int
    let page: Int
  }

  package init(on disk: any Disk) {
    self.disk = disk
    check = SignatureCheck(KeyRing.signers(on: disk))
  }

  /// - Parameters:
  ///   - isWanted: asked before every volume; nil comes back when nobody waits any more.
  ///   - progress: called with the volumes done and the volumes in all.
  package mutating func run(
    isWanted: () -> Bool = { true }, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verified? {
    let volumes: [Volume] = try Search(on: disk).volumes().reversed()
    var pages = 0
    var heads: [PageID: Digest] = [:]
    for (index, volume) in volumes.enumerated() {
      guard isWanted() else { return nil }
      let text = try volume.read()
      var looking = VolumeLooking(volume)
      findings += Chain.faults(
        in: text, book: volume.book, year: volume.year, file: volume.path,
        each: { looking.look(at: $0, line: $1) }
      ).map(\.notice)
      take(looking)
      if let continues = VolumeHeader.continues(text.bytes.text(text.header)),
        heads[continues.id] != continues.digest
      {
        findings.append(
          VolumeFault.brokenContinuation(file: volume.path, page: continues.id.text).notice)
      }
      if let last = looking.last { heads[last.id] = last.digest }
      pages += text.pages.count
      progress(index + 1, volumes.count)
    }
    try settleAbroad()
    return Verified(
      volumes: volumes.count, pages: pages, signatures: signatures, findings: findings)
  }

  private mutating func take(_ looking: VolumeLooking) {
    for (page, line) in looking.signed {
      signatures += 1
      let signer = page.record["Signer"] ?? ""
      if let fault = check.fault(page) ?? looking.bothSides(page) {
        findings.append(
          SignatureFinding(
            file: looking.volume.path, line: line, page: page.id.number, signer: signer, fault
          ).notice)
      }
    }
    for (target, place, signer) in looking.claims {
      let claim = Claim(
        place: Place(file: looking.volume.path, line: place.line, page: place.page),
        target: target, signer: signer)
      let (book, year) = (looking.volume.book, looking.volume.year)
      guard target.id.book == book, target.id.year == year else {
        abroad[target.id, default: []].append(claim)
        continue
      }
      if looking.digests[target.id.number] != target.digest { complain(claim) }
    }
  }

  /// Volumes that pages of others name are read once more, each once.
  private mutating func settleAbroad() throws {
    let byVolume = Dictionary(grouping: abroad.keys) { "\($0.book.text) \($0.year)" }
    for ids in byVolume.values {
      guard let first = ids.first else { continue }
      let volume = Volume(first.book, year: first.year, on: disk)
      var looking = VolumeLooking(volume)
      if disk.status(volume.path) != nil {
        _ = Chain.faults(
          in: try volume.read(), book: first.book, year: first.year, file: volume.path,
          each: { looking.look(at: $0, line: $1) })
      }
      for id in ids {
        for claim in abroad[id] ?? [] where looking.digests[id.number] != claim.target.digest {
          complain(claim)
        }
      }
    }
  }

  private mutating func complain(_ claim: Claim) {
    if let signer = claim.signer {
      findings.append(
        SignatureFinding(
          file: claim.place.file, line: claim.place.line, page: claim.place.page, signer: signer,
          .otherPage
        ).notice)
    } else {
      findings.append(
        VolumeFault.strayReference(
          file: claim.place.file, page: claim.place.page, line: claim.place.line,
          target: claim.target.id.text
        ).notice)
    }
  }
}

/// What is remembered of one volume while its pages go by.
private struct VolumeLooking {
  let volume: Volume
  private(set) var digests: [Int: Digest] = [:]
  private(set) var signed: [(page: Page, line: Int)] = []
  private(set) var claims:
    [(target: PageReference, place: (line: Int, page: Int), signer: String?)] =
      []
  private(set) var last: PageReference?
  private var inspectors: [Int: String] = [:]
  /// Who has signed for which side of an entry, with which key.
  private var sides: [PageReference: [(role: SignatureRole, person: String, key: SSHPublicKey?)]] =
    [:]

  init(_ volume: Volume) { self.volume = volume }

  mutating func look(at page: Page, line: Int) {
    digests[page.id.number] = page.digest
    last = page.reference
    let place = (line, page.id.number)
    if page.kind == Inspection.kind {
      inspectors[page.id.number] = page.record["Inspector"].flatMap { Named($0) }?.code
    } else if let amendment = Amendment(page) {
      claims.append((amendment.target, place, nil))
      let inspector = page.record["Inspector"].flatMap { Named($0) }?.code
      inspectors[page.id.number] = inspector ?? inspectors[amendment.target.id.number]
    } else if Attestation.Kind(rawValue: page.kind) != nil {
      signed.append((page, line))
      guard let (kind, attestation) = Attestation.read(page) else { return }
      claims.append((attestation.signs, place, attestation.signer.text))
      guard kind == .signature else { return }
      sides[attestation.signs, default: []].append(
        (attestation.role, attestation.signer.code, SignatureCheck.key(page)))
    }
  }

  /// One person, or one key, for both sides; or the inspector for the other side (R22).
  func bothSides(_ page: Page) -> SignatureFault? {
    guard let (kind, attestation) = Attestation.read(page), kind == .signature,
      attestation.role == .inspected
    else { return nil }
    let key = SignatureCheck.key(page)
    let isOther = sides[attestation.signs]?.contains { side in
      side.role == .inspector && (side.person == attestation.signer.code || side.key == key)
    }
    let isInspector = inspectors[attestation.signs.id.number] == attestation.signer.code
    return isOther == true || isInspector ? .bothSides : nil
  }
}
