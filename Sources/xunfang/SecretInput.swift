import ArgumentParser
import Books
import CPosix
import Glibc
import Patrol
import Signing
import Wording

/// A PIN from the terminal, without echo, or from a file that nobody else can read.
///
/// Never from an argument or the environment: those can be seen by others.
struct SecretOptions: ParsableArguments {
  @Option(
    help: .said(
      "第一行是口令的文件，权限 0600；不写则当场询问。", "第一行是口令的檔案，權限 0600；不寫則當場詢問。",
      "A file of mode 0600 whose first line is the PIN; else it is asked for."))
  var pinFile: String?

  func read(_ prompt: Phrase, _ language: Language) throws -> Secret {
    if let pinFile { return try SecretInput.file(pinFile) }
    return try SecretInput.terminal(prompt[language])
  }
}

enum SecretInput {
  /// Whether somebody is there to be asked.
  static var hasTerminal: Bool {
    let file = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return false }
    close(file)
    return isatty(0) == 1
  }

  static func file(_ path: String) throws -> Secret {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw GivenFileError(cause: DiskError(errno: errno, path: path, doing: "open"))
    }
    defer { close(file) }
    var status = stat()
    // Asked of the file that is open: under its path another could come to stand.
    guard fstat(file, &status) == 0, posix_is_directory(&status) == 0 else {
      throw GivenFileError(cause: .notAFile(path: path))
    }
    guard status.st_mode & 0o077 == 0 else {
      throw SigningError.secretFileOpen(file: path)
    }
    return line(file)
  }

  /// Asks the terminal itself, since standard input may be a pipe; what was typed ahead is dropped.
  static func terminal(_ prompt: String) throws -> Secret {
    let file = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard file >= 0 else {
      throw ValidationError(
        .said(
          "没有终端可问口令；请用 --pin-file", "沒有終端可問口令；請用 --pin-file",
          "there is no terminal to ask for the PIN; use --pin-file"))
    }
    defer { close(file) }
    var before = termios()
    tcgetattr(file, &before)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(file, TCSAFLUSH, &silent)
    defer {
      tcsetattr(file, TCSAFLUSH, &before)
      _ = write(file, "\n", 1)
    }
    let text = Output.bytes(prompt + ": ", for: file)
    _ = write(file, text, text.count)
    return line(file)
  }

  /// One line, without its end; the buffer is wiped.
  private static func line(_ file: Int32) -> Secret {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1024, alignment: 8)
    defer {
      if let base = buffer.baseAddress { explicit_bzero(base, buffer.count) }
      buffer.deallocate()
    }
    var count = 0
    while count < buffer.count {
      // Byte by byte: what follows the line, such as a second PIN, is left to who reads it.
      let read = Glibc.read(file, buffer.baseAddress.map { $0 + count }, 1)
      guard read == 1, buffer[count] != 0x0A, buffer[count] != 0x0D else { break }
      count += 1
    }
    return Secret(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
  }
}
