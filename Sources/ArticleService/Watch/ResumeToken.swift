import Catalog
import GRPC

/// Where a watch goes on, in letters and digits that callers keep without looking into them.
///
/// Unlike a page token it outlives the process: a version, the position, and a sum that finds typing errors.
enum ResumeToken {
  private static let version: UInt8 = 1
  private static let byteCount = 15

  /// The token of a position.
  static func encode(_ position: ChangePosition) -> String {
    var bytes = [version]
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: position.revision >> UInt64(shift)))
    }
    for shift in stride(from: 24, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: position.changes >> UInt32(shift)))
    }
    return Hex.encode(bytes + sum(bytes[...]))
  }

  /// The position of a token.
  ///
  /// - Throws: INVALID_ARGUMENT for anything that `encode` has not made.
  static func decode(_ token: String, field: String) throws(RPCError) -> ChangePosition {
    guard token.utf8.count == 2 * byteCount, let bytes = Hex.decode(token), bytes[0] == version,
      Array(bytes.suffix(2)) == sum(bytes.dropLast(2))
    else {
      throw .invalid(field, "expected a token from a response about a watch, found '\(shortened(token))'")
    }
    let revision = bytes[1...8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let changes = bytes[9...12].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return ChangePosition(revision: revision, changes: changes)
  }

  /// Fletcher's sum.
  private static func sum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var (low, high) = (UInt16(0), UInt16(0))
    for byte in bytes {
      low = (low + UInt16(byte)) % 255
      high = (high + low) % 255
    }
    return [UInt8(high), UInt8(low)]
  }
}
