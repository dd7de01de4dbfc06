import Glibc
import Storage
import Testing

/// Whether AddressSanitizer's allocator stands in for the system's; it keeps what is freed, to tell who still uses it.
private let hasOtherAllocator = dlsym(nil, "__asan_init") != nil

@Suite(.timeLimit(.minutes(10)))
struct ProcessMemoryTests {
  @Test(.disabled(if: hasOtherAllocator, "AddressSanitizer's allocator keeps what is freed"))
  func `large blocks are given back when they are freed, though small ones beside them stay`() {
    ProcessMemory.mapLargeBlocks()
    let (count, bytes) = (256, 1 << 20)
    // What is freed first teaches an allocator that is left to itself to keep blocks of this size.
    free(malloc(8 * bytes))
    var large: [UnsafeMutableRawPointer] = []
    var small: [UnsafeMutableRawPointer] = []
    for _ in 0..<count {
      large.append(memset(malloc(bytes)!, 1, bytes))
      small.append(memset(malloc(1024)!, 1, 1024))
    }
    let full = ProcessMemory.privateBytes()
    large.forEach { free($0) }
    // Other tests have memory of their own meanwhile.
    #expect(ProcessMemory.privateBytes() < full - count * bytes / 2)
    small.forEach { free($0) }
  }
}
