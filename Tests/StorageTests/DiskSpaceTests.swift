import Testing

@testable import Storage

@Suite struct DiskSpaceTests {
  @Test func `Blocks are counted in bytes`() {
    #expect(
      DiskSpace(blockBytes: 4096, freeBlocks: 3, totalBlocks: 10) == DiskSpace(free: 12_288, total: 40_960))
  }

  @Test func `A file system without bounds has as much as there are numbers for`() {
    let boundless = DiskSpace(free: .max, total: .max)
    #expect(DiskSpace(blockBytes: 4096, freeBlocks: .max, totalBlocks: .max) == boundless)
    #expect(DiskSpace(blockBytes: 1 << 20, freeBlocks: 1 << 43, totalBlocks: 1 << 43) == boundless)
    #expect(DiskSpace(blockBytes: .max, freeBlocks: 1, totalBlocks: 1) == boundless)
  }

  @Test func `A file system fuller than it should be has nothing free`() {
    let overfull = DiskSpace(blockBytes: 4096, freeBlocks: UInt(bitPattern: -5), totalBlocks: 100)
    #expect(overfull == DiskSpace(free: 0, total: 409_600))
    #expect(DiskSpace(blockBytes: 4096, freeBlocks: 1 << 52 - 5, totalBlocks: 100).free == 0)
  }
}
