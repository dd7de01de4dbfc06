import Glibc

/// The lines of stdin, waited for awake.
///
/// Peers that search within the runner's own process never sleep between two queries, while a process that does wakes up
/// late and to a slowed processor. So for as long as a runner needs to send its next request, input is asked for again and
/// again; after that the process sleeps until there is some.
struct RequestLines {
  private static let awakeNanoseconds = 300_000

  private var buffer: [UInt8] = []
  /// Where what was not handed out yet begins.
  private var start = 0

  /// Calls `body` with the next line, without its end; nil when there is no more.
  mutating func next<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    var scanned = start
    while true {
      if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
      }
      scanned = buffer.count - start
      guard fill() else { break }
    }
    guard start < buffer.count else { return nil }
    defer { start = buffer.count }
    return buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start...])) }
  }

  /// Reads what there is behind what was not handed out yet; false at the end of the input.
  private mutating func fill() -> Bool {
    buffer.removeSubrange(..<start)
    start = 0
    Self.awaitInput()
    return withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { room in
      let count = read(STDIN_FILENO, room.baseAddress, room.count)
      guard count > 0 else { return false }
      buffer.append(contentsOf: room[..<count])
      return true
    }
  }

  private static func awaitInput() {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    let end = now() + awakeNanoseconds
    while poll(&input, 1, 0) == 0, now() < end { sched_yield() }
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
