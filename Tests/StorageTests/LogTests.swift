import Glibc
import Storage
import StorageTesting
import Synchronization
import Testing

@Suite struct LogTests {
  @Test func `Records come back in order after a restart, across files`() throws {
    let disk = logDisk()
    let records = (1...50).map { payload($0, bytes: $0 * 3 % 97) }
    let log = try openLog(disk)
    for record in records { try log.waitUntilDurable(log.append([record]).upperBound) }
    #expect(log.lastSequence == 50)
    #expect(try disk.list("log").count > 3)
    disk.powerCut()
    let again = try openLog(disk)
    #expect(try allRecords(again) == records)
    #expect(again.lastSequence == 50)
    #expect(try again.append([[]]) == 51...51)
  }

  @Test func `A batch gets consecutive numbers and one fdatasync`() throws {
    let disk = logDisk()
    let log = try openLog(disk, smallOptions(fileBytes: 1 << 20))
    disk.arm(.none)
    let range = try log.append((1...40).map { payload($0, bytes: 20) })
    #expect(range == 1...40)
    #expect(disk.synchronizations == 0)
    try log.waitUntilDurable(40)
    #expect(disk.synchronizations == 1)
    try log.waitUntilDurable(12)
    #expect(disk.synchronizations == 1)
  }

  @Test func `Space that is filled ahead is filled behind the records, and reads as their end`() throws {
    let disk = logDisk()
    var options = smallOptions(fileBytes: 1 << 22)
    options.preallocatedBytes = 1 << 19
    options.filledBytes = 10_000
    var records: [[UInt8]] = []
    // Large batches, for which nothing is filled, lie between small ones; each is gone over by the next filling, if it is wrong.
    for round in 0..<3 {
      let log = try openLog(disk, options)
      for number in 0..<60 {
        let record = payload(number + round, bytes: number % 20 == 7 ? 80_000 : number * 37 % 3000)
        try log.waitUntilDurable(log.append([record]).upperBound)
        records.append(record)
      }
      if round == 1 { try log.close() } else { disk.powerCut() }
    }
    #expect(try allRecords(openLog(disk, options)) == records)
  }

  @Test func `Many threads append at once and each finds its records durable`() throws {
    let disk = logDisk()
    let log = try openLog(disk, smallOptions(fileBytes: 4000))
    let wrong = Mutex(0)
    let threads = (0..<8).map { thread in
      BackgroundThread(name: "append-\(thread)") {
        for round in 0..<50 {
          do {
            let range = try log.append([payload(thread * 1000 + round, bytes: 24)])
            try log.waitUntilDurable(range.upperBound)
            if log.durableSequence < range.upperBound { wrong.withLock { $0 += 1 } }
          } catch { wrong.withLock { $0 += 1 } }
        }
      }
    }
    for thread in threads { thread.join() }
    #expect(wrong.withLock { $0 } == 0)
    disk.powerCut()
    let records = try allRecords(openLog(disk))
    #expect(Set(records) == Set((0..<400).map { payload($0 / 50 * 1000 + $0 % 50, bytes: 24) }))
  }

