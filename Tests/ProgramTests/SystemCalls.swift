import TestSupport

/// The calls by which a program writes, counted by a run under strace.
struct SystemCalls {
  /// A call's name, and that it is the thread's nth of that name.
  struct Place: Hashable, Comparable {
    let call: String
    let number: Int

    static func < (a: Self, b: Self) -> Bool { (a.call, a.number) < (b.call, b.number) }
  }

  static let names =
    "write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,"
    + "ftruncate,flock,openat"

  let places: [Place]

  /// - Parameter log: what strace wrote; only those openings count that may make a file.
  init(log: String) {
    var counts: [String: Int] = [:]
    var places: Set<Place> = []
    for line in log.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let end = words[1].firstIndex(of: "("),
        !words[1].hasPrefix("<...")
      else { continue }
      let call = String(words[1][..<end].drop { $0 == " " })
      // strace counts each thread's calls of a name by themselves.
      let number = counts["\(words[0]) \(call)", default: 0] + 1
      counts["\(words[0]) \(call)"] = number
      guard call != "openat" || words[1].contains("O_CREAT") else { continue }
      places.insert(Place(call: call, number: number))
    }
    self.places = places.sorted()
  }

  /// Whether the call that was made to fail opened a file to be read.
  static func failedToRead(log: String) -> Bool {
    log.split(separator: "\n").contains {
      $0.hasSuffix("(INJECTED)") && $0.contains("openat(") && !$0.contains("O_CREAT")
    }
  }

  /// At most so many of them, spread over all.
  func some(_ count: Int, from first: Int) -> [Place] {
    guard places.count > count else { return places }
    let step = Double(places.count) / Double(count)
    return (0..<count).map {
      places[(Int(Double($0) * step) + first) % places.count]
    }
  }
}
