import GRPC

/// How many elements a page may have.
struct PageSize {
  let value: Int

  /// The size asked for: `preset` for 0, never more than `most`.
  ///
  /// - Throws: INVALID_ARGUMENT for a negative size.
  init(_ wanted: Int32, preset: Int, most: Int, field: String = "page_size") throws(RPCError) {
    guard wanted >= 0 else { throw .invalid(field, "expected 0 to \(most), found \(wanted)") }
    value = wanted == 0 ? preset : min(Int(wanted), most)
  }
}
