import Books
import Dispatch
import Patrol
import Records
import Signing
import Synchronization
import Wording

/// Every digest, chain, continuation, reference and signature of every volume, on all cores.
package struct Verifying: Sendable {
  let disk: any Disk
  let kinds: Kinds
  private let check: SignatureCheck
  private let unread: [NotRead]

  package init(on disk: any Disk, kinds: Kinds = .ours) {
    (self.disk, self.kinds) = (disk, kinds)
    do throws(NotRead) {
      let lists = try KeyLists(on: disk)
      check = SignatureCheck(lists.joined)
      unread = lists.unread
    } catch {
      check = SignatureCheck(nil)
      unread = [error]
    }
  }

  /// - Parameters:
  ///   - isWanted: asked before every volume; nil comes back when nobody waits any more.
  ///   - progress: called with the volumes done and the volumes in all.
  package func run(
    isWanted: () -> Bool = { true }, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verified? {
    let shelf = try Shelf(on: disk, of: kinds.books)
    let volumes: [Volume] = shelf.volumes.reversed()
    var results: [Result<VolumeLooking, any Error>] = []
    // A part at a time, so that progress is told and the work can be stopped in between.
    for start in stride(from: 0, to: volumes.count, by: Self.part) {
      guard isWanted() else { return nil }
      results += looks(at: Array(volumes[start..<min(start + Self.part, volumes.count)]))
      progress(results.count, volumes.count)
    }
    return try verified(results, shelf)
  }

  private static let part = 512

  private func looks(at volumes: [Volume]) -> [Result<VolumeLooking, any Error>] {
    let results = Mutex([Result<VolumeLooking, any Error>?](repeating: nil, count: volumes.count))
    DispatchQueue.concurrentPerform(iterations: volumes.count) { index in
      let looked = Result { try VolumeLooking(volumes[index], check, kinds) }
      results.withLock { $0[index] = looked }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  private func verified(
    _ results: [Result<VolumeLooking, any Error>], _ shelf: Shelf
  ) throws -> Verified {
    var unread = unread + shelf.unread
    var looked: [VolumeLooking] = []
    for result in results {
      do { looked.append(try result.get()) } catch let error as NotRead { unread.append(error) }
    }
    var begun: Set<BookID> = []
    var findings: [Notice] = []
    for volume in looked {
      findings += volume.findings
      if volume.continues == nil, begun.contains(volume.book) {
        findings.append(VolumeFault.brokenContinuation(file: volume.file, page: "?").notice)
      }
      // Nothing can go on from a volume without a page.
      if volume.pages > 0 { begun.insert(volume.book) }
    }
    findings += abroad(looked.flatMap(\.abroad)) + bothSides(looked).map(\.notice)
    findings += try shelf.copies.compactMap { try $0.finding(on: disk) }
    return Verified(
      volumes: looked.count, pages: looked.reduce(0) { $0 + $1.pages },
      signatures: looked.reduce(0) { $0 + $1.signatures }, findings: findings,
      unread: unread.map(\.notice), notes: looked.flatMap(\.notes))
  }

  /// Volumes that pages of others name are read once more, each once.
  private func abroad(_ claims: [PageClaim]) -> [Notice] {
    let byVolume = Dictionary(grouping: claims) { "\($0.target.id.book.text) \($0.target.id.year)" }
    return byVolume.sorted { $0.key < $1.key }.flatMap { _, claims -> [Notice] in
      guard let id = claims.first?.target.id else { return [] }
      let volume = Volume(id.book, year: id.year, on: disk)
      // One that is there and can't be read is named already, and nothing is said of its pages.
      let text: VolumeText?
      switch volume.find() {
      case .there(let found): text = found
      case .absent: text = nil
      case .notRead: return []
      }
      return claims.filter { text?.digest(of: $0.target.id.number) != $0.target.digest }.map(
        \.notice)
    }
  }
}

extension CommandRunner {
  /// Looks at every volume, and names what was not read of the other files as well.
  ///
  /// - Parameter isWanted: asked before every part; nil comes back when nobody waits any more.
  package func verify(
    isWanted: () -> Bool = { true }, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verified? {
    let verifying = office.withLock { Verifying(on: $0.directory.disk, kinds: $0.kinds) }
    let verified = try verifying.run(isWanted: isWanted, progress: progress)
    return verified?.naming(unreadBeside())
  }

  private func unreadBeside() -> [Notice] {
    do {
      return try office.withLock { office in
        let snapshot = try office.currentSnapshot()
        return (snapshot.unreadOfRegisters + office.unreadFiles()).map(\.notice)
      }
    } catch { return [Loading.notice(error)] }
  }
}

/// A page that names another by number and digest, and where it stands.
struct PageClaim: Sendable {
  let file: String
  let line: Int
  let page: Int
  let target: PageReference
  /// Who signed what is named; nil for a correction.
  let signer: String?
  /// Whether it is the header's, which names the page that the volume goes on from.
  var isContinuation = false

  var notice: Notice {
    if isContinuation {
      return VolumeFault.brokenContinuation(file: file, page: target.id.text).notice
    }
    guard let signer else {
      return VolumeFault.strayReference(file: file, page: page, line: line, target: target.id.text)
        .notice
    }
    return SignatureFinding(file: file, line: line, page: page, signer: signer, .otherPage).notice
  }
}
