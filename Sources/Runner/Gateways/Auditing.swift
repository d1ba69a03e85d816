import Books
import Patrol
import Records
import Signing
import Wording

/// What an auditor takes away: pages, who may sign, and a short script that checks them with `sh`,
/// `sha256sum` and `ssh-keygen` alone, without trusting this program.
package struct Auditing {
  private let disk: any Disk
  private let out: any Disk

  private let kinds: Kinds

  package init(_ disk: any Disk, to out: any Disk, kinds: Kinds = .ours) {
    (self.disk, self.out, self.kinds) = (disk, out, kinds)
  }

  /// Which pages go into the bundle.
  package struct Choice {
    /// Owners of books; nil for all.
    package let owners: Set<String>?
    package let days: ClosedRange<Day>

    package init(owners: Set<String>?, from: Day?, to: Day?) {
      let first = from ?? Day(number: -800_000)
      (self.owners, days) = (owners, first...max(first, to ?? Day(number: 2_500_000)))
    }
  }

  /// What was written: how many pages, and what could not be read and is missing.
  package struct Written {
    package let pages: Int
    package let unread: [NotRead]
  }

  private struct Lists {
    var sums = ""
    var chain = ""
    var signatures = ""
    var pages = 0
    var unread: [NotRead] = []
  }

  /// Writes the bundle; what could not be read is named in its `heads.txt` as well.
  package func write(_ choice: Choice) throws -> Written {
    if let status = try out.status(""), !status.isDirectory {
      throw DiskError.notADirectory(path: out.root)
    }
    guard try out.names(in: "").isEmpty else { throw DirectoryError.alreadyThere(out.root) }
    try out.makeDirectory("pages")
    var lists = Lists()
    for volume in try Search(on: disk).volumes(of: kinds.books).reversed()
    where choice.owners?.contains(volume.book.owner) ?? true {
      try add(volume, choice, &lists)
    }
    try put("SHA256SUMS", lists.sums)
    try put("chain.txt", lists.chain)
    try put("signatures.txt", lists.signatures)
    let heads = try Heads(on: disk, of: kinds.books)
    try put("heads.txt", heads.text)
    try put("allowed_signers", signersText())
    try put("check.sh", Self.script)
    try put("README.txt", Self.readme)
    let known = Set(lists.unread.map(\.file))
    return Written(
      pages: lists.pages,
      unread: lists.unread + heads.unread.filter { !known.contains($0.file) })
  }

  private func signersText() -> String {
    let keepers = Loading(DataDirectory(disk), codes: CodeBook(), kinds: kinds).keepers.names
    let state = KeysReading(on: disk).books(of: keepers).books.state
    return keepers.map { keeper in
      let isDemo = state.directoryOf[BookID(keeper, KeysPage.book)]?.isDemo ?? false
      return SignersList.text(state, of: keeper, isDemo: isDemo)
    }.joined()
  }

  private func put(_ name: String, _ text: String) throws {
    try out.replace(name, with: Array(text.utf8))
  }

  private func add(_ volume: Volume, _ choice: Choice, _ lists: inout Lists) throws {
    let text: VolumeText
    do throws(NotRead) {
      guard let found = try volume.find().get() else { return }
      text = found
    } catch {
      lists.unread.append(error)
      return
    }
    var before: String?
    for range in text.pages {
      guard
        let record = try? RecReader(text.bytes, source: volume.path).read(range).records.first,
        let page = Page(record, book: volume.book, year: volume.year)
      else {
        before = nil
        continue
      }
      guard record["Date"].flatMap({ Day($0) }).map(choice.days.contains) ?? true else {
        before = nil
        continue
      }
      let name = Self.name(page.id)
      try out.replace("pages/" + name, with: Array(page.signedText.utf8))
      lists.pages += 1
      lists.sums += "\(page.digest.hex)  pages/\(name)\n"
      if let before { lists.chain += "\(name) \(before)\n" }
      if let (bytes, _) = page.signed(), let signer = record["Signer"].flatMap({ Named($0) }) {
        let time = AllowedSigners.stamp(page.recorded.stamp.instant)
        lists.signatures += "\(name) \(signer.code) \(time) \(bytes.count)\n"
      }
      before = name
    }
  }

  private static func name(_ id: PageID) -> String {
    "\(id.book.text).\(id.year).\(id.number)"
  }

  private static let script = #"""
    #!/bin/sh
    # Checks every page of this bundle: its digest, that it follows from the page before, and its
    # signature. Needs sh, sha256sum and ssh-keygen (OpenSSH 9.1 or later); exit 0 when all agree.
    cd "$(dirname "$0")" || exit 2
    wrong=0
    signature=$(mktemp) || exit 2
    trap 'rm -f "$signature"' EXIT

    sha256sum --quiet -c SHA256SUMS || wrong=1

    while read -r page before; do
      digest=$(sha256sum < "pages/$before" | cut -c1-64)
      grep -qxF "Previous: sha256 $digest" "pages/$page" || {
        echo "pages/$page does not follow from pages/$before"
        wrong=1
      }
    done < chain.txt

    checked=0
    while read -r page signer time bytes; do
      checked=$((checked + 1))
      tail -c "+$((bytes + 1))" "pages/$page" | sed 's/^Signature: //; s/^+ //' > "$signature"
      grep -q "^Signer: $signer " "pages/$page" &&
        head -c "$bytes" "pages/$page" | ssh-keygen -Y verify -f allowed_signers -I "$signer" \
          -n xunfang-book -s "$signature" -O "verify-time=$time" > /dev/null 2>&1 || {
        echo "pages/$page: the signature of $signer does not hold"
        wrong=1
      }
      # What was signed is the very page that is here.
      sed -n 's/^Signs: \(.*\) \([0-9]*\) No \([0-9]*\) sha256 \(.*\)$/\4  pages\/\1.\2.\3/p' \
        "pages/$page" | while read -r digest file; do
        [ ! -e "$file" ] || grep -qxF "$digest  $file" SHA256SUMS || echo "$file is not what pages/$page signs"
      done | grep . && wrong=1
    done < signatures.txt

    echo "$(wc -l < SHA256SUMS) pages, $checked signatures"
    [ "$wrong" = 0 ] && echo "all agree" || echo "NOT ALL AGREE"
    exit "$wrong"

    """#

  private static let readme = """
    sh check.sh 核对每一页：指纹、与前页相连、签字。只用 sh、sha256sum、ssh-keygen，不用巡防程序。
    sh check.sh checks every page: digest, chain, signature, with sh, sha256sum and ssh-keygen alone.

    pages/           每页一个文件，内容就是簿里“Digest:”之前的字节
                     one file a page: the bytes that the book's "Digest:" stands over
    SHA256SUMS       簿里写的指纹 · the digests as the books have them
    chain.txt        哪页接哪页 · which page follows which
    signatures.txt   页、签字人、时间、所签字节数 · page, signer, time, bytes signed
    allowed_signers  谁的公钥、何时有效 · whose key, valid from when until when
    heads.txt        各簿卷末页；与旬报或抄件核对，可知末尾有无缺页
                     the last page of every book: compare it with a printed one to find pages torn off

    allowed_signers 本身要另外核对：问签字人本人，或与旧抄件比较。
    Check allowed_signers itself with the signers, or against an older copy.

    """
}
