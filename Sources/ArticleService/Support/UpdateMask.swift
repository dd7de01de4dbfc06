import GRPC
import Protobuf

extension Optional<FieldMask> {
  /// Checks that an `update_mask` names nothing but fields that can be changed, or `*`.
  ///
  /// - Throws: INVALID_ARGUMENT with the first path that is none of them.
  func checkUpdate(of changeable: [String]) throws(RPCError) {
    guard let path = self?.paths.first(where: { $0 != "*" && !changeable.contains($0) }) else { return }
    throw .invalid(
      "update_mask", "expected \(changeable.joined(separator: ", ")) or *, found '\(shortened(path))'")
  }
}
