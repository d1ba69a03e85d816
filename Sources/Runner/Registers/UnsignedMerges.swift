import Books
import CPosix
import Patrol
import Records

/// What registers say of codes that are one person's: nobody signs that, so it may only take away.
///
/// Between two people who both have keys it takes nothing away either: whoever writes a register could
/// else undo what they signed. That goes through the book of keys (`revoke` with `SameAs`).
struct UnsignedMerges {
  struct Merge {
    let one, other: String
    let file: String
    let line: Int
  }

  private(set) var merges: [Merge] = []

  private static let folder = "register"

  init(on disk: any Disk) {
    for station in ((try? disk.names(in: Self.folder)) ?? []).sorted() {
      let folder = "\(Self.folder)/\(station)"
      for name in ((try? disk.names(in: folder)) ?? []).sorted() where name.hasSuffix(".rec") {
        let path = "\(folder)/\(name)"
        // Most registers have none, and are not cut into records for it.
        guard case .there(let bytes) = disk.find(path), Self.hasAny(bytes) else { continue }
        for record in RecReader(bytes, source: path).readTolerantly().records {
          var hint = 0
          guard let field = record.field(Array("SameAs".utf8), hint: &hint),
            let code = record["Code"]
          else { continue }
          merges.append(
            Merge(one: code, other: record.value(of: field), file: path, line: field.line))
        }
      }
    }
  }

  private static func hasAny(_ bytes: Bytes) -> Bool {
    bytes.withBuffer { buffer in
      buffer.baseAddress.map { posix_memmem($0, buffer.count, field, field.count) != nil } ?? false
    }
  }

  private static let field = Array("SameAs:".utf8)

  /// Merges that make one person of two with keys, if only through somebody without one.
  func findings(_ keys: KeysState) -> [JudgeFinding] {
    merges.filter { keys.isPassedOver($0.one, $0.other) }.map {
      JudgeFinding(file: $0.file, line: $0.line, .twoPeople, about: $0.one)
    }
  }
}
