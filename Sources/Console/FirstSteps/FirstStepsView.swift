import Patrol
import Terminal
import Wording

extension FirstStepsScreen {
  func view(in world: World) -> any Block {
    let steps = FirstSteps(world.hasDirectory ? world.snapshot : nil)
    let current = current(in: world)
    let list = list(steps, current, world)
    let about = CutText { width in text(current, steps.state(current), width, world) }
    let number = "\(current.rawValue + 1)"
    let title = Phrase(
      "第 \(number) 步  \(current.title[.hans])", "第 \(number) 步  \(current.title[.hant])",
      "Step \(number)  \(current.title[.en])")
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(title[world.language], .titleFocus),
        note: Line(steps.line[world.language], .dim), isFocused: true, glyphs: world.glyphs
      ) {
        if world.size.width >= 76 {
          HStack {
            list.width(.cells(world.language == .en ? 33 : 27))
            UprightLine(glyphs: world.glyphs).width(.cells(1))
            about
          }
        } else {
          StepsOverText(steps: list, text: about, glyphs: world.glyphs)
        }
      }
    }
  }

  private func list(_ steps: FirstSteps, _ current: FirstSteps.Step, _ world: World) -> Table {
    let all = FirstSteps.Step.allCases
    return Table(
      [.init("", .share(1)), .init("", .cells(world.language == .en ? 5 : 6), isRight: true)],
      count: all.count, selected: current.rawValue, isFocused: true, hasHeading: false
    ) { index in
      let step = all[index]
      let title = " \(index + 1) " + step.title[world.language]
      switch steps.state(step) {
      case .done: return [Line(world.glyphs.check, .good) + Line(title, .dim), Line([])]
      case .next:
        return [
          Line(world.glyphs.done, .underway) + Line(title, .bold),
          Line(Phrase("下一步", "下一步", "next")[world.language], .underway),
        ]
      case .later:
        return [
          Line(world.glyphs.missing) + Line(title),
          Line(Phrase("可后做", "可後做", "later")[world.language], .dim),
        ]
      }
    }
  }

  private func text(
    _ step: FirstSteps.Step, _ state: FirstSteps.State, _ width: Int, _ world: World
  ) -> [Line] {
    let first: Phrase =
      if !world.hasDirectory, step == .station { .noDirectory(world.place) } else { step.about }
    var lines = LineBreak.lines(first[world.language], width: width).map { Line($0) }
    if state == .done {
      let done = step.found(in: world)
      lines += [Line([])]
      lines += LineBreak.lines(done[world.language], width: width).map { Line($0, .good) }
    }
    let hint: Phrase = state == .done ? .doneAlready : .enterDoes
    return lines + [Line([])]
      + LineBreak.lines(hint[world.language], width: width).map { Line($0, .dim) }
  }
}

/// What a step is about is read to its end; of the steps above it, those around the chosen one show.
private struct StepsOverText: Block {
  let steps: Table
  let text: CutText
  let glyphs: Glyphs

  func draw(in area: Rect, on surface: inout Surface) {
    let words = text.lines(area.inset(1, 0).width).count
    let left = area.divided(top: 0, bottom: words + 1).middle.height
    let shown = min(FirstSteps.Step.allCases.count, max(2, left))
    VStack {
      steps.height(.cells(shown))
      RuleLine(glyphs: glyphs)
      text
    }
    .draw(in: area, on: &surface)
  }
}

extension FirstSteps.Step {
  /// What is done in it.
  fileprivate var about: Phrase {
    switch self {
    case .station:
      Phrase("所名、代号、首位民警和签字口令。", "所名、代號、首位民警和簽字口令。", "Name, code, first officer and PIN.")
    case .floors:
      Phrase(
        "方案要求：市级 80 人、乡镇 15 人、村组 5 人。照此就连按 Enter，再按 F10；县里另有规定就改。",
        "方案要求：市級 80 人、鄉鎮 15 人、村組 5 人。照此就連按 Enter，再按 F10；縣裡另有規定就改。",
        "The order asks for 80 in the city, 15 in a township, 5 in a village. Take them by Enter and F10, or type what the county decided."
      )
    case .units:
      Phrase(
        "街道、镇、乡、社区、村，一行一个或几个；可粘贴表格。类别看名称，代号自动编，都可改。",
        "街道、鎮、鄉、社區、村，一行一個或幾個；可貼上表格。類別看名稱，代號自動編，都可改。",
        "Townships, communities, villages: one or several a line, or a pasted table. Kind and code are proposed."
      )
    case .teams:
      Phrase(
        "每个单位一支队，队名已拟好：镇街是专职队，村和社区是队。改好按 F10。",
        "每個單位一支隊，隊名已擬好：鎮街是專職隊，村和社區是隊。改好按 F10。",
        "A team for each unit; their names are proposed. Change them and press F10.")
    case .members:
      Phrase(
        "一行一人：姓名、电话。可粘贴花名册，或 F4 选表格文件。", "一行一人：姓名、電話。可貼上花名冊，或 F4 選表格檔案。",
        "One person a line: name and phone. A roll can be pasted, or a table chosen with F4.")
    case .page:
      Phrase(
        "记下第一次巡逻，保存后当场签字，这一页就定下来了。检查要两方签字，等队长有了口令再做。",
        "記下第一次巡邏，儲存後當場簽字，這一頁就定下來了。檢查要兩方簽字，等隊長有了口令再做。",
        "Record the first patrol; it is signed as soon as it is saved. An inspection takes both sides, once the leaders have their PINs."
      )
    }
  }

  /// What there is of it by now.
  fileprivate func found(in world: World) -> Phrase {
    let snapshot = world.snapshot
    switch self {
    case .station: return Phrase(verbatim: "\(snapshot.station.name)  \(snapshot.station.unit)")
    case .floors:
      let station = snapshot.station
      let floors = "\(station.cityFloor) · \(station.townshipFloor) · \(station.villageFloor)"
      return Phrase(verbatim: floors)
    case .units:
      let count = snapshot.units.count
      return Phrase("已登记 \(count) 个单位", "已登記 \(count) 個單位", "\(count) units")
    case .teams, .members: return .teamsAndPeople(snapshot)
    case .page: return Phrase("已有签字的页", "已有簽字的頁", "A page is signed")
    }
  }
}

extension Phrase {
  /// Before anything is there.
  fileprivate static func noDirectory(_ place: String) -> Phrase {
    Phrase(
      "这里还没有台账。先把本所建起来，约 3 分钟；中途 Esc 可离开，下次从这里接着做。\n存放在 \(place)\n已有台账？核对 --data，或磁盘没有接上。\n先试用：xunfang demo 目录",
      "這裡還沒有臺賬。先把本所建起來，約 3 分鐘；中途 Esc 可離開，下次從這裡接著做。\n存放在 \(place)\n已有臺賬？核對 --data，或磁碟沒有接上。\n先試用：xunfang demo 目錄",
      "Nothing is kept here yet. Set the station up first, in about three minutes; Esc leaves, and it is gone on with later.\nKept in \(place)\nYou have one already? Look at --data, or whether its drive is there.\nTo try things out: xunfang demo DIRECTORY"
    )
  }
  fileprivate static let enterDoes = Phrase(
    "Enter 做这一步", "Enter 做這一步", "Enter does this step")
  fileprivate static let doneAlready = Phrase(
    "已做；Enter 可再补", "已做；Enter 可再補", "Done; Enter adds to it")
}
