import Books
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("A directory is made whole, or begun again")
struct FoundingTests {
  private static let new = NewStation(
    name: "甲所", unit: "JS", officerName: "周正", officer: "100021", city: nil, kind: .station)

  private func found(_ disk: any Disk) throws {
    try DirectoryMaking.found(
      Self.new, under: Signed.secret(), .hans, at: Demo.now, isMadeUp: true, on: disk,
      cost: .least)
  }

  @Test("Cut off at any writing, it is taken up again and comes out the same")
  func cutOff() throws {
    let whole = try Scratch()
    try found(whole.disk)
    let files = whole.files()
    var cut = 0
    for count in 0... {
      let scratch = try Scratch()
      let failing = FailingDisk(
        scratch.disk, .cut, acts: FailingDisk.Act.writing, after: count)
      do {
        try found(failing)
        break
      } catch {}
      cut += 1
      #expect(try !scratch.exists("station.rec") || DataDirectory(scratch.disk).isToBeMade == false)
      if !scratch.exists("station.rec") {
        #expect(try DataDirectory(scratch.disk).isToBeMade, "\(count): \(scratch.files())")
        try found(scratch.disk)
      }
      #expect(scratch.files().filter { $0 != ".making" } == files, "\(count)")
      #expect(try Demo.isSound(scratch))
    }
    #expect(cut > 8, "\(cut)")
  }

  @Test("Begun again under another code, nothing is left of the first")
  func otherCode() throws {
    let scratch = try Scratch()
    try scratch.write("", to: ".making")
    try scratch.write("x", to: "register/OLD/units.rec")
    try scratch.write("x", to: "keys/P-9.key")
    try found(scratch.disk)
    #expect(!scratch.exists("register/OLD/units.rec") && !scratch.exists("keys/P-9.key"))
    #expect(!scratch.exists(".making"))
  }

  @Test(
    "A directory with somebody's files is refused and left alone", arguments: [[], [".making"]])
  func others(_ ours: [String]) throws {
    let scratch = try Scratch()
    for file in ours { try scratch.write("", to: file) }
    try scratch.write("mine", to: "letter.txt")
    #expect(throws: DirectoryError.alreadyThere(scratch.path)) { try found(scratch.disk) }
    #expect(try !DataDirectory(scratch.disk).isToBeMade)
    #expect(throws: DirectoryError.notOurs(scratch.path)) {
      try DataDirectory(scratch.disk).check()
    }
    #expect(try scratch.text("letter.txt") == "mine")
  }
}
