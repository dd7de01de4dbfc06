/// Bytes that wait, taken from the front piece by piece.
///
/// - Complexity: O(1) to take, amortised O(n) to append.
struct HeldBytes {
  /// All of them, behind `taken` that are gone.
  private(set) var bytes: [UInt8] = []
  /// How many of `bytes` are gone.
  private(set) var taken = 0

  var count: Int { bytes.count - taken }

  var isEmpty: Bool { count == 0 }

  mutating func append(_ chunk: UnsafeRawBufferPointer) { bytes.append(contentsOf: chunk) }

  /// Takes `count` bytes off the front; there must be so many.
  mutating func drop(_ count: Int) {
    taken += count
    guard taken * 2 >= bytes.count else { return }
    bytes = Array(bytes[taken...])
    taken = 0
  }
}
