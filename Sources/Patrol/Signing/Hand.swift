import Records
import Wording

/// What `ssh-keygen -l` calls a public key: `SHA256:` and 43 digits of base64.
package struct KeyPrint: Hashable, Sendable {
  package let text: String

  package init?(_ text: some StringProtocol) {
    let text = String(text)
    guard FieldShape.keyprint.fits(text) else { return nil }
    self.text = text
  }

  private static let start = "SHA256:"

  /// The first digits, for the eye.
  package var short: String { String(text.dropFirst(Self.start.count).prefix(8)) }
}

/// With which key, by which right and knowing which page of the book of keys somebody signs: what stands
/// at the end of every signed page's own fields, so that it can be judged years later.
package struct Hand: Hashable, Sendable {
  package let signer: Named
  package let key: KeyPrint
  /// The page of a book of keys and posts that entitles; nil only on the first page of one.
  package let entitled: PageID?
  /// The newest page of that book which the signer has seen; nil as above.
  package let keys: PageReference?
  /// The directory whose volume the page stands in.
  package let directory: DirectoryID

  package init(
    _ signer: Named, _ key: KeyPrint, entitled: PageID?, keys: PageReference?,
    directory: DirectoryID
  ) {
    (self.signer, self.key, self.entitled) = (signer, key, entitled)
    (self.keys, self.directory) = (keys, directory)
  }

  /// Nil for a page that nobody signed, or not whole.
  package init?(_ record: RecRecord) {
    guard let signer = record["Signer"].flatMap({ Named($0) }),
      let key = record["Key"].flatMap({ KeyPrint($0) }),
      let directory = record["Directory"].flatMap({ DirectoryID($0) })
    else { return nil }
    self.init(
      signer, key, entitled: record["Entitled"].flatMap { PageID($0) },
      keys: record["Keys"].flatMap(PageReference.init), directory: directory)
  }

  /// The names of its fields, in their order.
  package static let fields = ["Signer", "Key", "Entitled", "Keys", "Directory"]

  package var body: [(name: String, value: String)] {
    [
      ("Signer", signer.text), ("Key", key.text), ("Entitled", entitled?.text ?? ""),
      ("Keys", keys?.text ?? ""), ("Directory", directory.text),
    ].filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
  }

  /// What the fields are called on a screen.
  package static let labels: [String: Phrase] = [
    "Signer": Phrase("签字人", "簽字人", "Signer"), "Key": Phrase("密钥指纹", "密鑰指紋", "Key"),
    "Entitled": Phrase("任职依据", "任職依據", "Entitled by"),
    "Keys": Phrase("密钥簿至", "密鑰簿至", "Keys book up to"),
    "Directory": Phrase("目录编号", "目錄編號", "Directory id"),
  ]
}

extension FieldType where Value == KeyPrint {
  package static let keyPrint = FieldType(
    entry: .line, expected: Phrase("密钥指纹", "密鑰指紋", "a key's fingerprint"), recType: "line",
    shape: .keyprint,
    parse: { KeyPrint($0) }, print: \.text)
}

extension FieldType where Value == PageID {
  package static let page = FieldType(
    entry: .line, expected: Phrase("一页的位置", "一頁的位置", "the place of a page"), recType: "line",
    shape: .entitlement,
    parse: { PageID($0) }, print: \.text)
}
