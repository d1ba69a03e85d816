import Foundation
import Patrol
import Records
import Runner

/// The small city with a file of every kind, each with something in it.
package enum FullDirectory {
  /// One file of each kind.
  package static let files: [String] =
    [
      "station.rec", "keys/allowed_signers.QSP", "keys/QS-001.key",
      "keys/tries.rec", "access/QSP.rec",
    ]
    + ["drafts/members-QS-001.rec", "books/2026/QS.patrol.rec", "books/2026/QS.inspection.rec"]
    + ["books/2026/QSP.handover.rec", "books/2026/QSP.keys.rec"]
    + ["policy", "desk", "changes", "mappings", "underway"].map { "register/QSP/\($0).rec" }
    + Kinds.ours.registers.map { "register/QSP/\($0.name).rec" }

  private static let whole = Result { try make() }

  /// A copy of it, for one test.
  package static func copy() throws -> Scratch { try whole.get().copy() }

  private static func make() throws -> Scratch {
    let scratch = try Demo.stocked()
    for (path, text) in SmallCity.settings { try scratch.write(text, to: path) }
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    _ = runner.perform(.record(try Sample.quiet()))
    _ = runner.perform(.inspect(try Signed.inspection()))
    let open = try runner.handing(.handover).open.map { HandedItem(.goesOn, $0.matter).text }
    _ = runner.perform(
      .write(
        NewPage(
          .handover,
          [
            "Station": "QSP 青石派出所", "Date": "2026-11-24", "From": "2026-11-24 08:00",
            "To": "2026-11-24 22:00", "Outgoing": "P-001 王警官", "Incoming": "P-002 李警官",
            "Open": open.joined(separator: "\n"), "Equipment": "radio 6",
          ])))
    _ = runner.perform(
      .put(RegisterRecord(.officers, ["Code": "P-009", "Name": "赵警官", "Unit": "QSP"], seen: nil)))
    _ = runner.perform(.reveal(Looking(.members, ["QS-001"], at: .fields, why: "核对")))
    _ = runner.perform(.saveDraft("members-QS-001", Draft(["Remark": "一"])))
    let out = [
      "Team": "QS-01 高庄村队", "From": "2026-11-24 21:00", "Due": "2026-11-25 00:00",
      "Leader": "QS-01-001 高有福", "Strength": "5",
    ]
    _ = runner.perform(.setOut(try Underway.schema.parse(out)))
    // Somebody who signs nothing in the tests: nobody else has to wait after it.
    let wrong = Signed.secret("000000")
    _ = runner.perform(.changeSecret(of: "QS-01-001", from: wrong, to: Signed.secret("739252")))
    try scratch.write(
      "%rec: Mapping\n\nCode: members-1\nRegister: members\nHeading: 组长\nField: Post\n",
      to: "register/QSP/mappings.rec")
    return scratch
  }
}

extension Scratch {
  /// A directory of its own with the same files, and the same rights to them.
  package func copy() throws -> Scratch {
    let copy = try Scratch()
    // What is only on its way may be in its place by the time it is looked at.
    for file in files() where !file.hasSuffix(".new") {
      try copy.write(try bytes(file), to: file)
      let rights = try FileManager.default.attributesOfItem(atPath: path + "/" + file)
      try FileManager.default.setAttributes(
        rights.filter { $0.key == .posixPermissions }, ofItemAtPath: copy.path + "/" + file)
    }
    return copy
  }
}
