/// When to give memory back to the system that was freed and that the allocator keeps.
///
/// A burst leaves its pools behind, and nothing else takes them down while what is in use lies between what is free. Giving back holds up
/// whoever allocates from the pool that is walked, and what is used again soon has to be fetched anew; so it is done once there has
/// been much of it for a while, and not again for what could not be given back.
public struct MemoryReturn: Sendable {
  /// What is kept without regard to what is used.
  private static let calmBytes = 64 << 20

  /// What was more than enough when it was looked at last.
  private var wasMuch = false
  /// What the last attempt could not give back.
  private var stuckBytes = 0

  /// Nothing has been looked at yet.
  public init() {}

  /// Looks at what the process has and what of it is in use; true when it has had much more than that twice in a row.
  public mutating func isDue(privateBytes: Int, usedBytes: Int) -> Bool {
    let spare = max(0, privateBytes - usedBytes)
    stuckBytes = min(stuckBytes, spare)
    let isMuch = spare - stuckBytes > max(Self.calmBytes, usedBytes / 4)
    defer { wasMuch = isMuch }
    return isMuch && wasMuch
  }

  /// Memory was given back, and so much is left.
  public mutating func gaveBack(privateBytes: Int, usedBytes: Int) {
    stuckBytes = max(0, privateBytes - usedBytes)
    wasMuch = false
  }
}
