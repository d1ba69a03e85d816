import Books
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("What the county decides and what the desk likes stand apart")
struct SettingsGroupTests {
  private static let policy = "register/QSP/policy.rec"
  private static let desk = "register/QSP/desk.rec"

  /// A directory in which each group has its file.
  private func split() throws -> Scratch {
    let scratch = try Demo.stocked()
    for group in ["Grace": "2", "Theme": "dark"] {
      let other = group.key == "Grace" ? "3" : "light"
      _ = try Demo.runner(scratch).perform(.setStation([group.key: other]))
      _ = try Demo.runner(scratch).perform(.setStation([group.key: group.value]))
    }
    return scratch
  }

  @Test(
    "What stands in station.rec counts until its group is changed, which moves it to a file of its own"
  )
  func older() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    #expect(try runner.snapshot.station.cityFloor == 80 && runner.unread().isEmpty)
    #expect(!scratch.exists(Self.policy) && !scratch.exists(Self.desk))
    _ = runner.perform(.setStation(["CityFloor": "77"]))
    #expect(
      try scratch.text(Self.policy).hasSuffix(
        """
        Unit: QSP
        Rollover: 08:00
        CityFloor: 77
        TownshipFloor: 15
        VillageFloor: 5
        CrewFloor: 3
        Grace: 2
        PatrolHours: 3

        """))
    #expect(!scratch.exists(Self.desk))
    _ = runner.perform(.setStation(["OnDuty": "P-002 李警官"]))
    #expect(
      try scratch.text(Self.desk).hasSuffix(
        "\n\nUnit: QSP\nLanguage: zh-Hans\nTheme: dark\nOnDuty: P-002 李警官\n"))
    let text = try scratch.text("station.rec")
    #expect(text.contains("Unit: QSP\n") && text.contains("Name: 青石派出所\n"))
    for moved in [SettingsGroup.policy, .desk].flatMap(\.columns) where moved.name != "Unit" {
      #expect(!text.contains("\n\(moved.name):"), "\(moved.name)")
    }
    let station = try Demo.snapshot(scratch).station
    #expect(station.cityFloor == 77 && station.onDuty == Named("P-002", "李警官"))
    #expect(station.name == "青石派出所" && station.theme == "dark")
  }

  @Test("A file that an older directory was given and lost is named: nothing counts in its place")
  func lost() throws {
    let scratch = try Demo.small()
    _ = try Demo.runner(scratch).perform(
      .setStation(["Rollover": "06:00", "OnDuty": "P-002 李警官"]))
    try scratch.disk.remove(Self.desk)
    #expect(
      try Demo.runner(scratch).unread().map { $0.happened[.hans] } == [
        "\(Self.desk) 未读入：文件不存在。"
      ])
    #expect(try Demo.snapshot(scratch).station.onDuty == nil)
    try scratch.disk.remove(Self.policy)
    let said = Said.by(try Demo.runner(scratch).perform(.open(nil)))
    #expect(said.contains("\(Self.policy) 未读入：文件不存在"), "\(said)")
  }

  @Test("An empty setting of a group's own file is empty")
  func emptied() throws {
    let scratch = try Demo.small()
    _ = try Demo.runner(scratch).perform(.setStation(["OnDuty": ""]))
    #expect(try Demo.snapshot(scratch).station.onDuty == nil)
    #expect(try !scratch.text("station.rec").contains("OnDuty"))
  }

  @Test("The name of an older directory is changed where it stands, and all else stays there")
  func named() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.setStation(["Name": "青石河派出所"]))
    let text = try scratch.text("station.rec")
    #expect(text.contains("Name: 青石河派出所\n") && text.contains("CityFloor: 80\n"))
    #expect(text.contains("OnDuty: P-001 王警官\n") && !scratch.exists(Self.policy))
    #expect(try runner.snapshot.station.cityFloor == 80)
  }

  @Test("Settings of two groups that are set in one go are one step")
  func together() throws {
    let scratch = try split()
    let runner = try Demo.runner(scratch)
    let before = (try scratch.text(Self.policy), try scratch.text(Self.desk))
    let said = Said.by(runner.perform(.setStation(["CityFloor": "77", "Theme": "light"])))
    #expect(said == "已存（登记）：本所设置 配色、市级编制。C-z 撤销。" || said == "已存（登记）：本所设置 市级编制、配色。C-z 撤销。")
    #expect(try scratch.text(Self.policy).contains("CityFloor: 77\n"))
    #expect(try scratch.text(Self.desk).contains("Theme: light\n"))
    _ = runner.perform(.undo)
    #expect((try scratch.text(Self.policy), try scratch.text(Self.desk)) == before)
  }

  @Test("A step of before the groups had files of their own is taken back in the group's file")
  func olderStep() throws {
    let scratch = try Demo.small()
    try scratch.write(
      try scratch.text("station.rec").replacing("CityFloor: 80", with: "CityFloor: 77"),
      to: "station.rec")
    try scratch.write(
      """
      %rec: Change

      Number: 1
      Step: 1
      At: 2026-11-24T20:00:00+08:00
      By: P-001 王警官
      Act: edit
      Register: settings
      Code: QSP
      Field: CityFloor
      From: 80
      To: 77
      Last: yes


      """, to: "register/QSP/changes.rec")
    let runner = try Demo.runner(scratch)
    #expect(Said.by(runner.perform(.undo)) == "已撤销（登记）：本所设置 市级编制。C-y 重做。")
    #expect(try runner.snapshot.station.cityFloor == 80)
    #expect(try scratch.text(Self.policy).contains("CityFloor: 80\n"))
  }

  @Test("A new directory has a file for each group")
  func new() throws {
    let scratch = try Demo.directory()
    #expect(try !scratch.text("station.rec").contains("Rollover"))
    let station = try Demo.snapshot(scratch).station
    #expect(station.rollover == 480 && station.taxiDeclared == 12 && station.isDemo)
    #expect(station.onDuty == Named("P-001", "王警官"))
  }

  @Test(
    "Where the likes of the desk were not read, that is said, the books go on in the station's name",
    arguments: [
      "", "Unit: QSP\n不是栏目\n", "Unit: QSP\nLanguage: zh-Hans\n", "Unit: BGP\nTheme: dark\n",
    ])
  func deskNotRead(_ text: String) throws {
    let scratch = try split()
    try scratch.write(text, to: Self.desk)
    let runner = try Demo.runner(scratch)
    #expect(try runner.unread().contains { $0.happened[.hans].hasPrefix(Self.desk) })
    #expect(try runner.snapshot.station.onDuty == nil, "not what station.rec says")
    #expect(!Said.by(runner.perform(.setStation(["OnDuty": "P-002 李警官"]))).hasPrefix("已存"))
    #expect(try scratch.text(Self.desk) == text)
    #expect(Said.by(runner.perform(.setStation(["Grace": "3"]))).hasPrefix("已存"))
    #expect(Said.by(runner.perform(.record(try Sample.quiet()))) == "№1")
    #expect(try scratch.text("books/2026/QS.patrol.rec").contains(" QSP 青石派出所\n"))
  }

  @Test(
    "Where the policy was not read nothing is said of any day, and nothing is written",
    arguments: ["", "Unit: QSP\n不是栏目\n", "Unit: QSP\nRollover: 25:00\n", "Unit: BGP\nGrace: 2\n"])
  func policyNotRead(_ text: String) throws {
    let scratch = try split()
    try scratch.write(text, to: Self.policy)
    let before = try DirectoryState(scratch)
    let runner = try Demo.runner(scratch)
    for command in [
      Command.open(nil), .record(try Sample.quiet()), .setStation(["Grace": "3"]),
      .setStation(["Theme": "light"]), .undo,
    ] {
      let said = Said.by(runner.perform(command))
      #expect(said.contains("\(Self.policy)"), "\(said)")
    }
    #expect(try DirectoryState(scratch) == before)
  }

  @Test("A file that was there and is gone is named, and station.rec is not asked in its place")
  func gone() throws {
    let scratch = try Demo.directory()
    let (policy, desk) = (try scratch.text(Self.policy), try scratch.text(Self.desk))
    try scratch.disk.remove(Self.desk)
    let runner = try Demo.runner(scratch)
    #expect(
      try runner.unread().map { $0.happened[.hans] } == ["\(Self.desk) 未读入：文件不存在。"])
    // What the desk likes can be said anew, as a whole.
    #expect(Said.by(runner.perform(.setStation(["OnDuty": "P-001 王警官"]))).hasPrefix("Language: "))
    let likes = ["Language": "zh-Hans", "Theme": "auto", "OnDuty": "P-001 王警官"]
    #expect(Said.by(runner.perform(.setStation(likes))).hasPrefix("已存"))
    #expect(try scratch.text(Self.desk) == desk && runner.unread().isEmpty)
    try scratch.disk.remove(Self.policy)
    let said = Said.by(try Demo.runner(scratch).perform(.open(nil)))
    #expect(said.contains("\(Self.policy) 未读入：文件不存在"), "\(said)")
    try scratch.write(policy, to: Self.policy)
    #expect(!Said.by(try Demo.runner(scratch).perform(.open(nil))).contains("未读入"))
  }

  @Test("A change that another program makes in a group's file shows in a console that is open")
  func changedOutside() throws {
    let scratch = try split()
    let runner = try Demo.runner(scratch)
    #expect(try runner.snapshot.station.cityFloor == 80)
    try scratch.write(
      try scratch.text(Self.policy).replacing("CityFloor: 80", with: "CityFloor: 9999"),
      to: Self.policy)
    _ = runner.perform(.setStation(["Theme": "light"]))
    #expect(try runner.snapshot.station.cityFloor == 9999)
  }
}
