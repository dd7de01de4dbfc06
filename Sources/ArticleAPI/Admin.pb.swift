// Generated from matiane/v1/admin.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// The archive as of one revision, on disk.
public struct Snapshot: Message {
  /// Resource name, `snapshots/{snapshot}`; the id is the revision.
  public var name: String = ""

  /// Revision it holds.
  public var revision: Int64 = 0

  /// When it was written.
  public var createTime: Timestamp?

  /// Its size on disk, in bytes; 0 when it is too damaged to be opened, which VerifySnapshot tells more of.
  public var sizeBytes: Int64 = 0

  /// Number of articles in it.
  public var articleCount: Int64 = 0

  /// How long writing it took; unset for one that was found on disk.
  public var writeDuration: DurationMessage?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Snapshot", in: .matianeV1Admin,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "revision", .int64),
      .singular(3, "create_time", .message(Timestamp.self)),
      .singular(4, "size_bytes", .int64),
      .singular(5, "article_count", .int64),
      .singular(6, "write_duration", .message(DurationMessage.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    revision = r.int64(1)
    createTime = try r.message(2)
    sizeBytes = r.int64(3)
    articleCount = r.int64(4)
    writeDuration = try r.message(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.int64(1, revision)
    w.message(2, createTime)
    w.int64(3, sizeBytes)
    w.int64(4, articleCount)
    w.message(5, writeDuration)
    w.unknown(unknownFields)
  }
}

/// Asks for a new snapshot.
public struct CreateSnapshotRequest: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.CreateSnapshotRequest", in: .matianeV1Admin,
    fields: [])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.unknown(unknownFields)
  }
}

/// Asks for the snapshots on disk.
public struct ListSnapshotsRequest: Message {
  /// At most this many; 100 when 0, 1,000 at most.
  public var pageSize: Int32 = 0

  /// `next_page_token` of the page before.
  public var pageToken: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ListSnapshotsRequest", in: .matianeV1Admin,
    fields: [
      .singular(1, "page_size", .int32),
      .singular(2, "page_token", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    pageSize = r.int32(0)
    pageToken = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int32(0, pageSize)
    w.string(1, pageToken)
    w.unknown(unknownFields)
  }
}

/// One page of snapshots.
public struct ListSnapshotsResponse: Message {
  /// The snapshots, newest first.
  public var snapshots: [Snapshot] = []

  /// Token of the next page; empty on the last one.
  public var nextPageToken: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ListSnapshotsResponse", in: .matianeV1Admin,
    fields: [
      .repeated(1, "snapshots", .message(Snapshot.self)),
      .singular(2, "next_page_token", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    snapshots = try r.messages(0)
    nextPageToken = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, snapshots)
    w.string(1, nextPageToken)
    w.unknown(unknownFields)
  }
}

/// Asks for one snapshot.
public struct GetSnapshotRequest: Message {
  /// `snapshots/{snapshot}`.
  public var name: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.GetSnapshotRequest", in: .matianeV1Admin,
    fields: [
      .singular(1, "name", .string)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.unknown(unknownFields)
  }
}

/// Deletes a snapshot.
public struct DeleteSnapshotRequest: Message {
  /// `snapshots/{snapshot}`.
  public var name: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DeleteSnapshotRequest", in: .matianeV1Admin,
    fields: [
      .singular(1, "name", .string)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.unknown(unknownFields)
  }
}

/// A snapshot was deleted.
public struct DeleteSnapshotResponse: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DeleteSnapshotResponse", in: .matianeV1Admin,
    fields: [])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.unknown(unknownFields)
  }
}

/// Asks to check a snapshot.
public struct VerifySnapshotRequest: Message {
  /// `snapshots/{snapshot}`.
  public var name: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.VerifySnapshotRequest", in: .matianeV1Admin,
    fields: [
      .singular(1, "name", .string)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.unknown(unknownFields)
  }
}

/// What checking a snapshot found.
public struct VerifySnapshotResponse: Message {
  /// True when every checksum is right.
  public var valid: Bool = false

  /// What is damaged: the file, what was expected and what was found, and the byte position in articles and
  /// index.
  public var problems: [String] = []

