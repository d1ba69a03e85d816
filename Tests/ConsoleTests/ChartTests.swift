import Foundation
import FoundationXML
import Patrol
import Terminal
import Testing

@testable import Console

@Suite("A chart is one value, drawn in cells and for paper")
struct ChartTests {
  private static let odd = "<甲 & \"乙\">"

  private static let week: WeekHours = {
    var hours = WeekHours()
    for (index, place) in WeekHours.places.enumerated() where index % 5 == 0 {
      hours[place] = index / 5 + 1
    }
    return hours
  }()

  /// A chart of each kind, and the figures that have to stand in any drawing of it.
  static let charts: [(chart: Chart, figures: [String])] = [
    (
      chart(
        .bars([
          .init(name: "甲镇", number: 78, due: 80), .init(name: odd, number: 25, due: 25),
          .init(name: "丙乡", number: 0, due: 0),
        ])), ["78/80", "25/25", "0/0"]
    ),
    (
      chart(.columns((0..<24).map { .init(hour: (8 + $0) % 24, number: $0 * 3) })),
      (0..<24).map { "\($0 * 3)" }
    ),
    (
      chart(
        .map(
          .init(
            numbers: week, firstHour: 8, kind: .incidents,
            weekdays: ["一", "二", "三", "四", "五", "六", "日"]
          ))), (1...34).map { "\($0)" }
    ),
    (
      chart(
        .calendar(
          .init(
            firstWeekday: 7, weekdays: ["一", "二", "三", "四", "五", "六", "日"],
            numbers: (0..<30).map { $0 < 24 ? $0 + 40 : nil }))), (40...63).map { "\($0)" }
    ),
    (
      chart(
        .line([
          .init(name: "11上旬", number: 19, before: 23), .init(name: "11中旬", number: 14, before: nil),
          .init(name: "11下旬", number: 8, before: 31, isOpen: true),
          .init(name: "12上旬", number: nil, before: nil),
        ])), ["19", "14", "8", "23", "31"]
    ),
  ]

  private static func chart(_ figures: Chart.Figures) -> Chart {
    Chart(
      title: odd, unit: "起", across: "时", figures: figures, legend: ["本期", "去年", "未完"])
  }

  private func drawn(_ chart: Chart, _ size: Size, _ glyphs: Glyphs = .unicode) -> Surface {
    var surface = Surface(size)
    ChartBlock(chart: chart, glyphs: glyphs).draw(in: Rect(size), on: &surface)
    return surface
  }

  /// Numbers in a text as they stand.
  private func numbers(_ text: String) -> [String] {
    text.matches(of: /\d+(\/\d+)?/).map { String($0.0) }
  }

