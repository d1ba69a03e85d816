import Patrol

/// How a job deals with the one who asked for it.
struct JobSite {
  /// Whether it is to go on.
  let isWanted: () -> Bool
  private let tell: (Progress) -> Void

  init(isWanted: @escaping () -> Bool, tell: @escaping (Progress) -> Void) {
    (self.isWanted, self.tell) = (isWanted, tell)
  }

  func say(_ done: Int, of all: Int) { tell(.running(done: done, of: all)) }
}
