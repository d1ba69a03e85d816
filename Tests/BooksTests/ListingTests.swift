import Books
import Glibc
import Testing

@Suite("A folder is listed as it lies there")
struct ListingTests {
  @Test(
    "The name of an entry is read, and nothing behind it",
    arguments: ["a", "QS-01.patrol.rec", "簿册 (1).rec", String(repeating: "x", count: 255)])
  func lastEntry(_ name: String) throws {
    // Two pages of memory, of which the second may not be looked at; the entry ends with the first.
    let size = Int(getpagesize())
    let memory = try #require(
      mmap(nil, 2 * size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    try #require(memory != MAP_FAILED)
    defer { munmap(memory, 2 * size) }
    try #require(mprotect(memory + size, size, PROT_NONE) == 0)
    let start = try #require(MemoryLayout<dirent>.offset(of: \.d_name))
    let bytes = Array(name.utf8) + [0]
    let alignment = MemoryLayout<dirent>.alignment
    let entry = memory + size - (start + bytes.count + alignment - 1) / alignment * alignment
    (entry + start).copyMemory(from: bytes, byteCount: bytes.count)
    #expect(PosixDisk.name(of: entry.assumingMemoryBound(to: dirent.self)) == name)
  }
}
