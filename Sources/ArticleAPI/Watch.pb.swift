// Generated from matiane/v1/watch.proto by protoc-gen-matiane-swift; not to be edited.

import GRPC
import Protobuf

/// Opens or ends a watch.
public struct WatchRequest: Message {
  /// What to do.
  public var request: Request?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `request`, of which one at most is set.
  public enum Request: Sendable, Hashable {
    /// Open a watch.
    case add(AddWatch)
    /// End a watch.
    case cancel(CancelWatch)

    /// The value of `add`, if that is the one that is set.
    public var add: AddWatch? {
      if case .add(let value) = self { value } else { nil }
    }

    /// The value of `cancel`, if that is the one that is set.
    public var cancel: CancelWatch? {
      if case .cancel(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.WatchRequest", in: .matianeV1Watch,
    fields: [
      .oneof("request", 1, "add", .message(AddWatch.self)),
      .oneof("request", 2, "cancel", .message(CancelWatch.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: request = .add(try r.message(0) ?? AddWatch())
    case 2: request = .cancel(try r.message(0) ?? CancelWatch())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch request {
    case .add(let value):
      w.select(0, 1)
      w.message(0, value)
    case .cancel(let value):
      w.select(0, 2)
      w.message(0, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// Opens a watch.
public struct AddWatch: Message {
  /// The caller's number for it, not in use on this stream; every response about the watch repeats it. A
  /// stream has at most
  /// 256 watches.
  public var watchId: Int64 = 0

  /// Which articles to hear of; all when unset.
  public var scope: WatchScope?

  /// Where to begin; with the first change after now when unset.
  public var start: Start?

  /// Fields of the articles to send; all when unset.
  public var readMask: FieldMask?

  /// Send a progress response when there was nothing else to say for so long; 10 seconds when unset, at least
  /// 0.1 second.
  public var progressInterval: DurationMessage?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `start`, of which one at most is set.
  public enum Start: Sendable, Hashable {
    /// Behind the last response that was received, whose token this is.
    case resumeToken(String)
    /// With the first change after this revision, for example that of an export or a search. A mere number:
    /// unlike a token it is not told from that of a lost change, once the archive has given it out again, nor
    /// does it tell what a query meant then: it is taken to be what it means now.
    case afterRevision(Int64)

    /// The value of `resume_token`, if that is the one that is set.
    public var resumeToken: String? {
      if case .resumeToken(let value) = self { value } else { nil }
    }

    /// The value of `after_revision`, if that is the one that is set.
    public var afterRevision: Int64? {
      if case .afterRevision(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.AddWatch", in: .matianeV1Watch,
    fields: [
      .singular(1, "watch_id", .int64),
      .singular(2, "scope", .message(WatchScope.self)),
      .oneof("start", 3, "resume_token", .string),
      .oneof("start", 4, "after_revision", .int64),
      .singular(5, "read_mask", .message(FieldMask.self)),
      .singular(6, "progress_interval", .message(DurationMessage.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    watchId = r.int64(0)
    scope = try r.message(1)
    switch r.member(2) {
    case 3: start = .resumeToken(try r.string(2))
    case 4: start = .afterRevision(r.int64(2))
    default: break
    }
    readMask = try r.message(3)
    progressInterval = try r.message(4)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, watchId)
    w.message(1, scope)
    switch start {
    case .resumeToken(let value):
      w.select(2, 3)
      w.string(2, value)
    case .afterRevision(let value):
      w.select(2, 4)
      w.int64(2, value)
    case nil: break
    }
    w.message(3, readMask)
    w.message(4, progressInterval)
    w.unknown(unknownFields)
  }
}

/// Which articles a watch is about: those that satisfy everything that is set here.
public struct WatchScope: Message {
  /// One of these articles, `articles/{article}`, whether it exists yet or not; at most 1,000.
  public var articles: [String] = []

  /// Filed under one of these categories, `categories/{category}`, or below it; at most 1,000.
  public var categories: [String] = []

  /// In one of these languages (BCP-47).
  public var languages: [String] = []

  /// Matches this query text, as in Search, with the same limits.
  public var query: String = ""

  /// Which words of `query` have to match.
  public var matchMode: MatchMode = .unspecified

  /// Satisfies this AIP-160 filter, as in ListArticles.
  public var filter: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.WatchScope", in: .matianeV1Watch,
    fields: [
      .repeated(1, "articles", .string),
      .repeated(2, "categories", .string),
      .repeated(3, "languages", .string),
      .singular(4, "query", .string),
      .singular(5, "match_mode", .enumeration(MatchMode.self)),
      .singular(6, "filter", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    articles = try r.strings(0)
    categories = try r.strings(1)
    languages = try r.strings(2)
    query = try r.string(3)
    matchMode = r.enumeration(4)
    filter = try r.string(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.strings(0, articles)
    w.strings(1, categories)
    w.strings(2, languages)
    w.string(3, query)
    w.enumeration(4, matchMode)
    w.string(5, filter)
    w.unknown(unknownFields)
  }
}

/// Ends a watch.
public struct CancelWatch: Message {
  /// Its number; that of a watch that is over already is no error.
  public var watchId: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.CancelWatch", in: .matianeV1Watch,
    fields: [
      .singular(1, "watch_id", .int64)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    watchId = r.int64(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, watchId)
    w.unknown(unknownFields)
  }
}

/// Something about one watch.
public struct WatchResponse: Message {
  /// The number of the watch.
  public var watchId: Int64 = 0

  /// Everything up to this revision was told; of this revision itself, when a change follows, perhaps only a
  /// part.
  public var revision: Int64 = 0

  /// Opens the same watch again behind this response. Good on any stream of this archive, and of a copy that
  /// was made from a snapshot with everything up to it; and for any scope, but it tells what only the query
  /// of its own watch meant.
  public var resumeToken: String = ""

  /// What there is to say.
  public var event: Event?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `event`, of which one at most is set.
  public enum Event: Sendable, Hashable {
    /// The watch is open.
    case started(WatchStarted)
    /// Articles changed.
    case changes(WatchChanges)
    /// Nothing happened in the scope.
    case progress(WatchProgress)
    /// The watch is over; nothing more about it follows.
    case ended(WatchEnded)

    /// The value of `started`, if that is the one that is set.
    public var started: WatchStarted? {
      if case .started(let value) = self { value } else { nil }
    }

    /// The value of `changes`, if that is the one that is set.
    public var changes: WatchChanges? {
      if case .changes(let value) = self { value } else { nil }
    }

    /// The value of `progress`, if that is the one that is set.
    public var progress: WatchProgress? {
      if case .progress(let value) = self { value } else { nil }
    }

    /// The value of `ended`, if that is the one that is set.
    public var ended: WatchEnded? {
      if case .ended(let value) = self { value } else { nil }
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.WatchResponse", in: .matianeV1Watch,
    fields: [
      .singular(1, "watch_id", .int64),
      .singular(2, "revision", .int64),
      .singular(3, "resume_token", .string),
      .oneof("event", 4, "started", .message(WatchStarted.self)),
      .oneof("event", 5, "changes", .message(WatchChanges.self)),
      .oneof("event", 6, "progress", .message(WatchProgress.self)),
      .oneof("event", 7, "ended", .message(WatchEnded.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    watchId = r.int64(0)
    revision = r.int64(1)
    resumeToken = try r.string(2)
    switch r.member(3) {
    case 4: event = .started(try r.message(3) ?? WatchStarted())
    case 5: event = .changes(try r.message(3) ?? WatchChanges())
    case 6: event = .progress(try r.message(3) ?? WatchProgress())
    case 7: event = .ended(try r.message(3) ?? WatchEnded())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, watchId)
    w.int64(1, revision)
    w.string(2, resumeToken)
    switch event {
    case .started(let value):
      w.select(3, 4)
      w.message(3, value)
    case .changes(let value):
      w.select(3, 5)
      w.message(3, value)
    case .progress(let value):
      w.select(3, 6)
      w.message(3, value)
    case .ended(let value):
      w.select(3, 7)
      w.message(3, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// A watch is open; `revision` says after which revision its changes begin.
public struct WatchStarted: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.WatchStarted", in: .matianeV1Watch,
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

/// Changes of articles, in order.
public struct WatchChanges: Message {
  /// The changes, at least one.
  public var changes: [ArticleChange] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.WatchChanges", in: .matianeV1Watch,
    fields: [
      .repeated(1, "changes", .message(ArticleChange.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    changes = try r.messages(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, changes)
    w.unknown(unknownFields)
  }
}

/// What became of one article.
public struct ArticleChange: Message {
  /// The article, `articles/{article}`.
  public var name: String = ""

  /// Revision that the change made.
  public var revision: Int64 = 0

  /// What the change means for the scope of the watch.
  public var scopeChange: ScopeChange = .unspecified

  /// What was done with the article.
  public var action: ArticleAction = .unspecified

  /// The article as the change left it; as it was last, when it was deleted.
  public var article: Article?

  /// Opens the watch again behind this very change.
  public var resumeToken: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.ArticleChange", in: .matianeV1Watch,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "revision", .int64),
      .singular(3, "scope_change", .enumeration(ScopeChange.self)),
      .singular(4, "action", .enumeration(ArticleAction.self)),
      .singular(5, "article", .message(Article.self)),
      .singular(6, "resume_token", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    revision = r.int64(1)
    scopeChange = r.enumeration(2)
    action = r.enumeration(3)
    article = try r.message(4)
    resumeToken = try r.string(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.int64(1, revision)
    w.enumeration(2, scopeChange)
    w.enumeration(3, action)
    w.message(4, article)
    w.string(5, resumeToken)
    w.unknown(unknownFields)
  }
}

/// What a change means for the scope of a watch.
public enum ScopeChange: OpenEnum {
  /// Not said.
  case unspecified
  /// The article is in the scope now and was not before.
  case entered
  /// The article was in the scope before and is still.
  case changed
  /// The article was in the scope before and is not any more.
  case left
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .entered
    case 2: self = .changed
    case 3: self = .left
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .entered: 1
    case .changed: 2
    case .left: 3
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.ScopeChange", in: .matianeV1Watch,
    values: [
      (0, "SCOPE_CHANGE_UNSPECIFIED"),
      (1, "SCOPE_CHANGE_ENTERED"),
      (2, "SCOPE_CHANGE_CHANGED"),
      (3, "SCOPE_CHANGE_LEFT"),
    ])
}

/// What was done with an article.
public enum ArticleAction: OpenEnum {
  /// Not said.
  case unspecified
  /// It is new.
  case created
  /// It is in another state, or one of its categories has moved.
  case updated
  /// It is gone.
  case deleted
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .created
    case 2: self = .updated
    case 3: self = .deleted
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .created: 1
    case .updated: 2
    case .deleted: 3
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.ArticleAction", in: .matianeV1Watch,
    values: [
      (0, "ARTICLE_ACTION_UNSPECIFIED"),
      (1, "ARTICLE_ACTION_CREATED"),
      (2, "ARTICLE_ACTION_UPDATED"),
      (3, "ARTICLE_ACTION_DELETED"),
    ])
}

/// Nothing happened in the scope up to the revision of the response. Also shows that the stream is alive.
public struct WatchProgress: Message {
  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.WatchProgress", in: .matianeV1Watch,
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

/// A watch is over.
public struct WatchEnded: Message {
  /// Why.
  public var reason: WatchEndReason = .unspecified

  /// For REFUSED the error, with its details.
  public var error: Status?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "matiane.v1.WatchEnded", in: .matianeV1Watch,
    fields: [
      .singular(1, "reason", .enumeration(WatchEndReason.self)),
      .singular(2, "error", .message(Status.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    reason = r.enumeration(0)
    error = try r.message(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, reason)
    w.message(1, error)
    w.unknown(unknownFields)
  }
}

/// Why a watch is over.
public enum WatchEndReason: OpenEnum {
  /// Not said.
  case unspecified
  /// The client cancelled it.
  case cancelled
  /// It was refused, or cannot go on: see `error`.
  case refused
  /// The client reads more slowly than the archive changes. Resume, perhaps with a narrower scope.
  case tooSlow
  /// The server stops. Resume there or at another one.
  case draining
  /// A value that this version of the enum does not name.
  case unrecognized(Int32)

  /// The default.
  public init() { self = .unspecified }

  /// The value of a number.
  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .cancelled
    case 2: self = .refused
    case 3: self = .tooSlow
    case 4: self = .draining
    default: self = .unrecognized(rawValue)
    }
  }

  /// The number on the wire.
  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .cancelled: 1
    case .refused: 2
    case .tooSlow: 3
    case .draining: 4
    case .unrecognized(let number): number
    }
  }

  /// The enum's name and values.
  public static let descriptor = EnumDescriptor(
    "matiane.v1.WatchEndReason", in: .matianeV1Watch,
    values: [
      (0, "WATCH_END_REASON_UNSPECIFIED"),
      (1, "WATCH_END_REASON_CANCELLED"),
      (2, "WATCH_END_REASON_REFUSED"),
      (3, "WATCH_END_REASON_TOO_SLOW"),
      (4, "WATCH_END_REASON_DRAINING"),
    ])
}

extension FileDescriptor {
  /// The file `matiane/v1/watch.proto`.
  public static let matianeV1Watch = FileDescriptor(
    "matiane/v1/watch.proto", package: "matiane.v1",
    dependencies: [
      .googleProtobufDuration, .googleProtobufFieldMask, .googleRpcStatus, .matianeV1Article,
      .matianeV1Search,
    ],
    messages: [
      "matiane.v1.WatchRequest": WatchRequest.self,
      "matiane.v1.AddWatch": AddWatch.self,
      "matiane.v1.WatchScope": WatchScope.self,
      "matiane.v1.CancelWatch": CancelWatch.self,
      "matiane.v1.WatchResponse": WatchResponse.self,
      "matiane.v1.WatchStarted": WatchStarted.self,
      "matiane.v1.WatchChanges": WatchChanges.self,
      "matiane.v1.ArticleChange": ArticleChange.self,
      "matiane.v1.WatchProgress": WatchProgress.self,
      "matiane.v1.WatchEnded": WatchEnded.self,
    ],
    encoded: """
      ChZtYXRpYW5lL3YxL3dhdGNoLnByb3RvEgptYXRpYW5lLnYxGh5nb29nbGUvcHJvdG9idWYvZHVyYXRpb24ucHJvdG8a\
      IGdvb2dsZS9wcm90b2J1Zi9maWVsZF9tYXNrLnByb3RvGhdnb29nbGUvcnBjL3N0YXR1cy5wcm90bxoYbWF0aWFuZS92\
      MS9hcnRpY2xlLnByb3RvGhdtYXRpYW5lL3YxL3NlYXJjaC5wcm90byJ2CgxXYXRjaFJlcXVlc3QSKAoDYWRkGAEgASgL\
      MhQubWF0aWFuZS52MS5BZGRXYXRjaEgAUgNhZGQSMQoGY2FuY2VsGAIgASgLMhcubWF0aWFuZS52MS5DYW5jZWxXYXRj\
      aEgAUgZjYW5jZWxCCQoHcmVxdWVzdCKrAgoIQWRkV2F0Y2gSGQoId2F0Y2hfaWQYASABKANSB3dhdGNoSWQSLAoFc2Nv\
      cGUYAiABKAsyFi5tYXRpYW5lLnYxLldhdGNoU2NvcGVSBXNjb3BlEiMKDHJlc3VtZV90b2tlbhgDIAEoCUgAUgtyZXN1\
      bWVUb2tlbhInCg5hZnRlcl9yZXZpc2lvbhgEIAEoA0gAUg1hZnRlclJldmlzaW9uEjcKCXJlYWRfbWFzaxgFIAEoCzIa\
      Lmdvb2dsZS5wcm90b2J1Zi5GaWVsZE1hc2tSCHJlYWRNYXNrEkYKEXByb2dyZXNzX2ludGVydmFsGAYgASgLMhkuZ29v\
      Z2xlLnByb3RvYnVmLkR1cmF0aW9uUhBwcm9ncmVzc0ludGVydmFsQgcKBXN0YXJ0IsoBCgpXYXRjaFNjb3BlEhoKCGFy\
      dGljbGVzGAEgAygJUghhcnRpY2xlcxIeCgpjYXRlZ29yaWVzGAIgAygJUgpjYXRlZ29yaWVzEhwKCWxhbmd1YWdlcxgD\
      IAMoCVIJbGFuZ3VhZ2VzEhQKBXF1ZXJ5GAQgASgJUgVxdWVyeRI0CgptYXRjaF9tb2RlGAUgASgOMhUubWF0aWFuZS52\
      MS5NYXRjaE1vZGVSCW1hdGNoTW9kZRIWCgZmaWx0ZXIYBiABKAlSBmZpbHRlciIoCgtDYW5jZWxXYXRjaBIZCgh3YXRj\
      aF9pZBgBIAEoA1IHd2F0Y2hJZCLHAgoNV2F0Y2hSZXNwb25zZRIZCgh3YXRjaF9pZBgBIAEoA1IHd2F0Y2hJZBIaCghy\
      ZXZpc2lvbhgCIAEoA1IIcmV2aXNpb24SIQoMcmVzdW1lX3Rva2VuGAMgASgJUgtyZXN1bWVUb2tlbhI0CgdzdGFydGVk\
      GAQgASgLMhgubWF0aWFuZS52MS5XYXRjaFN0YXJ0ZWRIAFIHc3RhcnRlZBI0CgdjaGFuZ2VzGAUgASgLMhgubWF0aWFu\
      ZS52MS5XYXRjaENoYW5nZXNIAFIHY2hhbmdlcxI3Cghwcm9ncmVzcxgGIAEoCzIZLm1hdGlhbmUudjEuV2F0Y2hQcm9n\
      cmVzc0gAUghwcm9ncmVzcxIuCgVlbmRlZBgHIAEoCzIWLm1hdGlhbmUudjEuV2F0Y2hFbmRlZEgAUgVlbmRlZEIHCgVl\
      dmVudCIOCgxXYXRjaFN0YXJ0ZWQiQwoMV2F0Y2hDaGFuZ2VzEjMKB2NoYW5nZXMYASADKAsyGS5tYXRpYW5lLnYxLkFy\
      dGljbGVDaGFuZ2VSB2NoYW5nZXMigAIKDUFydGljbGVDaGFuZ2USEgoEbmFtZRgBIAEoCVIEbmFtZRIaCghyZXZpc2lv\
      bhgCIAEoA1IIcmV2aXNpb24SOgoMc2NvcGVfY2hhbmdlGAMgASgOMhcubWF0aWFuZS52MS5TY29wZUNoYW5nZVILc2Nv\
      cGVDaGFuZ2USMQoGYWN0aW9uGAQgASgOMhkubWF0aWFuZS52MS5BcnRpY2xlQWN0aW9uUgZhY3Rpb24SLQoHYXJ0aWNs\
      ZRgFIAEoCzITLm1hdGlhbmUudjEuQXJ0aWNsZVIHYXJ0aWNsZRIhCgxyZXN1bWVfdG9rZW4YBiABKAlSC3Jlc3VtZVRv\
      a2VuIg8KDVdhdGNoUHJvZ3Jlc3MiagoKV2F0Y2hFbmRlZBIyCgZyZWFzb24YASABKA4yGi5tYXRpYW5lLnYxLldhdGNo\
      RW5kUmVhc29uUgZyZWFzb24SKAoFZXJyb3IYAiABKAsyEi5nb29nbGUucnBjLlN0YXR1c1IFZXJyb3IqdgoLU2NvcGVD\
      aGFuZ2USHAoYU0NPUEVfQ0hBTkdFX1VOU1BFQ0lGSUVEEAASGAoUU0NPUEVfQ0hBTkdFX0VOVEVSRUQQARIYChRTQ09Q\
      RV9DSEFOR0VfQ0hBTkdFRBACEhUKEVNDT1BFX0NIQU5HRV9MRUZUEAMqgwEKDUFydGljbGVBY3Rpb24SHgoaQVJUSUNM\
      RV9BQ1RJT05fVU5TUEVDSUZJRUQQABIaChZBUlRJQ0xFX0FDVElPTl9DUkVBVEVEEAESGgoWQVJUSUNMRV9BQ1RJT05f\
      VVBEQVRFRBACEhoKFkFSVElDTEVfQUNUSU9OX0RFTEVURUQQAyquAQoOV2F0Y2hFbmRSZWFzb24SIAocV0FUQ0hfRU5E\
      X1JFQVNPTl9VTlNQRUNJRklFRBAAEh4KGldBVENIX0VORF9SRUFTT05fQ0FOQ0VMTEVEEAESHAoYV0FUQ0hfRU5EX1JF\
      QVNPTl9SRUZVU0VEEAISHQoZV0FUQ0hfRU5EX1JFQVNPTl9UT09fU0xPVxADEh0KGVdBVENIX0VORF9SRUFTT05fRFJB\
      SU5JTkcQBDJQCgxXYXRjaFNlcnZpY2USQAoFV2F0Y2gSGC5tYXRpYW5lLnYxLldhdGNoUmVxdWVzdBoZLm1hdGlhbmUu\
      djEuV2F0Y2hSZXNwb25zZSgBMAFCPQoKbWF0aWFuZS52MUIKV2F0Y2hQcm90b1ABWhRtYXRpYW5lL3YxO21hdGlhbmV2\
      MaoCCk1hdGlhbmUuVjFiBnByb3RvMw==
      """)
}
