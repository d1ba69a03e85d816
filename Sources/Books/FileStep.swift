import Records
import Wording

/// Several files that change together: all of it or nothing, even if a crash comes between.
///
/// ```
/// what is to come is written beside each file (fsync)
/// the step's own note is written: from here on it is decided
/// each file is put in its place, logs first; the note is removed
/// ```
///
/// The next to come after a crash finds the note and finishes the step, or finds none and throws away
/// what was prepared (`settle`). The lock that covers the files must be held.
package struct FileStep: Sendable {
  package enum Part: Sendable {
    /// Records appended to a log, and what a new one begins with.
    case append(RecordLog, [RecordLog.Fields])
    case replace(String, [UInt8])
    case remove(String)
  }

  /// The step is decided, but not all of its files could be put in place: the next start, or the
  /// next step, does.
  package struct Unfinished: UserFacingError, Hashable {
    package let cause: DiskError

    package var notice: Notice {
      let reason = cause.reason
      return Notice(
        Phrase(
          "已记入，但没有写完：\(reason[.hans])。", "已記入，但沒有寫完：\(reason[.hant])。",
          "It is noted, but not all of it is written yet: \(reason[.en])."),
        safe: Phrase("这次修改不会丢失。", "這次修改不會丟失。", "The change is not lost."),
        next: Phrase(
          "下次启动或下次修改之前会自动写完。", "下次啟動或下次修改之前會自動寫完。",
          "The next start, or the next change, finishes it first."))
    }

    package static let examples = [Unfinished(cause: .full(path: "register/QS/members.rec"))]
  }

  private let folder: String
  private let others: [String]
  private let disk: any Disk

  /// - Parameters:
  ///   - folder: where the files that change stand, and the step's note while it is under way.
  ///   - others: files elsewhere that may change in a step.
  package init(in folder: String, and others: [String] = [], on disk: any Disk) {
    (self.folder, self.others, self.disk) = (folder, others, disk)
  }

  private var note: String { folder + "/.step" }

  /// Whether a step was begun that is not finished.
  package var isUnderWay: Bool {
    get throws(DiskError) { try disk.status(note) != nil }
  }

  /// Carries a step out.
  ///
  /// - Throws: what went wrong, and then nothing was changed; or `Unfinished`.
  package func carryOut(_ parts: [Part]) throws {
    var lines: [NotedPart] = []
    do {
      for part in parts { lines.append(try prepare(part)) }
      try disk.replace(note, with: NotedPart.bytes(lines))
    } catch DiskError.unconfirmed(_, let cause) {
      // The note is there although it was said to have failed.
      do { try disk.remove(note) } catch { throw Unfinished(cause: cause) }
      for line in lines { try? disk.cancel(line.path) }
      throw cause
    } catch {
      for line in lines { try? disk.cancel(line.path) }
      throw error
    }
    do { try finish(lines) } catch let failed as NotStarted {
      // Nothing has been put in place yet, so that it can be taken back as a whole.
      do { try disk.remove(note) } catch { throw Unfinished(cause: failed.cause) }
      for line in lines { try? disk.cancel(line.path) }
      throw failed.cause
    }
  }

  private func prepare(_ part: Part) throws -> NotedPart {
    switch part {
    case .append(let log, let records):
      let (end, bytes) = try log.addition(records)
      try disk.prepare(log.path, bytes)
      return NotedPart(path: log.path, act: .append, end: end, base: nil)
    case .replace(let path, let bytes):
      let base = try disk.find(path).get().map { Digest(of: $0, 0..<$0.count) }
      try disk.prepare(path, bytes)
      return NotedPart(path: path, act: .replace, end: 0, base: base)
    case .remove(let path): return NotedPart(path: path, act: .remove, end: 0, base: nil)
    }
  }

  private struct NotStarted: Error { let cause: DiskError }

  private func finish(_ lines: [NotedPart]) throws {
    for (index, line) in lines.enumerated() {
      do { try put(line) } catch let error as DiskError {
        if index == 0, isUntouched(line) { throw NotStarted(cause: error) }
        throw Unfinished(cause: error)
      }
    }
    // What is in place is done; a note that stays behind is found to be so.
    try? disk.remove(note)
  }

  /// Whether a file is certain to be untouched: a call may fail after the one that did the work.
  private func isUntouched(_ line: NotedPart) -> Bool {
    do {
      switch line.act {
      case .remove: return false
      case .replace: return try disk.prepared(line.path) != nil
      case .append: return try disk.status(line.path).map { $0.size <= line.end } ?? true
      }
    } catch { return false }
  }

  /// Puts one file in its place, or finds that it is.
  private func put(_ line: NotedPart) throws {
    switch line.act {
    case .remove: try disk.remove(line.path)
    case .replace: try disk.complete(line.path)
    case .append:
      guard let bytes = try disk.prepared(line.path) else { return }
      let file = try disk.openLocked(line.path)
      defer { file.close() }
      let size = try file.size
      let there = size > line.end ? try file.read(line.end..<size) : []
      if !there.elementsEqual(bytes.array(0..<bytes.count)) {
        // A part of the records, left by a crash.
        if size > line.end { try file.truncate(to: line.end) }
        try file.append(bytes.array(0..<bytes.count))
      }
      // The records are in the log; what was prepared is found to be there, or thrown away, by the
      // next to come.
      try? disk.cancel(line.path)
    }
  }

  /// Finishes a step that was cut off after it was decided; throws away what was prepared for one
  /// that was not.
  ///
  /// - Throws: `StepBlocked` where somebody has changed a file in between; nothing is written then.
  package func settle() throws {
    guard let bytes = try disk.find(note).get() else {
      for name in try disk.names(in: folder) where Self.isPrepared(name) {
        try disk.remove("\(folder)/\(name)")
      }
      // Who writes to one that can't be looked at is told so; nobody else has to be.
      for path in others { try? disk.cancel(path) }
      return
    }
    let lines = try NotedPart.read(bytes, note)
    for line in lines where line.act == .replace {
      guard try disk.prepared(line.path) != nil else { continue }
      let now = try disk.find(line.path).get().map { Digest(of: $0, 0..<$0.count) }
      guard now == line.base else { throw StepBlocked(file: line.path) }
    }
    do { try finish(lines) } catch let error as NotStarted { throw error.cause }
  }

  private static func isPrepared(_ name: String) -> Bool {
    let isOfList = name.hasPrefix("allowed_signers.") && name.hasSuffix(".next")
    return HalfWritten.isNamed(name) || isOfList
      || [".rec.next", ".key.next", ".age.next"].contains { name.hasSuffix($0) }
  }
}

