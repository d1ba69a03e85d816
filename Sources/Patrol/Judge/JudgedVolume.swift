import Records

/// A volume as the judge is given it: what was read, and how far it holds together.
///
/// One object, however often it is handed on.
package final class JudgedVolume: Sendable {
  package let book: BookID
  package let year: Int
  /// Nil where the header is none.
  package let header: VolumeHeader?
  package let directory: DirectoryID?
  package let pages: [Page]
  /// How many pages from the first on are written, numbered, chained and dated as pages are (J2 to J4):
  /// what stands behind them is not judged.
  package let good: Int
  let rollover: Int

  package init(
    _ book: BookID, year: Int, header: VolumeHeader?, pages: [Page], good: Int
  ) {
    (self.book, self.year, self.header) = (book, year, header)
    (directory, rollover) = (header?.cover.directory, header?.cover.rollover ?? 0)
    (self.pages, self.good) = (pages, min(good, pages.count))
  }
}

/// What only somebody who knows keys can tell the judge.
package protocol SealReader: Sendable {
  /// The key that made the signature in a field of a page over the page's own bytes, in the namespace of
  /// the directory and field; nil where it does not hold, or a token was not touched.
  func key(_ page: Page, _ field: Page.SignatureField, of directory: DirectoryID) -> KeyPrint?
  /// What ssh-keygen calls a public key; nil for what is none that may sign.
  func print(of key: String) -> KeyPrint?
}