  /// Bytes read.
  public var bytesVerified: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.VerifySnapshotResponse", in: .matianeV1Admin,
    fields: [
      .singular(1, "valid", .bool),
      .repeated(2, "problems", .string),
      .singular(3, "bytes_verified", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    valid = r.bool(0)
    problems = try r.strings(1)
    bytesVerified = r.int64(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bool(0, valid)
    w.strings(1, problems)
    w.int64(2, bytesVerified)
    w.unknown(unknownFields)
  }
}

/// Asks to copy a snapshot into a new data directory.
public struct RestoreSnapshotRequest: Message {
  /// `snapshots/{snapshot}`.
  public var name: String = ""

  /// The new directory on the server's host, outside its own data directory; it must not exist, or be empty.
  public var dataDir: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.RestoreSnapshotRequest", in: .matianeV1Admin,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "data_dir", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    dataDir = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, dataDir)
    w.unknown(unknownFields)
  }
}

/// A snapshot was copied.
public struct RestoreSnapshotResponse: Message {
  /// Bytes copied.
  public var bytesCopied: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.RestoreSnapshotResponse", in: .matianeV1Admin,
    fields: [
      .singular(1, "bytes_copied", .int64)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    bytesCopied = r.int64(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, bytesCopied)
    w.unknown(unknownFields)
  }
}

/// Asks for the files of a snapshot.
public struct DownloadSnapshotRequest: Message {
  /// `snapshots/{snapshot}`; the newest one when empty.
  public var name: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DownloadSnapshotRequest", in: .matianeV1Admin,
    fields: [
      .singular(1, "name", .string)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.unknown(unknownFields)
  }
}

/// A piece of a file of a snapshot. Files come one after the other, each from its beginning to its end; the
/// last one is `MANIFEST`, by which all others are checked.
public struct DownloadSnapshotResponse: Message {
  /// The snapshot; in the first response only.
  public var snapshot: Snapshot?

  /// The file's name, without a folder.
  public var file: String = ""

  /// Where in the file the piece belongs.
  public var offset: Int64 = 0

  /// The piece; empty for an empty file.
  public var data: [UInt8] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.DownloadSnapshotResponse", in: .matianeV1Admin,
    fields: [
      .singular(1, "snapshot", .message(Snapshot.self)),
      .singular(2, "file", .string),
      .singular(3, "offset", .int64),
      .singular(4, "data", .bytes),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    snapshot = try r.message(0)
    file = try r.string(1)
    offset = r.int64(2)
    data = r.bytes(3)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, snapshot)
    w.string(1, file)
    w.int64(2, offset)
    w.bytes(3, data)
    w.unknown(unknownFields)
  }
}

/// Asks what this server is.
public struct GetServerInfoRequest: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.GetServerInfoRequest", in: .matianeV1Admin,
    fields: [])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.unknown(unknownFields)
  }
}

/// What a server is.
public struct ServerInfo: Message {
  /// Version of the server, semantic.
  public var version: String = ""

  /// When it started.
  public var startTime: Timestamp?

  /// Newest revision.
  public var revision: Int64 = 0

  /// Number of event loops.
  public var eventLoops: Int32 = 0

  /// Languages the archive holds (BCP-47), most articles first.
  public var languages: [String] = []

  /// Whether writes are refused.
  public var readOnly: Bool = false

  /// Versions of what it is built on, by library, for example {"nghttp2": "1.52.0"}.
  public var libraries: [String: String] = [:]

  /// How long it took from start to serving.
  public var startupDuration: DurationMessage?

  /// Why writes are refused, when they are.
  public var readOnlyReason: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ServerInfo", in: .matianeV1Admin,
    fields: [
      .singular(1, "version", .string),
      .singular(2, "start_time", .message(Timestamp.self)),
      .singular(3, "revision", .int64),
      .singular(4, "event_loops", .int32),
      .repeated(5, "languages", .string),
      .singular(6, "read_only", .bool),
      .map(7, "libraries", .string, to: .string),
      .singular(8, "startup_duration", .message(DurationMessage.self)),
      .singular(9, "read_only_reason", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    version = try r.string(0)
    startTime = try r.message(1)
    revision = r.int64(2)
    eventLoops = r.int32(3)
    languages = try r.strings(4)
    readOnly = r.bool(5)
    libraries = try r.map(6) { entry throws(DecodingError) in (try entry.string(0), try entry.string(1)) }
    startupDuration = try r.message(7)
    readOnlyReason = try r.string(8)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, version)
    w.message(1, startTime)
    w.int64(2, revision)
    w.int32(3, eventLoops)
    w.strings(4, languages)
    w.bool(5, readOnly)
    w.map(6, libraries) {
      $0.string(0, $1)
      $0.string(1, $2)
    }
    w.message(7, startupDuration)
    w.string(8, readOnlyReason)
    w.unknown(unknownFields)
  }
}

