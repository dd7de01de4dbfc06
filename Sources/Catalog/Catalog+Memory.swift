import Storage

/// Memory of the archive beside its newest view.
public struct CatalogMemory: Sendable {
  /// Bytes of segments that are kept for reads of the past alone.
  public let pastBytes: Int
  /// Bytes of the changes that watches are told from.
  public let watchHistoryBytes: Int
  /// Bytes of the changes that wait to be written to the log.
  public let waitingWriteBytes: Int
  /// What the writer keeps from one batch to the next.
  public let writer: WriterMemory
}

/// Memory that the writer keeps from one batch to the next.
public struct WriterMemory: Sendable {
  /// Bytes of the words of earlier batches, which need not be stemmed again.
  public internal(set) var wordTableBytes = 0
  /// Bytes of the memory that the next batch is indexed in.
  public internal(set) var bufferBytes = 0
  /// Bytes, encoded, of the answers to requests that may be repeated.
  public internal(set) var requestBytes = 0
}

extension Catalog {
  /// What is held just now.
  ///
  /// - Complexity: O(views kept · segments); readers and writers are not held up.
  public var memory: CatalogMemory {
    let published = published.withLock { $0 }
    return CatalogMemory(
      pastBytes: published.past.heldBytes(beside: published.newest), watchHistoryBytes: changes.memoryBytes,
      waitingWriteBytes: writer.waitingBytes, writer: writer.memory)
  }

  /// Gives up what has left the past's window, and what the past holds beyond its bytes; readers and writers are not held up.
  ///
  /// - Parameter isShort: whether memory is; then all of the past is given up that takes any.
  func tidyPast(isShort: Bool) {
    // What is given up is freed with this copy, behind the lock.
    let past = published.withLock { $0.past }
    guard let excess = past.excess(at: options.uptime(), isShort: isShort) else { return }
    published.withLock { $0.past.giveUp(through: excess) }
  }
}

extension Catalog {
  /// It is looked at every ten seconds whether memory is to be given back: counting what is in use holds the allocator up.
  static let looksPerReturn = 40

  /// Gives back to the system what a burst has left with the allocator.
  func giveBackMemory(_ memory: inout MemoryReturn) {
    let used = ProcessMemory.allocatorBytes().used
    guard memory.isDue(privateBytes: options.memoryBytes(), usedBytes: used) else { return }
    ProcessMemory.trim()
    memory.gaveBack(privateBytes: options.memoryBytes(), usedBytes: used)
  }
}

extension CatalogOptions {
  /// Whether merging segments may take so many bytes for a while.
  ///
  /// Up to an eighth more than the limit, above which writes are refused: half of what is left of the system's grant where nobody
  /// chose the limit. Without a bound a merge could double what is held, and the system would end the process.
  func hasRoom(toMerge bytes: Int) -> Bool {
    maxMemoryBytes == 0 || memoryBytes() + bytes - maxMemoryBytes <= maxMemoryBytes / 8
  }
}
