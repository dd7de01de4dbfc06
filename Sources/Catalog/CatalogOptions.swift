import Glibc
import Protobuf
import Storage

/// What can be chosen about a catalog.
public struct CatalogOptions: Sendable {
  /// The data directory.
  public var dataDirectory: String
  /// The file system that it stands on.
  public var files: any FileSystem = PosixFileSystem()
  /// Whether a data directory is served, too, that stands on a file system which cannot be written.
  public var isForReading = false
  /// The log's options, durability among them.
  public var log = LocalLog.Options()
  /// How many snapshots are kept.
  public var keptSnapshots = 2
  /// A checkpoint is made when the log has grown by this many bytes since the last one; 0 for never.
  public var checkpointLogBytes = 64 << 20
  /// A checkpoint is made this long after the last one if anything changed; zero for never.
  public var checkpointInterval = Duration.zero
  /// How many bytes a second a checkpoint may write while the archive is served; 0 for no limit.
  public var checkpointBytesPerSecond = 0
  /// The newest snapshot is read again and compared with its sums this long after it was read last; zero for never.
  public var verifyInterval = Duration.zero
  /// How many bytes a second that may read; 0 for no limit.
  public var verifyBytesPerSecond = 16 << 20
  /// Snapshots that are younger than this are kept beyond `keptSnapshots`.
  public var snapshotRetention = Duration.zero
  /// Whether stopping makes a checkpoint when anything changed.
  public var checkpointsOnStop = true
  /// How many bytes of changes are kept for those who follow them, in memory and in each snapshot.
  public var changeHistoryBytes = 64 << 20
  /// For how long a revision can be read after there was a newer one.
  public var history = Duration.seconds(900)
  /// How many of the newest revisions can be read at the most.
  public var historyRevisions: UInt64 = 1_000_000
  /// How many bytes of segments that the newest view does not need any more are kept for the past.
  public var historyBytes = 256 << 20
  /// How many bytes, beside half of the newest view's, are kept for views that were the newest some seconds ago.
  public var youngHistoryBytes = 512 << 20
  /// Writes are refused while less than this is free on the disk.
  public var minFreeDiskBytes = 0
  /// Writes are refused while the process holds more memory of its own than this; 0 for no limit.
  public var maxMemoryBytes = 0
  /// Tells how much memory of its own the process holds.
  public var memoryBytes: @Sendable () -> Int = { ProcessMemory.privateBytes() }
  /// The most bytes that an article may take, encoded; 0 for any number.
  public var maxArticleBytes = 0
  /// The most mutations that are applied and published together.
  public var batchMutations = 2048
  /// The most bytes that they take in the log, unless those that were submitted together take more.
  public var batchBytes = 8 << 20
  /// After how long without a write segments are merged as far as is good for searching.
  public var restsAfter = Duration.seconds(1)
  /// After how long without a write the words of what was written are forgotten.
  public var forgetsWordsAfter = Duration.seconds(60)
  /// The clock by which mutations and snapshots are stamped. Somebody may set it forward or back.
  public var now: @Sendable () -> Timestamp = { Timestamp.now.inMicroseconds }
  /// Seconds by a clock that nobody sets: how long the past can be read is counted by it.
  public var uptime: @Sendable () -> Int64 = { Timestamp.uptime() }
  /// Makes identifiers that nobody else makes.
  public var makeIdentifier: @Sendable () -> String = { randomIdentifier() }
  /// Hears what operators should know. Called on any thread; must not block.
  public var report: @Sendable (CatalogEvent) -> Void = { _ in }
  /// Hears how long things took. Called on any thread; must not block.
  public var measure: @Sendable (CatalogMeasurement) -> Void = { _ in }

  /// The defaults for a data directory.
  public init(dataDirectory: String) { self.dataDirectory = dataDirectory }
}

extension CatalogOptions {
  /// Refuses writes above so many bytes of memory, and has what is kept beside the archive, and a batch of writes, take a small
  /// part of them; 0 for no limit.
  public mutating func limitMemory(to bytes: Int) {
    maxMemoryBytes = bytes
    guard bytes > 0 else { return }
    historyBytes = min(historyBytes, bytes / 16)
    youngHistoryBytes = min(youngHistoryBytes, bytes / 8)
    batchBytes = min(batchBytes, bytes / 64)
  }
}

/// 128 random bits in 26 letters and digits.
public func randomIdentifier() -> String {
  let words = EntropyPool.shared.take()
  return String(unsafeUninitializedCapacity: 26) { letters in
    for place in 0..<13 {
      letters[place] = letter(words.0 >> UInt64(place * 5))
      letters[place + 13] = letter(words.1 >> UInt64(place * 5))
    }
    return 26
  }
}

/// The digit or letter of the lowest five bits, in the order of "0123456789abcdefghjkmnpqrstvwxyz".
private func letter(_ bits: UInt64) -> UInt8 {
  let value = UInt8(truncatingIfNeeded: bits & 31)
  if value < 10 { return UInt8(ascii: "0") + value }
  // i, l, o and u are left out.
  let skipped: UInt8 =
    (value >= 18 ? 1 : 0) + (value >= 20 ? 1 : 0) + (value >= 22 ? 1 : 0) + (value >= 27 ? 1 : 0)
  return UInt8(ascii: "a") + value - 10 + skipped
}

extension Timestamp {
  /// Seconds since the machine was started, sleep included.
  fileprivate static func uptime() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec)
  }

  /// The time in whole microseconds, as all times of articles are.
  fileprivate var inMicroseconds: Timestamp {
    var time = self
    time.nanos = nanos / 1000 * 1000
    return time
  }
}
