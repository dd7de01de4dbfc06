import CStorage
import Glibc

/// The memory of this process, as the system counts it.
public enum ProcessMemory {
  /// Bytes that belong to this process alone; mapped snapshots, which the system can drop at any time, do not count.
  ///
  /// 0 when the system does not tell.
  public static func privateBytes() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = fread(&bytes, 1, bytes.count, file)
    let fields = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
    guard fields.count > 2, let resident = Int(fields[1]), let shared = Int(fields[2]) else { return 0 }
    return (resident - shared) * sysconf(Int32(_SC_PAGESIZE))
  }

  /// Bytes that the allocator has handed out, and those that it keeps ready for whoever asks next.
  ///
  /// - Complexity: O(free pieces); holds the allocator up meanwhile.
  public static func allocatorBytes() -> (used: Int, spare: Int) {
    let bytes = matiane_allocator()
    return (Int(clamping: bytes.used), Int(clamping: bytes.spare))
  }

  /// From this size on a block of memory is given back to the system when it is freed, after ``mapLargeBlocks()``.
  private static let largeBlockBytes = 512 << 10

  /// Keeps large blocks of memory, which segments of the index are made of, out of the allocator's pools, from now on.
  ///
  /// Twice as much may lie free at the end of each pool: what a batch of writes takes and gives back there would be fetched from the
  /// system anew each time.
  ///
  /// By itself the allocator raises the size from which it does so whenever such a block is freed, up to 32 MiB. Then what merges
  /// leave stays with the process, between small blocks that live longer.
  public static func mapLargeBlocks() { matiane_map_blocks(Int32(largeBlockBytes)) }

  /// Gives memory back to the system that was freed and is kept for reuse.
  public static func trim() { matiane_trim_memory() }
}
