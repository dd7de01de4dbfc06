import EventLoops
import Synchronization
import TLS

/// What a server's TLS session makes of the bytes that have come during its handshake, worked out beside the loop.
///
/// A handshake costs as much as a hundred calls, and a crowd that comes at once would hold up the calls of everybody else.
/// The threads that shake hands therefore stand back behind the loops as far as they can (`nice 19`).
// SAFETY: the loop hands it to one thread of the pool and takes it back when that is done with it; `isWanted` is atomic.
final class HandshakeStep: @unchecked Sendable {
  private static let pool = try? ComputePool(name: "handshake", niceness: 19)

  /// The session, which nobody else touches meanwhile; nil when it could not be made.
  private(set) var session: TLSSession?
  /// What the peer has said in the session, which the last bytes of a handshake may begin.
  private(set) var plaintext: [UInt8] = []
  /// Why the session cannot go on.
  private(set) var failure: TLSError?

  private let input: [UInt8]
  private let makeSession: () throws(TLSError) -> TLSSession
  private let isWanted = Atomic(true)

  /// - Parameter session: nil for the first step, which makes one.
  init(
    _ session: TLSSession?, _ input: UnsafeRawBufferPointer,
    making makeSession: @escaping () throws(TLSError) -> TLSSession
  ) {
    self.session = session
    self.input = [UInt8](input)
    self.makeSession = makeSession
  }

  /// Calls `done` on the loop when the step has been taken; never within this call.
  func start(on loop: EventLoop, _ done: @escaping @Sendable () -> Void) {
    guard let pool = Self.pool else {
      return loop.execute {
        self.perform()
        done()
      }
    }
    Task.detached(executorPreference: pool) {
      self.perform()
      loop.execute(done)
    }
  }

  /// The connection is over: a step that has not begun does nothing.
  func cancel() { isWanted.store(false, ordering: .relaxed) }

  private func existingSession() throws(TLSError) -> TLSSession {
    if let session { return session }
    return try makeSession()
  }

  private func perform() {
    guard isWanted.load(ordering: .relaxed) else { return }
    do throws(TLSError) {
      let (session, input) = (try existingSession(), input)
      self.session = session
      try input.span.bytes.withUnsafeBytes { bytes throws(TLSError) in
        try session.receive(bytes) { part in
          plaintext += part
          return true
        }
      }
    } catch {
      failure = error
    }
  }
}
