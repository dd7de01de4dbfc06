import Glibc
import Storage
import Testing

@Suite struct StorageErrorTests {
  @Test func `a file system without inodes is told from a full one`() {
    let inodes = StorageError(call: "open", file: "/data/log", error: ENOSPC, freeFiles: 0)
    #expect(inodes.code == .diskFull && inodes.description.contains("no inode is left"))
    for (call, free) in [("open", 5), ("fallocate", 0)] {
      let space = StorageError(call: call, file: "/data/log", error: ENOSPC, freeFiles: free)
      #expect(space.code == .diskFull && !space.description.contains("inode"))
    }
  }
}
