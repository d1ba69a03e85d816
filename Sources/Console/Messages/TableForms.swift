import Patrol
import Records
import Wording

extension FormPlan {
  /// Where the table for the 110 platform is written; nothing is handed over before it is whole.
  static var exportTable: FormPlan {
    var plan = FormPlan(
      ActionName.exportTexts.phrase, TableFields.schema.columns, asked: ["Path", "Again"],
      draft: DraftName("export", "texts"),
      beginning: { world in
        let now = world.now.moment
        let stamp = "\(now.day.text)-\(now.clock)".filter { $0.isNumber || $0 == "-" }
        return Draft(["Path": "~/sms-\(stamp).csv"])
      },
      ending: { draft, _, _ throws(FieldError) in
        let fields = try draft.read(TableFields.schema)
        return .command(.exportTexts(to: fields.path, again: fields.again))
      })
    plan.beside = { field, _, world in field == "Path" ? waiting(world) : [] }
    plan.popup = 12
    return plan
  }

  /// Which table of the platform is read: receipts, and texts that came in.
  static var receiveTable: FormPlan {
    var plan = FormPlan(
      ActionName.receiveTexts.phrase, TableFields.schema.columns, asked: ["Path"],
      draft: DraftName("receive", "texts"),
      ending: { draft, _, _ throws(FieldError) in
        .command(.receiveTexts(from: try draft.read(TableFields.schema).path))
      })
    plan.popup = 10
    return plan
  }

  private static func waiting(_ world: World) -> [Remark] {
    let book = world.snapshot.messageBook
    let count = book.messages.reduce(0) { $0 + (book.counts($1.code)[.waiting] ?? 0) }
    let label = SendingState.waiting.label[world.language]
    return [("\(label) \(count)", .plain)]
  }
}

private struct TableFields: Sendable {
  let path: String
  let again: String?

  static let schema = Schema(
    "table", ActionName.exportTexts.phrase, TableFields.init(path:again:),
    Field(
      "Path", \.path, .line, Phrase("文件", "檔案", "File"),
      hint: Phrase(
        "CSV 表格的路径，~ 是本人目录", "CSV 表格的路徑，~ 是本人目錄", "path of a CSV table; ~ is your folder")),
    Field(
      optional: "Again", \.again, .answeredMessage, Phrase("补写", "補寫", "Again"),
      hint: Phrase(
        "空着：写待发的；表格丢了：再写这一条里没有回执的", "空著：寫待發的；表格丟了：再寫這一條裡沒有回執的",
        "empty: what waits; where a table was lost: what has no receipt of this message")))
}