/// Asks for figures.
public struct GetStatsRequest: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.GetStatsRequest", in: .matianeV1Admin,
    fields: [])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.unknown(unknownFields)
  }
}

/// How much a server holds and how it is doing.
public struct Stats: Message {
  /// Newest revision.
  public var revision: Int64 = 0

  /// Number of articles.
  public var articleCount: Int64 = 0

  /// Number of stories.
  public var storyCount: Int64 = 0

  /// Number of categories.
  public var categoryCount: Int64 = 0

  /// Number of index segments.
  public var segmentCount: Int64 = 0

  /// Bytes of stored articles.
  public var documentBytes: Int64 = 0

  /// Bytes of the index beside them.
  public var indexBytes: Int64 = 0

  /// Bytes of the log on disk.
  public var logBytes: Int64 = 0

  /// Resident memory of the process, in bytes.
  public var residentBytes: Int64 = 0

  /// Number of articles by language (BCP-47).
  public var articlesByLanguage: [String: Int64] = [:]

  /// Number of articles that were replaced or deleted and still take room.
  public var deletedCount: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.Stats", in: .matianeV1Admin,
    fields: [
      .singular(1, "revision", .int64),
      .singular(2, "article_count", .int64),
      .singular(3, "story_count", .int64),
      .singular(4, "category_count", .int64),
      .singular(5, "segment_count", .int64),
      .singular(6, "document_bytes", .int64),
      .singular(7, "index_bytes", .int64),
      .singular(8, "log_bytes", .int64),
      .singular(9, "resident_bytes", .int64),
      .map(10, "articles_by_language", .string, to: .int64),
      .singular(11, "deleted_count", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    revision = r.int64(0)
    articleCount = r.int64(1)
    storyCount = r.int64(2)
    categoryCount = r.int64(3)
    segmentCount = r.int64(4)
    documentBytes = r.int64(5)
    indexBytes = r.int64(6)
    logBytes = r.int64(7)
    residentBytes = r.int64(8)
    articlesByLanguage = try r.map(9) { entry throws(DecodingError) in (try entry.string(0), entry.int64(1)) }
    deletedCount = r.int64(10)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, revision)
    w.int64(1, articleCount)
    w.int64(2, storyCount)
    w.int64(3, categoryCount)
    w.int64(4, segmentCount)
    w.int64(5, documentBytes)
    w.int64(6, indexBytes)
    w.int64(7, logBytes)
    w.int64(8, residentBytes)
    w.map(9, articlesByLanguage) {
      $0.string(0, $1)
      $0.int64(1, $2)
    }
    w.int64(10, deletedCount)
    w.unknown(unknownFields)
  }
}

/// Asks to refuse writes, or to take them again.
public struct SetReadOnlyRequest: Message {
  /// True to refuse writes.
  public var readOnly: Bool = false

  /// Why, for those whose writes are refused; at most 1,000 bytes.
  public var reason: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.SetReadOnlyRequest", in: .matianeV1Admin,
    fields: [
      .singular(1, "read_only", .bool),
      .singular(2, "reason", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    readOnly = r.bool(0)
    reason = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bool(0, readOnly)
    w.string(1, reason)
    w.unknown(unknownFields)
  }
}

/// Says whether writes are refused now.
public struct SetReadOnlyResponse: Message {
  /// True when writes are refused.
  public var readOnly: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.SetReadOnlyResponse", in: .matianeV1Admin,
    fields: [
      .singular(1, "read_only", .bool)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    readOnly = r.bool(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.bool(0, readOnly)
    w.unknown(unknownFields)
  }
}

/// Asks to read changeable configuration anew.
public struct ReloadConfigRequest: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ReloadConfigRequest", in: .matianeV1Admin,
    fields: [])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.unknown(unknownFields)
  }
}

