import Glibc
import RandomTesting
import Storage
import StorageTesting
import Synchronization
import Testing

/// A fault at every call in turn, judged by what was acknowledged.
@Suite struct LogFaultTests {
  /// What a run was told.
  private struct Oracle {
    var acknowledged: [[UInt8]] = []
    var attempts: [Int: Set<[UInt8]>] = [:]

    /// Acknowledged stays; what follows was submitted under that number and is complete.
    func accepts(_ records: [[UInt8]]) -> Bool {
      guard Array(records.prefix(acknowledged.count)) == acknowledged else { return false }
      return records.indices.dropFirst(acknowledged.count).allSatisfy {
        attempts[$0, default: []].contains(records[$0])
      }
    }
  }

  /// Appends batches until the log ends; syncs unless told not to.
  private func run(_ disk: SimulatedDisk, seed: UInt64) -> Oracle {
    var generator = SeededGenerator(seed: seed)
    var oracle = Oracle()
    guard let log = try? openLog(disk) else { return oracle }
    for round in 0..<12 {
      let batch = (0..<Int.random(in: 1...4, using: &generator)).map {
        payload(round * 10 + $0, bytes: Int.random(in: 0...120, using: &generator))
      }
      let first = Int(log.lastSequence)
      for (index, record) in batch.enumerated() {
        oracle.attempts[first + index, default: []].insert(record)
      }
      do throws(StorageError) {
        let range = try log.append(batch)
        try log.waitUntilDurable(range.upperBound)
        oracle.acknowledged += batch
      } catch {
        if log.failure != nil { break }
      }
      if round == 8 { try? log.truncate(before: 0) }
    }
    try? log.close()
    return oracle
  }

  @Test func `A full disk leaves no file without its name`() throws {
    let rehearsal = logDisk()
    rehearsal.arm(.none)
    _ = run(rehearsal, seed: 1)
    for call in 1...rehearsal.calls {
      let disk = logDisk()
      disk.arm(.failure(call: call, error: ENOSPC))
      _ = run(disk, seed: 1)
      disk.restart()
      let names = try disk.list("log")
      #expect(names.allSatisfy { $0.hasSuffix(".log") }, "call \(call): \(names)")
    }
  }

