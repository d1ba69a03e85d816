import Books
import Patrol
import Records
import Signing
import Wording

/// One volume looked at by itself: what is wrong with it, and what it says of others.
struct VolumeLooking: Sendable {
  let file: String
  let pages: Int
  let continues: PageReference?
  let last: PageReference?
  private(set) var findings: [Notice]
  private(set) var signatures = 0
  /// Claims about pages of other volumes.
  private(set) var abroad: [PageClaim] = []

  init(_ volume: Volume, _ check: SignatureCheck) throws {
    file = volume.path
    let text = try volume.read()
    var special: [(page: Page, line: Int)] = []
    findings = Chain.faults(
      in: text, book: volume.book, year: volume.year, file: file, each: { special.append(($0, $1)) }
    ).map(\.notice)
    let count = text.pages.count
    pages = count
    continues = VolumeHeader.continues(text.bytes.text(text.header))
    last = text.digest(of: count).map {
      PageReference(PageID(volume.book, year: volume.year, number: count), $0)
    }
    let sides = Sides(special.map(\.page))
    for (page, line) in special { look(at: page, line, text, check, sides) }
  }

  private mutating func look(
    at page: Page, _ line: Int, _ text: VolumeText, _ check: SignatureCheck, _ sides: Sides
  ) {
    if Attestation.Kind(rawValue: page.kind) != nil {
      signatures += 1
      let signer = page.record["Signer"] ?? ""
      let read = Attestation.read(page)?.attestation
      if let fault = check.look(page) ?? read.flatMap({ sides.fault(page, $0, text) }) {
        findings.append(
          SignatureFinding(file: file, line: line, page: page.id.number, signer: signer, fault)
            .notice)
      }
      if let read { claim(read.signs, page, line, text, signer: signer) }
    } else if let amendment = Amendment(page) {
      claim(amendment.target, page, line, text, signer: nil)
    }
  }

  private mutating func claim(
    _ target: PageReference, _ page: Page, _ line: Int, _ text: VolumeText, signer: String?
  ) {
    let claim = PageClaim(
      file: file, line: line, page: page.id.number, target: target, signer: signer)
    guard target.id.book == page.id.book, target.id.year == page.id.year else {
      abroad.append(claim)
      return
    }
    if text.digest(of: target.id.number) != target.digest { findings.append(claim.notice) }
  }
}

/// Who has signed for which side of an inspection, with which key.
private struct Sides {
  private var inspectors: [PageReference: [(person: String, key: SSHPublicKey?)]] = [:]

  init(_ pages: [Page]) {
    for page in pages {
      guard let (kind, attestation) = Attestation.read(page), kind == .signature,
        attestation.role == .inspector
      else { continue }
      inspectors[attestation.signs, default: []].append(
        (attestation.signer.code, SignatureCheck.key(page)))
    }
  }

  /// One person, or one key, for both sides; or the inspector for the other side (R22).
  func fault(_ page: Page, _ attestation: Attestation, _ text: VolumeText) -> SignatureFault? {
    guard page.kind == Attestation.Kind.signature.rawValue, attestation.role == .inspected else {
      return nil
    }
    let key = SignatureCheck.key(page)
    let isOther = inspectors[attestation.signs]?.contains {
      $0.person == attestation.signer.code || $0.key == key
    }
    let isInspector = text.inspector(of: attestation.signs.id.number) == attestation.signer.code
    return isOther == true || isInspector ? .bothSides : nil
  }
}

extension VolumeText {
  /// The digest that stands on a page, by its number; nil where there is no such page.
  func digest(of number: Int) -> Digest? {
    guard pages.indices.contains(number - 1) else { return nil }
    let line = bytes.text(pages[number - 1].suffix(80))
    return line.hasPrefix("Digest: ") ? Digest(line.dropFirst(8).dropLast()) : nil
  }

  /// Who made the inspection on a page, or on the page that it corrects.
  fileprivate func inspector(of number: Int) -> String? {
    guard pages.indices.contains(number - 1),
      let record = try? RecReader(bytes, source: "").read(pages[number - 1]).records.first
    else { return nil }
    if let inspector = record["Inspector"].flatMap({ Named($0) }) { return inspector.code }
    let corrected = record["Corrects"].flatMap(PageReference.init)?.id.number
    return corrected.flatMap { $0 < number ? inspector(of: $0) : nil }
  }
}
