import Books
import Patrol
import Records
import Signing

/// A signature for one side of an inspection: nobody, and no key, may sign for both (R22).
struct SideSignature: Sendable {
  let page: PageID
  let file: String
  let line: Int
  let signs: PageReference
  let role: SignatureRole
  let signer: Named
  let key: SSHPublicKey?
  /// Who made the inspection, where its volume is this one.
  let inspector: Inspector

  enum Inspector: Equatable, Sendable {
    case person(String)
    case nobody
    /// On a page of another volume.
    case elsewhere(PageID)
  }

  /// Nil for a page that is no such signature.
  init?(_ special: SpecialPage, in text: VolumeText, file: String) {
    let page = special.page
    guard page.kind == Attestation.Kind.signature.rawValue, let attestation = special.attestation,
      [.inspector, .inspected].contains(attestation.role)
    else { return nil }
    (self.page, self.file, line) = (page.id, file, special.line)
    (signs, role, signer) = (attestation.signs, attestation.role, attestation.signer)
    key = special.signature?.publicKey
    let id = signs.id
    let isHere = id.book == page.id.book && id.year == page.id.year
    inspector = role == .inspector ? .nobody : isHere ? text.inspector(of: id) : .elsewhere(id)
  }

  /// Those for the inspected side by whom, or with what, the other side was signed or inspected.
  ///
  /// - Parameter inspector: looks into another volume.
  static func ofBothSides(
    _ sides: [SideSignature], inspector: (PageID) -> String? = { _ in nil }
  ) -> [SideSignature] {
    let inspectors = Dictionary(grouping: sides.filter { $0.role == .inspector }, by: \.signs)
    return sides.filter { side in
      guard side.role == .inspected else { return false }
      let isOther = inspectors[side.signs]?.contains {
        $0.signer.code == side.signer.code || $0.key == side.key
      }
      if isOther == true { return true }
      return switch side.inspector {
      case .person(let code): code == side.signer.code
      case .nobody: false
      case .elsewhere(let id): inspector(id) == side.signer.code
      }
    }
  }
}

extension VolumeText {
  /// Who made the inspection on a page of this volume, or on the page that it corrects.
  func inspector(of id: PageID) -> SideSignature.Inspector {
    var number = id.number
    while pages.indices.contains(number - 1),
      let record = try? RecReader(bytes, source: "").read(pages[number - 1]).records.first
    {
      if let inspector = record["Inspector"].flatMap({ Named($0) }) {
        return .person(inspector.code)
      }
      guard let corrected = record["Corrects"].flatMap(PageReference.init)?.id else { break }
      guard corrected.book == id.book, corrected.year == id.year else {
        return .elsewhere(corrected)
      }
      // A page can only be about an earlier one; one that is not leads nowhere.
      guard corrected.number < number else { break }
      number = corrected.number
    }
    return .nobody
  }
}

extension Verifying {
  /// Who signed for both sides in two volumes: each volume by itself is in order.
  func bothSides(_ looked: [VolumeLooking]) -> [SignatureFinding] {
    let all = looked.flatMap(\.sides)
    let told = Set(looked.flatMap { SideSignature.ofBothSides($0.sides) }.map(\.page))
    return SideSignature.ofBothSides(all, inspector: inspector).filter { !told.contains($0.page) }
      .map {
        SignatureFinding(
          file: $0.file, line: $0.line, page: $0.page.number, signer: $0.signer.text, .bothSides)
      }
  }

  /// Who made an inspection, over the volumes in which it was corrected.
  private func inspector(of id: PageID) -> String? {
    var id = id
    // Every step leads into an earlier year's volume.
    while true {
      guard case .there(let text) = Volume(id.book, year: id.year, on: disk).find() else {
        return nil
      }
      switch text.inspector(of: id) {
      case .person(let code): return code
      case .nobody: return nil
      case .elsewhere(let earlier):
        guard earlier.year < id.year else { return nil }
        id = earlier
      }
    }
  }
}
