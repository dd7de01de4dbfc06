import CNghttp2

// SAFETY: `vector` and the bytes it points to are written in `init` and only read until `deinit`.
/// A header list that is sent many times, laid out once and freed with the last reference.
public final class PreparedHeaderFields: @unchecked Sendable {
  private let storage: UnsafeMutablePointer<nghttp2_nv>
  private let bytes: UnsafeMutablePointer<UInt8>
  let count: Int

  var list: HeaderList { HeaderList(fields: storage, count: count, owner: self) }

  /// Lays a list out that begins with a permanent one; libnghttp2 copies only what follows that.
  public init(_ beginning: PermanentHeaderFields, _ rest: HeaderFields) {
    count = beginning.count + rest.count
    bytes = rest.copyBytes()
    storage = .allocate(capacity: max(1, count))
    storage.initialize(from: beginning.vector, count: beginning.count)
    rest.layOut(in: storage + beginning.count, over: bytes)
  }

  deinit {
    storage.deallocate()
    bytes.deallocate()
  }
}
