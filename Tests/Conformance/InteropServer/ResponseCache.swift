import Glibc
import Interop
import Synchronization

/// Stands for the caching proxy that `cacheable_unary` asks for: a request that comes again gets the same answer.
///
/// A request without a payload is answered anew every time. Bounded: the oldest answers go first. Thread-safe.
final class ResponseCache: Sendable {
  /// How long an answer may be used again.
  static let maxAgeSeconds = 60

  private static let capacity = 256

  private struct Entry {
    let body: [UInt8]
    let response: SimpleResponse
    let expires: Int
  }

  private let entries = Mutex<[Entry]>([])

  func response(to request: SimpleRequest) -> SimpleResponse {
    let now = Self.nanoseconds()
    var fresh = SimpleResponse()
    fresh.payload = Payload()
    fresh.payload?.body = Array(String(now).utf8)
    guard let body = request.payload?.body, body.count <= 1024 else { return fresh }
    return entries.withLock { entries in
      entries.removeAll { $0.expires <= now }
      if let known = entries.first(where: { $0.body == body }) { return known.response }
      if entries.count == Self.capacity { entries.removeFirst() }
      entries.append(Entry(body: body, response: fresh, expires: now + Self.maxAgeSeconds * 1_000_000_000))
      return fresh
    }
  }

  private static func nanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
