import ArgumentParser
import Books
import Console
import Patrol
import Records
import Wording

/// `xunfang show BOOK YEAR NUMBER`.
///
/// Prints the page as the screen shows it: labels, words, what was struck out and who signed. With `--rec`
/// it is as its volume has it, then the pages about it, a blank line before each. Exit code 1 if its bytes
/// or a signature do not hold, with `--bytes` too. Marks of pages that count are said on standard error, and
/// are no finding.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: .said("打印一页。", "列印一頁。", "Show one page."))
  }

  @OptionGroup var page: PageArguments
  @Flag(help: .said("原样打印计入指纹的字节。", "原樣列印計入指紋的位元組。", "Exactly the bytes under the digest."))
  var bytes = false
  @Flag(
    help: .said(
      "照卷里的写法打印，用文件里的项目名。", "照卷裡的寫法列印，用檔案裡的項目名。",
      "As its volume has it, with the files' field names.")
  )
  var rec = false
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let found = try runner.page(try page.id())
      let later =
        (found.amendments + found.failed).map(\.page) + found.attestations.map(\.page)
      if bytes {
        Output.data(found.page.signedText)
      } else if !rec {
        let printed = PrintedPage(found, try runner.snapshot, shared.spoken)
        Output.text(printed.text(width: Output.columns))
      } else {
        Output.text(found.page.record.text)
        for page in later.sorted(by: {
          ($0.id.year, $0.id.number) < ($1.id.year, $1.id.number)
        }) {
          Output.text("\n" + page.record.text)
        }
      }
      for page in [found.page] + later {
        let path = Volume(page.id.book, year: page.id.year, on: shared.directory.disk).path
        if let words = found.verdict(of: page.id).words {
          Outcomes.complain(.page(path, page.id.number, words), shared.spoken)
        }
        Notice.marks(path, page.id.number, found.marks(of: page.id)).map {
          Outcomes.complain($0, shared.spoken)
        }
      }
      let day = found.page.record["Date"].flatMap { Day($0) }
      let unread = try runner.unread(from: day)
      let isSound = ([found.page] + later).allSatisfy { page in
        let verdict = found.verdict(of: page.id)
        return verdict.isCounting || verdict == .pending
      }
      let code = Outcomes.read(unread, shared, .success)
      return isSound ? code : Outcomes.found
    }
  }
}
