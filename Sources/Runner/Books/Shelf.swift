import Books
import Patrol
import Records
import Wording

/// Everything that stands in `books/`: the volumes, what is none, and what may be another's copy.
struct Shelf {
  let volumes: [Volume]
  /// Folders that could not be listed, and things in a volume's place.
  let unread: [NotRead]
  let copies: [Copy]

  init(on disk: any Disk, of kinds: Set<BookKind>) throws {
    var (volumes, unread, copies): ([Volume], [NotRead], [Copy]) = ([], [], [])
    for year in try Search(on: disk).years() {
      let folder = "\(Volume.folder)/\(year)"
      var books: [BookID] = []
      var others: [String] = []
      do throws(DiskError) {
        for name in try disk.names(in: folder) {
          guard name.hasSuffix(".rec"), let book = BookID(name.dropLast(4)),
            kinds.contains(book.kind)
          else {
            others.append(name)
            continue
          }
          books.append(book)
        }
      } catch { unread.append(NotRead(folder, error.reason)) }
      books.sort { $0.text < $1.text }
      volumes += books.map { Volume($0, year: year, on: disk) }
      copies += others.sorted().map { name in
        let owner = books.filter { name.hasPrefix($0.text) }.max { $0.text.count < $1.text.count }
        return Copy(
          path: "\(folder)/\(name)", volume: owner.map { Volume($0, year: year, on: disk) })
      }
    }
    (self.volumes, self.unread, self.copies) = (volumes, unread, copies)
  }

  /// A file beside the volumes that is none by its name: what a sync client, an editor or a hand left.
  struct Copy {
    let path: String
    /// The volume that its name begins with.
    let volume: Volume?

    /// That it holds pages which the volume lacks; nil where it holds none.
    func finding(on disk: any Disk) throws -> Notice? {
      guard case .there(let bytes) = disk.find(path) else { return nil }
      let own = pages(VolumeText(bytes))
      guard !own.isEmpty else { return nil }
      var known: Set<Digest> = []
      if let volume, case .there(let text) = volume.find() { known = pages(text) }
      let missing = own.subtracting(known).count
      guard missing > 0 else { return nil }
      let place = volume?.path ?? "books/"
      return Notice(
        Phrase(
          "\(path) 里有 \(missing) 页是 \(place) 没有的：可能是另一份副本。",
          "\(path) 裡有 \(missing) 頁是 \(place) 沒有的：可能是另一份副本。",
          "\(path) holds \(missing) pages that \(place) lacks: it may be another's copy."),
        safe: Phrase("两个文件都未改动。", "兩個檔案都未改動。", "Neither file was touched."),
        next: Phrase(
          "请查明是哪台电脑写的；所缺各页须补记。", "請查明是哪臺電腦寫的；所缺各頁須補記。",
          "Find out which computer wrote it; the pages that are missing have to be recorded."))
    }

    private func pages(_ text: VolumeText) -> Set<Digest> {
      Set((1...max(1, text.pages.count)).compactMap(text.digest))
    }
  }
}

extension VolumeText {
  /// The digest that stands on a page, by its number; nil where there is no such page.
  func digest(of number: Int) -> Digest? {
    guard pages.indices.contains(number - 1) else { return nil }
    let line = bytes.text(pages[number - 1].suffix(80))
    return line.hasPrefix("Digest: ") ? Digest(line.dropFirst(8).dropLast()) : nil
  }
}

extension Notice {
  /// A volume without a byte: a crash came before its first page, or somebody has emptied it.
  static func emptyVolume(_ file: String) -> Notice {
    Notice(
      Phrase(
        "\(file) 是空文件，没有一页。", "\(file) 是空檔案，沒有一頁。", "\(file) is empty and holds no page."),
      safe: Phrase(
        "首页写入前中断会留下空文件。", "首頁寫入前中斷會留下空檔案。",
        "A crash before a first page leaves such a file."),
      next: Phrase(
        "若此卷曾有记录，请从备份取回。", "若此卷曾有記錄，請從備份取回。",
        "If the volume ever held a page, take it back from a backup."))
  }

  /// Another station put a book of keys on its feet again (M6).
  static func recovered(_ mark: Mark) -> Notice {
    let words = mark.words
    return Notice(
      Phrase { $0 == .en ? "\(words[$0])." : "\(words[$0])。" },
      safe: Phrase(
        "恢复页算数，这不是不符。", "恢復頁算數，這不是不符。",
        "The page that did so counts, and nothing is wrong with it."),
      next: Phrase(
        "请核实当时为何恢复、由谁签的。", "請核實當時為何恢復、由誰簽的。",
        "Make sure why that was done, and who signed it."))
  }

  /// A crash left something behind a volume's last page, and it was moved away.
  static func movedAway(_ file: String, page: Int, _ torn: Torn) -> Notice {
    Notice(
      Phrase(
        "\(file) 第\(page)页之前移走了 \(torn.count) 字节的残余（断电或中断）。",
        "\(file) 第\(page)頁之前移走了 \(torn.count) 位元組的殘餘（斷電或中斷）。",
        "\(file): before page \(page), \(torn.count) bytes left by a crash were moved away."),
      safe: Phrase(
        "它们从未报“已存”，指纹记在该页。", "它們從未報「已存」，指紋記在該頁。",
        "They were never called saved; the page holds their digest."),
      next: Phrase("原文在 drafts/ 下。", "原文在 drafts/ 下。", "They are in drafts/."))
  }
}
