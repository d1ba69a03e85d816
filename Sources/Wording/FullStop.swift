extension String {
  /// What somebody typed, to stand inside a sentence of the program: it ends where that does.
  package var withoutFullStop: String {
    var text = self
    while let last = text.last, "。．.！!；;".contains(last) || last == " " { text.removeLast() }
    return text
  }
}
