import Wording

extension MessagePlan {
  /// To how many, what fell away, and what it takes: a line each.
  package var lines: [Phrase] {
    let groups = AudienceGroup.allCases.compactMap { group -> Phrase? in
      let count = recipients.count { $0.group == group }
      guard count > 0 else { return nil }
      return Phrase { "\(group.label[$0]) \(count)" }
    }
    let to = Phrase { language in
      let all = Phrase(
        "发给 \(recipients.count) 人", "發給 \(recipients.count) 人", "To \(recipients.count)")
      return ([all] + groups).map { $0[language] }.joined(separator: "  ")
    }
    return [to] + [fallenAway].compactMap { $0 } + [each, altogether]
  }

  private var fallenAway: Phrase? {
    let counts = [
      (twice.count, Phrase("重复", "重複", "twice")),
      (withoutNumber.count, Phrase("无号码", "無號碼", "without a number")),
      (notEnrolled.count, Phrase("未入平台", "未入平臺", "not enrolled")),
      (hoursUnknown.count, Phrase("时段未登记", "時段未登記", "hours unknown")),
    ].filter { $0.0 > 0 }
    guard !counts.isEmpty else { return nil }
    return Phrase { language in
      let texts = counts.map { "\($0.1[language]) \($0.0)" }.joined(separator: "  ")
      return Phrase("不发：\(texts)", "不發：\(texts)", "Not to: \(texts)")[language]
    }
  }

  /// `每人 1 条（68/70字，再多3字成2条）`.
  package var each: Phrase {
    let (count, left) = (parts.count, parts.left)
    let used = "\(parts.length)/\(parts.room)"
    return Phrase(
      "每人 \(count) 条（\(used)字，再多\(left)字成\(count + 1)条）",
      "每人 \(count) 條（\(used)字，再多\(left)字成\(count + 1)條）",
      "\(count) \(count == 1 ? "text" : "texts") each (\(used), \(left) more make \(count + 1))")
  }

  private var altogether: Phrase {
    Phrase(
      "共 \(total) 条，今日还可发 \(allowance) 条", "共 \(total) 條，今日還可發 \(allowance) 條",
      "\(total) texts; \(allowance) may still go out today")
  }

  /// What whoever sends it should know, though nothing forbids it.
  package var warnings: [Phrase] {
    var warnings = notNarrowed.map { group in
      let count = recipients.count { $0.group == group }
      return Phrase(
        "\(group.label[.hans]) \(count) 人不分路段，全部在内",
        "\(group.label[.hant]) \(count) 人不分路段，全部在內",
        "\(group.label[.en]) have no section: all \(count) are in it")
    }
    if !emptySections.isEmpty {
      warnings.append(
        Phrase { language in
          let names = emptySections.joined(separator: language.separator)
          return Phrase(
            "“\(names)”路段无人", "「\(names)」路段無人", "nobody is registered at “\(names)”")[language]
        })
    }
    if !isWhole {
      warnings.insert(
        Phrase(
          "登记没有读全，人数不准，发不出去", "登記沒有讀全，人數不準，發不出去",
          "registers were not read whole: the number is not known, and nothing can be sent"), at: 0)
    }
    if !again.isEmpty {
      warnings.append(
        Phrase(
          "\(again.count) 人今天已收过同样的，仍在名单中", "\(again.count) 人今天已收過同樣的，仍在名單中",
          "\(again.count) were sent the same today and are still in it"))
    }
    return warnings
  }
}
