/// Codes by name, where a name is one record's alone.
struct CodesByName {
  private var codes: [String: String] = [:]
  private var known: Set<String> = []

  init(_ all: some Sequence<(code: String, name: String)>) {
    var several: Set<String> = []
    for (code, name) in all {
      let key = Folding.key(name)
      if codes.updateValue(code, forKey: key) != nil { several.insert(key) }
      known.insert(code)
    }
    for key in several { codes[key] = nil }
  }

  func code(_ text: String) -> String? {
    known.contains(text) ? text : codes[Folding.key(text)]
  }
}
