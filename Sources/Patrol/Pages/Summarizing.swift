import Records

extension PageSummary {
  /// The row of a page in its year's index.
  package init(_ record: RecRecord, offset: Int, length: Int) {
    let kind: Kind =
      switch record["Kind"] {
      case "patrol": .patrol
      case "inspection": .inspection
      case "correction": .correction
      case "void": .void
      default: .other
      }
    var marks: Marks = []
    if record["Handover"] != nil { marks.insert(.handover) }
    if record["Settles"] != nil { marks.insert(.settles) }
    if record["Late"] != nil { marks.insert(.late) }
    if record["Found"] != nil { marks.insert(.found) }
    let crew = record["Present"].map {
      $0.utf8.reduce(1) { $0 + ($1 == UInt8(ascii: ",") ? 1 : 0) }
    }
    self.init(
      offset: offset, length: length, number: record["Number"].flatMap(Int.init) ?? 0,
      day: record["Date"].flatMap { Day($0) }, kind: kind, marks: marks, crew: crew ?? 0,
      narrative: kind == .void
        ? Self.struckOut(record) : Narrative.hash(record["Observed"] ?? "", record["Handled"] ?? "")
    )
  }
}

extension PageSummary {
  /// The number of the page that a void page strikes out, if both stand in one volume: the year in
  /// which it was recorded is the volume's.
  private static func struckOut(_ record: RecRecord) -> UInt32 {
    guard let target = record["Corrects"].flatMap(PageReference.init)?.id,
      record["Recorded"]?.hasPrefix("\(target.year)-") == true
    else { return 0 }
    return UInt32(clamping: target.number)
  }
}

/// What was found and done, reduced to what two copied entries have in common (A15).
package enum Narrative {
  /// 0 for an entry without a narrative: “nothing found” may well repeat night after night.
  package static func hash(_ observed: String, _ handled: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261  // FNV-1a, 32 bits
    var isEmpty = true
    for byte in (observed + handled).utf8 where !(48...57).contains(byte) && byte > 0x20 {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
      isEmpty = false
    }
    return isEmpty ? 0 : max(hash, 1)
  }
}
