@testable import GRPC

extension FuzzTarget {
  private static let limit = 1 << 16

  /// The first byte says in pieces of which length the rest arrives. Whole and in pieces must come to the same messages.
  func takeAsCall(_ bytes: UnsafeRawBufferPointer) {
    guard let first = bytes.first else { return }
    let rest = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    let whole = messages(rest, pieces: max(1, rest.count))
    precondition(messages(rest, pieces: max(1, Int(first))) == whole, "pieces make other messages")
    for message in whole where message.first == 1 { inflate(message.dropFirst()) }
  }

  /// Each message, behind a byte that is 1 when it is compressed.
  private func messages(_ bytes: UnsafeRawBufferPointer, pieces: Int) -> [[UInt8]] {
    var decoder = MessageDecoder(maxMessageBytes: Self.limit)
    var found: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      var chunk = UnsafeRawBufferPointer(rebasing: rest.prefix(pieces))
      rest = rest.dropFirst(chunk.count)
      do throws(RPCError) {
        while let message = try decoder.next(
          in: &chunk, { bytes, isCompressed in [isCompressed ? 1 : 0] + Array(bytes) })
        {
          found.append(message)
        }
      } catch {
        return found
      }
      precondition(
        decoder.bufferedBytes <= Self.limit + MessageDecoder.prefixBytes, "more is held than may be")
    }
    return found
  }

  private func inflate(_ bytes: ArraySlice<UInt8>) {
    for encoding in [MessageEncoding.gzip, .deflate] {
      let inflated = bytes.withUnsafeBytes { try? encoding.decompress($0, limit: Self.limit) }
      guard let inflated else { continue }
      precondition(inflated.count <= Self.limit, "more came out than may")
    }
  }
}
