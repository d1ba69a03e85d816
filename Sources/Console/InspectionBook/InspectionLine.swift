import Patrol
import Records
import Terminal
import Wording

/// One inspection as a line of the list.
struct InspectionLine {
  let world: World

  func cells(_ page: LedgerPage) -> [Line] {
    let points = page.text(Inspection.points).map { digit -> Span in
      switch digit {
      case "1": Span(world.glyphs.check, .good)
      case "2": Span(world.glyphs.cross, .warning)
      default: Span(world.glyphs.more, .dim)
      }
    }
    let (present, expected) = (page.text(Inspection.present), page.text(Inspection.expected))
    return [
      Line(page[Inspection.from]?.clock ?? "", .dim),
      Line(page[Inspection.inspected]?.name ?? "", page.isVoid ? .struck : .plain),
      Line("\(present)/\(expected)", present == expected ? .plain : .warning),
      Line(points), problems(page),
    ] + (Self.isWide(world) ? [inspector(page), inspected(page)] : [both(page)])
  }

  /// Whether there is room for a column a side.
  static func isWide(_ world: World) -> Bool { world.size.width >= 116 }

  /// Both sides in one narrow column: a mark for each.
  private func both(_ page: LedgerPage) -> Line {
    guard page.refusal == nil else {
      return mark(page, .inspector) + Line(" " + Phrase.refused[world.language], .warning)
    }
    return mark(page, .inspector) + Line(" ") + mark(page, .inspected)
  }

  private func problems(_ page: LedgerPage) -> Line {
    if let words = page.verdict.words { return Line("!! \(words[world.language])", .urgent) }
    let marks = PageMarks.of(page, late: page.text(Inspection.late), world)
    if page.isVoid { return PageMarks.line(marks) }
    let codes = page.text(Inspection.problems).split(separator: " ")
      .map { world.codes.label("problem", String($0), world.language) }.joined(
        separator: world.language.separator)
    let isWrong = page.text(Inspection.points).contains("2")
    let found =
      !codes.isEmpty
      ? Line(codes, .warning)
      : isWrong
        ? Line(Phrase.notInOrder[world.language], .warning)
        : Line(Phrase.inOrder[world.language], .dim)
    return marks.isEmpty ? found : PageMarks.line(marks) + Line(" ") + found
  }

  private func inspector(_ page: LedgerPage) -> Line {
    Line((page[Inspection.inspector]?.name ?? "") + " ") + mark(page, .inspector)
  }

  private func inspected(_ page: LedgerPage) -> Line {
    let signer = page.signature(.inspected)?.attestation.signer ?? page[Inspection.answering]
    let name = Line((signer?.name ?? "") + " ")
    // A refusal that was overruled leaves them to sign.
    guard page.refusal != nil, page.missing != .inspected else {
      return name + mark(page, .inspected)
    }
    let isReviewed = page.review != nil
    return name
      + Line(
        Phrase.refused[world.language]
          + (isReviewed ? world.glyphs.check : ""), .warning)
  }

  /// Signed, or for how long it has been waiting; a signature that does not hold says so.
  private func mark(_ page: LedgerPage, _ role: SignatureRole) -> Line {
    if page.badSignatures.contains(where: { $0.attestation.role == role }) {
      return Line("!!", .urgent)
    }
    if page.signature(role) != nil { return Line(world.glyphs.check, .good) }
    guard !page.isVoid, page.isSound else { return Line([]) }
    let days = world.today - (page.day ?? world.today)
    let waiting = Phrase.waitingSignature[world.language]
    return Line(days > 0 ? "\(waiting)\(Phrase.days(days)[world.language])" : waiting, .warning)
  }
}

extension Phrase {
  static let signatures = Phrase("签字", "簽字", "Signed")
}
