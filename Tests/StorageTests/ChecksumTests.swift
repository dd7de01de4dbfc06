import CChecksum
import Checksums
import RandomTesting
import StorageTesting
import Testing

@Suite struct ChecksumTests {
  @Test func `CRC-32C of the published examples`() {
    // RFC 3720 §B.4, and the check value of the catalogue of CRCs.
    #expect([UInt8](repeating: 0, count: 32).withUnsafeBytes { Checksum.of($0) } == 0x8A91_36AA)
    #expect([UInt8](repeating: 0xFF, count: 32).withUnsafeBytes { Checksum.of($0) } == 0x62A8_AB43)
    #expect(Array(UInt8(0)..<32).withUnsafeBytes { Checksum.of($0) } == 0x46DD_794E)
    #expect(Array("123456789".utf8).withUnsafeBytes { Checksum.of($0) } == 0xE306_9283)
    #expect([UInt8]().withUnsafeBytes { Checksum.of($0) } == 0)
  }

  @Test func `The instruction and the tables agree, in one piece or in two`() {
    var generator = SeededGenerator(seed: 7)
    // Up to 200 bytes one after the other, and some around the ends of the lanes that long inputs are divided into.
    for count in Array(0..<200) + [767, 768, 769, 775, 1535, 1536, 1537, 4096, 5000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let cut = Int.random(in: 0...count, using: &generator)
      bytes.withUnsafeBytes { buffer in
        let whole = matiane_crc32c_portable(0, buffer.baseAddress, count)
        var parts = Checksum()
        parts.add(UnsafeRawBufferPointer(rebasing: buffer[..<cut]))
        parts.add(UnsafeRawBufferPointer(rebasing: buffer[cut...]))
        #expect(Checksum.of(buffer) == whole, "\(count) bytes")
        #expect(parts.value == whole)
        let first = matiane_crc32c(0, buffer.baseAddress, cut)
        let second = matiane_crc32c_portable(0, buffer.baseAddress.map { $0 + cut }, count - cut)
        #expect(matiane_crc32c_combine(first, second, UInt64(count - cut)) == whole)
      }
    }
  }
}
