import Books
import Patrol
import Records

/// What a kept note of heads says of a page that is to be written.
extension Office {
  /// - Throws: where a note from ahead of the clock would accuse the page of being dated back (H4), or a
  ///   volume that a note has would be begun again.
  func checkNotes(_ book: BookID, _ year: Int, _ recorded: Recorded) throws {
    // One that can't be read accuses nobody: verification names it.
    guard let (note, path) = (try? KeptNotes.own(on: directory.disk).newest()) ?? nil else {
      return
    }
    guard note.made.instant <= recorded.stamp.instant + JudgeRule.clockSlack else {
      throw HeadsNoteError.ahead(file: path, made: note.made)
    }
    let volume = Volume(book, year: year, on: directory.disk)
    let isNoted = note.volumes.contains { $0.book == book && $0.year == year && $0.number > 0 }
    if isNoted, try directory.disk.status(volume.path) == nil {
      throw NotRead(volume.path, HeadsRule.shorter.reason)
    }
  }
}
