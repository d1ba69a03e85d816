import Records
import Wording

/// The same person twice in a register (R20): by identity number, phone, or name and team.
enum SamePerson: RegisterRule {
  static let finds: [RuleID] = [.samePerson]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    snapshot.kinds.people.flatMap { kind in
      let table = snapshot.table(kind)
      return Duplicates(kind, in: snapshot).pairs().map { pair in
        let name = table.texts(pair.second).map { snapshot.title(of: $0, kind) } ?? pair.second
        let by = pair.by.label
        return Finding(
          .samePerson, about: pair.second, place: .twins(kind, pair.first, pair.second),
          Phrase(
            "\(name)（\(pair.second)）与 \(pair.first) \(by[.hans])相同，疑为同一人",
            "\(name)（\(pair.second)）與 \(pair.first) \(by[.hant])相同，疑為同一人",
            "\(name) (\(pair.second)) may be \(pair.first): same \(by[.en])"))
      }
    }
  }
}

extension RuleID {
  package static let samePerson = RuleID(
    "R20", of: "R20", Phrase("疑似重复", "疑似重複", "Duplicate?"), .toComplete,
    act: Phrase("两条并看", "兩條並看", "Compare"),
    Phrase(
      "两条登记可能是同一人。并看后合并；确是两人的用“认可现状”注明。", "兩條登記可能是同一人。並看後合併；確是兩人的用「認可現狀」註明。",
      "Two records may be the same person. Compare, then merge; if they are two people, accept that with a word."
    ))
}