  @Test func `Replay starts anywhere and includes the newest record`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    _ = try log.append((1...30).map { payload($0, bytes: 30) })
    for start in UInt64(1)...31 {
      var seen: [UInt64] = []
      try log.replay(from: start) { sequence, _ in seen.append(sequence) }
      #expect(seen == Array(start..<31))
    }
  }

  @Test func `Truncating removes whole files only, and never a record still wanted`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    for number in 1...60 { _ = try log.append([payload(number, bytes: 40)]) }
    let before = try disk.list("log").count
    try log.truncate(before: 1)
    #expect(try disk.list("log").count == before)
    try log.truncate(before: 31)
    #expect(try disk.list("log").count < before)
    #expect(log.firstSequence > 1 && log.firstSequence <= 31)
    #expect(throws: StorageError.self) { try log.replay(from: 1) { _, _ in } }
    try log.truncate(before: 1000)
    #expect(log.lastSequence == 60)
    #expect(try disk.list("log").count == 1)
    try log.close()
    #expect(try openLog(disk).lastSequence == 60)
  }

  @Test func `An older file that could not be removed is removed the next time`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    for number in 1...20 { _ = try log.append([payload(number, bytes: 100)]) }
    let names = try disk.list("log")
    #expect(names.count > 3)
    // The first of them is opened, asked for its size, and not removed.
    disk.arm(.failure(call: 3, error: EIO))
    #expect(throws: StorageError.self) { try log.truncate(before: 1000) }
    #expect(try disk.list("log") == names && log.firstSequence == 1)
    #expect(try allRecords(log).count == 20)
    // Somebody has removed one meanwhile.
    disk.arm(.none)
    try disk.remove("log/" + names[1])
    try log.truncate(before: 1000)
    #expect(try disk.list("log") == names.suffix(1))
  }

  @Test func `A file that another one follows gives back what was reserved in it, with or without its mark`()
    throws
  {
    /// Has a second file begun where a call fails; what the first takes then, and the log without it.
    func run(failing call: Int) throws -> (first: Int, rest: Int, calls: Int)? {
      let disk = logDisk()
      let log = try openLog(disk)
      for number in 1...5 { _ = try log.append([payload(number, bytes: 60)]) }
      disk.arm(.failure(call: call, error: ENOSPC))
      let isTaken = (try? log.append([payload(6, bytes: 300)])) != nil
      let calls = disk.calls
      disk.arm(.none)
      guard isTaken, try disk.list("log").count == 2 else { return nil }
      let first = try #require(disk.bytes(of: "log/00000000000000000001.log")).count
      try log.truncate(before: 1000)
      return (first, log.byteCount, calls)
    }
    let whole = try #require(try run(failing: 0))
    var withoutMark = 0
    var withReserve = 0
    for call in 1...whole.calls {
      guard let found = try run(failing: call) else { continue }
      #expect(found.rest == whole.rest, "call \(call)")
      if found.first < whole.first { withoutMark += 1 }
      if found.first > whole.first { withReserve += 1 }
    }
    #expect(withoutMark == 1 && withReserve == 1)
  }

  @Test func `A log can begin behind a snapshot`() throws {
    let disk = logDisk()
    let log = try LocalLog.open(directory: "log", first: 43, files: disk, options: smallOptions()).log
    #expect(log.lastSequence == 42 && log.firstSequence == 43)
    #expect(try log.append([[1]]) == 43...43)
    try log.close()
    let again = try openLog(disk)
    #expect(again.firstSequence == 43 && again.lastSequence == 43)
  }

  @Test func `A failed fdatasync ends the log and is never tried again`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    _ = try log.append([payload(1, bytes: 10)])
    disk.arm(.failure(call: 1, error: EIO))
    #expect(throws: StorageError.self) { try log.waitUntilDurable(1) }
    #expect(log.failure?.code == .failedBefore)
    let calls = disk.calls
    #expect(throws: StorageError.self) { try log.waitUntilDurable(1) }
    #expect(throws: StorageError.self) { try log.append([[2]]) }
    #expect(throws: StorageError.self) { try log.synchronize() }
    #expect(disk.calls == calls)
    try log.close()
    #expect(disk.calls == calls)
  }

  @Test func `A log whose newest file is taken away takes nothing more; one without older files goes on`()
    throws
  {
    let disk = logDisk()
    let log = try openLog(disk)
    for number in 1...12 { _ = try log.append([payload(number, bytes: 100)]) }
    let names = try disk.list("log")
    #expect(names.count > 1)
    try log.checkPlace()
    try disk.remove("log/" + names[0])
    try log.checkPlace()
    try log.waitUntilDurable(log.append([[1]]).upperBound)
    let newest = try #require(disk.list("log").last)
    try disk.rename("log/" + newest, to: "log/elsewhere")
    #expect(throws: StorageError.self) { try log.checkPlace() }
    #expect(log.failure?.file == "log/" + newest)
    #expect(throws: StorageError.self) { try log.append([[2]]) }
    // It has failed, though the file is back.
    try disk.rename("log/elsewhere", to: "log/" + newest)
    #expect(throws: StorageError.self) { try log.checkPlace() }
  }

  @Test func `Nothing is acknowledged once the newest file is taken away, though no one has looked`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    try log.waitUntilDurable(log.append([[1]]).upperBound)
    let newest = try #require(disk.list("log").last)
    try disk.rename("log/" + newest, to: "log/elsewhere")
    let last = try log.append([[2]]).upperBound
    #expect(throws: StorageError.self) { try log.waitUntilDurable(last) }
    #expect(log.durableSequence < last && log.failure?.file == "log/" + newest)
    #expect(throws: StorageError.self) { try log.append([[3]]) }
  }

  @Test func `A log whose newest file has another in its place takes nothing more`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    _ = try log.append([[1]])
    let newest = try "log/" + #require(disk.list("log").last)
    let bytes = try #require(disk.bytes(of: newest))
    // As a folder that was copied has it, when the copy takes the name.
    try disk.rename(newest, to: "log/elsewhere")
    _ = try disk.open(newest, .create)
    disk.setBytes(of: newest, to: bytes)
    #expect(throws: StorageError.self) { try log.checkPlace() }
    #expect(throws: StorageError.self) { try log.append([[2]]) }
  }

  @Test func `A record that a failed fdatasync left in the cache is on disk after the next start`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    _ = try log.append([payload(1, bytes: 10)])
    disk.arm(.failure(call: 1, error: EIO))
    #expect(throws: StorageError.self) { try log.waitUntilDurable(1) }
    disk.restart()
    let again = try openLog(disk)
    #expect(again.lastSequence == 1)
    disk.powerCut()
    #expect(try openLog(disk).lastSequence == 1)
  }

  @Test func `Where no file can be opened the next one is begun later`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    _ = try log.append([payload(1, bytes: 400)])
    disk.arm(.noDescriptors)
    #expect { try log.append([payload(2, bytes: 400)]) } throws: {
      ($0 as? StorageError)?.code == .outOfFiles && "\($0)".contains("raise the limit of open files")
    }
    #expect(log.failure == nil && log.lastSequence == 1)
    disk.arm(.none)
    #expect(try log.append([payload(3, bytes: 400)]) == 2...2)
    try log.waitUntilDurable(2)
    disk.powerCut()
    #expect(try allRecords(openLog(disk)) == [payload(1, bytes: 400), payload(3, bytes: 400)])
  }

  @Test func `A file of the log that there was no descriptor for any more is taken away again`() throws {
    let rehearsal = logDisk()
    let first = try openLog(rehearsal)
    _ = try first.append([payload(1, bytes: 400)])
    rehearsal.arm(.none)
    let before = rehearsal.calls
    _ = try first.append([payload(2, bytes: 400)])
    var isRefused = 0
    for call in 1...rehearsal.calls - before {
      for seed in UInt64(1)...8 {
        let disk = logDisk(seed: seed)
        let log = try openLog(disk)
        _ = try log.append([payload(1, bytes: 400)])
        disk.arm(.failure(call: call, error: EMFILE))
        guard (try? log.append([payload(2, bytes: 400)])) == nil, log.failure == nil else { continue }
        isRefused += 1
        disk.arm(.none)
        // What begins the next file after all, and what still goes into the older one.
        let next = payload(3, bytes: seed % 2 == 0 ? 400 : 20)
        #expect(try log.append([next]) == 2...2, "call \(call)")
        try log.waitUntilDurable(2)
        disk.powerCut()
        #expect(try allRecords(openLog(disk)) == [payload(1, bytes: 400), next], "call \(call)")
      }
    }
    #expect(isRefused > 8)
  }

  @Test func `A batch that the disk has no room for leaves the end of the file as it was`() throws {
    var refused = 0
    for call in 1...8 {
      let disk = logDisk(seed: UInt64(call))
      let log = try openLog(disk)
      try log.waitUntilDurable(log.append([payload(1, bytes: 10)]).upperBound)
      disk.arm(.failure(call: call, error: ENOSPC))
      if (try? log.append([payload(2, bytes: 150), payload(3, bytes: 150)])) != nil { continue }
      refused += 1
      // The process dies.
      disk.restart()
      let (again, recovery) = try LocalLog.open(directory: "log", files: disk, options: smallOptions())
      #expect(recovery.tornTail == nil, "call \(call)")
      #expect(try allRecords(again) == [payload(1, bytes: 10)], "call \(call)")
    }
    #expect(refused > 0)
  }

  @Test func `Where there is no room to reserve what is usual, as much is reserved as a batch takes`() throws
  {
    let disk = logDisk()
    let log = try openLog(disk)
    disk.arm(.failure(call: 1, error: ENOSPC))
    #expect(try log.append([payload(1, bytes: 10)]) == 1...1)
    #expect(try log.append([payload(2, bytes: 10)]) == 2...2)
    #expect(try allRecords(log) == [payload(1, bytes: 10), payload(2, bytes: 10)])
  }

  @Test func `A batch that is larger than a file has one of its own`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    for number in 1...3 { _ = try log.append([payload(number, bytes: 700)]) }
    #expect(try disk.list("log").count == 3)
    // A record, what every file begins with, and of those that are followed the mark.
    #expect(log.byteCount == 3 * (728 + 56) + 2 * 40)
    try log.close()
    #expect(try allRecords(openLog(disk)) == (1...3).map { payload($0, bytes: 700) })
  }

  @Test func `A full disk refuses the batch, keeps nothing of it, and the log goes on`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    _ = try log.append([payload(1, bytes: 10)])
    disk.arm(.failures(from: 1, error: ENOSPC))
    do {
      _ = try log.append([payload(2, bytes: 500)])
      Issue.record("the batch was taken")
    } catch { #expect(error.code == .diskFull) }
    #expect(log.lastSequence == 1)
    disk.restart()
    #expect(log.failure == nil)
    #expect(try log.append([payload(3, bytes: 10)]) == 2...2)
    #expect(try allRecords(log) == [payload(1, bytes: 10), payload(3, bytes: 10)])
  }

  @Test func `A record over the limit is refused before anything is written`() throws {
    let disk = logDisk()
    var options = smallOptions()
    options.maxRecordBytes = 100
    let log = try openLog(disk, options)
    #expect(throws: StorageError.self) { try log.append([[1], payload(2, bytes: 101)]) }
    #expect(log.lastSequence == 0)
    #expect(try log.append([payload(2, bytes: 100)]) == 1...1)
  }

  @Test func `Closing twice is once, and a closed log refuses records`() throws {
    let disk = logDisk()
    let log = try openLog(disk)
    _ = try log.append([[1]])
    try log.close()
    try log.close()
    do {
      _ = try log.append([[2]])
      Issue.record("a closed log took a record")
    } catch { #expect(error.code == .closed) }
  }

  @Test(arguments: ["fsync", "interval:250", "none"])
  func `Durability is written as it is read`(text: String) throws {
    #expect(Durability(text)?.description == text)
  }

  @Test(arguments: ["", "interval", "interval:", "interval:0", "interval:-5", "interval:x", "always"])
  func `Other words are no durability`(text: String) { #expect(Durability(text) == nil) }

  @Test func `Without fsync nothing is synchronized before closing, and closing does`() throws {
    let disk = logDisk()
    let log = try openLog(disk, smallOptions(.none, fileBytes: 1 << 20))
    disk.arm(.none)
    try log.waitUntilDurable(log.append([[1], [2]]).upperBound)
    #expect(disk.synchronizations == 0)
    try log.close()
    disk.powerCut()
    #expect(try allRecords(openLog(disk)) == [[1], [2]])
  }

  @Test func `The interval flusher makes records durable by itself`() throws {
    let disk = logDisk()
    let log = try openLog(disk, smallOptions(.interval(.milliseconds(1)), fileBytes: 1 << 20))
    _ = try log.append([[1]])
    while log.durableSequence < 1 { sched_yield() }
    disk.powerCut()
    #expect(try allRecords(openLog(disk)) == [[1]])
    try? log.close()
  }
}
