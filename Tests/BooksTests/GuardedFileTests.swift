import Foundation
import TestSupport
import Testing

@testable import Books

@Suite("A private key is read only where nobody else can have read or exchanged it")
struct GuardedFileTests {
  private static let path = "keys/A.key"

  private func directory() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.disk.makeDirectory("keys")
    try scratch.disk.replace(Self.path, with: Array("secret".utf8))
    return scratch
  }

  private func exposure(_ scratch: Scratch) throws -> FileExposure? {
    do throws(DiskError) { _ = try scratch.disk.readGuarded(Self.path) } catch {
      guard case .exposed(_, let exposure) = error else { throw error }
      return exposure
    }
    return nil
  }

  @Test("As the program writes it, it is read")
  func own() throws {
    let scratch = try directory()
    #expect(try exposure(scratch) == nil)
    #expect(try scratch.disk.readGuarded(Self.path).text == "secret")
    #expect(throws: DiskError.notFound(path: "keys/B.key")) {
      try scratch.disk.readGuarded("keys/B.key")
    }
    #expect(throws: DiskError.notAFile(path: "keys")) { try scratch.disk.readGuarded("keys") }
  }

  @Test("A link, another name, rights for others, and a folder that others write in are named")
  func others() throws {
    var scratch = try directory()
    for mode: mode_t in [0o640, 0o604, 0o620, 0o602, 0o601] {
      chmod(scratch.path + "/" + Self.path, mode)
      #expect(try exposure(scratch) == .rights, "\(mode)")
    }
    chmod(scratch.path + "/" + Self.path, 0o400)
    #expect(try exposure(scratch) == nil)
    for folder in ["", "/keys"] {
      for mode: mode_t in [0o770, 0o707, 0o1777] {
        chmod(scratch.path + folder, mode)
        #expect(try exposure(scratch) == .folder, "\(folder) \(mode)")
      }
      chmod(scratch.path + folder, 0o755)
      #expect(try exposure(scratch) == nil, "others may look, not write")
    }
    link(scratch.path + "/" + Self.path, scratch.path + "/other")
    #expect(try exposure(scratch) == .otherName)
    scratch = try directory()
    rename(scratch.path + "/" + Self.path, scratch.path + "/other")
    symlink(scratch.path + "/other", scratch.path + "/" + Self.path)
    #expect(try exposure(scratch) == .link)
  }

  @Test("A file of another account is named, and a folder of another one but root's")
  func foreign() {
    var (file, folder) = (stat(), stat())
    (file.st_uid, file.st_nlink, file.st_mode) = (1000, 1, 0o100600)
    (folder.st_uid, folder.st_mode) = (1000, 0o040700)
    #expect(FileExposure.of(file, in: [folder], for: 1000) == nil)
    #expect(FileExposure.of(file, in: [folder], for: 1001) == .foreign)
    folder.st_uid = 0
    #expect(FileExposure.of(file, in: [folder], for: 1000) == nil)
    folder.st_uid = 1002
    #expect(FileExposure.of(file, in: [folder], for: 1000) == .folder)
  }

  @Test("What is written new goes through no link that somebody has put there")
  func planted() throws {
    let scratch = try directory()
    try scratch.write("as it was", to: "victim")
    symlink(scratch.path + "/victim", "\(scratch.path)/\(Self.path).next")
    symlink(scratch.path + "/victim", "\(scratch.path)/\(Self.path).\(getpid()).new")
    try scratch.disk.replace(Self.path, with: [0x61])
    try scratch.disk.prepare(Self.path, [0x62])
    #expect(try scratch.disk.prepared(Self.path)?.text == "b")
    try scratch.disk.complete(Self.path)
    #expect(try scratch.disk.readGuarded(Self.path).text == "b")
    #expect(try scratch.text("victim") == "as it was")
  }
}
