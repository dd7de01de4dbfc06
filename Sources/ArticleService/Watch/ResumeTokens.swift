import Catalog
import FullText
import GRPC

/// What a resume token says of the query of its watch: which it was, and what its words meant.
struct QueryMark: Equatable {
  let query: UInt32
  let meaning: UInt32
  let languages: [Language]
}

/// Where a watch goes on, in letters and digits that callers keep without looking into them: a version, the position with the
/// epoch of its revision, what the query meant there if there is one, and a sum that finds typing errors.
///
/// A token is good for every archive that has the change which it stands behind: this one after a restart, and copies of it. It
/// is no secret and not signed.
struct ResumeTokens: Sendable {
  /// Tokens of version 1 have no epoch, and only those of version 3 a query.
  private static let byteCounts: [UInt8: ClosedRange<Int>] = [1: 15...15, 2: 23...23, 3: 31...95]

  /// Whose changes they stand for.
  let identity: Catalog.Identity

  /// The token of a position.
  func encode(_ position: ChangePosition, _ mark: QueryMark?) -> String {
    var bytes: [UInt8] = [mark == nil ? 2 : 3]
    bytes.append(bigEndian: identity.epoch(of: position.revision))
    bytes.append(bigEndian: position.revision)
    bytes.append(bigEndian: position.changes)
    if let mark {
      bytes.append(bigEndian: mark.query)
      bytes.append(bigEndian: mark.meaning)
      bytes += mark.languages.map(\.rawValue)
    }
    return Hex.encode(bytes + Self.sum(bytes[...]))
  }

  /// The position of a token, and what it says of the query.
  ///
  /// - Throws: INVALID_ARGUMENT for anything that `encode` has not made; OUT_OF_RANGE (REVISION_UNKNOWN) for a position that this
  ///   archive has lost, or never had.
  func decode(_ token: String, field: String) throws(RPCError) -> (ChangePosition, QueryMark?) {
    guard token.utf8.count <= 256, let bytes = Hex.decode(token), let version = bytes.first,
      Self.byteCounts[version]?.contains(bytes.count) == true,
      Array(bytes.suffix(2)) == Self.sum(bytes.dropLast(2))
    else {
      throw .invalid(field, "expected a token from a response about a watch, found '\(shortened(token))'")
    }
    var rest = bytes.dropFirst().dropLast(2)
    let epoch = version == 1 ? 0 : rest.takeNumber(UInt64.self)
    let position = ChangePosition(revision: rest.takeNumber(), changes: rest.takeNumber())
    do throws(CatalogError) {
      try identity.check(position.revision, of: epoch)
    } catch {
      throw .failure(error)
    }
    guard version == 3 else { return (position, nil) }
    return (
      position,
      QueryMark(
        query: rest.takeNumber(), meaning: rest.takeNumber(), languages: rest.map(Language.init(rawValue:)))
    )
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
