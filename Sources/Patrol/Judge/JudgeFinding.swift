import Wording

/// A page that does not count, or a volume that does not stand where it belongs, with its place: what
/// `verify` says.
package struct JudgeFinding: UserFacingError, Hashable {
  package let file: String
  /// 0 for the volume's header, or where the file is no volume.
  package let page: Int
  /// The line, where it is one of a list or a register.
  package let line: Int?
  package let rule: JudgeRule
  /// The field that is not written as it must be.
  package let field: String?
  /// Whom it is about, where no page says so: a code, or the pattern of several.
  package let about: String?
  /// The page after which two copies of a volume were gone on with.
  package let forkedAfter: Int?
  /// The number that stands on the page, where that is another: a page's number is its place.
  package let calledInstead: Int?

  package init(
    file: String, line: Int? = nil, page: Int = 0, _ rule: JudgeRule, field: String? = nil,
    about: String? = nil, forkedAfter: Int? = nil, calledInstead: Int? = nil
  ) {
    self.line = line
    (self.file, self.page, self.rule, self.field) = (file, page, rule, field)
    (self.about, self.forkedAfter, self.calledInstead) = (about, forkedAfter, calledInstead)
  }

  package var notice: Notice {
    let why = rule.reason
    return Notice(
      Phrase { language in
        let phrases = [calls, fork, field.map(Self.field)].compactMap { $0?[language] }
        let more = [about].compactMap { $0 } + phrases
        let details = more.isEmpty ? "" : "（\(more.joined(separator: "，"))）"
        let file = line.map { "\(self.file):\($0)" } ?? self.file
        switch language {
        case .hans:
          let place = page == 0 ? file : "\(file) 第\(page)页"
          return "\(place)不算（\(rule.name)）：\(why[.hans])\(details)。"
        case .hant:
          let place = page == 0 ? file : "\(file) 第\(page)頁"
          return "\(place)不算（\(rule.name)）：\(why[.hant])\(details)。"
        case .en:
          let place = page == 0 ? file : "\(file), page \(page)"
          let details = more.isEmpty ? "" : " (\(more.joined(separator: ", ")))"
          return "\(place), does not count (\(rule.name)): \(why[.en])\(details)."
        }
      },
      safe: isBreak
        ? Phrase(
          "它和其后各页留着，未核。", "它和其後各頁留著，未核。",
          "It and the pages behind it stay; nobody can tell what those are worth.")
        : Phrase(
          "它留着可看，不使任何事生效。", "它留著可看，不使任何事生效。",
          "It stays and can be read; nothing comes of it."),
      next: isBreak
        ? Phrase(
          "请保留原件，从备份取回此卷。", "請保留原件，從備份取回此卷。",
          "Keep the file and take the volume back from a backup.")
        : Phrase(
          "请查明是谁写的；该签的须重新签。", "請查明是誰寫的；該簽的須重新簽。",
          "Find out who wrote it; what has to be signed has to be signed again."))
  }

  private static func field(_ name: String) -> Phrase {
    Phrase("字段 \(name)", "欄位 \(name)", "field \(name)")
  }

  private var calls: Phrase? {
    calledInstead.map {
      Phrase("页上写的是第\($0)页", "頁上寫的是第\($0)頁", "on it stands number \($0)")
    }
  }

  private var fork: Phrase? {
    forkedAfter.map {
      Phrase(
        "第\($0)页之后是两个分叉的副本", "第\($0)頁之後是兩個分叉的副本",
        "two copies were gone on with after page \($0)")
    }
  }

  /// Whether the pages behind it are not judged either.
  package var isBreak: Bool { [.place, .chain, .form].contains(rule) }

  package static let examples =
    JudgeRule.allCases.map { rule in
      JudgeFinding(
        file: "books/2026/QS.inspection.rec", page: rule == .place ? 0 : 7, rule,
        field: rule == .form ? "Points" : nil)
    }
}

extension Notice {
  /// What the judge says of a page that was asked for.
  package static func page(_ file: String, _ number: Int, _ words: Phrase) -> Notice {
    Notice(
      Phrase(
        "\(file) 第\(number)页\(words[.hans])。", "\(file) 第\(number)頁\(words[.hant])。",
        "\(file), page \(number): \(words[.en])."),
      safe: Phrase(
        "它留着可看，不使任何事生效。", "它留著可看，不使任何事生效。",
        "It stays and can be read; nothing comes of it."),
      next: Phrase(
        "请用 xunfang verify 查全目录。", "請用 xunfang verify 查全目錄。",
        "Check the whole directory: xunfang verify."))
  }
}
