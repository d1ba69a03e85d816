/// What is known of a volume beside its pages, as it was when it was read last: whether it stands where it
/// belongs, and how far it holds together.
package struct VolumeStanding: Hashable, Sendable {
  /// Whose volume it is; nil where its header is none, or that of another place.
  package let directory: DirectoryID?
  /// The minute of the day at which a patrol day of the volume begins.
  package let rollover: Int
  /// How many pages from the first on are written, numbered, chained and dated as they must be: nobody can
  /// tell what stands behind them.
  package let good: Int
  /// The number of the rule that the page behind them breaks; 0 where there is none.
  package let broken: Int
  /// When the last of them was recorded, in seconds since 1970: none above it later.
  package let latest: Int

  package init(
    directory: DirectoryID?, rollover: Int, good: Int, broken: Int = 0, latest: Int = .min
  ) {
    (self.directory, self.rollover) = (directory, rollover)
    (self.good, self.broken, self.latest) = (good, broken, latest)
  }

  /// A volume in which nothing counts.
  package static let none = VolumeStanding(directory: nil, rollover: 0, good: 0)
}
