import Glibc
import Synchronization

/// Random bits of the system's, taken from it some at a time: a call a write costs more than the identifiers made of them.
final class EntropyPool: Sendable {
  private struct Waiting: Sendable {
    /// As many as one call gives at the most.
    var words = [UInt64](repeating: 0, count: 32)
    var count = 0
  }

  static let shared = EntropyPool()

  private let waiting = Mutex(Waiting())

  /// 128 bits that nobody else gets.
  func take() -> (UInt64, UInt64) {
    waiting.withLock { waiting in
      if waiting.count == 0 {
        Self.fill(&waiting.words)
        waiting.count = waiting.words.count
      }
      waiting.count -= 2
      return (waiting.words[waiting.count], waiting.words[waiting.count + 1])
    }
  }

  private static func fill(_ words: inout [UInt64]) {
    let isFilled = words.withUnsafeMutableBytes { getentropy($0.baseAddress!, $0.count) == 0 }
    if isFilled { return }
    var generator = SystemRandomNumberGenerator()
    for index in words.indices { words[index] = generator.next() }
  }
}
