import Books
import CPosix
import Patrol
import Records
import Signing
import Wording

/// One volume looked at by itself: what is wrong with it, and what it says of others.
struct VolumeLooking: Sendable {
  let file: String
  let book: BookID
  let pages: Int
  let continues: PageReference?
  private(set) var findings: [Notice]
  private(set) var signatures = 0
  /// What is no fault and has to be told all the same.
  private(set) var notes: [Notice] = []
  /// Claims about pages of other volumes.
  private(set) var abroad: [PageClaim] = []
  /// Signatures for either side of inspections.
  let sides: [SideSignature]

  init(_ volume: Volume, _ check: SignatureCheck, _ kinds: Kinds) throws {
    (file, book) = (volume.path, volume.book)
    let text: VolumeText
    do { text = try volume.read() } catch { throw NotRead(file, error.reason) }
    var special: [(page: Page, line: Int)] = []
    findings = Chain.faults(
      in: text, book: volume.book, year: volume.year, file: file, each: { special.append(($0, $1)) }
    ).map(\.notice)
    pages = text.pages.count
    continues = text.says?.continues
    notes = text.bytes.count == 0 ? [.emptyVolume(file)] : text.torn(file)
    if let owner = text.owner(kinds), owner != volume.book.owner {
      findings.append(VolumeFault.foreignBook(file: file, owner: owner).notice)
    }
    let looks = special.map { SpecialPage($0.page, $0.line) }
    let path = file
    sides = looks.compactMap { SideSignature($0, in: text, file: path) }
    let sameSides = Set(SideSignature.ofBothSides(sides).map(\.page))
    if let continues, text.bytes.count > 0 {
      abroad.append(
        PageClaim(
          file: file, line: 1, page: 0, target: continues, signer: nil, isContinuation: true))
    }
    for page in looks { look(at: page, text, check, sameSides.contains(page.page.id)) }
  }

  private mutating func look(
    at special: SpecialPage, _ text: VolumeText, _ check: SignatureCheck, _ isOfBothSides: Bool
  ) {
    let page = special.page
    if Attestation.Kind(rawValue: page.kind) != nil {
      signatures += 1
      let signer = page.record["Signer"] ?? ""
      let fault = page.isSound ? check.look(page, special.signature) : .unreadable
      // What was not read is named once, not with every signature.
      if let fault = fault ?? (isOfBothSides ? .bothSides : nil), fault != .keysNotRead {
        findings.append(
          SignatureFinding(
            file: file, line: special.line, page: page.id.number, signer: signer, fault
          ).notice)
      }
      if let signs = special.attestation?.signs { claim(signs, special, text, signer: signer) }
    } else if let amendment = Amendment(page) {
      claim(amendment.target, special, text, signer: nil)
    }
  }

  private mutating func claim(
    _ target: PageReference, _ special: SpecialPage, _ text: VolumeText, signer: String?
  ) {
    let id = special.page.id
    let claim = PageClaim(
      file: file, line: special.line, page: id.number, target: target, signer: signer)
    guard target.id.book == id.book, target.id.year == id.year else {
      abroad.append(claim)
      return
    }
    if text.digest(of: target.id.number) != target.digest { findings.append(claim.notice) }
  }
}

/// A page about another one, with what it says and its signature, each read once.
struct SpecialPage {
  let page: Page
  let line: Int
  let attestation: Attestation?
  let signature: SSHSignature?

  init(_ page: Page, _ line: Int) {
    (self.page, self.line) = (page, line)
    attestation = Attestation.read(page)?.attestation
    signature =
      attestation == nil
      ? nil : page.signed.flatMap { SSHSignature(armoured: $0.signature) }
  }
}

extension VolumeText {
  /// What pages say was moved away before them.
  fileprivate func torn(_ file: String) -> [Notice] {
    guard bytes.withBuffer({ posix_memmem($0.baseAddress, $0.count, "\nTorn: ", 7) }) != nil else {
      return []
    }
    return pages.enumerated().compactMap { index, range in
      guard let record = RecReader(bytes, source: file).readTolerantly(range).records.first,
        let torn = record[Torn.field].flatMap(Torn.init)
      else { return nil }
      return .movedAway(file, page: index + 1, torn)
    }
  }

  /// Whose book the first entry is of.
  fileprivate func owner(_ kinds: Kinds) -> String? {
    guard let first = pages.first,
      let record = try? RecReader(bytes, source: "").read(first).records.first
    else { return nil }
    guard let kind = record["Kind"].flatMap(kinds.page) else { return nil }
    return Named(kind.layout.owner.text(in: record))?.code
  }

  /// The digest that stands on a page, by its number; nil where there is no such page.
  func digest(of number: Int) -> Digest? {
    guard pages.indices.contains(number - 1) else { return nil }
    let line = bytes.text(pages[number - 1].suffix(80))
    return line.hasPrefix("Digest: ") ? Digest(line.dropFirst(8).dropLast()) : nil
  }
}
