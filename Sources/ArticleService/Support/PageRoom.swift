/// The room that one response has for elements.
///
/// Pages are bounded by their bytes as well as by count: clients take messages of 4 MiB unless they are told to take more.
struct PageRoom {
  /// The bytes of a page's elements, encoded. An element that is larger comes alone.
  static let mostBytes = 2 << 20
  /// What an element takes beside its own bytes at the most: field number and length.
  private static let frameBytes = 6

  private var left = mostBytes
  private var isEmpty = true

  /// Whether an element of so many bytes goes on the page, which it then does. The first always goes; behind one that does not, the
  /// page ends.
  mutating func takes(_ bytes: Int) -> Bool {
    guard isEmpty || left >= bytes + Self.frameBytes else { return false }
    isEmpty = false
    left -= bytes + Self.frameBytes
    return true
  }

  /// Counts what stands beside the elements.
  mutating func spend(_ bytes: Int) { left -= bytes }
}
