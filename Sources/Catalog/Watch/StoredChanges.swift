import Checksums
import Protobuf
import Storage

/// The changes in a snapshot, messages behind their lengths, where they lie in its file: each is decoded when somebody asks
/// for it.
final class StoredChanges: Sendable {
  static let lengthBytes = 4

  private let file: MappedFile
  private let checksum: UInt32

  /// - Parameter checksum: the CRC-32C of the file.
  init(_ file: MappedFile, checksum: UInt32) {
    self.file = file
    self.checksum = checksum
  }

  /// Whether the file still is as it was written. Reads all of it.
  ///
  /// - Throws: `damaged` when it is not.
  func checkAgain() throws(StorageError) {
    try file.fetch()
    guard file.withUnsafeBytes({ Checksum.of($0) }) == checksum else {
      throw StorageError(.damaged, file: file.path, problem: "the section fails its checksum")
    }
  }

  /// All changes, oldest first, and the revision behind which they are complete.
  ///
  /// - Throws: `malformed` when something is in the file that is no list of changes.
  /// - Complexity: O(changes): articles are not looked at.
  func places() throws(DecodingError) -> (after: UInt64, places: [KeptChange]) {
    try file.withUnsafeBytes { (bytes) throws(DecodingError) in
      var start = 0
      func next() -> Range<Int>? {
        guard bytes.count - start >= Self.lengthBytes else { return nil }
        let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
        let first = start + Self.lengthBytes
        guard bytes.count - first >= length else { return nil }
        start = first + length
        return first..<start
      }
      guard let head = next() else { return (0, []) }
      let after = try ChangeListHead(serialized: UnsafeRawBufferPointer(rebasing: bytes[head])).afterRevision
      var places: [KeptChange] = []
      while let range = next() {
        let bytes = UnsafeRawBufferPointer(rebasing: bytes[range])
        if let place = try StoredPlace(self, range, bytes, behind: places.last?.position) {
          places.append(.stored(place))
        } else if let move = try StoredChange(serialized: bytes).move {
          places.append(.moved(move))
        }
      }
      return (after, places)
    }
  }

  /// Calls `body` with the encoding of a change, which is valid during the call.
  fileprivate func withBytes<Result, Failure: Error>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try file.withUnsafeBytes { (bytes) throws(Failure) in
      try body(UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
  }
}

/// Where a change lies in a snapshot, and what has to be known of it before it is asked for.
struct StoredPlace: Sendable {
  let position: ChangePosition
  /// As ``RecordedChange/byteCount``.
  let byteCount: Int
  let changes: StoredChanges
  private let range: Range<Int>

  /// Nil for a change of a category.
  fileprivate init?(
    _ changes: StoredChanges, _ range: Range<Int>, _ bytes: UnsafeRawBufferPointer,
    behind last: ChangePosition?
  ) throws(DecodingError) {
    var (revision, idBytes, articleBytes): (UInt64, Int, Int) = (0, 0, 0)
    var fields = EncodedFields(bytes)
    while let (number, value) = try fields.next() {
      switch (number, value) {
      case (1, .number(let number)): revision = number
      case (2, .bytes(let id)): idBytes = id.count
      case (3, .bytes(let state)), (4, .bytes(let state)): articleBytes += try Self.articleBytes(in: state)
      case (5, _): return nil
      default: break
      }
    }
    let number = last?.revision == revision ? (last?.changes ?? 0) &+ 1 : 1
    position = ChangePosition(revision: revision, changes: number)
    byteCount = RecordedChange.byteCount(idBytes: idBytes, articleBytes: articleBytes)
    self.changes = changes
    self.range = range
  }

  /// The bytes of the article in an encoded `ArticleState`.
  private static func articleBytes(in state: UnsafeRawBufferPointer) throws(DecodingError) -> Int {
    var fields = EncodedFields(state)
    while let (number, value) = try fields.next() {
      if number == 1, case .bytes(let article) = value { return article.count }
    }
    return 0
  }

  /// Whether the change is one of the article of an id.
  func isAbout(_ id: String) -> Bool { withID { id.utf8.elementsEqual($0) } ?? id.isEmpty }

  /// The id of the article.
  var id: String { withID { String(decoding: $0, as: UTF8.self) } ?? "" }

  private func withID<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    withBytes { bytes in
      var fields = EncodedFields(bytes)
      while let (number, value) = try? fields.next() {
        if number == 2, case .bytes(let id) = value { return body(id) }
      }
      return nil
    }
  }

  /// Calls `body` with the change as it was encoded; the bytes are valid during the call.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try changes.withBytes(range, body)
  }

  /// The change, decoded.
  ///
  /// - Throws: `malformed` when it is none.
  /// - Complexity: O(bytes).
  func change() throws(DecodingError) -> RecordedChange {
    let stored = try withBytes { (bytes) throws(DecodingError) in try StoredChange(serialized: bytes) }
    return RecordedChange(
      position: position, id: stored.id, before: stored.before.map { RecordedChange.State($0) },
      after: stored.after.map { RecordedChange.State($0) })
  }
}