  @Test(
    "Every figure stands in writing in the cells, with Unicode's marks and with ASCII's",
    arguments: 0..<5)
  func cells(_ index: Int) {
    let (chart, figures) = Self.charts[index]
    for glyphs in [Glyphs.unicode, .ascii] {
      let text = drawn(chart, Size(78, 18), glyphs).text
      var left = numbers(text)
      for figure in figures {
        let at = left.firstIndex(of: figure)
        #expect(at != nil, "\(figure)\n\(text)")
        if let at { left.remove(at: at) }
      }
      if glyphs == .ascii { #expect(!text.contains { "─●○·▲".contains($0) }, "\(text)") }
    }
  }

  /// What stands in the drawing, read by somebody else.
  private final class Reader: NSObject, XMLParserDelegate {
    var texts: [String] = []
    var elements: [String: Int] = [:]
    var fills: Set<String> = []
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements[name, default: 0] += 1
      text = ""
      for value in [attributes["fill"], attributes["stroke"]].compactMap({ $0 }) {
        fills.insert(value)
      }
      for name in ["x", "y", "width", "height"] {
        if let value = attributes[name].flatMap({ Int($0) }), value < 0 || value > 720 {
          fills.insert("outside")
        }
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      if name == "text" { texts.append(text) }
      text = ""
    }
  }

  @Test(
    "For paper it is SVG that any reader takes, in greys, with every figure in writing",
    arguments: 0..<5)
  func paper(_ index: Int) throws {
    let (chart, figures) = Self.charts[index]
    let parser = XMLParser(data: Data(chart.svg.utf8)), reader = Reader()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))\n\(chart.svg)")
    #expect(reader.texts.first?.contains(Self.odd) == true)
    var left = reader.texts
    for figure in figures {
      let at = left.firstIndex(of: figure)
      #expect(at != nil, "\(figure)")
      if let at { left.remove(at: at) }
    }
    for fill in reader.fills where fill != "none" {
      let parts = [1, 3, 5].map { fill.dropFirst($0).prefix(2) }
      #expect(fill.count == 7 && Set(parts).count == 1, "\(fill)")
    }
    #expect((reader.elements["rect"] ?? 0) + (reader.elements["polyline"] ?? 0) > 3)
  }

  @Test("What XML does not allow is told by its number")
  func escaped() throws {
    #expect(SVG.escaped("a<b>&\"\u{7}\u{1B}[0m\n") == "a&lt;b&gt;&amp;&quot;U+7U+1B[0m ")
  }

  @Test("A chart without figures, and one of nothing but noughts, is drawn all the same")
  func empty() {
    let nothing: [Chart.Figures] = [
      .bars([]), .columns([]), .line([]), .columns((0..<24).map { .init(hour: $0, number: 0) }),
      .calendar(.init(firstWeekday: 1, weekdays: [], numbers: [])),
      .map(.init(numbers: WeekHours(), firstHour: 0, kind: .cover, weekdays: ["一"])),
      .line([.init(name: "1上旬", number: nil, before: nil)]),
      .line([.init(name: "1上旬", number: 0, before: 0)]),
    ]
    for figures in nothing {
      let chart = Self.chart(figures)
      for size in [Size(78, 18), Size(20, 4), Size(7, 1)] {
        #expect(drawn(chart, size).text.split(separator: "\n").count <= size.height)
      }
      #expect(XMLParser(data: Data(chart.svg.utf8)).parse(), "\(figures)")
    }
  }

  @Test("More bars than lines: who lacks most shows, and the others are added up")
  func many() {
    let bars = (1...9).map { Chart.Bar(name: "甲\($0)", number: 10 - $0 % 3, due: 10) }
    var surface = Surface(Size(60, 4))
    Bars(bars: bars, glyphs: .unicode).draw(in: Rect(width: 60, height: 4), on: &surface)
    let lines = surface.text.split(separator: "\n")
    #expect(lines.prefix(3).map { $0.prefix(2) } == ["甲2", "甲5", "甲8"])
    #expect(lines.prefix(3).allSatisfy { $0.hasSuffix("8/10") })
    #expect(lines[3].hasPrefix("+6") && lines[3].hasSuffix("57/60"), "\(surface.text)")
  }

  @Test("The line goes up with the numbers, and the highest stands at the top")
  func line() {
    let surface = drawn(Self.charts[4].chart, Size(78, 18))
    func y(_ mark: Character) -> [Int] {
      (0..<78).compactMap { x in (0..<14).first { surface[x, $0].character == mark } }
    }
    // 19 and 14 of this year, the second lower, and 8 in days that are not over; 23 and 31 of the last.
    let now = y("●")
    #expect(now.count == 2 && now[0] < now[1])
    #expect(y("◐").first.map { $0 > now[1] } == true)
    #expect(y("○").last == 1)
    // No line leads to what is not over.
    let dots = (0..<78).filter { x in (1..<14).contains { surface[x, $0].character == "·" } }
    let open = (0..<78).first { x in (1..<14).contains { surface[x, $0].character == "◐" } } ?? 0
    #expect(!dots.isEmpty && dots.allSatisfy { $0 < open - 5 })
  }
}
