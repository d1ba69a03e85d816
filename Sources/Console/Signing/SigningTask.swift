import Patrol
import Records
import Terminal
import Wording

/// What is to be signed, before anybody types a PIN.
package enum SigningTask: Hashable, Sendable {
  /// An inspection: one side after the other at the same keyboard; a patrol entry: its recorder.
  case page(PageID)
  /// Several pages by one person in one go; each was seen in the list it comes from, as it was then.
  case items([Attesting.Item], by: Named, seen: [PageID: PageReference])
  /// A refusal or a review: written as it is signed, and its draft dropped then.
  case written(PageID, Attesting, by: Named, draft: String)
  /// Everything of a day.
  case close(Day)
}

/// Whose turn it is: as what, who, and for what.
struct SigningTurn: Hashable {
  let role: SignatureRole
  let signer: Named?
  let act: Attesting
}

extension SigningTask {
  /// Nil when nobody's signature is missing any more.
  func turn(in world: World) -> SigningTurn? {
    switch self {
    case .page(let id): world.ledger?.page(id).flatMap { Self.turn($0, in: world) }
    case .items(let items, let signer, _):
      items.first.map { SigningTurn(role: $0.role, signer: signer, act: .sign(items)) }
    case .written(_, let act, let signer, _):
      SigningTurn(role: act.role, signer: signer, act: act)
    case .close(let day):
      SigningTurn(role: .closer, signer: world.officer, act: .close(day))
    }
  }

  private static func turn(_ page: LedgerPage, in world: World) -> SigningTurn? {
    let id = page.page.id
    func turn(_ role: SignatureRole, _ signer: Named?) -> SigningTurn {
      SigningTurn(role: role, signer: signer, act: .sign([.init(id, role)]))
    }
    // A signature that nobody waits for, such as a recorder's, is open to who wrote the page.
    if let signer = page.kind?.layout.signers.first, !signer.isAwaited {
      // An officer may sign for the book as well: who is here does, where the writer has no key.
      let hasKey = page.writer.map { world.snapshot.key(of: $0.code) != nil } ?? false
      return page.signature(signer.role) == nil && !page.isVoid
        ? turn(signer.role, hasKey ? page.writer : world.shift.keeper ?? page.writer) : nil
    }
    guard let waiting = Waiting(page, in: world.snapshot), waiting.role != .reviewer else {
      return nil
    }
    if waiting.role == .witness {
      return SigningTurn(role: .witness, signer: waiting.person, act: .witness(id))
    }
    return turn(waiting.role, waiting.person)
  }

  /// The wordings that are read while it is signed, as they are now.
  func wordings(in world: World) -> [PageID: PageReference]? {
    switch self {
    case .page(let id), .written(let id, _, _, _):
      world.ledger?.page(id).map { [id: $0.newest] }
    case .items(_, _, let seen): seen
    case .close: world.ledger?.wordings
    }
  }

  /// The page that is seen while it is signed.
  var page: PageID? {
    switch self {
    case .page(let id), .written(let id, _, _, _): id
    case .items, .close: nil
    }
  }
}

extension Attesting {
  /// As what somebody signs it.
  var role: SignatureRole {
    switch self {
    case .sign(let items): items.first?.role ?? .recorder
    case .refuse, .correct, .void: .inspector
    case .witness: .witness
    case .review: .reviewer
    case .close: .closer
    }
  }

  /// The form in which it was written.
  func form(_ page: PageID) -> Place {
    switch self {
    case .review: .review(page)
    case .correct: .correction(page)
    case .void: .void(page)
    case .refuse, .sign, .witness, .close: .refusal(page)
    }
  }
}
