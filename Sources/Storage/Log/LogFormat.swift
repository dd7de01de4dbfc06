import Checksums

/// The bytes of a log file; FORMAT.md is the description that other programs may rely on.
enum LogFormat {
  static let version: UInt32 = 1
  static let magic: [UInt8] = Array("MATIALOG".utf8)
  /// Header: magic 8, version 4, salt 4, first sequence 8, archive 4 (0 for none), CRC-32C of the 28 bytes before 4.
  static let headerBytes = 32
  /// Record: CRC-32C 4, payload length 4, sequence 8, durable sequence 8; then payload and zeros up to a multiple of 8.
  static let recordHeaderBytes = 24
  static let alignment = 8

  /// A file without records: its header and a mark.
  static let emptyFileBytes = headerBytes + recordHeaderBytes

  static func fileName(first: UInt64) -> String { paddedNumber(first) + ".log" }

  /// The sequence number in a log file's name, `nil` for other names.
  static func firstSequence(ofName name: String) -> UInt64? {
    let digits = name.dropLast(4)
    guard name.utf8.count == 24, name.hasSuffix(".log"), digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return UInt64(digits).flatMap { numbers.contains($0) ? $0 : nil }
  }

  /// The numbers that a record may have: revisions are told in 63 bits, and the first is 1.
  static let numbers: ClosedRange<UInt64> = 1...UInt64(Int64.max)

  static func paddedNumber(_ number: UInt64) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 20 - digits.count) + digits
  }

  static func recordBytes(payload: Int) -> Int {
    (recordHeaderBytes + payload + alignment - 1) & ~(alignment - 1)
  }

  static func header(first: UInt64, salt: UInt32, archive: ArchiveNumber?) -> [UInt8] {
    var bytes = magic
    bytes.append(littleEndian: version)
    bytes.append(littleEndian: salt)
    bytes.append(littleEndian: first)
    bytes.append(littleEndian: archive?.value ?? 0)
    bytes.append(littleEndian: bytes.withUnsafeBytes { Checksum.of($0) })
    return bytes
  }

  /// A file without records.
  static func emptyFile(first: UInt64, salt: UInt32, archive: ArchiveNumber?) -> [UInt8] {
    var bytes = header(first: first, salt: salt, archive: archive)
    encodeMark(durable: first - 1, salt: salt, to: &bytes)
    return bytes
  }

  /// Appends one record to `bytes`.
  static func encode(
    _ payload: [UInt8], sequence: UInt64, durable: UInt64, salt: UInt32, to bytes: inout [UInt8]
  ) {
    let start = bytes.count
    bytes.append(littleEndian: UInt32(0))
    bytes.append(littleEndian: UInt32(payload.count))
    bytes.append(littleEndian: sequence)
    bytes.append(littleEndian: durable)
    bytes.append(contentsOf: payload)
    bytes.append(
      contentsOf: repeatElement(0, count: recordBytes(payload: payload.count) - (bytes.count - start)))
    bytes.withUnsafeMutableBytes { buffer in
      let checksum = Checksum.of(UnsafeRawBufferPointer(rebasing: buffer[(start + 4)...]), seed: salt)
      buffer.storeBytes(of: checksum.littleEndian, toByteOffset: start, as: UInt32.self)
    }
  }

  /// A mark: its durable sequence equals its sequence, which is that of the record before it. It has no payload, but at the end
  /// of a file that another one follows, which it names.
  static func encodeMark(
    durable: UInt64, salt: UInt32, successor: LogSuccessor? = nil, to bytes: inout [UInt8]
  ) {
    encode(successor?.encoded ?? [], sequence: durable, durable: durable, salt: salt, to: &bytes)
  }

  /// Room behind the records of a file that is written to: the header of the next one, blank. A file without it, and without a
  /// mark at its end, has been cut.
  static let blankBytes = recordHeaderBytes
}

/// The fixed part of a record.
struct LogRecordHeader {
  let checksum: UInt32
  let payloadBytes: Int
  let sequence: UInt64
  /// Everything up to here was durable when this record was written.
  let durable: UInt64

  var isMark: Bool { durable == sequence }
  var isBlank: Bool { checksum == 0 && payloadBytes == 0 && sequence == 0 && durable == 0 }
  var totalBytes: Int { LogFormat.recordBytes(payload: payloadBytes) }

  /// Reads the header at the start of `bytes`, which must hold ``LogFormat/recordHeaderBytes``.
  init(_ bytes: UnsafeRawBufferPointer) {
    checksum = bytes.littleEndian(at: 0)
    payloadBytes = Int(bytes.littleEndian(at: 4) as UInt32)
    sequence = bytes.littleEndian(at: 8)
    durable = bytes.littleEndian(at: 16)
  }
}

extension [UInt8] {
  mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

extension UnsafeRawBufferPointer {
  func littleEndian<Number: FixedWidthInteger>(at offset: Int) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: Number.self))
  }
}