/// A line of the note: what is to become of one file.
private struct NotedPart {
  enum Act: String { case append, replace, remove }

  let path: String
  let act: Act
  /// Where a log ended before.
  let end: Int
  /// The digest of what is replaced; nil for a new file.
  let base: Digest?

  static func bytes(_ lines: [NotedPart]) -> [UInt8] {
    let records = lines.map { line in
      RecWriter.record([
        ("Path", line.path), ("Act", line.act.rawValue),
        ("End", line.act == .append ? "\(line.end)" : ""), ("Base", line.base?.text ?? ""),
      ])
    }
    return Array(("%rec: Part\n\n" + records.joined(separator: "\n")).utf8)
  }

  static func read(_ bytes: Bytes, _ note: String) throws -> [NotedPart] {
    try RecReader(bytes, source: note).read().records.map { record in
      guard let path = record["Path"], let act = record["Act"].flatMap(Act.init) else {
        throw RecError.notAField(file: note, line: record.line, text: record.text)
      }
      return NotedPart(
        path: path, act: act, end: record["End"].flatMap { wholeNumber($0) } ?? 0,
        base: record["Base"].flatMap { Digest($0) })
    }
  }
}

/// A step that a crash cut off can't be finished, because a file was changed since by other means.
package struct StepBlocked: UserFacingError, Hashable {
  package let file: String

  package var notice: Notice {
    let file = file
    return Notice(
      Phrase(
        "上一次修改没有写完，之后 \(file) 又被别的程序改动。",
        "上一次修改沒有寫完，之後 \(file) 又被別的程式改動。",
        "The last change was cut off, and \(file) was changed by another program since."),
      safe: Phrase(
        "两种内容都在：\(file) 和 \(file).next。", "兩種內容都在：\(file) 和 \(file).next。",
        "Both are there: \(file) and \(file).next."),
      next: Phrase(
        "请比较两个文件，留下正确的一个并删去 .next。", "請比較兩個檔案，留下正確的一個並刪去 .next。",
        "Compare the two, keep the right one and delete the .next."))
  }

  package static let examples = [StepBlocked(file: "register/QS/members.rec")]
}
