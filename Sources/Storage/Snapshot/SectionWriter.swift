/// Writes one section of a snapshot through a buffer, and sums it up.
public struct SectionWriter {
  private static let bufferBytes = 1 << 20

  private let file: any File
  private var buffer: [UInt8] = []
  private var written = 0
  private(set) var checksum = Checksum()

  /// The bytes appended so far.
  public var byteCount: Int { written + buffer.count }

  init(file: any File) { self.file = file }

  /// Appends `bytes`.
  public mutating func append(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    if buffer.count + bytes.count > Self.bufferBytes { try flush() }
    if bytes.count >= Self.bufferBytes {
      try write(bytes)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// Appends `bytes`.
  public mutating func append(_ bytes: [UInt8]) throws(StorageError) {
    try bytes.withUnsafeBytes { bytes in
      Result { () throws(StorageError) in try append(bytes) }
    }.get()
  }

  mutating func finish() throws(StorageError) {
    try flush()
    try file.synchronize()
  }

  private mutating func flush() throws(StorageError) {
    let full = buffer
    buffer.removeAll(keepingCapacity: true)
    try full.withUnsafeBytes { bytes in
      Result { () throws(StorageError) in try write(bytes) }
    }.get()
  }

  private mutating func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    checksum.add(bytes)
    try file.writeAll(bytes, at: written)
    written += bytes.count
  }
}
