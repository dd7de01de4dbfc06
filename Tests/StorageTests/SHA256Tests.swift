import CChecksum
import Checksums
import RandomTesting
import StorageTesting
import Testing

@Suite struct SHA256Tests {
  private func portable(_ bytes: UnsafeRawBufferPointer) -> String {
    var sum = matiane_sha256()
    matiane_sha256_begin(&sum, 1)
    matiane_sha256_add(&sum, bytes.baseAddress, bytes.count)
    var digest = [UInt8](repeating: 0, count: 32)
    matiane_sha256_finish(&sum, &digest)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test func `SHA-256 of the published examples`() {
    let examples = [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ]
    for (text, digest) in examples {
      Array(text.utf8).withUnsafeBytes { bytes in
        #expect(SHA256.of(bytes).hexadecimal == digest)
        #expect(portable(bytes) == digest)
      }
    }
  }

  @Test func `The instructions and the portable rounds agree, in one piece or in several`() {
    var generator = SeededGenerator(seed: 9)
    for count in 0..<300 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let cuts = [Int.random(in: 0...count, using: &generator), Int.random(in: 0...count, using: &generator)]
        .sorted()
      bytes.withUnsafeBytes { buffer in
        var parts = SHA256()
        parts.add(UnsafeRawBufferPointer(rebasing: buffer[..<cuts[0]]))
        parts.add(UnsafeRawBufferPointer(rebasing: buffer[cuts[0]..<cuts[1]]))
        parts.add(UnsafeRawBufferPointer(rebasing: buffer[cuts[1]...]))
        #expect(parts.hexadecimal == portable(buffer))
        #expect(SHA256.of(buffer).hexadecimal == portable(buffer))
      }
    }
  }
}
