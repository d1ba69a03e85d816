import Records

/// A page that is not in order, looked at again for what is wrong with it first: whether it can be read
/// as a page at all, then whether it is the next one of its volume, then how it is written.
struct BrokenPage {
  private var fields: [(name: String, value: String, line: Int)] = []
  private var lines: [[UInt8]]
  private let isTorn: Bool

  init(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>) {
    var bytes = Array(buffer[range])
    isTorn = bytes.last != 0x0A
    if !isTorn { bytes.removeLast() }
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for (index, line) in lines.enumerated() {
      let letters = line.prefix(while: ShapeBytes.isLetter)
      if line.starts(with: "+ ".utf8) {
        if !fields.isEmpty, line.count > 2 {
          fields[fields.count - 1].value +=
            "\n" + String(decoding: line.dropFirst(2), as: UTF8.self)
        }
      } else if let first = letters.first, ShapeBytes.isCapital(first),
        line.dropFirst(letters.count).starts(with: ": ".utf8)
      {
        fields.append(
          (
            String(decoding: letters, as: UTF8.self),
            String(decoding: line.dropFirst(letters.count + 2), as: UTF8.self), index
          ))
      }
    }
  }

  /// J3 where it is no page, J2 where it is not the one that belongs there; nil where its place is its own.
  ///
  /// - Parameter previous: the digest before it.
  func fault(number: Int, previous: Digest) -> JudgeRule? {
    guard fields.count >= 4, !lines.joined().contains(where: { $0 == 0 || $0 == 1 }),
      let first = fields.first, first.name == "Number",
      let said = first.value.withShape(\.number), said < 100_000_000,
      let last = fields.last, last.name == "Digest", last.line == lines.count - 1,
      let digest = Digest(last.value),
      let before = fields.first(where: { $0.name == "Previous" }).flatMap({ Digest($0.value) }),
      !isTorn
    else { return .form }
    let body = lines.dropLast().joined(separator: [0x0A]) + [0x0A]
    guard said == number, before == previous, Digest(of: Array(body)) == digest else {
      return .chain
    }
    return nil
  }
}
