import GRPC
import Protobuf

extension FieldMask {
  /// The path that stands for all fields (AIP-161).
  static let everything = "*"

  /// Checks that an `update_mask` names nothing but fields that can be changed, or `*` alone.
  ///
  /// - Parameter expected: what an error says to be expected; the fields themselves when not given.
  /// - Throws: INVALID_ARGUMENT with the first path that is none of them, or where there are too many.
  func checkUpdate(of changeable: [String], expected: String? = nil) throws(RPCError) {
    if paths == [Self.everything] { return }
    try checkCount(paths.count, ReadMask.maxPaths, field: "update_mask")
    try checkEverythingStandsAlone(field: "update_mask")
    guard let path = paths.first(where: { !changeable.contains($0) }) else { return }
    let fields = expected ?? "\(changeable.joined(separator: ", ")) or *"
    throw .invalid("update_mask", "expected \(fields), found '\(shortened(path))'")
  }

  /// - Throws: INVALID_ARGUMENT for a mask that names all fields and others.
  func checkEverythingStandsAlone(field: String) throws(RPCError) {
    guard paths.count > 1, paths.contains(Self.everything) else { return }
    throw .invalid(field, "expected * alone, or paths of fields, found both")
  }
}
