import Books
import Patrol
import Records
import Signing
import Wording

/// Whose key is whose: one `allowed_signers` a keeper, all read together.
///
/// Each station writes its own and no other's. A list for all, as older directories have it, stays
/// valid: its lines are read before the others', and ended where they stand.
struct KeyLists {
  private struct List {
    let path: String
    var signers: AllowedSigners
    /// Whether its file is not yet as it is here.
    var isChanged = false
  }

  private var lists: [List]
  /// Whose key lies here though no list has a line for it: a list is gone, or was cut.
  private let unlisted: [String]

  /// The list for all of older directories.
  static let common = "keys/allowed_signers"

  /// The list of one keeper.
  ///
  /// What is prepared for the list for all is called `allowed_signers.next`, so that a keeper of that
  /// name keeps its keys there.
  static func path(_ keeper: String) -> String {
    keeper == "next" ? common : "\(common).\(keeper)"
  }

  /// The paths of all lists that there may be: only of keepers of registers, since a copy that
  /// somebody left beside a list would bring back keys that have ended.
  static func paths(on disk: any Disk) throws(NotRead) -> [String] {
    do throws(DiskError) {
      let keepers = try disk.names(in: "register").filter(FieldText.isKey).sorted()
      return [common] + keepers.map(path).filter { $0 != common }
    } catch { throw NotRead("register", error.reason) }
  }

  /// Reads all of them: nobody knows whose keys stand in one that can't be read.
  init(on disk: any Disk) throws(NotRead) {
    var lists: [List] = []
    for path in try Self.paths(on: disk) {
      guard let signers = try Self.signers(path, on: disk).get() else { continue }
      lists.append(List(path: path, signers: signers))
    }
    self.lists = lists
    let listed = Set(lists.flatMap { $0.signers.signers.map(\.person) })
    unlisted = try KeyFile.people(on: disk).filter { !listed.contains($0) }
  }

  private static func signers(_ path: String, on disk: any Disk) -> Read<AllowedSigners> {
    disk.find(path).flatMap { bytes in
      // The last line of a key that has ended stays: there is no list without one.
      if bytes.count == 0 { return .notRead(NotRead(path, .emptyFile)) }
      // Keys are added to this file: one that is no text would come out of it changed.
      if let bad = bytes.firstNonUTF8() {
        let line = bytes.array(0..<bad).count { $0 == 0x0A } + 1
        return .notRead(NotRead(path, .notUTF8(file: path, line: line)))
      }
      return .there(AllowedSigners(bytes.text))
    }
  }

  /// The lines of all, in one list.
  var joined: AllowedSigners { AllowedSigners(joining: lists.map(\.signers)) }

  /// The lists of which some lines are no keys, or are missing.
  var unread: [NotRead] {
    unlisted.prefix(1).map { person in
      NotRead(
        KeyFile.path(person),
        Phrase("公钥名单里没有它的公钥", "公鑰名單裡沒有它的公鑰", "no list has its public key"),
        others: unlisted.count - 1)
    }
      + lists.compactMap { list in
        let lines = list.signers.unread
        guard let first = lines.first else { return nil }
        let text = String(first.prefix(30))
        return NotRead(
          list.path, Phrase("“\(text)”不是公钥", "「\(text)」不是公鑰", "“\(text)” is no public key"),
          others: lines.count - 1)
      }
  }

  // MARK: Changing

  mutating func add(_ signer: AllowedSigners.Signer, by keeper: String) {
    let path = Self.path(keeper)
    if !lists.contains(where: { $0.path == path }) {
      lists.append(List(path: path, signers: AllowedSigners()))
    }
    for index in lists.indices where lists[index].path == path {
      lists[index].signers.add(signer)
      lists[index].isChanged = true
    }
  }

  /// Ends every key of a person where it stands: in the keeper's own list, or in that for all.
  ///
  /// - Throws: where a key that still holds stands in the list of another keeper.
  mutating func revoke(_ person: Named, at instant: Int, by keeper: String) throws(SigningError) {
    let own = [Self.common, Self.path(keeper)]
    for index in lists.indices {
      var signers = lists[index].signers
      signers.revoke(person.code, at: instant)
      guard signers != lists[index].signers else { continue }
      guard own.contains(lists[index].path) else {
        throw .listedElsewhere(name: person.name, file: lists[index].path)
      }
      lists[index].signers = signers
      lists[index].isChanged = true
    }
  }

  /// The files of the lists that were changed.
  ///
  /// - Throws: where a list was not read whole: it would come out of the change as if it were.
  func parts() throws(NotRead) -> [FileStep.Part] {
    if let unread = unread.first { throw unread }
    return lists.filter(\.isChanged).map { .replace($0.path, Array($0.signers.text.utf8)) }
  }
}
