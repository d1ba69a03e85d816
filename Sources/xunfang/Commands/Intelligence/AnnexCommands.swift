import ArgumentParser
import Books
import Patrol
import Records
import Wording

extension IntelligenceCommand {
  /// `seal CODE --officers P-001,P-002 --file FILE`: whom it is about, for named officers alone.
  struct Seal: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "seal",
        abstract: .said(
          "把身份等封入附件，只有指定的民警能开。", "把身份等封入附件，只有指定的民警能開。",
          "Seal whom it is about for named officers alone."))
    }

    @Argument(help: .said("情报编号。", "情報編號。", "The lead's code.")) var code: String
    @Option(
      help: .said(
        "谁能开：民警代号，逗号隔开。", "誰能開：民警代號，逗號隔開。", "Who opens it: officers' codes between commas."))
    var officers: String
    @Option(
      help: .said(
        "内容所在的文件，- 为标准输入；一行一项：Who、Identity、Phone、Vehicle、Whereabouts、Remark。",
        "內容所在的檔案，- 為標準輸入；一行一項：Who、Identity、Phone、Vehicle、Whereabouts、Remark。",
        "The file that says it, - for standard input, a field a line: Who, Identity, Phone, Vehicle, Whereabouts, Remark."
      )) var file: String
    @Flag(
      help: .said(
        "换掉已有的附件；原来的就没了。", "換掉已有的附件；原來的就沒了。", "Replace the annex there is, which is lost then."))
    var replace = false
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let texts = try AnnexFile.texts(file)
        let officers = officers.split(separator: ",").map { String($0).trimmingBlanks() }
        let seal = Command.sealAnnex(of: code, texts, for: officers, replaces: replace)
        return Outcomes.of(try keeper.runner(shared).perform(seal), shared)
      }
    }
  }

  /// `unseal CODE --why TEXT`: the annex, for an officer it is sealed for.
  struct Unseal: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "unseal",
        abstract: .said(
          "用本人的密钥打开密封附件。", "用本人的密鑰打開密封附件。", "Open a sealed annex by one's own key."))
    }

    @Argument(help: .said("情报编号。", "情報編號。", "The lead's code.")) var code: String
    @Option(help: .said("原因；记入查看记录。", "原因；記入查看記錄。", "Why; goes into the access log.")) var why:
      String
    @OptionGroup var signer: SignerOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let hand = try signer.hand(runner, shared)
        let reply = runner.perform(.openAnnex(of: code, by: hand, why: why))
        guard let opened = reply.outcome.answer(OpenedAnnex.self) else {
          return Outcomes.of(reply, shared)
        }
        for column in Annex.schema.columns {
          guard let text = opened.texts[column.name] else { continue }
          Output.line("\(column.label[shared.spoken])  \(text)")
        }
        return .success
      }
    }
  }
}

/// What is to be sealed, as `Field: text` in a file of the person who gives it.
private enum AnnexFile {
  static func texts(_ path: String) throws -> [String: String] {
    let bytes = path == "-" ? Bytes(standardInput) : try GivenFile(path).read()
    let contents = RecReader(bytes, source: path).readTolerantly()
    if let unread = NotRead(path, contents.unread) { throw unread }
    var texts: [String: String] = [:]
    for record in contents.records {
      for field in record.fields {
        let name = record.name(of: field)
        guard Annex.schema.column(name) != nil else {
          throw ValidationError(
            .said("附件里没有“\(name)”这一项", "附件裡沒有「\(name)」這一項", "an annex has no field “\(name)”"))
        }
        texts[name] = record.value(of: field)
      }
    }
    return texts
  }

  private static var standardInput: String {
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    return text
  }
}
