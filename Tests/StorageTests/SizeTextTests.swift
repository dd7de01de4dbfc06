import Storage
import Testing

@Test(arguments: [
  (0, "0 bytes"), (1, "1 byte"), (1023, "1023 bytes"), (1024, "1 KiB"), (1536, "1.5 KiB"),
  (102_400, "100 KiB"),
  (1_048_575, "1023 KiB"), (1_048_576, "1 MiB"), (2_097_152, "2 MiB"), (268_435_456, "256 MiB"),
  (1_610_612_736, "1.5 GiB"), (5 << 40, "5 TiB"), (3000 << 40, "3000 TiB"),
])
func `a number of bytes is told in its largest unit`(bytes: Int, text: String) {
  #expect(sizeText(bytes) == text)
}

@Test func `numbers that look alike are told in bytes`() {
  let (one, two) = sizeTexts(1 << 20, 2 << 20)
  #expect(one == "1 MiB" && two == "2 MiB")
  let (less, more) = sizeTexts(1 << 20, (1 << 20) + 1)
  #expect(less == "1048576 bytes" && more == "1048577 bytes")
}