/// What was read anew.
public struct ReloadConfigResponse: Message {
  /// Settings that were read anew, by flag name.
  public var reloaded: [String] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ReloadConfigResponse", in: .matianeV1Admin,
    fields: [
      .repeated(1, "reloaded", .string)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    reloaded = try r.strings(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.strings(0, reloaded)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `matiane/v1/admin.proto`.
  public static let matianeV1Admin = FileDescriptor(
    "matiane/v1/admin.proto", package: "matiane.v1",
    dependencies: [.googleProtobufDuration, .googleProtobufTimestamp],
    messages: [
      "matiane.v1.Snapshot": Snapshot.self,
      "matiane.v1.CreateSnapshotRequest": CreateSnapshotRequest.self,
      "matiane.v1.ListSnapshotsRequest": ListSnapshotsRequest.self,
      "matiane.v1.ListSnapshotsResponse": ListSnapshotsResponse.self,
      "matiane.v1.GetSnapshotRequest": GetSnapshotRequest.self,
      "matiane.v1.DeleteSnapshotRequest": DeleteSnapshotRequest.self,
      "matiane.v1.DeleteSnapshotResponse": DeleteSnapshotResponse.self,
      "matiane.v1.VerifySnapshotRequest": VerifySnapshotRequest.self,
      "matiane.v1.VerifySnapshotResponse": VerifySnapshotResponse.self,
      "matiane.v1.RestoreSnapshotRequest": RestoreSnapshotRequest.self,
      "matiane.v1.RestoreSnapshotResponse": RestoreSnapshotResponse.self,
      "matiane.v1.DownloadSnapshotRequest": DownloadSnapshotRequest.self,
      "matiane.v1.DownloadSnapshotResponse": DownloadSnapshotResponse.self,
      "matiane.v1.GetServerInfoRequest": GetServerInfoRequest.self,
      "matiane.v1.ServerInfo": ServerInfo.self,
      "matiane.v1.GetStatsRequest": GetStatsRequest.self,
      "matiane.v1.Stats": Stats.self,
      "matiane.v1.SetReadOnlyRequest": SetReadOnlyRequest.self,
      "matiane.v1.SetReadOnlyResponse": SetReadOnlyResponse.self,
      "matiane.v1.ReloadConfigRequest": ReloadConfigRequest.self,
      "matiane.v1.ReloadConfigResponse": ReloadConfigResponse.self,
    ],
    encoded: """
      ChZtYXRpYW5lL3YxL2FkbWluLnByb3RvEgptYXRpYW5lLnYxGh5nb29nbGUvcHJvdG9idWYvZHVyYXRpb24ucHJvdG8a\
      H2dvb2dsZS9wcm90b2J1Zi90aW1lc3RhbXAucHJvdG8i/QEKCFNuYXBzaG90EhIKBG5hbWUYASABKAlSBG5hbWUSGgoI\
      cmV2aXNpb24YAiABKANSCHJldmlzaW9uEjsKC2NyZWF0ZV90aW1lGAMgASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVz\
      dGFtcFIKY3JlYXRlVGltZRIdCgpzaXplX2J5dGVzGAQgASgDUglzaXplQnl0ZXMSIwoNYXJ0aWNsZV9jb3VudBgFIAEo\
      A1IMYXJ0aWNsZUNvdW50EkAKDndyaXRlX2R1cmF0aW9uGAYgASgLMhkuZ29vZ2xlLnByb3RvYnVmLkR1cmF0aW9uUg13\
      cml0ZUR1cmF0aW9uIhcKFUNyZWF0ZVNuYXBzaG90UmVxdWVzdCJSChRMaXN0U25hcHNob3RzUmVxdWVzdBIbCglwYWdl\
      X3NpemUYASABKAVSCHBhZ2VTaXplEh0KCnBhZ2VfdG9rZW4YAiABKAlSCXBhZ2VUb2tlbiJzChVMaXN0U25hcHNob3Rz\
      UmVzcG9uc2USMgoJc25hcHNob3RzGAEgAygLMhQubWF0aWFuZS52MS5TbmFwc2hvdFIJc25hcHNob3RzEiYKD25leHRf\
      cGFnZV90b2tlbhgCIAEoCVINbmV4dFBhZ2VUb2tlbiIoChJHZXRTbmFwc2hvdFJlcXVlc3QSEgoEbmFtZRgBIAEoCVIE\
      bmFtZSIrChVEZWxldGVTbmFwc2hvdFJlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFtZSIYChZEZWxldGVTbmFwc2hvdFJl\
      c3BvbnNlIisKFVZlcmlmeVNuYXBzaG90UmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lInEKFlZlcmlmeVNuYXBzaG90\
      UmVzcG9uc2USFAoFdmFsaWQYASABKAhSBXZhbGlkEhoKCHByb2JsZW1zGAIgAygJUghwcm9ibGVtcxIlCg5ieXRlc192\
      ZXJpZmllZBgDIAEoA1INYnl0ZXNWZXJpZmllZCJHChZSZXN0b3JlU25hcHNob3RSZXF1ZXN0EhIKBG5hbWUYASABKAlS\
      BG5hbWUSGQoIZGF0YV9kaXIYAiABKAlSB2RhdGFEaXIiPAoXUmVzdG9yZVNuYXBzaG90UmVzcG9uc2USIQoMYnl0ZXNf\
      Y29waWVkGAEgASgDUgtieXRlc0NvcGllZCItChdEb3dubG9hZFNuYXBzaG90UmVxdWVzdBISCgRuYW1lGAEgASgJUgRu\
      YW1lIowBChhEb3dubG9hZFNuYXBzaG90UmVzcG9uc2USMAoIc25hcHNob3QYASABKAsyFC5tYXRpYW5lLnYxLlNuYXBz\
      aG90UghzbmFwc2hvdBISCgRmaWxlGAIgASgJUgRmaWxlEhYKBm9mZnNldBgDIAEoA1IGb2Zmc2V0EhIKBGRhdGEYBCAB\
      KAxSBGRhdGEiFgoUR2V0U2VydmVySW5mb1JlcXVlc3QizAMKClNlcnZlckluZm8SGAoHdmVyc2lvbhgBIAEoCVIHdmVy\
      c2lvbhI5CgpzdGFydF90aW1lGAIgASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFIJc3RhcnRUaW1lEhoKCHJl\
      dmlzaW9uGAMgASgDUghyZXZpc2lvbhIfCgtldmVudF9sb29wcxgEIAEoBVIKZXZlbnRMb29wcxIcCglsYW5ndWFnZXMY\
      BSADKAlSCWxhbmd1YWdlcxIbCglyZWFkX29ubHkYBiABKAhSCHJlYWRPbmx5EkMKCWxpYnJhcmllcxgHIAMoCzIlLm1h\
      dGlhbmUudjEuU2VydmVySW5mby5MaWJyYXJpZXNFbnRyeVIJbGlicmFyaWVzEkQKEHN0YXJ0dXBfZHVyYXRpb24YCCAB\
      KAsyGS5nb29nbGUucHJvdG9idWYuRHVyYXRpb25SD3N0YXJ0dXBEdXJhdGlvbhIoChByZWFkX29ubHlfcmVhc29uGAkg\
      ASgJUg5yZWFkT25seVJlYXNvbho8Cg5MaWJyYXJpZXNFbnRyeRIQCgNrZXkYASABKAlSA2tleRIUCgV2YWx1ZRgCIAEo\
      CVIFdmFsdWU6AjgBIhEKD0dldFN0YXRzUmVxdWVzdCKKBAoFU3RhdHMSGgoIcmV2aXNpb24YASABKANSCHJldmlzaW9u\
      EiMKDWFydGljbGVfY291bnQYAiABKANSDGFydGljbGVDb3VudBIfCgtzdG9yeV9jb3VudBgDIAEoA1IKc3RvcnlDb3Vu\
      dBIlCg5jYXRlZ29yeV9jb3VudBgEIAEoA1INY2F0ZWdvcnlDb3VudBIjCg1zZWdtZW50X2NvdW50GAUgASgDUgxzZWdt\
      ZW50Q291bnQSJQoOZG9jdW1lbnRfYnl0ZXMYBiABKANSDWRvY3VtZW50Qnl0ZXMSHwoLaW5kZXhfYnl0ZXMYByABKANS\
      CmluZGV4Qnl0ZXMSGwoJbG9nX2J5dGVzGAggASgDUghsb2dCeXRlcxIlCg5yZXNpZGVudF9ieXRlcxgJIAEoA1INcmVz\
      aWRlbnRCeXRlcxJbChRhcnRpY2xlc19ieV9sYW5ndWFnZRgKIAMoCzIpLm1hdGlhbmUudjEuU3RhdHMuQXJ0aWNsZXNC\
      eUxhbmd1YWdlRW50cnlSEmFydGljbGVzQnlMYW5ndWFnZRIjCg1kZWxldGVkX2NvdW50GAsgASgDUgxkZWxldGVkQ291\
      bnQaRQoXQXJ0aWNsZXNCeUxhbmd1YWdlRW50cnkSEAoDa2V5GAEgASgJUgNrZXkSFAoFdmFsdWUYAiABKANSBXZhbHVl\
      OgI4ASJJChJTZXRSZWFkT25seVJlcXVlc3QSGwoJcmVhZF9vbmx5GAEgASgIUghyZWFkT25seRIWCgZyZWFzb24YAiAB\
      KAlSBnJlYXNvbiIyChNTZXRSZWFkT25seVJlc3BvbnNlEhsKCXJlYWRfb25seRgBIAEoCFIIcmVhZE9ubHkiFQoTUmVs\
      b2FkQ29uZmlnUmVxdWVzdCIyChRSZWxvYWRDb25maWdSZXNwb25zZRIaCghyZWxvYWRlZBgBIAMoCVIIcmVsb2FkZWQy\
      ugcKDEFkbWluU2VydmljZRJJCg5DcmVhdGVTbmFwc2hvdBIhLm1hdGlhbmUudjEuQ3JlYXRlU25hcHNob3RSZXF1ZXN0\
      GhQubWF0aWFuZS52MS5TbmFwc2hvdBJZCg1MaXN0U25hcHNob3RzEiAubWF0aWFuZS52MS5MaXN0U25hcHNob3RzUmVx\
      dWVzdBohLm1hdGlhbmUudjEuTGlzdFNuYXBzaG90c1Jlc3BvbnNlIgOQAgESSAoLR2V0U25hcHNob3QSHi5tYXRpYW5l\
      LnYxLkdldFNuYXBzaG90UmVxdWVzdBoULm1hdGlhbmUudjEuU25hcHNob3QiA5ACARJcCg5EZWxldGVTbmFwc2hvdBIh\
      Lm1hdGlhbmUudjEuRGVsZXRlU25hcHNob3RSZXF1ZXN0GiIubWF0aWFuZS52MS5EZWxldGVTbmFwc2hvdFJlc3BvbnNl\
      IgOQAgISXAoOVmVyaWZ5U25hcHNob3QSIS5tYXRpYW5lLnYxLlZlcmlmeVNuYXBzaG90UmVxdWVzdBoiLm1hdGlhbmUu\
      djEuVmVyaWZ5U25hcHNob3RSZXNwb25zZSIDkAIBEloKD1Jlc3RvcmVTbmFwc2hvdBIiLm1hdGlhbmUudjEuUmVzdG9y\
      ZVNuYXBzaG90UmVxdWVzdBojLm1hdGlhbmUudjEuUmVzdG9yZVNuYXBzaG90UmVzcG9uc2USZAoQRG93bmxvYWRTbmFw\
      c2hvdBIjLm1hdGlhbmUudjEuRG93bmxvYWRTbmFwc2hvdFJlcXVlc3QaJC5tYXRpYW5lLnYxLkRvd25sb2FkU25hcHNo\
      b3RSZXNwb25zZSIDkAIBMAESTgoNR2V0U2VydmVySW5mbxIgLm1hdGlhbmUudjEuR2V0U2VydmVySW5mb1JlcXVlc3Qa\
      Fi5tYXRpYW5lLnYxLlNlcnZlckluZm8iA5ACARI/CghHZXRTdGF0cxIbLm1hdGlhbmUudjEuR2V0U3RhdHNSZXF1ZXN0\
      GhEubWF0aWFuZS52MS5TdGF0cyIDkAIBElMKC1NldFJlYWRPbmx5Eh4ubWF0aWFuZS52MS5TZXRSZWFkT25seVJlcXVl\
      c3QaHy5tYXRpYW5lLnYxLlNldFJlYWRPbmx5UmVzcG9uc2UiA5ACAhJWCgxSZWxvYWRDb25maWcSHy5tYXRpYW5lLnYx\
      LlJlbG9hZENvbmZpZ1JlcXVlc3QaIC5tYXRpYW5lLnYxLlJlbG9hZENvbmZpZ1Jlc3BvbnNlIgOQAgJCPQoKbWF0aWFu\
      ZS52MUIKQWRtaW5Qcm90b1ABWhRtYXRpYW5lL3YxO21hdGlhbmV2MaoCCk1hdGlhbmUuVjFiBnByb3RvMw==
      """)
}
