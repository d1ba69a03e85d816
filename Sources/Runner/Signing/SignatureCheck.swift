import Patrol
import Records

/// Whether the signature on a page holds: the key's own, over these bytes, by whom it says, with a right
/// that held at that time.
final class SignatureCheck: Sendable {
  private let keys: KeysBooks

  init(_ keys: KeysBooks) { self.keys = keys }

  func fault(_ page: Page) -> SignatureFault? {
    // A digest vouches for the page only if it is that of its bytes.
    guard page.isSound, let hand = Hand(page.record) else { return .unreadable }
    let state = keys.state
    return state.sealFault(page, hand, nil, hand.directory, keys.reader, newest: nil).map {
      .rule($0)
    }
  }
}
