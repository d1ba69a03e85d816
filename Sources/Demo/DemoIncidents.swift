import Patrol
import Records

/// The demo city's cases of eight weeks, each with its kind of place and its hour; nobody is named.
///
/// Most lie anywhere in an evening. Some come again at an hour after midnight when nobody is out: cover is
/// thin there.
extension DemoCity {
  /// What happened, and where such things do.
  private struct Kind {
    let category: IncidentCategory
    let count: Int
    let sites: [(section: String, place: String)]
    let what: String
    /// Whether nobody saw it: only a span of time is known.
    var isUnseen: Bool { [.burglary, .shop, .facility, .livestock].contains(category) }
    /// Whether it happens in villages too.
    var isRural: Bool { [.facility, .livestock, .burglary].contains(category) }
  }

  private static let kinds = [
    Kind(
      category: .ebike, count: 16, sites: [("和平小区车棚", "residence"), ("汽车站广场", "street")],
      what: "电动车1辆被盗"),
    Kind(
      category: .shop, count: 12, sites: [("人民路沿街", "shop"), ("北关市场", "market")],
      what: "沿街门店卷闸门被撬，损失待查"),
    Kind(
      category: .burglary, count: 10, sites: [("光明巷平房", "residence"), ("村西住户", "residence")],
      what: "住户门锁被撬"),
    Kind(category: .snatching, count: 3, sites: [("建设路", "street")], what: "行人挎包被抢夺，嫌疑人骑摩托离开"),
    Kind(
      category: .facility, count: 8, sites: [("机井台区", "facility"), ("通信线路沿线", "facility")],
      what: "电缆被剪断约30米"),
    Kind(category: .livestock, count: 4, sites: [("养殖圈舍", "field")], what: "羊2只被盗"),
    Kind(category: .vehicle, count: 3, sites: [("幸福里停车位", "residence")], what: "摩托车1辆被盗"),
    Kind(category: .robbery, count: 2, sites: [("河堤", "street")], what: "行人手机被抢走"),
    Kind(category: .fraud, count: 6, sites: [("步行街", "shop")], what: "冒充熟人转账"),
    Kind(category: .fight, count: 8, sites: [("夜市", "market")], what: "酒后争吵，一人轻微伤"),
    Kind(
      category: .theft, count: 12, sites: [("北关市场", "market"), ("打谷场", "field")],
      what: "财物被盗"),
  ]

  /// Where and when the same comes again: weekday, hour of the night (24 is midnight), unit, cases.
  private static let again: [(weekday: Int, hour: Int, unit: String, kind: Int, count: Int)] = [
    (1, 27, "DG-01", 0, 5), (5, 26, "BG-02", 1, 6), (6, 26, "DG-03", 0, 5), (2, 27, "SQ-01", 4, 4),
    (3, 27, "BG-01", 2, 4), (7, 25, "QS-01", 4, 4), (6, 25, "BY-01", 5, 4), (4, 26, "DG-02", 1, 5),
  ]

  package func incidents() throws -> [Incident] {
    var dice = Dice(seed: station.crewFloor * 7919 + 11)
    let places = units.filter { $0.kind == .community || $0.kind == .village }
    let urban = places.filter { $0.kind == .community }
    var all: [(from: Moment, unit: String, kind: Kind)] = []
    for kind in Self.kinds {
      for _ in 0..<kind.count {
        let hour = dice.pick([9, 11, 14, 17, 18, 19, 20, 20, 21, 21, 22, 22, 23, 23, 24, 25, 26])
        let day = today - Int.random(in: 0..<56, using: &dice)
        all.append(
          (
            Moment(day, hour * 60 + Int.random(in: 0..<60, using: &dice)),
            dice.pick(kind.isRural ? places : urban).code, kind
          ))
      }
    }
    for spot in Self.again {
      for week in 0..<spot.count {
        let back = (today.weekday - spot.weekday + 7) % 7 + week * 7
        let minute = spot.hour * 60 + Int.random(in: 0..<60, using: &dice)
        all.append((Moment(today - back, minute), spot.unit, Self.kinds[spot.kind]))
      }
    }
    let past = all.filter { $0.from < now.moment }.sorted { $0.from < $1.from }
    return try past.enumerated().map { index, one in
      let site = dice.pick(one.kind.sites)
      let minutes = one.kind.isUnseen ? 60 + Int.random(in: 0..<120, using: &dice) : nil
      let date = one.from.day
      return try Incident.schema.make {
        $0.code = "QSP-C-\(digits(index + 1, 4))"
        $0.category = one.kind.category
        $0.preventable = one.kind.category.isPreventable ? .yes : .no
        $0.major =
          one.kind.category.mayBeMajor ? one.kind.category == .robbery ? .yes : .no : nil
        $0.unit = one.unit
        $0.section = site.section
        $0.place = site.place
        $0.from = one.from
        // Nobody registers what is still to come.
        $0.to = minutes.map { min(one.from + $0, now.moment) }
        $0.foundBy = dice.pick(["call", "call", "call", "patrol", "informant"])
        $0.source = "110-\(digits(date.month * 100 + date.day, 4))-\(digits(index + 1, 3))"
        $0.what = one.kind.what
      }
    }
  }
}
