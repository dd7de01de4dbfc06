import Storage
import StorageTesting

/// A record's payload as a test makes it: recognisable, of any length.
func payload(_ number: Int, bytes: Int) -> [UInt8] {
  (0..<bytes).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0 &* 7 &+ 1) }
}

func smallOptions(_ durability: Durability = .fsync, fileBytes: Int = 600) -> LocalLog.Options {
  var options = LocalLog.Options()
  options.durability = durability
  options.fileBytes = fileBytes
  options.preallocatedBytes = 200
  // So that the end of the log stands now before filled space, now before some that is only reserved.
  options.filledBytes = 90
  return options
}

/// A disk with an empty log folder that survives power cuts.
func logDisk(seed: UInt64 = 1) -> SimulatedDisk {
  let disk = SimulatedDisk(seed: seed)
  try? disk.createDirectory("log")
  try? disk.synchronizeDirectory("/")
  return disk
}

func openLog(_ disk: SimulatedDisk, _ options: LocalLog.Options = smallOptions()) throws(StorageError)
  -> LocalLog
{
  try LocalLog.open(directory: "log", files: disk, options: options).log
}

func allRecords(_ log: LocalLog) throws -> [[UInt8]] {
  var records: [[UInt8]] = []
  try log.replay(from: log.firstSequence) { sequence, payload in
    precondition(sequence == log.firstSequence + UInt64(records.count), "the replay skips or repeats")
    records.append(Array(payload))
  }
  return records
}
