import Patrol

/// What the program as a whole is made for.
enum Program {
  /// The kinds of record that its commands, their help and its console know.
  @TaskLocal static var kinds = Kinds.ours
}
