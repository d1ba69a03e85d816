import Records
import Wording

/// What is shown beside a page or signature that counts: nothing forbids it, and whoever reads the page
/// ought to know it.
///
/// A mark changes no verdict. M9, a note of heads that nobody cosigned, is no page's and stands among the
/// rules (`CosignDue`).
package enum Mark: Hashable, Sendable {
  /// M1: the key was not in force for three days when the visit began; nil where it was not in force at all.
  case youngKey(days: Int?)
  /// M2: the appointment was written after the visit began; of whom, where that is not who signed.
  case youngPost(of: Named? = nil)
  /// M3: the deputy was named after the visit began; of whom as above.
  case lateDeputy(of: Named? = nil)
  /// M4: somebody of the other side enrolled the signer, or appointed them.
  case otherSide(Named, isEnrolment: Bool)
  /// M5: it was written after its day was closed.
  case afterClose
  /// M6: another station put the book of keys on its feet again, by this page of it.
  case recovered(PageID)
  /// M7: who wrote it down had no key in force, so that nobody can tell who that was.
  case noKey
  /// M8: it was signed more than 72 hours after that wording was recorded.
  case lateSigned(days: Int)
  /// M10: so many books of keys have somebody by that code.
  case severalBooks(Int)
  /// M11: both sides bear one name, under two codes.
  case oneName
  /// M12: the witness is of the inspector's station.
  case fellowWitness

  /// For how long a key is young, in seconds.
  static let young = 3 * 86_400
  /// How long after the wording was recorded nobody wonders about a signature, in seconds.
  ///
  /// Measured from when the wording that is signed was recorded, and not from the end of what it tells:
  /// that is typed and may be corrected, the other stands in the chain. How late an entry itself came
  /// it says in `Late`, and a correction is signed anew, so that it begins a time of its own.
  static let soon = 72 * 3600

  package var number: Int {
    switch self {
    case .youngKey: 1
    case .youngPost: 2
    case .lateDeputy: 3
    case .otherSide: 4
    case .afterClose: 5
    case .recovered: 6
    case .noKey: 7
    case .lateSigned: 8
    case .severalBooks: 10
    case .oneName: 11
    case .fellowWitness: 12
    }
  }

  /// `M1`, as lists and documents call it.
  package var name: String { "M\(number)" }

  /// The names of some marks, each once, by their numbers: a table's column.
  package static func names(_ marks: [Mark]) -> String {
    marks.isEmpty ? "" : Set(marks.map(\.number)).sorted().map { "M\($0)" }.joined(separator: " ")
  }

  /// What some marks say, each once.
  package static func words(_ marks: [Mark]) -> Phrase {
    Phrase { language in
      var said: [String] = []
      for words in marks.map({ $0.words[language] }) where !said.contains(words) {
        said.append(words)
      }
      return said.joined(separator: language.separator)
    }
  }

  /// What it says and its name.
  package var words: Phrase {
    let said = said
    return Phrase { language in
      switch language {
      case .hans, .hant: "\(said[language])（\(name)）"
      case .en: "\(said[language]) (\(name))"
      }
    }
  }

  private static func of(_ who: Named?) -> String { who.map { "\($0.name) " } ?? "" }

  private var said: Phrase {
    switch self {
    case .youngKey(nil): Phrase("密钥在检查后才启用", "密鑰在檢查後才啟用", "key younger than the visit")
    case .youngKey(0?): Phrase("密钥启用不到1天", "密鑰啟用不到1天", "key less than a day old")
    case .youngKey(let days?):
      Phrase(
        "密钥启用\(days)天", "密鑰啟用\(days)天", "key \(days) \(days == 1 ? "day" : "days") old")
    case .youngPost(let who):
      Phrase(
        "\(who?.name ?? "")检查后才任命", "\(who?.name ?? "")檢查後才任命",
        "\(Self.of(who))appointed after the visit")
    case .lateDeputy(let who):
      Phrase(
        "\(who?.name ?? "")检查后才指定代签", "\(who?.name ?? "")檢查後才指定代簽",
        "\(Self.of(who))named deputy after the visit")
    case .otherSide(let who, isEnrolment: true):
      Phrase("由对方\(who.name)登记", "由對方\(who.name)登記", "enrolled by \(who.name) of the other side")
    case .otherSide(let who, isEnrolment: false):
      Phrase(
        "由对方\(who.name)任命", "由對方\(who.name)任命", "appointed by \(who.name) of the other side")
    case .afterClose: Phrase("封簿后", "封簿後", "after the close")
    case .recovered(let page):
      Phrase(
        "\(page.book.owner)密钥簿自\(page.year)年第\(page.number)页由外站恢复",
        "\(page.book.owner)密鑰簿自\(page.year)年第\(page.number)頁由外站恢復",
        "\(page.book.owner) book of keys recovered from outside at \(page.year) No \(page.number)"
      )
    case .noKey: Phrase("录入人自称", "錄入人自稱", "who recorded it had no key")
    case .lateSigned(let days):
      Phrase("录入\(days)天后才签", "錄入\(days)天後才簽", "signed \(days) days after it was recorded")
    case .severalBooks(let count):
      Phrase("代号在\(count)本密钥簿里", "代號在\(count)本密鑰簿裡", "code in \(count) books of keys")
    case .oneName: Phrase("双方同名", "雙方同名", "both sides bear one name")
    case .fellowWitness:
      Phrase("见证人与检查人同所", "見證人與檢查人同所", "witness of the inspector's station")
    }
  }
}

extension Notice {
  /// What is marked of a page that counts; nil where nothing is.
  package static func marks(_ file: String, _ number: Int, _ marks: [Mark]) -> Notice? {
    guard !marks.isEmpty else { return nil }
    func said(_ language: Language) -> String {
      marks.map { $0.words[language] }.joined(separator: language.separator)
    }
    return Notice(
      Phrase { language in
        switch language {
        case .hans: "\(file) 第\(number)页：\(said(language))。"
        case .hant: "\(file) 第\(number)頁：\(said(language))。"
        case .en: "\(file), page \(number): \(said(language))."
        }
      },
      safe: Phrase(
        "标记不改变这页算不算。", "標記不改變這頁算不算。", "A mark changes nothing of what the page is worth."),
      next: Phrase(
        "看这页时请留意。", "看這頁時請留意。", "Keep it in mind when you read the page."))
  }
}

extension [Mark] {
  /// In the order of their numbers.
  var ordered: [Mark] { sorted { $0.number < $1.number } }
}

/// What the judge says of a page, and what is shown beside it.
struct Judged: Sendable {
  let verdict: Verdict
  /// Nil where nobody has asked: those of an entry that no other page is about.
  let marks: [Mark]?

  init(_ verdict: Verdict, _ marks: [Mark]? = []) { (self.verdict, self.marks) = (verdict, marks) }
}
