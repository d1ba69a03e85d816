import Glibc

/// A running ssh-agent (draft-miller-ssh-agent): it keeps keys, in hardware too, and signs with
/// them; we never see them.
package struct SSHAgent: Sendable {
  private let path: String
  private let answer, touch: Int

  /// - Parameters:
  ///   - socket: what `SSH_AUTH_SOCK` says.
  ///   - answer: seconds in which an agent that works says what it holds.
  ///   - touch: seconds in which somebody touches a key, or agrees on the screen.
  package init(socket path: String, answer: Int = 5, touch: Int = 60) {
    (self.path, self.answer, self.touch) = (path, answer, touch)
  }

  private enum Message {
    static let listKeys: UInt8 = 11
    static let keys: UInt8 = 12
    static let sign: UInt8 = 13
    static let signature: UInt8 = 14
    /// More than any answer of an agent with a few hundred keys.
    static let longest = 1 << 20
  }

  /// The Ed25519 keys it holds.
  package func keys() throws(SigningError) -> [SSHPublicKey] {
    var reader = SSHWire.Reader(try ask([Message.listKeys], for: Message.keys))
    let count = reader.number() ?? 0
    var keys: [SSHPublicKey] = []
    for _ in 0..<count {
      guard let blob = reader.string(), reader.string() != nil else { break }
      if let key = SSHPublicKey(blob: blob) { keys.append(key) }
    }
    return keys
  }

  /// The key's signature of `bytes` in the wire form; the agent may ask its owner first.
  package func sign(_ bytes: [UInt8], by key: SSHPublicKey) throws(SigningError) -> [UInt8] {
    let request =
      [Message.sign] + SSHWire.string(key.blob) + SSHWire.string(bytes) + SSHWire.number(0)
    var reader = SSHWire.Reader(try ask(request, for: Message.signature))
    guard let signature = reader.string(), key.holds(signature, for: bytes) else {
      throw .agentRefused
    }
    return signature
  }

  /// One question, one answer of the type expected.
  private func ask(_ request: [UInt8], for type: UInt8) throws(SigningError) -> [UInt8] {
    let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard file >= 0 else { throw .noAgent(path) }
    defer { close(file) }
    guard connect(file) else { throw .noAgent(path) }
    limit(file, to: type == Message.signature ? touch : answer)
    guard write(file, SSHWire.number(request.count) + request) else { throw .noAgent(path) }
    guard let head = read(file, 4) else { throw .noAgent(path) }
    let length = head.reduce(0) { $0 << 8 | Int($1) }
    guard (1...Message.longest).contains(length), let answer = read(file, length) else {
      throw .noAgent(path)
    }
    guard answer[0] == type else { throw .agentRefused }
    return Array(answer.dropFirst())
  }

  /// Lets every wait on the socket end: the one who waits may hold the directory's lock.
  private func limit(_ file: Int32, to seconds: Int) {
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(file, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  private func connect(_ file: Int32) -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let isShort = withUnsafeMutableBytes(of: &address.sun_path) { room in
      guard bytes.count < room.count else { return false }
      room.copyBytes(from: bytes)
      return true
    }
    guard isShort else { return false }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(file, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }

  private func write(_ file: Int32, _ bytes: [UInt8]) -> Bool {
    var at = 0
    while at < bytes.count {
      // MSG_NOSIGNAL: an agent that goes away must not end us.
      let count = bytes.withUnsafeBytes {
        send(file, $0.baseAddress.map { $0 + at }, bytes.count - at, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      at += count
    }
    return true
  }

  private func read(_ file: Int32, _ length: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: length)
    var at = 0
    while at < length {
      let count = bytes.withUnsafeMutableBytes {
        recv(file, $0.baseAddress.map { $0 + at }, length - at, 0)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      at += count
    }
    return bytes
  }
}
