import Catalog
import GRPC

/// Where a watch goes on, in letters and digits that callers keep without looking into them: a version, the position with the
/// epoch of its revision, and a sum that finds typing errors.
///
/// A token is good for every archive that has the change which it stands behind: this one after a restart, and copies of it. It
/// is no secret and not signed.
struct ResumeTokens: Sendable {
  /// Tokens of version 1 have no epoch.
  private static let version: UInt8 = 2
  private static let byteCounts: [UInt8: Int] = [1: 15, 2: 23]

  /// Whose changes they stand for.
  let identity: Catalog.Identity

  /// The token of a position.
  func encode(_ position: ChangePosition) -> String {
    var bytes = [Self.version]
    bytes.append(bigEndian: identity.epoch(of: position.revision))
    bytes.append(bigEndian: position.revision)
    bytes.append(bigEndian: position.changes)
    return Hex.encode(bytes + Self.sum(bytes[...]))
  }

  /// The position of a token.
  ///
  /// - Throws: INVALID_ARGUMENT for anything that `encode` has not made; OUT_OF_RANGE (REVISION_UNKNOWN) for a position that this
  ///   archive has lost, or never had.
  func decode(_ token: String, field: String) throws(RPCError) -> ChangePosition {
    guard let bytes = Hex.decode(token), let version = bytes.first, bytes.count == Self.byteCounts[version],
      Array(bytes.suffix(2)) == Self.sum(bytes.dropLast(2))
    else {
      throw .invalid(field, "expected a token from a response about a watch, found '\(shortened(token))'")
    }
    var rest = bytes.dropFirst()
    let epoch = version == 1 ? 0 : rest.takeNumber(UInt64.self)
    let position = ChangePosition(revision: rest.takeNumber(), changes: rest.takeNumber())
    do throws(CatalogError) {
      try identity.check(position.revision, of: epoch)
    } catch {
      throw .failure(error)
    }
    return position
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

extension [UInt8] {
  fileprivate mutating func append(bigEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}

extension ArraySlice<UInt8> {
  /// The number in front, which is taken away.
  fileprivate mutating func takeNumber<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number {
    let bytes = prefix(MemoryLayout<Number>.size)
    removeFirst(bytes.count)
    return bytes.reduce(0) { $0 << 8 | Number($1) }
  }
}
