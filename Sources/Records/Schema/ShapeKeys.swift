/// Keys and signatures as OpenSSH writes them.
extension ShapeBytes {
  /// `ssh-ed25519 AAAA…`, or that of a token.
  var isKey: Bool {
    guard let blank = firstIndex(of: 32), let blob = self[(blank + 1)..<count].base64 else {
      return false
    }
    return blob.withUnsafeBytes { blob in
      var rest = ShapeBytes(blob)
      guard let kind = rest.takeString(), kind.equals(self[0..<blank]),
        let point = rest.takeString(),
        point.count == 32, !Ed25519Point.isWeak(point.array)
      else { return false }
      if kind.equals("sk-ssh-ed25519@openssh.com") {
        return rest.takeString() != nil && rest.isEmpty
      }
      return kind.equals("ssh-ed25519") && rest.isEmpty
    }
  }

  private var array: [UInt8] { (0..<count).map { self[$0] } }

  /// Takes one string with its length off the front (RFC 4251 §5).
  private mutating func takeString() -> ShapeBytes? {
    guard count >= 4 else { return nil }
    let length = (0..<4).reduce(0) { $0 << 8 | Int(self[$1]) }
    guard count - 4 >= length else { return nil }
    let string = self[4..<(4 + length)]
    self = self[(4 + length)..<count]
    return string
  }

  /// The bytes that base64 writes; nil where bits that say nothing are set: there is one way to write
  /// bytes.
  private var base64: [UInt8]? {
    guard count > 0, count % 4 == 0 else { return nil }
    let pads = self[count - 1] != 61 ? 0 : self[count - 2] != 61 ? 1 : 2
    var (bytes, bits, held): ([UInt8], Int, Int) = ([], 0, 0)
    for at in 0..<(count - pads) {
      let byte = Int(self[at])
      let digit: Int
      switch byte {
      case 65...90: digit = byte - 65
      case 97...122: digit = byte - 71
      case 48...57: digit = byte + 4
      case 43: digit = 62
      case 47: digit = 63
      default: return nil
      }
      (bits, held) = (bits << 6 | digit, held + 6)
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(bits >> held))
        bits &= (1 << held) - 1
      }
    }
    return bits == 0 ? bytes : nil
  }

  /// OpenSSH's armour as ssh-keygen prints it: base64 in lines of 70.
  var isSignature: Bool {
    guard var rest = drop("-----BEGIN SSH SIGNATURE-----\n"),
      rest.count > 27, rest.has("\n-----END SSH SIGNATURE-----", at: rest.count - 28)
    else { return false }
    rest = rest[0..<(rest.count - 28)]
    var digits = 0
    while true {
      let end = rest.firstIndex(of: 0x0A) ?? rest.count
      let isLast = end == rest.count
      guard end > 0, isLast ? end <= 70 : end == 70 else { return false }
      var line = rest[0..<end]
      digits += end
      if isLast {
        for _ in 0..<2 where line.count > 0 && line[line.count - 1] == UInt8(ascii: "=") {
          line = line[0..<(line.count - 1)]
        }
      }
      guard line.all(Self.isBase64) else { return false }
      if isLast { return digits % 4 == 0 && (line.count > 0 || digits > 70) }
      rest = rest[(end + 1)..<rest.count]
    }
  }
}
