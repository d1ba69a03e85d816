extension Phrase {
  /// How long something lasts: from a day on in days and hours, since nobody reads minutes then; below
  /// that in the words of the place where it is said.
  ///
  /// - Parameter minutes: at least 0.
  package static func duration(_ minutes: Int, belowADay: Phrase) -> Phrase {
    let (days, hours) = (minutes / 1440, minutes % 1440 / 60)
    guard days > 0 else { return belowADay }
    guard hours > 0 else { return Phrase("\(days)天", "\(days)天", "\(days)d") }
    return Phrase("\(days)天\(hours)小时", "\(days)天\(hours)小時", "\(days)d \(hours)h")
  }
}
