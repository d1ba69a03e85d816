import Foundation
import Patrol
import TestSupport
import Testing

@Suite("Annexes are sealed and opened by command")
struct AnnexProgramTests {
  @Test("What a file says is sealed; an officer it is for reads it, and says why")
  func life() throws {
    let scratch = try Demo.small()
    Signed.issueKeys(try Demo.runner(scratch))
    let program = try Program(on: scratch)
    let folder = try Scratch()
    let (pin, annex) = (folder.path + "/pin", folder.path + "/annex.rec")
    try folder.write(Signed.pin + "\n", to: "pin")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: pin)
    _ = try program.run([
      "put", "intelligence", "Code=QSP-Q-0001", "Facts=门外停车", "Reported=2026-11-24 20:30",
      "Source=public",
      "Subject=vehicle", "Unit=QS", "Urgency=ordinary", "--new",
    ])
    try folder.write("Who: 高个子\nVehicle: 豫Z00017\n", to: "annex.rec")
    let sealed = try program.run([
      "intelligence", "seal", "QSP-Q-0001", "--officers", "P-001,P-002", "--file",
      annex,
    ])
    #expect(sealed.status == 0, "\(sealed.err)")
    func unseal(_ person: String, why: String) throws -> Tool.Result {
      try program.run([
        "intelligence", "unseal", "QSP-Q-0001", "--why", why, "--signer", person, "--pin-file",
        pin,
      ])
    }
    let opened = try unseal("P-002", why: "核对车辆")
    #expect(opened.out == "姓名或特征  高个子\n车辆  豫Z00017\n", "\(opened.out)\(opened.err)")
    #expect(try program.run(["access"]).out.contains("核对车辆"))
    let other = try unseal("QS-001", why: "看看")
    #expect(other.status == 1 && other.err.contains("不是给 周建林 的密钥封的"), "\(other.err)")
    try folder.write("Name: 某人\n", to: "annex.rec")
    let wrong = try program.run([
      "intelligence", "seal", "QSP-Q-0001", "--officers", "P-001", "--file",
      annex,
    ])
    #expect(wrong.status == 64 && wrong.err.contains("附件里没有“Name”这一项"), "\(wrong.err)")
  }
}
