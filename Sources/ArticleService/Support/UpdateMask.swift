import GRPC
import Protobuf

extension Optional<FieldMask> {
  /// Checks that an `update_mask` names nothing but fields that can be changed, or `*`.
  ///
  /// - Throws: INVALID_ARGUMENT with the first path that is none of them, or where there are too many.
  func checkUpdate(of changeable: [String]) throws(RPCError) {
    try checkCount(self?.paths.count ?? 0, ReadMask.maxPaths, field: "update_mask")
    guard let path = self?.paths.first(where: { $0 != "*" && !changeable.contains($0) }) else { return }
    throw .invalid(
      "update_mask", "expected \(changeable.joined(separator: ", ")) or *, found '\(shortened(path))'")
  }
}
