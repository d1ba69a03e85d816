import Books
import Patrol
import Records
import Wording

/// The three records of the settings → one station.
///
/// In older directories all of them stand in `station.rec`: what it says counts until the first change
/// of a group moves it into a file of its own.
extension Loading {
  /// Whose directory it is.
  package func identity() throws -> Station.Identity {
    try Self.parse(Station.Identity.schema, try base(), Station.file)
  }

  package func station() throws -> Station { try settings().station }

  /// The station; without the policy no day can be told, which is an error, while without the
  /// desk's likes the books can still be used.
  ///
  /// - Returns: the station, and why what the desk likes was not read.
  func settings() throws -> (station: Station, unread: [NotRead]) {
    let base = try base()
    let identity = try Self.parse(Station.Identity.schema, base, Station.file)
    let policy = try value(Policy.schema, .policy, of: identity.unit, base)
    var unread: [NotRead] = []
    var desk = DeskLikes.unknown(identity.unit)
    do {
      desk = try value(DeskLikes.schema, .desk, of: identity.unit, base)
    } catch let error as NotRead { unread.append(error) }
    return (Station(identity, policy, desk), unread)
  }

  /// The fields of some groups as they stand, those that hold anything.
  func texts(of groups: [SettingsGroup]) throws -> [String: String] {
    let base = try base()
    let unit = try Self.parse(Station.Identity.schema, base, Station.file).unit
    var texts: [String: String] = [:]
    for group in groups {
      let record = try own(group, of: unit) ?? base
      texts.merge(Register.texts(record, Set(group.columns.map(\.name)))) { $1 }
    }
    return texts
  }

  /// What station.rec holds of some groups, whether it counts or not.
  func textsInBase(of groups: [SettingsGroup]) throws -> [String: String] {
    Register.texts(try base(), Set(groups.flatMap { $0.columns.map(\.name) }))
  }

  /// The record of a group in its own file; nil where that says nothing of the unit's.
  func own(_ group: SettingsGroup, of unit: String) throws(NotRead) -> RecRecord? {
    let path = group.file(of: unit)
    guard let contents = try Register(path, on: directory.disk).read().get() else { return nil }
    if let unread = NotRead(path, contents.unread) { throw unread }
    if let own = contents.records.first(where: { $0[SettingsGroup.key] == unit }) { return own }
    guard contents.records.isEmpty else { throw NotRead(path, .ofAnother(unit)) }
    return nil
  }

  /// The record of `station.rec`.
  private func base() throws -> RecRecord {
    let disk = directory.disk
    guard let bytes = try disk.find(Station.file).get() else {
      throw DirectoryError.notOurs(disk.root)
    }
    let contents = RecReader(bytes, source: Station.file).readTolerantly()
    if let unread = NotRead(Station.file, contents.unread) { throw unread }
    guard let record = contents.records.first else { throw DirectoryError.notOurs(disk.root) }
    let (format, known) = (record["Format"].flatMap { wholeNumber($0) } ?? 1, VolumeHeader.format)
    if format > known {
      throw RecError.newerFormat(file: Station.file, version: format, known: known)
    }
    if format < known {
      throw RecError.olderFormat(file: Station.file, version: format, known: known)
    }
    return record
  }

  private func value<R>(
    _ schema: Schema<R>, _ group: SettingsGroup, of unit: String, _ base: RecRecord
  ) throws -> R {
    let path = group.file(of: unit)
    if let own = try own(group, of: unit) {
      do { return try schema.parse(own) } catch { throw NotRead(path, own.error(error, path)) }
    }
    // Where station.rec never held it, the file was there and is gone.
    guard group.columns.contains(where: { $0.name != SettingsGroup.key && base[$0.name] != nil })
    else { throw NotRead(path, DiskError.notFound(path: path).reason) }
    return try Self.parse(schema, base, Station.file)
  }
}

extension Phrase {
  /// A record of the settings that another unit's was put in the place of.
  fileprivate static func ofAnother(_ unit: String) -> Phrase {
    Phrase("不是 \(unit) 的设置", "不是 \(unit) 的設定", "these are not the settings of \(unit)")
  }
}
