/// Finds the route of a `:path` by its bytes: an open-addressing hash table, filled once and then only read.
///
/// - Complexity: a look-up is O(path), one probe for nearly every path.
struct RoutingTable: Sendable {
  // SAFETY: `routes` holds a reference to each; uncounted here, for all cores look routes up and would write the counts.
  private var slots: [Unmanaged<Route>?]
  private let routes: [Route]
  private let mask: Int

  /// - Precondition: no two routes have the same path.
  init(_ routes: [Route]) {
    var size = 16
    while size < routes.count * 4 { size *= 2 }
    self.routes = routes
    slots = Array(repeating: nil, count: size)
    mask = size - 1
    for route in routes {
      var index = route.path.withUnsafeBytes { Self.hash($0) } & mask
      while let occupant = slots[index]?.takeUnretainedValue() {
        precondition(occupant.path != route.path, "two handlers for \(route.method.path)")
        index = (index + 1) & mask
      }
      slots[index] = .passUnretained(route)
    }
  }

  /// The route of a path, or nil when there is none.
  func route(for path: UnsafeRawBufferPointer) -> Unmanaged<Route>? {
    var index = Self.hash(path) & mask
    while let route = slots[index] {
      if route._withUnsafeGuaranteedRef({ $0.hasPath(path) }) { return route }
      index = (index + 1) & mask
    }
    return nil
  }

  /// Multiply and fold, eight bytes at a time; the table's keys are ours, so it need not resist chosen ones.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      state = mixed(state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < bytes.count {
      tail = tail << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return Int(truncatingIfNeeded: mixed(state ^ tail) >> 1)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    return high ^ low
  }
}
