import Glibc
import Testing

@testable import EventLoops

extension EventLoop {
  /// Registers a socket on which nothing happens.
  fileprivate func register(idle log: Log) -> Registration? {
    final class Idle: ReadinessHandler {
      let pair: SocketPair
      let log: Log
      init(_ pair: consuming SocketPair, _ log: Log) {
        self.pair = pair
        self.log = log
      }
      func becameReady(_ readiness: Readiness) { log.add("stale event") }
    }
    guard let pair = try? Socket.pair() else { return nil }
    let idle = Idle(pair, log)
    return try? register(idle.pair.first.descriptor, for: .readable, idle)
  }
}

@Suite struct DescriptorTests {
  private final class Reader: ReadinessHandler, @unchecked Sendable {  // SAFETY: touched on the loop only.
    let socket: Socket
    let action: (Reader, Readiness) -> Void
    var registration: Registration?
    init(_ socket: consuming Socket, _ action: @escaping (Reader, Readiness) -> Void) {
      self.socket = socket
      self.action = action
    }
    func becameReady(_ readiness: Readiness) { action(self, readiness) }
  }

  @Test
  func `a descriptor removed by an earlier handler of the batch gets no event, though its number is reused`()
    async throws
  {
    try await withLoop { loop in
      let log = Log()
      try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
        loop.execute {
          do {
            var readers: [Reader] = []
            var senders: [Reader] = []
            for name in ["a", "b"] {
              let (near, far) = try Socket.pair().split { near, far in
                (
                  Reader(near) { reader, _ in
                    log.add(name)
                    // Whichever comes first removes both, and new registrations take their places.
                    for other in readers { loop.deregister(other.registration!) }
                    readers.removeAll()
                    for _ in 0..<2 { _ = loop.register(idle: log) }
                    loop.execute { loop.execute { done.resume() } }
                  },
                  Reader(far) { _, _ in }
                )
              }
              near.registration = try loop.register(near.socket.descriptor, for: .readable, near)
              readers.append(near)
              senders.append(far)
            }
            for sender in senders {
              withUnsafeBytes(of: UInt8(1)) { #expect(sender.socket.write($0) == .bytes(1)) }
            }
          } catch {
            done.resume(throwing: error)
          }
        }
      }
      #expect(log.entries.count == 1 && log.entries != ["stale event"])
    }
  }

  @Test func `deregistering twice, or updating afterwards, is harmless`() async throws {
    try await withLoop { loop in
      try await on(loop) {
        let (near, _) = try Socket.pair().split { (Reader($0) { _, _ in }, Reader($1) { _, _ in }) }
        let registration = try loop.register(near.socket.descriptor, for: .readable, near)
        #expect(throws: EventLoopError.self) {
          _ = try loop.register(near.socket.descriptor, for: .readable, near)
        }
        loop.deregister(registration)
        loop.deregister(registration)
        loop.update(registration, for: [.readable, .writable])
        let again = try loop.register(near.socket.descriptor, for: .readable, near)
        #expect(again != registration)
        loop.deregister(registration)
        #expect(loop.descriptors.contains(again))
        loop.deregister(again)
        #expect(loop.descriptors.count == 0)
      }
    }
  }
}
