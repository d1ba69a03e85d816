import Books
import Dispatch
import Patrol
import Records
import Runner
import Synchronization
import TestSupport
import Testing

/// Long tests: `make soak` runs them, built for release; `make test` leaves them out.
@Suite("Every single byte of a volume is guarded")
struct EveryByteTests {
  /// A volume of a hundred pages: entries, corrections, and inspections signed by both sides.
  private func hundredPages() throws -> (files: [String: [UInt8]], path: String) {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    for index in 0..<96 {
      let from = Moment(Demo.today, 9 * 60 + 8 * index)
      let inspection = try Signed.inspection([
        "From": from.text, "To": (from + 5).text,
        "Found": index % 3 == 0 ? "2人未戴袖标，当场纠正。\n第二行：变压器房周边巡到。" : "",
      ])
      _ = runner.perform(.inspect(inspection))
      if index == 2 {
        _ = runner.perform(Signed.sign(3, .inspector, "QS-001"))
        _ = runner.perform(Signed.sign(3, .inspected, "QS-01-001"))
        _ = runner.perform(
          .correct(Signed.page(1), changes: ["Remark": "复核"], reason: "笔误"))
        _ = runner.perform(.void(Signed.page(2), reason: "记错队"))
      }
    }
    return (try MemoryDisk(scratch).all, "books/2026/QS.inspection.rec")
  }

  /// The places at which `change` leads to no finding.
  private func silent(
    _ files: [String: [UInt8]], _ path: String, _ changes: [(at: Int, mask: UInt8)]
  ) throws -> [String] {
    let found = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: changes.count) { index in
      let (at, mask) = changes[index]
      var files = files
      files[path]?[at] ^= mask
      let verified = try? Verifying(on: MemoryDisk(files)).run()
      if verified?.findings.isEmpty ?? false {
        found.withLock { $0.append("byte \(at) mask \(mask)") }
      }
    }
    return found.withLock { $0 }
  }

  @Test("Each byte changed by itself, each bit of the first twenty pages: every change is found")
  func everyByte() throws {
    let (files, path) = try hundredPages()
    let bytes = try #require(files[path])
    let text = VolumeText(Bytes(bytes))
    #expect(text.pages.count == 100)
    let verified = try Verifying(on: MemoryDisk(files)).run()
    #expect(verified?.findings.isEmpty == true, "\(verified?.findings.first?.happened[.en] ?? "")")
    let twenty = text.pages[19].upperBound
    var changes = bytes.indices.map { (at: $0, mask: UInt8(0x20)) }
    for at in 0..<twenty { for bit in 0..<8 { changes.append((at, UInt8(1) << bit)) } }
    print("\(bytes.count) bytes, \(changes.count) changes")
    #expect(try silent(files, path, changes) == [])
  }

  @Test("Any page removed, doubled or exchanged with its neighbour is found")
  func everyPage() throws {
    let (files, path) = try hundredPages()
    let bytes = try #require(files[path])
    let text = VolumeText(Bytes(bytes))
    func page(_ index: Int) -> [UInt8] { Array(bytes[text.pages[index]]) }
    func volume(_ pages: [[UInt8]]) -> [UInt8] {
      Array(bytes[text.header]) + Array(pages.joined(separator: [0x0A]))
    }
    let all = text.pages.indices.map(page)
    #expect(volume(all) == bytes)
    for index in all.indices {
      var removed = all
      removed.remove(at: index)
      var doubled = all
      doubled.insert(all[index], at: index)
      var swapped = all
      swapped.swapAt(index, (index + 1) % all.count)
      // Without its last page a volume is whole; the list of heads tells.
      let isLast = index == all.count - 1
      for changed in isLast ? [doubled, swapped] : [removed, doubled, swapped] {
        var files = files
        files[path] = volume(changed)
        #expect(try Verifying(on: MemoryDisk(files)).run()?.findings.isEmpty == false, "\(index)")
      }
    }
  }
}
