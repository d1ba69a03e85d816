import Records
import Wording

/// A file that somebody names from where they are: a table, a list of heads, a theme.
///
/// It is no file of the data directory, and is named in errors as it was given.
package struct GivenFile: Sendable {
  private let path: String
  private let disk = PosixDisk(root: ".")

  package init(_ path: String) { self.path = path }

  package func read() throws(GivenFileError) -> Bytes {
    do { return try disk.read(path) } catch { throw GivenFileError(cause: error) }
  }

  package func replace(with bytes: [UInt8]) throws(GivenFileError) {
    do { try disk.replace(path, with: bytes) } catch { throw GivenFileError(cause: error) }
  }

  /// Writes beside it what `complete` puts in its place.
  package func prepare(_ bytes: [UInt8]) throws(GivenFileError) {
    do { try disk.prepare(path, bytes) } catch { throw GivenFileError(cause: error) }
  }

  package func complete() throws(GivenFileError) {
    do { try disk.complete(path) } catch { throw GivenFileError(cause: error) }
  }

  package func cancel() { try? disk.cancel(path) }

  /// Refuses a place where something lies already.
  package func checkIsNew() throws(GivenFileError) {
    do {
      guard try disk.status(path) != nil else { return }
    } catch { throw GivenFileError(cause: error) }
    throw GivenFileError(cause: .notNew(path: path))
  }

  /// What was written beside it and never put in its place; nil where nothing was, or the place is taken.
  package func leftover() throws(GivenFileError) -> Bytes? {
    do { return try disk.status(path) == nil ? disk.prepared(path) : nil } catch {
      throw GivenFileError(cause: error)
    }
  }

  /// Where what was prepared lies.
  package var prepared: String { path + ".next" }
}

/// Why a file that somebody named could not be read or written.
package struct GivenFileError: UserFacingError, Hashable {
  let cause: DiskError

  package init(cause: DiskError) { self.cause = cause }

  package var notice: Notice {
    let notice = cause.notice
    switch cause {
    case .notFound, .notADirectory:
      return Notice(
        notice.happened, safe: .unchanged,
        next: Phrase("请核对文件名和文件夹。", "請核對檔名和資料夾。", "Check the file's name and folder."))
    case .full, .tooLarge, .noRight, .readOnly, .notAFile, .notNew, .exposed, .locked, .failed,
      .unconfirmed:
      return notice
    }
  }

  package static let examples = [Self(cause: .notFound(path: "people.csv"))]
}
