import CNghttp2

/// A header list that lives for the whole process and is sent without being copied or converted.
///
/// Make one per constant list, in a `static let`; its memory is never freed.
public struct PermanentHeaderFields: Sendable {
  // SAFETY: points to memory that `init` allocates, fills and never frees or changes; `count` elements.
  nonisolated(unsafe) let vector: UnsafePointer<nghttp2_nv>
  let count: Int

  var list: HeaderList { HeaderList(fields: vector, count: count) }

  /// Lays the list out for sending.
  public init(_ fields: HeaderFields) {
    let vector = UnsafeMutablePointer<nghttp2_nv>.allocate(capacity: max(1, fields.count))
    let noCopy = NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue | NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue
    fields.layOut(in: vector, over: fields.copyBytes(), flags: nghttp2_nv_flag(noCopy))
    self.vector = UnsafePointer(vector)
    count = fields.count
  }
}
