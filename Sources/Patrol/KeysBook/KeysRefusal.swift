import Records
import Wording

/// Why a page of the book of keys and posts is not written: what the judge would not count (J22 to J26) is
/// said before anybody types a PIN.
package enum KeysRefusal: Refusal, Hashable {
  case notBegun(String)
  case begun(String)
  /// Nobody has appointed them to anything by which they could sign this.
  case noPost(String)
  case oneself(String)
  case hasKey(String)
  case noKey(String)
  case calledOtherwise(String, before: String)
  case needsSecond
  case notAnOfficer(String)
  case notInPost(String)
  case alreadyInPost(String)
  case pastDay(Day)
  case notOfTeam(String, team: String)
  case unknownUnit(String)
  /// Nobody would be left who enrols, appoints or opens the shift.
  case lastOfficer(String)

  package var field: String { "Person" }

  package static let examples: [Self] = [
    .notBegun("QSP.keys"), .begun("QSP.keys"), .noPost("高有福"), .oneself("王警官"), .hasKey("周建林"),
    .noKey("周建林"), .calledOtherwise("高有福", before: "高有禄"), .needsSecond, .notAnOfficer("高有福"),
    .notInPost("leader QS-01 QS-01-001 高有福"), .alreadyInPost("leader QS-01 QS-01-001 高有福"),
    .pastDay(Day(number: 20781)), .notOfTeam("高大山", team: "青石镇专职队"),
    .unknownUnit("QS-99"), .lastOfficer("王警官"),
  ]

  package var notice: Notice {
    let (happened, next) = texts
    return Notice(
      happened, safe: Phrase("密钥簿没有改动。", "密鑰簿沒有改動。", "The book of keys is as it was."), next: next)
  }

  private var texts: (Phrase, Phrase) {
    switch self {
    case .notBegun(let book):
      (
        Phrase(
          "人员密钥簿 \(book) 还没有开。", "人員密鑰簿 \(book) 還沒有開。", "The book of keys \(book) is not begun."),
        Phrase("由第一位民警开簿。", "由第一位民警開簿。", "The first officer begins it.")
      )
    case .begun(let book):
      (
        Phrase(
          "人员密钥簿 \(book) 已经开了。", "人員密鑰簿 \(book) 已經開了。", "The book of keys \(book) is begun already."
        ),
        Phrase("请由民警登记。", "請由民警登記。", "An officer enrols whoever comes next.")
      )
    case .noPost(let name):
      (
        Phrase(
          "密钥簿里 \(name) 没有能这样签的任职。", "密鑰簿裡 \(name) 沒有能這樣簽的任職。",
          "The book of keys gives \(name) no post to sign so by."),
        Phrase("请民警先任命。", "請民警先任命。", "Have an officer appoint them first.")
      )
    case .oneself(let name):
      (
        Phrase(
          "\(name) 不能给自己登记或任命。", "\(name) 不能給自己登記或任命。", "\(name) can't enrol or appoint themselves."
        ),
        Phrase("请由另一民警办理。", "請由另一民警辦理。", "Another officer does it.")
      )
    case .hasKey(let name):
      (
        Phrase("\(name) 已有签字密钥。", "\(name) 已有簽字密鑰。", "\(name) has a key already."),
        Phrase("遗失或泄露时请换新密钥。", "遺失或洩露時請換新密鑰。", "Replace it if it was lost or given away.")
      )
    case .noKey(let name):
      (
        Phrase("\(name) 没有在用的签字密钥。", "\(name) 沒有在用的簽字密鑰。", "\(name) has no key in force."),
        Phrase("请先登记密钥。", "請先登記密鑰。", "Have a key enrolled first.")
      )
    case .calledOtherwise(let name, let before):
      (
        Phrase(
          "密钥簿里这个代号叫 \(before)，不叫 \(name)。", "密鑰簿裡這個代號叫 \(before)，不叫 \(name)。",
          "The book of keys calls this code \(before), not \(name)."),
        Phrase(
          "请核对姓名；换了人要用新代号。", "請核對姓名；換了人要用新代號。", "Check the name; another person gets another code.")
      )
    case .needsSecond:
      (
        Phrase("这件事要两位民警签。", "這件事要兩位民警簽。", "Two officers sign this."),
        Phrase(
          "请第二位民警也输口令；只有一位时请巡防办或邻所办理。", "請第二位民警也輸口令；只有一位時請巡防辦或鄰所辦理。",
          "A second officer types a PIN as well; a station with one calls the office or a neighbour."
        )
      )
    case .notAnOfficer(let name):
      (
        Phrase(
          "密钥簿里 \(name) 不是本所民警。", "密鑰簿裡 \(name) 不是本所民警。",
          "By the book of keys \(name) is no officer of this station."),
        Phrase("请由民警签。", "請由民警簽。", "An officer signs.")
      )
    case .notInPost(let post):
      (
        Phrase("没有这一任职：\(post)。", "沒有這一任職：\(post)。", "Nobody has this post: \(post)."),
        Phrase("请看密钥簿。", "請看密鑰簿。", "Look at the book of keys.")
      )
    case .alreadyInPost(let post):
      (
        Phrase("已有这一任职：\(post)。", "已有這一任職：\(post)。", "They have this post already: \(post)."),
        Phrase("不用再任命。", "不用再任命。", "There is nothing left to do.")
      )
    case .pastDay(let day):
      (
        Phrase(
          "\(day.text) 已过，不能补指代签人。", "\(day.text) 已過，不能補指代簽人。",
          "\(day.text) is over: nobody is named for it afterwards."),
        Phrase("请由队长签。", "請由隊長簽。", "The leader signs.")
      )
    case .unknownUnit(let unit):
      (
        Phrase("没有单位或队伍 \(unit)。", "沒有單位或隊伍 \(unit)。", "There is no unit or team \(unit)."),
        Phrase("请核对代号。", "請核對代號。", "Check the code.")
      )
    case .lastOfficer(let name):
      (
        Phrase(
          "\(name) 是唯一还能办事的民警，停不得。", "\(name) 是唯一還能辦事的民警，停不得。",
          "\(name) is the only officer left who can act."),
        Phrase(
          "先登记并任命另一位民警。", "先登記並任命另一位民警。", "Enrol and appoint another officer first.")
      )
    case .notOfTeam(let name, let team):
      (
        Phrase(
          "\(name) 不是 \(team) 登记了密钥的人。", "\(name) 不是 \(team) 登記了密鑰的人。",
          "\(name) is nobody of \(team) with a key."),
        Phrase("请先为其登记密钥。", "請先為其登記密鑰。", "Enrol a key for them first.")
      )
    }
  }

  /// - Throws: why the judge would not count such a page.
  package static func check(
    _ act: KeysAct, _ person: Named?, by signer: Named, with second: Named?, _ state: KeysState,
    _ book: BookID, at now: Stamp, _ snapshot: Snapshot
  ) throws(KeysRefusal) {
    let time = now.instant
    func isOfficer(_ who: Named) -> Bool {
      state.holds([.officer, .office], who, in: book, at: time)
    }
    if let person {
      let before = state.called[book]?[person.code] ?? person.name
      guard before == person.name else { throw .calledOtherwise(person.name, before: before) }
    }
    func askOfficer() throws(KeysRefusal) {
      guard state.holds([.officer], signer, in: book, at: time) else {
        throw .notAnOfficer(signer.name)
      }
      if let second, !isOfficer(second), second != person { throw .notAnOfficer(second.name) }
    }
    switch act {
    case .begin: break
    case .enrol:
      try askOfficer()
      if let person, state.isSamePerson(person, signer) { throw .oneself(person.name) }
      if let person, state.key(of: person, in: book, at: time) != nil { throw .hasKey(person.name) }
    case .replace:
      try askOfficer()
      if let person, state.key(of: person, in: book, at: time) == nil { throw .noKey(person.name) }
      guard let second, second != signer else { throw .needsSecond }
    case .revoke:
      if let person, state.key(of: person, in: book, at: time) == nil { throw .noKey(person.name) }
      if let person, state.officers(in: book, at: time) == [person] {
        throw .lastOfficer(person.name)
      }
      if person != signer {
        try askOfficer()
        guard let second, isOfficer(second), second != signer else { throw .needsSecond }
      }
    case .appoint(let posts):
      try askOfficer()
      for post in posts {
        guard snapshot.side(post.unit) != nil else { throw .unknownUnit(post.unit) }
        if state.isSamePerson(post.person, signer)
          || second.map({ state.isSamePerson(post.person, $0) }) == true
        {
          throw .oneself(post.person.name)
        }
        if state.isInPost(post, in: book, at: time) { throw .alreadyInPost(post.text) }
      }
      if posts.contains(where: \.post.needsTwo), state.officers(in: book, at: time).count >= 2 {
        guard let second, second != signer else { throw .needsSecond }
      }
    case .dismiss(let ends, _):
      try askOfficer()
      let ending = ends.filter { $0.post == .officer }.map(\.person)
      let officers = state.officers(in: book, at: time)
      if let last = officers.first, officers.allSatisfy({ ending.contains($0) }) {
        throw .lastOfficer(last.name)
      }
      for post in ends {
        guard state.isInPost(post, in: book, at: time) else { throw .notInPost(post.text) }
        if post.post.needsTwo, !state.isSamePerson(post.person, signer) {
          guard let second, second != signer, !state.isSamePerson(post.person, second) else {
            throw .needsSecond
          }
        }
      }
    case .deputy(let team, _, let day):
      if day < snapshot.station.patrolDay(now.moment) { throw .pastDay(day) }
      if let person, state.isSamePerson(person, signer) { throw .oneself(person.name) }
      if let person, state.key(of: person, in: book, at: time)?.unit != team {
        throw .notOfTeam(person.name, team: snapshot.side(team)?.name ?? team)
      }
    }
  }
}
