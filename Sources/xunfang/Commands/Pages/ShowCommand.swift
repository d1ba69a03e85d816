import ArgumentParser
import Books
import Patrol
import Records

/// `xunfang show BOOK YEAR NUMBER`.
///
/// Prints the page as its volume has it, then the pages about it, a blank line before each. Exit
/// code 1 if its bytes or a signature do not hold, with `--bytes` too.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one page.")

  @OptionGroup var page: PageArguments
  @Flag(help: "Exactly the bytes under the digest.") var bytes = false
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let found = try runner.page(try page.id())
      if bytes {
        Output.data(found.page.signedText)
      } else {
        Output.text(found.page.record.text)
        let later = found.amendments.map(\.page) + found.attestations.map(\.page)
        for page in later.sorted(by: {
          ($0.id.year, $0.id.number) < ($1.id.year, $1.id.number)
        }) {
          Output.text("\n" + page.record.text)
        }
        for bad in found.badSignatures {
          let finding = JudgeFinding(
            file: Volume(bad.page.id.book, year: bad.page.id.year, on: shared.directory.disk).path,
            page: bad.page.id.number, .seal)
          Outcomes.complain(finding.notice, shared.spoken)
        }
      }
      let day = found.page.record["Date"].flatMap { Day($0) }
      let unread = try runner.unread(from: day)
      guard found.isSound, found.badSignatures.isEmpty else {
        let id = found.page.id
        let volume = Volume(id.book, year: id.year, on: shared.directory.disk)
        for fault in Chain.faults(
          in: try volume.read(), book: id.book, year: id.year, file: volume.path)
        {
          Outcomes.complain(fault.notice, shared.spoken)
        }
        return Outcomes.read(unread, shared, Outcomes.found)
      }
      return Outcomes.read(unread, shared, .success)
    }
  }
}
