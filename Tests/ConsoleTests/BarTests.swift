import Patrol
import Terminal
import TestSupport
import Testing

@testable import Console

@Suite("Bars are as long as their numbers")
struct BarTests {
  private func cells(_ surface: Surface, _ y: Int, _ role: Role) -> Int {
    (0..<surface.size.width).count { surface[$0, y].role == role }
  }

  @Test("A bar is held against what is due, and what is lacking goes on as a line")
  func bars() {
    func drawn(_ bars: [Chart.Bar]) -> Surface {
      var surface = Surface(Size(40, 3))
      Bars(bars: bars, glyphs: .unicode).draw(in: Rect(width: 40, height: 3), on: &surface)
      return surface
    }
    // 40 cells less the name and the count.
    let surface = drawn([
      .init(name: "甲", number: 20, due: 20), .init(name: "乙", number: 10, due: 20),
      .init(name: "丙", number: 0, due: 0),
    ])
    #expect((0..<3).map { cells(surface, $0, .span) } == [20, 10, 0])
    #expect(cells(surface, 1, .warning) == 10 + "10/20".count)
    // However little is lacking, it shows.
    let nearly = drawn([.init(name: "丁", number: 399, due: 400)])
    #expect(cells(nearly, 0, .span) == 19)
    #expect(cells(nearly, 0, .warning) == 1 + "399/400".count)
    #expect(cells(surface, 0, .warning) == 0)
  }

  @Test("A column stands under its hour, in proportion, and whatever there is shows")
  func columns() {
    var surface = Surface(Size(76, 11))
    var numbers = [Int](repeating: 0, count: 24)
    (numbers[0], numbers[12], numbers[23]) = (1, 50, 100)
    HourColumns(
      columns: numbers.enumerated().map { Chart.Column(hour: (8 + $0) % 24, number: $1) }
    )
    .draw(in: Rect(width: 76, height: 11), on: &surface)
    func height(_ column: Int) -> Int {
      let x = HourWeekMap.label + column * HourWeekMap.cell + 1
      return (0..<11).count { surface[x, $0].role == .span }
    }
    #expect([0, 1, 12, 23].map(height) == [1, 0, 5, 10])
    #expect(surface.text.contains("50") && surface.text.contains("++"))
  }

  @Test("Who is more than a team's floor stands in for nobody of another")
  func strength() throws {
    let snapshot = try Demo.snapshot(try Demo.directory())
    let all = snapshot.strengthByArea()
    #expect(all.first?.area == nil && all.first?.due == 80)
    for area in all {
      guard let code = area.area else { continue }
      let teams = snapshot.teams.filter { snapshot.area(of: $0.code) == code }
      let lacking = teams.reduce(0) {
        $0 + max(0, snapshot.floor(of: $1) - snapshot.members(of: $1.code).count)
      }
      #expect(area.due - area.filled == lacking, "\(code)")
    }
    #expect(all.contains { $0.filled < $0.due })
    #expect(snapshot.strengthByArea(unit: "DG").map(\.area) == ["DG"])
  }
}
