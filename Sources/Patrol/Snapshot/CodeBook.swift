import Records
import Wording

/// One word of a code table: how files write it, the digit that picks it, what screens show.
package struct Code: Hashable, Sendable {
  package let table: String
  package let code: String
  /// The digit, or nothing for a code that is only picked from the list.
  package let key: String
  package let hans: String
  package let hant: String
  package let en: String
  /// Tiers it belongs to, where that matters (focus areas).
  package let tiers: [String]
  /// What it brings along: a point that is not in order its problem, a problem the number of the phrase that
  /// demands what is to be done.
  package let brings: String
  /// What is meant by it and how it is written, for whoever chooses it; may be empty.
  package let meansHans: String
  package let meansHant: String
  package let meansEn: String

  package var label: Phrase { Phrase(hans, hant, en) }
  package var meaning: Phrase { Phrase(meansHans, meansHant, meansEn) }

  package static let schema = Schema(
    "Code", Phrase("代码", "代碼", "Codes"),
    Code.init(table:code:key:hans:hant:en:tiers:brings:meansHans:meansHant:meansEn:),
    Field("Table", \.table, .key, Phrase("表", "表", "Table")),
    Field("Code", \.code, .key, .code),
    Field("Key", \.key, .prose, Phrase("数字", "數字", "Digit")),
    Field("Hans", \.hans, .line, Phrase("简体", "簡體", "Simplified")),
    Field("Hant", \.hant, .line, Phrase("繁体", "繁體", "Traditional")),
    Field("En", \.en, .line, Phrase("英文", "英文", "English")),
    Field("Tiers", \.tiers, .codes("tier"), Phrase("层级", "層級", "Tiers")),
    Field("Brings", \.brings, .prose, Phrase("带出", "帶出", "Brings")),
    Field("MeansHans", \.meansHans, .prose, Phrase("说明", "說明", "Meaning")),
    Field("MeansHant", \.meansHant, .prose, Phrase("繁体说明", "繁體說明", "Meaning, traditional")),
    Field("MeansEn", \.meansEn, .prose, Phrase("英文说明", "英文說明", "Meaning, English")))
}

/// A standing phrase: typed as two digits, written out in full on the page (never 同上).
package struct StandingPhrase: Hashable, Sendable {
  package let number: String
  private let text: String
  /// In traditional characters; empty where it is written as `text` is.
  private let hant: String
  /// Names of the fields that it is for: a refusal's reason is no finding.
  package let fields: [String]

  /// What comes onto the page, in the script of whoever writes it.
  package func text(_ language: Language) -> String {
    language == .hant && !hant.isEmpty ? hant : text
  }

  package static let schema = Schema(
    "Phrase", Phrase("常用语", "常用語", "Phrases"), StandingPhrase.init(number:text:hant:fields:),
    Field("Number", \.number, .key, Phrase("编号", "編號", "Number")),
    Field("Text", \.text, .line, Phrase("文字", "文字", "Text")),
    Field("Hant", \.hant, .line, Phrase("繁体", "繁體", "Traditional")),
    Field("Fields", \.fields, .codes("field"), Phrase("栏目", "欄目", "Fields")))
}

/// Every code table and standing phrase, from `data/` and from the closed sets in the code.
package struct CodeBook: Sendable {
  private let phrases: [StandingPhrase]
  private let tables: [String: [Code]]

  /// - Parameter themes: the names of the theme files.
  package init(_ codes: [Code] = [], phrases: [StandingPhrase] = [], themes: [String] = []) {
    self.phrases = phrases
    let all = codes + Self.closed + Self.themes(themes)
    tables = Dictionary(grouping: all, by: \.table)
  }

  package func table(_ name: String) -> [Code] { tables[name] ?? [] }

  package func code(_ table: String, _ code: String) -> Code? {
    self.table(table).first { $0.code == code }
  }

  /// What a code is called; an unknown one is shown as it stands.
  package func label(_ table: String, _ code: String, _ language: Language) -> String {
    self.code(table, code)?.label[language] ?? code
  }

  /// The standing phrases of a field.
  package func phrases(for field: String) -> [StandingPhrase] {
    phrases.filter { $0.fields.contains(field) }
  }

  private static let closed =
    closedSets.flatMap { codes($0) } + languages + weekdays + rules

  private static let closedSets: [any Choice.Type] = [
    Tier.self, UnitKind.self, Post.self, Service.self, InformantKind.self, WatchKind.self,
    EquipmentItem.self, EquipmentState.self, FundKind.self, ExceptionKind.self,
    IncidentCategory.self, Goal.self, HandedItem.Answer.self, Deferral.Decision.self,
    Deferral.PutOff.self, LeadSource.self, LeadSubject.self, LeadUrgency.self, LeadOutcome.self,
    MessageKind.self, AudienceGroup.self, SendingState.self, GatewayKind.self, YesOrNo.self,
  ]

  private static func codes<C: Choice>(_ type: C.Type) -> [Code] {
    // One width in a table.
    let width = C.allCases.count > 9 ? 2 : 1
    return C.allCases.enumerated().map { index, choice in
      Code(table: C.table, choice.rawValue, key: digits(index + 1, width), choice.label)
    }
  }

  /// Rules are called by what stands over their findings.
  private static let rules = Rules.ids.map {
    Code(table: Deferral.rules, $0.rawValue, key: "", $0.title)
  }

  private static let languages = Language.allCases.enumerated().map { index, language in
    Code(
      table: "language", language.rawValue, key: "\(index + 1)", Phrase(verbatim: language.ownName))
  }

  private static func themes(_ names: [String]) -> [Code] {
    let automatic = (
      DeskLikes.automaticTheme, Phrase("随终端背景", "隨終端背景", "As the terminal's background")
    )
    let all = [automatic] + names.map { ($0, ownThemes[$0] ?? Phrase(verbatim: $0)) }
    return all.enumerated().map { index, theme in
      Code(table: "theme", theme.0, key: "\(index + 1)", theme.1)
    }
  }

  /// What the themes that come with the program are called; a station's own by its file.
  private static let ownThemes = [
    "dark": Phrase("深色", "深色", "Dark"), "light": Phrase("浅色", "淺色", "Light"),
    "contrast": Phrase("高对比", "高對比", "High contrast"),
    "colourblind": Phrase("色弱友好", "色弱友好", "For colour blindness"),
    "mono": Phrase("单色", "單色", "One colour"),
  ]

  private static let weekdays = (1...7).map {
    Code(table: "weekday", "\($0)", key: "\($0)", .weekday($0))
  }
}

extension Code {
  init(table: String, _ code: String, key: String, _ label: Phrase) {
    self.init(
      table: table, code: code, key: key, hans: label[.hans], hant: label[.hant], en: label[.en],
      tiers: [], brings: "", meansHans: "", meansHant: "", meansEn: "")
  }
}

extension Phrase {
  /// 1 Monday … 7 Sunday.
  package static func weekday(_ number: Int) -> Phrase {
    let han = Array("一二三四五六日")[(number + 6) % 7]
    let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][(number + 6) % 7]
    return Phrase("周\(han)", "週\(han)", en)
  }
}
