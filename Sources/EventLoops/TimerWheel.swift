/// Receives the expiry of timers.
public protocol TimerHandler: AnyObject {
  /// `timer` has expired; it is no longer scheduled. Called on the loop's thread.
  func timerFired(_ timer: Timer)
}

/// Names one scheduled timer of one loop. Stale names are recognised, so cancelling twice is harmless.
public struct Timer: Sendable, Hashable {
  let index: UInt32
  let generation: UInt32
}

/// A hierarchical timing wheel: six levels of 64 slots, one tick a millisecond, about two years ahead.
///
/// Pure: time is given by the caller. The scheme is that of Varghese and Lauck, "Hashed and Hierarchical
/// Timing Wheels" (1987). A timer moves at most five times before it fires.
///
/// - Complexity: `schedule` and `cancel` O(1) without allocation once grown; `nextTick` O(levels).
struct TimerWheel {
  private struct Node {
    var handler: (any TimerHandler)?
    var tick: UInt64 = 0
    var previous = none
    var next = none
    var generation: UInt32 = 0
    /// The list the node is in: level × 64 + slot.
    var list: UInt16 = 0
  }

  private static let none = UInt32.max
  private static let levels = 6
  /// Timers beyond this distance wait in the last slot of the top level and are placed anew from there.
  private static let furthest: UInt64 = 63 << 30

  private var nodes = ContiguousArray<Node>()
  private var free = none
  private var heads = ContiguousArray(repeating: none, count: levels * 64)
  private var occupied = ContiguousArray<UInt64>(repeating: 0, count: levels)
  /// Every timer up to this tick has fired.
  private(set) var elapsed: UInt64
  private(set) var count = 0

  /// A wheel that stands at `tick`.
  init(at tick: UInt64) { elapsed = tick }

  /// Schedules `handler` for `tick`; one that is not in the future fires with the next tick.
  mutating func schedule(_ handler: any TimerHandler, at tick: UInt64) -> Timer {
    let index = takeNode()
    nodes[Int(index)].handler = handler
    nodes[Int(index)].tick = max(tick, elapsed + 1)
    link(index)
    count += 1
    return Timer(index: index, generation: nodes[Int(index)].generation)
  }

  /// Takes a timer off the wheel.
  ///
  /// - Returns: whether it was still scheduled.
  @discardableResult
  mutating func cancel(_ timer: Timer) -> Bool {
    guard isScheduled(timer) else { return false }
    unlink(timer.index)
    _ = release(timer.index)
    return true
  }

  func isScheduled(_ timer: Timer) -> Bool {
    Int(timer.index) < nodes.count && nodes[Int(timer.index)].generation == timer.generation
  }

  /// The tick at which the wheel has to be advanced next (a timer fires or moves down a level).
  var nextTick: UInt64? {
    for level in 0..<Self.levels where occupied[level] != 0 { return startOfFirstSlot(level) }
    return nil
  }

  /// Turns the wheel to `tick` and takes the next timer that is due, or nil when there is none left.
  mutating func popExpired(at tick: UInt64) -> (timer: Timer, handler: any TimerHandler)? {
    while let level = (0..<Self.levels).first(where: { occupied[$0] != 0 }) {
      let start = startOfFirstSlot(level)
      guard start <= tick else { break }
      let slot = Int((start >> (6 * UInt64(level))) & 63)
      if level == 0 {
        elapsed = max(elapsed, start)
        let index = heads[slot]
        let timer = Timer(index: index, generation: nodes[Int(index)].generation)
        unlink(index)
        return (timer, release(index))
      }
      elapsed = max(elapsed, start)
      moveDown(list: level * 64 + slot)
    }
    elapsed = max(elapsed, tick)
    return nil
  }

  /// Forgets every timer without firing it.
  mutating func removeAll() {
    for index in nodes.indices where nodes[index].handler != nil {
      unlink(UInt32(index))
      _ = release(UInt32(index))
    }
  }

  // MARK: - Slots

  /// The first tick of the earliest occupied slot of a level.
  private func startOfFirstSlot(_ level: Int) -> UInt64 {
    let shift = 6 * UInt64(level)
    let position = (elapsed >> shift) & 63
    let rotated = (occupied[level] >> position) | (occupied[level] << ((64 - position) & 63))
    let ahead = UInt64(rotated.trailingZeroBitCount)
    return ((elapsed >> shift) + ahead) << shift
  }

  private mutating func moveDown(list: Int) {
    var index = heads[list]
    heads[list] = Self.none
    occupied[list >> 6] &= ~(1 << UInt64(list & 63))
    while index != Self.none {
      let next = nodes[Int(index)].next
      link(index)
      index = next
    }
  }

  // MARK: - Lists

  private mutating func link(_ index: UInt32) {
    let tick = min(nodes[Int(index)].tick, elapsed + Self.furthest)
    let significant = (tick ^ elapsed) | 63
    let level = min((63 - significant.leadingZeroBitCount) / 6, Self.levels - 1)
    let slot = Int((tick >> (6 * UInt64(level))) & 63)
    let list = level * 64 + slot
    let next = heads[list]
    nodes[Int(index)].list = UInt16(list)
    nodes[Int(index)].previous = Self.none
    nodes[Int(index)].next = next
    if next != Self.none { nodes[Int(next)].previous = index }
    heads[list] = index
    occupied[level] |= 1 << UInt64(slot)
  }

  private mutating func unlink(_ index: UInt32) {
    let (previous, next) = (nodes[Int(index)].previous, nodes[Int(index)].next)
    let list = Int(nodes[Int(index)].list)
    if previous == Self.none { heads[list] = next } else { nodes[Int(previous)].next = next }
    if next != Self.none { nodes[Int(next)].previous = previous }
    if heads[list] == Self.none { occupied[list >> 6] &= ~(1 << UInt64(list & 63)) }
  }

  private mutating func takeNode() -> UInt32 {
    if free == Self.none {
      nodes.append(Node())
      return UInt32(nodes.count - 1)
    }
    let index = free
    free = nodes[Int(index)].next
    return index
  }

  private mutating func release(_ index: UInt32) -> any TimerHandler {
    let handler = nodes[Int(index)].handler.take()!
    nodes[Int(index)].generation &+= 1
    nodes[Int(index)].next = free
    free = index
    count -= 1
    return handler
  }
}
