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
  /// M2: the appointment was written after the visit began.
  case youngPost
  /// M3: the deputy was named after the visit began.
  case lateDeputy
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
  package static func names(_ marks: some Sequence<Mark>) -> String {
    Set(marks.map(\.number)).sorted().map { "M\($0)" }.joined(separator: " ")
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

  private var said: Phrase {
    switch self {
    case .youngKey(nil): Phrase("密钥在检查后才启用", "密鑰在檢查後才啟用", "key younger than the visit")
    case .youngKey(0?): Phrase("密钥启用不到1天", "密鑰啟用不到1天", "key less than a day old")
    case .youngKey(let days?):
      Phrase(
        "密钥启用\(days)天", "密鑰啟用\(days)天", "key \(days) \(days == 1 ? "day" : "days") old")
    case .youngPost: Phrase("检查后才任命", "檢查後才任命", "appointed after the visit")
    case .lateDeputy: Phrase("检查后才指定代签", "檢查後才指定代簽", "named deputy after the visit")
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
        "book of keys of \(page.book.owner) recovered by another station from \(page.year) No \(page.number) on"
      )
    case .noKey: Phrase("录入人自称", "錄入人自稱", "who recorded it had no key")
    case .lateSigned(let days):
      Phrase("录入\(days)天后才签", "錄入\(days)天後才簽", "signed \(days) days after it was recorded")
    case .severalBooks(let count):
      Phrase("代码在\(count)本密钥簿里", "代碼在\(count)本密鑰簿裡", "code in \(count) books of keys")
    case .oneName: Phrase("双方同名", "雙方同名", "both sides bear one name")
    case .fellowWitness:
      Phrase("见证人与检查人同所", "見證人與檢查人同所", "witness of the inspector's station")
    }
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
