import Glibc

/// The memory that all sessions of one thread share: the buffer for output, and spare pieces for queues.
///
/// So an idle connection holds neither, and a call need not allocate. Sessions are confined to a thread and use this
/// only within their calls, so they never meet in it.
final class SessionMemory {
  /// What the session that was last asked for output has to say.
  @exclusivity(unchecked) var output = ByteQueue()
  /// Memory of queues that have drained.
  @exclusivity(unchecked) var spare = SpareMemory()

  /// Calls `body` with the calling thread's, without counting a reference: the thread holds one to its end.
  @inline(__always)
  static func use<Result>(_ body: (SessionMemory) -> Result) -> Result {
    let memory = pthread_getspecific(key) ?? make()
    return Unmanaged<SessionMemory>.fromOpaque(memory)._withUnsafeGuaranteedRef(body)
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let result = pthread_key_create(&key) { memory in
      if let memory { Unmanaged<SessionMemory>.fromOpaque(memory).release() }
    }
    precondition(result == 0, "the process has no thread-specific data left")
    return key
  }()

  private static func make() -> UnsafeMutableRawPointer {
    let memory = Unmanaged.passRetained(SessionMemory()).toOpaque()
    pthread_setspecific(key, memory)
    return memory
  }
}
