import Records
import Wording

extension Snapshot {
  /// What a record is called in lists and messages; an informant by the alias.
  package func title(of texts: [String: String], _ kind: RegisterKind) -> String {
    if let alias = kind.layout.alias { return texts[alias.column] ?? texts["Code"] ?? "" }
    let name = kind.layout.name
    let text = texts[name.name] ?? texts["Code"] ?? ""
    switch name.entry {
    case .code(let table): return codes.label(table, text, station.spoken)
    case .reference(.team): return team(text)?.name ?? text
    default: return text
    }
  }

  /// The team that a record belongs to, in words; nil where it belongs to none.
  package func team(of texts: [String: String], _ kind: RegisterKind) -> String? {
    guard let place = kind.layout.place, place.entry == .reference(.team) else { return nil }
    return texts[place].map { team($0)?.name ?? $0 }
  }

  /// A record's code and those of all records that were merged into it.
  package func merged(into code: String, _ kind: RegisterKind) -> Set<String> {
    guard let same = kind.layout.sameAs else { return [code] }
    let table = table(kind)
    let merged = (0..<table.count).map { (table.text(same, at: $0), $0) }.filter { !$0.0.isEmpty }
    var codes: Set<String> = [code]
    var grew = true
    while grew {
      grew = false
      for (into, index) in merged where codes.contains(into) {
        grew = codes.insert(table.records[index]["Code"] ?? "").inserted || grew
      }
    }
    return codes
  }
}
