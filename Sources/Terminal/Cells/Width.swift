import Synchronization
import Wording

/// How many cells a character takes, by one table of our own (screens.md: “Names of any person”).
///
/// glibc gives −1 for Han of Ext H, I and J, and ncursesw then draws a blank: two people look alike.
/// So the program exports its own `wcwidth` below, and ncursesw counts by the same table.
package enum CellWidth {
  /// Whether the terminal was found to draw ambiguous characters (“” … · ─ ●) two cells wide.
  package static let ambiguousIsWide = Atomic<Bool>(false)

  /// 0, 1 or 2; controls count 0 here and are never drawn as they are.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
      if value < 0xA1 { return 1 }
    } else if (0x4E00...0x9FFF).contains(value) {
      return 2
    }
    if contains(WidthTable.zero, value) { return 0 }
    if contains(WidthTable.wide, value) { return 2 }
    if ambiguousIsWide.load(ordering: .relaxed), isAmbiguous(scalar) { return 2 }
    return 1
  }

  package static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
    contains(WidthTable.ambiguous, scalar.value)
  }

  /// Whether `value` lies in one of the ranges, given as first and last, one after another.
  private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var (low, high) = (0, ranges.count / 2)
    while low < high {
      let middle = (low + high) / 2
      if ranges[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count / 2 && ranges[2 * low] <= value
  }
}

/// Given to ncursesw by the dynamic linker in place of glibc's (see Package.swift).
@_cdecl("wcwidth")
public func exportedWidth(_ character: Int32) -> Int32 {
  guard character != 0 else { return 0 }
  guard let scalar = Unicode.Scalar(UInt32(bitPattern: character)) else { return -1 }
  if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) { return -1 }
  return Int32(CellWidth.of(scalar))
}

extension Character {
  /// The cells this character takes when drawn.
  package var cells: Int { shownInstead?.reduce(0) { $0 + $1.ownCells } ?? ownCells }

  /// The cells it takes where nothing is shown instead of it.
  var ownCells: Int {
    var width = 0
    for scalar in unicodeScalars {
      width = max(width, CellWidth.of(scalar))
      if width == 2 { break }
    }
    return max(width, 1)
  }

  /// What is drawn for one in which there is something that nobody sees: a page must never look other
  /// than what was signed.
  ///
  /// Nil for all others.
  package var shownInstead: String? {
    guard unicodeScalars.contains(where: Unseen.contains) else { return nil }
    return Unseen.shown(String(self), lines: false)
  }
}

extension StringProtocol {
  /// The cells this text takes when drawn on one line.
  package var cells: Int { reduce(0) { $0 + $1.cells } }

  /// The text cut to `width` cells, never half a character, ending in `..` where anything is cut.
  package func clipped(to width: Int) -> String {
    if cells <= width { return String(self) }
    guard width > 2 else { return String(fitting(width)) }
    return fitting(width - 2) + ".."
  }

  /// As many leading characters as fit into `width` cells.
  package func fitting(_ width: Int) -> SubSequence {
    var used = 0
    for index in indices {
      used += self[index].cells
      if used > width { return self[..<index] }
    }
    return self[...]
  }
}