  private func check(_ disk: SimulatedDisk, _ oracle: Oracle, _ what: String) throws {
    do {
      let (log, _) = try LocalLog.open(directory: "log", files: disk, options: smallOptions())
      let records = try allRecords(log)
      #expect(
        oracle.accepts(records), "\(what): \(oracle.acknowledged.count) acknowledged, \(records.count) found")
      // The log goes on, and recovery itself was durable.
      try log.waitUntilDurable(log.append([[9, 9]]).upperBound)
      disk.powerCut()
      #expect(try allRecords(openLog(disk)) == records + [[9, 9]], "\(what): after recovery")
    } catch { Issue.record("\(what): \(error)") }
  }

  @Test(arguments: [ENOSPC, EIO, EDQUOT, EMFILE])
  func `A failing call, any of them, loses nothing acknowledged`(error: Int32) throws {
    let rehearsal = logDisk()
    _ = run(rehearsal, seed: 3)
    for call in 1...rehearsal.calls {
      for seed in UInt64(1)...4 {
        let disk = logDisk(seed: seed)
        disk.arm(.failure(call: call, error: error))
        let oracle = run(disk, seed: 3)
        if seed % 2 == 0 { disk.powerCut() } else { disk.restart() }
        try check(disk, oracle, "error \(error) in call \(call), seed \(seed)")
      }
    }
  }

  @Test func `A disk that is full from any call on loses nothing acknowledged`() throws {
    let rehearsal = logDisk()
    _ = run(rehearsal, seed: 3)
    for call in 1...rehearsal.calls {
      let disk = logDisk(seed: UInt64(call))
      disk.arm(.failures(from: call, error: ENOSPC))
      let oracle = run(disk, seed: 3)
      disk.powerCut()
      try check(disk, oracle, "full from call \(call)")
    }
  }

  @Test func `A death or power cut in any call loses nothing acknowledged`() throws {
    let rehearsal = logDisk()
    _ = run(rehearsal, seed: 5)
    for call in 1...rehearsal.calls {
      for seed in UInt64(1)...6 {
        let disk = logDisk(seed: seed)
        disk.arm(.death(call: call))
        let oracle = run(disk, seed: 5)
        if seed <= 3 { disk.restart() } else { disk.powerCut() }
        try check(disk, oracle, "death in call \(call), seed \(seed)")
      }
    }
  }

  /// The system tells one of two who synchronize a file at once that its pages are lost, and the other that all is well.
  @Test func `A file that is still being synchronized is not followed by another one`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    let last = try log.append([payload(1, bytes: 400)]).upperBound
    let isOver = Monitor(false)
    let hasBegun = Mutex(false)
    let isNext = Monitor(false)
    let appending = Mutex<BackgroundThread?>(nil)
    let appended = Mutex<Result<ClosedRange<UInt64>, StorageError>?>(nil)
    disk.beforeCall.withLock {
      $0 = { [disk] name, _ in
        switch name {
        case "fdatasync"
        where hasBegun.withLock { wasBegun in
          defer { wasBegun = true }
          return !wasBegun
        }:
          let thread = BackgroundThread(name: "appending") {
            let result = Result { () throws(StorageError) in try log.append([payload(2, bytes: 400)]) }
            appended.withLock { $0 = result }
          }
          appending.withLock { $0 = thread }
          // As long as it takes to see that the other one does not wait.
          isNext.wait(until: { $0 }, timeout: .milliseconds(200)) { _ in }
          disk.arm(.failure(call: 1, error: EIO))
        case "open":
          isNext.update { $0 = true }
          isOver.wait(until: { $0 }, timeout: .seconds(1)) { _ in }
        case "stat": isOver.update { $0 = true }
        default: break
        }
      }
    }
    #expect(throws: StorageError.self) { try log.waitUntilDurable(last) }
    appending.withLock { $0 }?.join()
    disk.beforeCall.withLock { $0 = nil }
    #expect(throws: StorageError.self) { try appended.withLock { $0 }?.get() }
    #expect(log.durableSequence < last && log.failure?.code == .failedBefore)
    #expect(try disk.list("log").count == 1)
  }

  @Test func `Short writes are continued`() throws {
    let disk = logDisk(seed: 11)
    disk.arm(.shortWrites)
    let oracle = run(disk, seed: 11)
    #expect(oracle.acknowledged.count > 12)
    disk.powerCut()
    #expect(try allRecords(openLog(disk)) == oracle.acknowledged)
  }

  @Test func `A power cut among records that were not waited for leaves a first part of them, whole`() throws
  {
    for seed in UInt64(1)...200 {
      let disk = logDisk(seed: seed)
      let log = try openLog(disk, smallOptions(.none))
      let records = (0..<20).map { payload($0, bytes: 30 + $0) }
      try log.waitUntilDurable(log.append(Array(records[..<10])).upperBound)
      if seed % 2 == 0 { try log.synchronize() }
      for record in records[10...] { _ = try log.append([record]) }
      let durable = Int(log.durableSequence)
      disk.powerCut()
      let found = try allRecords(openLog(disk))
      #expect(found.count >= durable, "seed \(seed)")
      #expect(found == Array(records.prefix(found.count)), "seed \(seed)")
    }
  }

  @Test func `A file that a crash left with its name in memory only has it on disk before it takes records`()
    throws
  {
    for seed in UInt64(1)...8 {
      let disk = logDisk(seed: seed)
      disk.beforeCall.withLock {
        $0 = { [disk] name, path in if name == "fsync", path == "log" { disk.arm(.death(call: 1)) } }
      }
      #expect(throws: StorageError.self) { try openLog(disk) }
      disk.beforeCall.withLock { $0 = nil }
      disk.restart()
      #expect(try disk.list("log") == ["00000000000000000001.log"])
      let log = try openLog(disk)
      try log.waitUntilDurable(log.append([[1]]).upperBound)
      disk.powerCut()
      #expect(try allRecords(openLog(disk)) == [[1]], "seed \(seed)")
    }
  }

  @Test func `Recovery that dies in any call can be repeated`() throws {
    func crashed(_ seed: UInt64) -> (SimulatedDisk, Oracle) {
      let disk = logDisk(seed: seed)
      disk.arm(.death(call: 57))
      let oracle = run(disk, seed: 5)
      disk.powerCut()
      return (disk, oracle)
    }
    let (rehearsal, _) = crashed(2)
    rehearsal.arm(.none)
    try openLog(rehearsal).close()
    for call in 1...rehearsal.calls {
      let (disk, oracle) = crashed(2)
      disk.arm(.death(call: call))
      _ = try? openLog(disk).close()
      disk.powerCut()
      try check(disk, oracle, "recovery dying in call \(call)")
    }
  }
}
