import Glibc
import Records

/// The fields of a page, one after another.
struct FieldLines {
  struct Field {
    let name: PackedName
    /// From behind the blank up to the last line's end, marks of further lines included.
    let value: Range<Int>
    let isContinued: Bool

    func fits(_ shape: FieldShape, _ buffer: UnsafeRawBufferPointer) -> Bool {
      guard !value.isEmpty, buffer[value.lowerBound] != 0x20 else { return false }
      guard isContinued else { return shape.fitsLines(ShapeBytes(buffer, value)) }
      guard shape.hasLines else { return false }
      var joined: [UInt8] = []
      joined.reserveCapacity(value.count)
      var at = value.lowerBound
      while at < value.upperBound {
        joined.append(buffer[at])
        at += buffer[at] == 0x0A ? 3 : 1
      }
      return joined.withUnsafeBytes { shape.fits(ShapeBytes($0)) }
    }
  }

  private let buffer: UnsafeRawBufferPointer
  private let end: Int
  private var at: Int

  init(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>) {
    (self.buffer, at, end) = (buffer, range.lowerBound, range.upperBound)
  }

  var isAtEnd: Bool { at == end }

  /// Nil at the end, and where no field stands.
  mutating func next() -> Field? {
    guard at < end, ShapeBytes.isCapital(buffer[at]) else { return nil }
    let name = PackedName(buffer, at, end)
    let here = at + name.count
    guard here + 1 < end, buffer[here] == UInt8(ascii: ":"), buffer[here + 1] == 0x20 else {
      return nil
    }
    let start = here + 2
    guard var stop = lineEnd(start), stop > start else { return nil }
    var isContinued = false
    while stop + 1 < end, buffer[stop + 1] == UInt8(ascii: "+") {
      guard stop + 2 < end, buffer[stop + 2] == 0x20, let next = lineEnd(stop + 3), next > stop + 3
      else { return nil }
      (stop, isContinued) = (next, true)
    }
    at = stop + 1
    return Field(name: name, value: start..<stop, isContinued: isContinued)
  }

  private func lineEnd(_ start: Int) -> Int? {
    guard start < end, let base = buffer.baseAddress,
      let found = memchr(base + start, 0x0A, end - start)
    else { return nil }
    return base.distance(to: UnsafeRawPointer(found))
  }
}
