import CLinux

/// What a descriptor is ready for, or what is wanted of it.
public struct Readiness: OptionSet, Sendable, Hashable {
  /// The bits, as epoll(7) defines them.
  public let rawValue: UInt32
  /// Readiness from epoll's bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A read (or an accept) will not block.
  public static let readable = Readiness(rawValue: EPOLLIN.rawValue)
  /// A write will not block, or a connect has ended.
  public static let writable = Readiness(rawValue: EPOLLOUT.rawValue)
  /// An error is pending, or both directions are shut down. Reported whether wanted or not.
  public static let failed = Readiness(rawValue: EPOLLERR.rawValue | EPOLLHUP.rawValue)

  /// Whether an error or a hang-up was reported.
  public var hasFailed: Bool { !isDisjoint(with: .failed) }
}

/// Receives the readiness of one registered descriptor.
public protocol ReadinessHandler: AnyObject {
  /// The descriptor is ready; level-triggered: reported each turn until the cause is gone. On the loop's thread.
  func becameReady(_ readiness: Readiness)
  /// The loop ends and watches nothing any more: time to close what else would stay open for ever.
  func loopEnded()
}

extension ReadinessHandler {
  /// Nothing is done.
  public func loopEnded() {}
}

/// Names one registration of a descriptor with a loop; never valid again after `EventLoop.deregister`.
public struct Registration: Sendable, Hashable {
  let index: UInt32
  let generation: UInt32
  let descriptor: Int32

  var token: UInt64 { UInt64(generation) << 32 | UInt64(index) }
}

/// The handlers of a loop's descriptors. A generation in each token tells a stale event from a live one,
/// although the kernel reuses descriptor numbers at once.
struct DescriptorTable {
  private struct Entry {
    var handler: (any ReadinessHandler)?
    var generation: UInt32 = 1
    var standsBack = false
  }

  private var entries = ContiguousArray<Entry>()
  private var free = ContiguousArray<UInt32>()
  var count: Int { entries.count - free.count }

  mutating func insert(
    _ handler: any ReadinessHandler, descriptor: Int32, standingBack: Bool = false
  ) -> Registration {
    let index: UInt32
    if let reused = free.popLast() {
      index = reused
    } else {
      index = UInt32(entries.count)
      entries.append(Entry())
    }
    entries[Int(index)].handler = handler
    entries[Int(index)].standsBack = standingBack
    return Registration(
      index: index, generation: entries[Int(index)].generation, descriptor: descriptor)
  }

  func contains(_ registration: Registration) -> Bool {
    handler(forToken: registration.token) != nil
  }

  func handler(forToken token: UInt64) -> (any ReadinessHandler)? {
    let index = Int(truncatingIfNeeded: token & 0xffff_ffff)
    guard index < entries.count, entries[index].generation == UInt32(token >> 32) else { return nil }
    return entries[index].handler
  }

  /// Whether the events of a registration come behind those of the others; false when it is stale.
  func standsBack(_ registration: Registration) -> Bool {
    contains(registration) && entries[Int(registration.index)].standsBack
  }

  mutating func bringForward(_ registration: Registration) {
    entries[Int(registration.index)].standsBack = false
  }

  /// Forgets a registration; false when it was stale.
  mutating func remove(_ registration: Registration) -> Bool {
    guard contains(registration) else { return false }
    entries[Int(registration.index)].handler = nil
    entries[Int(registration.index)].generation &+= 1
    free.append(registration.index)
    return true
  }

  /// Forgets all registrations, and returns their handlers.
  mutating func removeAll() -> [any ReadinessHandler] {
    let handlers = entries.compactMap(\.handler)
    entries.removeAll()
    free.removeAll()
    return handlers
  }
}
