/// An ordered log of records of bytes; a record's sequence number, counted from 1, is its place.
///
/// Appending and waiting are apart so that a caller can work while the disk does. Any number of threads may append and
/// wait at once; one `fdatasync` serves all that wait.
public protocol Log: AnyObject, Sendable {
  /// The sequence number of the oldest record kept; one more than ``lastSequence`` when there is none.
  var firstSequence: UInt64 { get }
  /// The sequence number of the newest record, 0 before the first.
  var lastSequence: UInt64 { get }
  /// The failure that ended the log, `nil` while it takes records.
  var failure: StorageError? { get }
  /// How many bytes the log takes on disk.
  var byteCount: Int { get }

  /// Appends records in order, next to each other; returns their sequence numbers.
  ///
  /// They are not durable yet: see ``waitUntilDurable(_:)``.
  ///
  /// - Throws: `diskFull` or `tooLarge`, after which nothing was appended and the log goes on; `closed`; any other failure,
  ///   which ends the log.
  func append(_ payloads: [[UInt8]]) throws(StorageError) -> ClosedRange<UInt64>

  /// Blocks until every record up to `sequence` is as durable as ``Durability`` asks for.
  ///
  /// - Throws: the failure that ended the log. Then the records after the last durable one may be kept or lost.
  func waitUntilDurable(_ sequence: UInt64) throws(StorageError)

  /// Blocks until everything appended so far is on disk, whatever ``Durability`` asks for.
  ///
  /// - Throws: the failure that ended the log.
  func synchronize() throws(StorageError)

  /// Ends the log where what is appended could not be found again by the next start; to be called now and then.
  ///
  /// - Throws: the failure that ended the log, now or before.
  func checkPlace() throws(StorageError)

  /// Calls `body` with every record from `sequence` on, in order, up to the newest at the time of the call.
  ///
  /// The payload is valid during the call of `body` only; what `body` throws ends the replay.
  /// - Throws: `missing` when the log begins later, `damaged` with the file and offset.
  func replay(from sequence: UInt64, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Void) throws

  /// Gives up records before `sequence`, as far as whole files allow.
  ///
  /// - Throws: a failed call, after which the log goes on.
  func truncate(before sequence: UInt64) throws(StorageError)

  /// Makes everything durable and lets go of the files. Idempotent.
  ///
  /// - Throws: a failed call. What ended the log before is not thrown again.
  func close() throws(StorageError)
}
