import Glibc

extension LocalLog {
  /// Appends records in one write; see ``Log/append(_:)`` for what a failure leaves.
  public func append(_ payloads: [[UInt8]]) throws(StorageError) -> ClosedRange<UInt64> {
    precondition(!payloads.isEmpty, "a batch of records has at least one record")
    var bytesNeeded = 0
    for payload in payloads {
      guard payload.count <= options.maxRecordBytes else {
        throw StorageError(
          .tooLarge, file: directory,
          problem: "a record of \(payload.count) bytes; the log takes at most \(options.maxRecordBytes)")
      }
      bytesNeeded += LogFormat.recordBytes(payload: payload.count)
    }
    let count = bytesNeeded
    // A file that is still being synchronized is not ended: its failure would be told to one of two who wait for it.
    return try state.wait(until: { !$0.isSynchronizing || !needsFile(for: count, $0) }) {
      (state) throws(StorageError) in
      defer { countBytes(state) }
      if let failure = state.failure { throw failure }
      guard !state.isClosed else {
        throw StorageError(.closed, file: directory, problem: "the log is closed")
      }
      if needsFile(for: count, state) { try startFile(&state) }
      try reserve(count, &state)
      try fill(count, &state)
      return try write(payloads, byteCount: count, &state)
    }
  }

  /// Whether the newest file is full, so that a batch of so many bytes goes into another one.
  private func needsFile(for count: Int, _ state: State) -> Bool {
    state.end + count > options.fileBytes && state.last >= state.firsts[state.firsts.count - 1]
  }

  /// Writes a batch in one call if the system takes it whole; on failure nothing of it stays.
  private func write(
    _ payloads: [[UInt8]], byteCount: Int, _ state: inout State
  ) throws(StorageError) -> ClosedRange<UInt64> {
    // Taken out, so that nobody else holds it, and put back unless it is large: fresh memory for each batch comes from the system.
    var bytes: [UInt8] = []
    swap(&bytes, &state.batch)
    defer {
      if bytes.capacity <= Self.largestBatchKept { swap(&bytes, &state.batch) }
    }
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(byteCount)
    let first = state.last + 1
    for (index, payload) in payloads.enumerated() {
      LogFormat.encode(
        payload, sequence: first + UInt64(index), durable: state.durable, salt: state.salt, to: &bytes)
    }
    let file = state.file
    let offset = state.end
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(StorageError) in try file.writeAll(buffer, at: offset) }
    }
    if case .failure(let error) = result { throw retract(error, &state) }
    state.end += bytes.count
    state.last += UInt64(payloads.count)
    return first...state.last
  }

  private static let largestBatchKept = 1 << 20

  /// Reserves space in steps, so that most writes find their blocks there. A full disk is found out here, before a byte of
  /// the batch is written.
  private func reserve(_ count: Int, _ state: inout State) throws(StorageError) {
    let count = count + LogFormat.blankBytes
    guard state.end + count > state.allocated else { return }
    let start = state.allocated
    let end = state.end + max(count, min(options.preallocatedBytes, options.fileBytes - state.end))
    do throws(StorageError) {
      try state.file.allocate(start..<end)
    } catch {
      // Near a full disk the step may be too much where the batch still fits.
      guard error.code == .diskFull, end > state.end + count else { throw retract(error, &state) }
      do throws(StorageError) {
        try state.file.allocate(start..<state.end + count)
      } catch {
        throw retract(error, &state)
      }
      state.allocated = state.end + count
      return
    }
    state.allocated = end
  }

  /// The largest batch for which it is worth while: a larger one waits for the disk longer than for anything else.
  private static let largestFilledFor = 1 << 16

  /// Writes zeros into some of the reserved space, now and then, so that the batches to come find their blocks written.
  ///
  /// What is only reserved needs an entry in the file system's journal with every `fdatasync`, which waits for whatever else is
  /// being written there. Blocks that are written over do not.
  private func fill(_ count: Int, _ state: inout State) throws(StorageError) {
    guard options.durability == .fsync, count <= Self.largestFilledFor, state.end + count > state.filled
    else { return }
    let start = max(state.end, state.filled)
    let end = min(start + options.filledBytes, state.allocated)
    guard start < end else { return }
    let file = state.file
    do throws(StorageError) {
      try Self.zeros.withUnsafeBytes { zeros in
        Result { () throws(StorageError) in
          for place in stride(from: start, to: end, by: zeros.count) {
            let part = zeros.prefix(end - place)
            try file.writeAll(UnsafeRawBufferPointer(rebasing: part), at: place)
          }
        }
      }.get()
    } catch  where error.code == .diskFull {
      // Where reserving reserves nothing the batch itself may still fit.
    } catch {
      throw retract(error, &state)
    }
    state.filled = end
  }

  /// What is written over and over: made once, for fresh memory costs as much as writing it.
  private static let zeros = [UInt8](repeating: 0, count: 1 << 20)

  /// Takes back what a failed write left. A full disk leaves the log usable; any other failure ends it.
  private func retract(_ error: StorageError, _ state: inout State) -> StorageError {
    guard error.code == .diskFull else {
      state.fail(error)
      return state.failure!
    }
    do throws(StorageError) {
      try state.file.truncate(to: state.end)
      // A hole, for which there is room on a full disk; without it the next start would wonder where the file's end is.
      try? state.file.truncate(to: state.end + LogFormat.blankBytes)
      state.allocated = state.end
      state.filled = min(state.filled, state.end)
      return error
    } catch {
      state.fail(error)
      return state.failure!
    }
  }

  /// Ends the newest file and begins the next one.
  ///
  /// Everything in the older file is durable first: a later file is proof of all earlier ones. Nobody else may be synchronizing it:
  /// the system tells of a failure once.
  func startFile(_ state: inout State) throws(StorageError) {
    let first = state.last + 1
    let salt = UInt32.random(in: .min ... .max)
    do throws(StorageError) {
      try state.file.synchronize()
    } catch {
      state.fail(error)
      throw state.failure!
    }
    state.durable = state.last
    let file: any File
    do throws(StorageError) {
      file = try Self.createFile(
        filePath(first), first: first, salt: salt, in: directory, archive: options.archive, files)
    } catch {
      if error.code == .diskFull || error.code == .outOfFiles, isGone(filePath(first)) { throw error }
      state.fail(error)
      throw state.failure!
    }
    state.finishFile(followedBy: LogSuccessor(first: first, salt: salt))
    state.olderBytes += (try? state.file.size()) ?? state.end
    state.file = file
    state.salt = salt
    state.end = LogFormat.emptyFileBytes
    state.allocated = LogFormat.emptyFileBytes
    state.filled = LogFormat.emptyFileBytes
    state.firsts.append(first)
  }

  /// Whether a newer file, in which nothing stands yet, is surely not there: only then is it safe to go on in the older one.
  private func isGone(_ path: String) -> Bool {
    do throws(StorageError) {
      if try files.kind(of: path) == nil { return true }
      try files.remove(path)
      try files.synchronizeDirectory(directory)
      return true
    } catch { return false }
  }

  /// Makes a log file without records, complete under a temporary name before it gets its own.
  static func createFile(
    _ path: String, first: UInt64, salt: UInt32, in directory: String, archive: ArchiveNumber?,
    _ files: any FileSystem
  ) throws(StorageError) -> any File {
    try files.replace(
      path, in: directory, with: LogFormat.emptyFile(first: first, salt: salt, archive: archive))
    return try files.open(path, .write)
  }
}
