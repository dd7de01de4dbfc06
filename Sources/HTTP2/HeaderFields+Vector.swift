import CNghttp2

extension HeaderFields {
  /// Calls `body` with the list as libnghttp2 takes it; the vector is valid during the call only.
  func withVector<R>(_ body: (UnsafePointer<nghttp2_nv>, Int) -> R) -> R {
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: max(1, entries.count)) { vector in
        // libnghttp2 declares the pointers mutable but never writes through them.
        var position = UnsafeMutablePointer(mutating: bytes.baseAddress)
        for (index, entry) in entries.enumerated() {
          let value = position.map { $0 + entry.nameCount }
          vector[index] = nghttp2_nv(
            name: position, value: value, namelen: entry.nameCount, valuelen: entry.valueCount,
            flags: UInt8(entry.isSensitive ? NGHTTP2_NV_FLAG_NO_INDEX.rawValue : 0))
          position = value.map { $0 + entry.valueCount }
        }
        return body(vector.baseAddress!, entries.count)
      }
    }
  }
}

/// A header list that lives for the whole process and is sent without being copied or converted.
///
/// Make one per constant list, in a `static let`; its memory is never freed.
public struct PermanentHeaderFields: Sendable {
  // SAFETY: points to memory that `init` allocates, fills and never frees or changes; `count` elements.
  nonisolated(unsafe) let vector: UnsafePointer<nghttp2_nv>
  let count: Int

  /// Lays the list out for sending.
  public init(_ fields: HeaderFields) {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, fields.bytes.count))
    bytes.initialize(from: fields.bytes, count: fields.bytes.count)
    let vector = UnsafeMutablePointer<nghttp2_nv>.allocate(capacity: max(1, fields.count))
    var position = bytes
    for (index, entry) in fields.entries.enumerated() {
      let value = position + entry.nameCount
      let flags = NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue | NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue
      (vector + index).initialize(
        to: nghttp2_nv(
          name: position, value: value, namelen: entry.nameCount, valuelen: entry.valueCount,
          flags: UInt8(flags)))
      position = value + entry.valueCount
    }
    self.vector = UnsafePointer(vector)
    count = fields.count
  }
}

// SAFETY: `vector` and the bytes it points to are written in `init` and only read until `deinit`.
/// A header list that is sent many times, laid out once and freed with the last reference.
public final class PreparedHeaderFields: @unchecked Sendable {
  private let storage: UnsafeMutablePointer<nghttp2_nv>
  let count: Int
  private let bytes: UnsafeMutablePointer<UInt8>

  var vector: UnsafePointer<nghttp2_nv> { UnsafePointer(storage) }

  /// Lays a list out that begins with a permanent one; libnghttp2 copies only what follows that.
  public init(_ beginning: PermanentHeaderFields, _ rest: HeaderFields) {
    count = beginning.count + rest.count
    bytes = .allocate(capacity: max(1, rest.bytes.count))
    bytes.initialize(from: rest.bytes, count: rest.bytes.count)
    storage = .allocate(capacity: max(1, count))
    storage.initialize(from: beginning.vector, count: beginning.count)
    var position = bytes
    for (index, entry) in rest.entries.enumerated() {
      let value = position + entry.nameCount
      (storage + beginning.count + index).initialize(
        to: nghttp2_nv(
          name: position, value: value, namelen: entry.nameCount, valuelen: entry.valueCount,
          flags: UInt8(entry.isSensitive ? NGHTTP2_NV_FLAG_NO_INDEX.rawValue : 0)))
      position = value + entry.valueCount
    }
  }

  deinit {
    storage.deallocate()
    bytes.deallocate()
  }
}
