// Generated from grpc/channelz/v1/channelz.proto by protoc-gen-matiane-swift; not to be edited.

import Protobuf

/// A route to a target, over subchannels, other channels or a socket.
public struct ChannelzChannel: Message {
  /// Its id and name.
  public var ref: ChannelzChannelRef?

  /// What it has done.
  public var data: ChannelzChannelData?

  /// Channels that it uses.
  public var channelRef: [ChannelzChannelRef] = []

  /// Subchannels that it uses.
  public var subchannelRef: [ChannelzSubchannelRef] = []

  /// Sockets that it uses itself.
  public var socketRef: [ChannelzSocketRef] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.Channel", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "ref", .message(ChannelzChannelRef.self)),
      .singular(2, "data", .message(ChannelzChannelData.self)),
      .repeated(3, "channel_ref", .message(ChannelzChannelRef.self)),
      .repeated(4, "subchannel_ref", .message(ChannelzSubchannelRef.self)),
      .repeated(5, "socket_ref", .message(ChannelzSocketRef.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    ref = try r.message(0)
    data = try r.message(1)
    channelRef = try r.messages(2)
    subchannelRef = try r.messages(3)
    socketRef = try r.messages(4)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, ref)
    w.message(1, data)
    w.messages(2, channelRef)
    w.messages(3, subchannelRef)
    w.messages(4, socketRef)
    w.unknown(unknownFields)
  }
}

/// What stands between a channel and the connections to one address.
public struct ChannelzSubchannel: Message {
  /// Its id and name.
  public var ref: ChannelzSubchannelRef?

  /// What it has done.
  public var data: ChannelzChannelData?

  /// Channels that it uses.
  public var channelRef: [ChannelzChannelRef] = []

  /// Subchannels that it uses.
  public var subchannelRef: [ChannelzSubchannelRef] = []

  /// Its sockets.
  public var socketRef: [ChannelzSocketRef] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.Subchannel", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "ref", .message(ChannelzSubchannelRef.self)),
      .singular(2, "data", .message(ChannelzChannelData.self)),
      .repeated(3, "channel_ref", .message(ChannelzChannelRef.self)),
      .repeated(4, "subchannel_ref", .message(ChannelzSubchannelRef.self)),
      .repeated(5, "socket_ref", .message(ChannelzSocketRef.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    ref = try r.message(0)
    data = try r.message(1)
    channelRef = try r.messages(2)
    subchannelRef = try r.messages(3)
    socketRef = try r.messages(4)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, ref)
    w.message(1, data)
    w.messages(2, channelRef)
    w.messages(3, subchannelRef)
    w.messages(4, socketRef)
    w.unknown(unknownFields)
  }
}

/// How far a channel is with connecting.
public struct ChannelzChannelConnectivityState: Message {
  /// The state.
  public var state: ChannelzChannelConnectivityState.State = .unknown

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The states.
  public enum State: OpenEnum {
    /// Not known.
    case unknown
    /// Not connected, and not trying.
    case idle
    /// Trying.
    case connecting
    /// Connected.
    case ready
    /// Waiting before another attempt.
    case transientFailure
    /// Closed for good.
    case shutdown
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .unknown }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unknown
      case 1: self = .idle
      case 2: self = .connecting
      case 3: self = .ready
      case 4: self = .transientFailure
      case 5: self = .shutdown
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .unknown: 0
      case .idle: 1
      case .connecting: 2
      case .ready: 3
      case .transientFailure: 4
      case .shutdown: 5
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "grpc.channelz.v1.ChannelConnectivityState.State", in: .grpcChannelzV1Channelz,
      values: [
        (0, "UNKNOWN"),
        (1, "IDLE"),
        (2, "CONNECTING"),
        (3, "READY"),
        (4, "TRANSIENT_FAILURE"),
        (5, "SHUTDOWN"),
      ])
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.ChannelConnectivityState", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "state", .enumeration(ChannelzChannelConnectivityState.State.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    state = r.enumeration(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.enumeration(0, state)
    w.unknown(unknownFields)
  }
}

/// What a channel or subchannel has done.
public struct ChannelzChannelData: Message {
  /// Whether it is connected.
  public var state: ChannelzChannelConnectivityState?

  /// Where it leads.
  public var target: String = ""

  /// What has happened to it.
  public var trace: ChannelzChannelTrace?

  /// Calls begun.
  public var callsStarted: Int64 = 0

  /// Calls that ended with OK.
  public var callsSucceeded: Int64 = 0

  /// Calls that ended with another status.
  public var callsFailed: Int64 = 0

  /// When the last call began.
  public var lastCallStartedTimestamp: Timestamp?

  /// The most connections that one of its subchannels may have.
  public var maxConnectionsPerSubchannel: UInt32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.ChannelData", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "state", .message(ChannelzChannelConnectivityState.self)),
      .singular(2, "target", .string),
      .singular(3, "trace", .message(ChannelzChannelTrace.self)),
      .singular(4, "calls_started", .int64),
      .singular(5, "calls_succeeded", .int64),
      .singular(6, "calls_failed", .int64),
      .singular(7, "last_call_started_timestamp", .message(Timestamp.self)),
      .singular(8, "max_connections_per_subchannel", .uint32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    state = try r.message(0)
    target = try r.string(1)
    trace = try r.message(2)
    callsStarted = r.int64(3)
    callsSucceeded = r.int64(4)
    callsFailed = r.int64(5)
    lastCallStartedTimestamp = try r.message(6)
    maxConnectionsPerSubchannel = r.uint32(7)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, state)
    w.string(1, target)
    w.message(2, trace)
    w.int64(3, callsStarted)
    w.int64(4, callsSucceeded)
    w.int64(5, callsFailed)
    w.message(6, lastCallStartedTimestamp)
    w.uint32(7, maxConnectionsPerSubchannel)
    w.unknown(unknownFields)
  }
}

/// Something that has happened to a channel.
public struct ChannelzChannelTraceEvent: Message {
  /// What has happened.
  public var description: String = ""

  /// How bad it is.
  public var severity: ChannelzChannelTraceEvent.Severity = .ctUnknown

  /// When.
  public var timestamp: Timestamp?

  /// What it concerns.
  public var childRef: ChildRef?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `child_ref`, of which one at most is set.
  public enum ChildRef: Sendable, Hashable {
    /// A channel.
    case channelRef(ChannelzChannelRef)
    /// A subchannel.
    case subchannelRef(ChannelzSubchannelRef)

    /// The value of `channel_ref`, if that is the one that is set.
    public var channelRef: ChannelzChannelRef? {
      if case .channelRef(let value) = self { value } else { nil }
    }

    /// The value of `subchannel_ref`, if that is the one that is set.
    public var subchannelRef: ChannelzSubchannelRef? {
      if case .subchannelRef(let value) = self { value } else { nil }
    }
  }

  /// How bad it is.
  public enum Severity: OpenEnum {
    /// Not known.
    case ctUnknown
    /// Usual.
    case ctInfo
    /// Unusual.
    case ctWarning
    /// Bad.
    case ctError
    /// A value that this version of the enum does not name.
    case unrecognized(Int32)

    /// The default.
    public init() { self = .ctUnknown }

    /// The value of a number.
    public init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .ctUnknown
      case 1: self = .ctInfo
      case 2: self = .ctWarning
      case 3: self = .ctError
      default: self = .unrecognized(rawValue)
      }
    }

    /// The number on the wire.
    public var rawValue: Int32 {
      switch self {
      case .ctUnknown: 0
      case .ctInfo: 1
      case .ctWarning: 2
      case .ctError: 3
      case .unrecognized(let number): number
      }
    }

    /// The enum's name and values.
    public static let descriptor = EnumDescriptor(
      "grpc.channelz.v1.ChannelTraceEvent.Severity", in: .grpcChannelzV1Channelz,
      values: [
        (0, "CT_UNKNOWN"),
        (1, "CT_INFO"),
        (2, "CT_WARNING"),
        (3, "CT_ERROR"),
      ])
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.ChannelTraceEvent", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "description", .string),
      .singular(2, "severity", .enumeration(ChannelzChannelTraceEvent.Severity.self)),
      .singular(3, "timestamp", .message(Timestamp.self)),
      .oneof("child_ref", 4, "channel_ref", .message(ChannelzChannelRef.self)),
      .oneof("child_ref", 5, "subchannel_ref", .message(ChannelzSubchannelRef.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    description = try r.string(0)
    severity = r.enumeration(1)
    timestamp = try r.message(2)
    switch r.member(3) {
    case 4: childRef = .channelRef(try r.message(3) ?? ChannelzChannelRef())
    case 5: childRef = .subchannelRef(try r.message(3) ?? ChannelzSubchannelRef())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, description)
    w.enumeration(1, severity)
    w.message(2, timestamp)
    switch childRef {
    case .channelRef(let value):
      w.select(3, 4)
      w.message(3, value)
    case .subchannelRef(let value):
      w.select(3, 5)
      w.message(3, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// The newest of what has happened to a channel or server.
public struct ChannelzChannelTrace: Message {
  /// How much has happened, also what is no longer here.
  public var numEventsLogged: Int64 = 0

  /// When it was made.
  public var creationTimestamp: Timestamp?

  /// What has happened.
  public var events: [ChannelzChannelTraceEvent] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.ChannelTrace", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "num_events_logged", .int64),
      .singular(2, "creation_timestamp", .message(Timestamp.self)),
      .repeated(3, "events", .message(ChannelzChannelTraceEvent.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    numEventsLogged = r.int64(0)
    creationTimestamp = try r.message(1)
    events = try r.messages(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, numEventsLogged)
    w.message(1, creationTimestamp)
    w.messages(2, events)
    w.unknown(unknownFields)
  }
}

/// Names a channel.
public struct ChannelzChannelRef: Message {
  /// Its id.
  public var channelId: Int64 = 0

  /// Its name, for people.
  public var name: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.ChannelRef", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "channel_id", .int64),
      .singular(2, "name", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    channelId = r.int64(0)
    name = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, channelId)
    w.string(1, name)
    w.unknown(unknownFields)
  }
}

/// Names a subchannel.
public struct ChannelzSubchannelRef: Message {
  /// Its id.
  public var subchannelId: Int64 = 0

  /// Its name, for people.
  public var name: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.SubchannelRef", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(7, "subchannel_id", .int64),
      .singular(8, "name", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    subchannelId = r.int64(0)
    name = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, subchannelId)
    w.string(1, name)
    w.unknown(unknownFields)
  }
}

/// Names a socket.
public struct ChannelzSocketRef: Message {
  /// Its id.
  public var socketId: Int64 = 0

  /// Its name, for people.
  public var name: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.SocketRef", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(3, "socket_id", .int64),
      .singular(4, "name", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    socketId = r.int64(0)
    name = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, socketId)
    w.string(1, name)
    w.unknown(unknownFields)
  }
}

/// Names a server.
public struct ChannelzServerRef: Message {
  /// Its id.
  public var serverId: Int64 = 0

  /// Its name, for people.
  public var name: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.ServerRef", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(5, "server_id", .int64),
      .singular(6, "name", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    serverId = r.int64(0)
    name = try r.string(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, serverId)
    w.string(1, name)
    w.unknown(unknownFields)
  }
}

/// A server.
public struct ChannelzServer: Message {
  /// Its id and name.
  public var ref: ChannelzServerRef?

  /// What it has done.
  public var data: ChannelzServerData?

  /// Where it listens.
  public var listenSocket: [ChannelzSocketRef] = []

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.Server", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "ref", .message(ChannelzServerRef.self)),
      .singular(2, "data", .message(ChannelzServerData.self)),
      .repeated(3, "listen_socket", .message(ChannelzSocketRef.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    ref = try r.message(0)
    data = try r.message(1)
    listenSocket = try r.messages(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, ref)
    w.message(1, data)
    w.messages(2, listenSocket)
    w.unknown(unknownFields)
  }
}

/// What a server has done.
public struct ChannelzServerData: Message {
  /// What has happened to it.
  public var trace: ChannelzChannelTrace?

  /// Calls begun.
  public var callsStarted: Int64 = 0

  /// Calls that ended with OK.
  public var callsSucceeded: Int64 = 0

  /// Calls that ended with another status.
  public var callsFailed: Int64 = 0

  /// When the last call began.
  public var lastCallStartedTimestamp: Timestamp?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.ServerData", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "trace", .message(ChannelzChannelTrace.self)),
      .singular(2, "calls_started", .int64),
      .singular(3, "calls_succeeded", .int64),
      .singular(4, "calls_failed", .int64),
      .singular(5, "last_call_started_timestamp", .message(Timestamp.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    trace = try r.message(0)
    callsStarted = r.int64(1)
    callsSucceeded = r.int64(2)
    callsFailed = r.int64(3)
    lastCallStartedTimestamp = try r.message(4)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, trace)
    w.int64(1, callsStarted)
    w.int64(2, callsSucceeded)
    w.int64(3, callsFailed)
    w.message(4, lastCallStartedTimestamp)
    w.unknown(unknownFields)
  }
}

/// A connection, or a place where a server listens.
public struct ChannelzSocket: Message {
  /// Its id and name.
  public var ref: ChannelzSocketRef?

  /// What went over it.
  public var data: ChannelzSocketData?

  /// Our end.
  public var local: ChannelzAddress?

  /// The peer's end; absent for a place where a server listens.
  public var remote: ChannelzAddress?

  /// How it is secured; absent for plaintext.
  public var security: ChannelzSecurity?

  /// What the peer is called.
  public var remoteName: String = ""

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.Socket", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "ref", .message(ChannelzSocketRef.self)),
      .singular(2, "data", .message(ChannelzSocketData.self)),
      .singular(3, "local", .message(ChannelzAddress.self)),
      .singular(4, "remote", .message(ChannelzAddress.self)),
      .singular(5, "security", .message(ChannelzSecurity.self)),
      .singular(6, "remote_name", .string),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    ref = try r.message(0)
    data = try r.message(1)
    local = try r.message(2)
    remote = try r.message(3)
    security = try r.message(4)
    remoteName = try r.string(5)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, ref)
    w.message(1, data)
    w.message(2, local)
    w.message(3, remote)
    w.message(4, security)
    w.string(5, remoteName)
    w.unknown(unknownFields)
  }
}

/// What went over a socket.
public struct ChannelzSocketData: Message {
  /// Streams begun.
  public var streamsStarted: Int64 = 0

  /// Streams that ended in good order, whatever the call's status.
  public var streamsSucceeded: Int64 = 0

  /// Streams that were reset or lost.
  public var streamsFailed: Int64 = 0

  /// Messages sent.
  public var messagesSent: Int64 = 0

  /// Messages received.
  public var messagesReceived: Int64 = 0

  /// PINGs sent to see whether the peer is there.
  public var keepAlivesSent: Int64 = 0

  /// When this side last began a stream.
  public var lastLocalStreamCreatedTimestamp: Timestamp?

  /// When the peer last began a stream.
  public var lastRemoteStreamCreatedTimestamp: Timestamp?

  /// When a message was last sent.
  public var lastMessageSentTimestamp: Timestamp?

  /// When a message was last received.
  public var lastMessageReceivedTimestamp: Timestamp?

  /// What the peer may still send, in bytes.
  public var localFlowControlWindow: Int64Value?

  /// What we may still send, in bytes.
  public var remoteFlowControlWindow: Int64Value?

  /// Options of the operating system's socket.
  public var option: [ChannelzSocketOption] = []

  /// The code of a GOAWAY that has come.
  public var receivedGoawayError: UInt32Value?

  /// Streams that the peer lets us have open at once.
  public var peerMaxConcurrentStreams: UInt32 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.SocketData", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "streams_started", .int64),
      .singular(2, "streams_succeeded", .int64),
      .singular(3, "streams_failed", .int64),
      .singular(4, "messages_sent", .int64),
      .singular(5, "messages_received", .int64),
      .singular(6, "keep_alives_sent", .int64),
      .singular(7, "last_local_stream_created_timestamp", .message(Timestamp.self)),
      .singular(8, "last_remote_stream_created_timestamp", .message(Timestamp.self)),
      .singular(9, "last_message_sent_timestamp", .message(Timestamp.self)),
      .singular(10, "last_message_received_timestamp", .message(Timestamp.self)),
      .singular(11, "local_flow_control_window", .message(Int64Value.self)),
      .singular(12, "remote_flow_control_window", .message(Int64Value.self)),
      .repeated(13, "option", .message(ChannelzSocketOption.self)),
      .singular(14, "received_goaway_error", .message(UInt32Value.self)),
      .singular(15, "peer_max_concurrent_streams", .uint32),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    streamsStarted = r.int64(0)
    streamsSucceeded = r.int64(1)
    streamsFailed = r.int64(2)
    messagesSent = r.int64(3)
    messagesReceived = r.int64(4)
    keepAlivesSent = r.int64(5)
    lastLocalStreamCreatedTimestamp = try r.message(6)
    lastRemoteStreamCreatedTimestamp = try r.message(7)
    lastMessageSentTimestamp = try r.message(8)
    lastMessageReceivedTimestamp = try r.message(9)
    localFlowControlWindow = try r.message(10)
    remoteFlowControlWindow = try r.message(11)
    option = try r.messages(12)
    receivedGoawayError = try r.message(13)
    peerMaxConcurrentStreams = r.uint32(14)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, streamsStarted)
    w.int64(1, streamsSucceeded)
    w.int64(2, streamsFailed)
    w.int64(3, messagesSent)
    w.int64(4, messagesReceived)
    w.int64(5, keepAlivesSent)
    w.message(6, lastLocalStreamCreatedTimestamp)
    w.message(7, lastRemoteStreamCreatedTimestamp)
    w.message(8, lastMessageSentTimestamp)
    w.message(9, lastMessageReceivedTimestamp)
    w.message(10, localFlowControlWindow)
    w.message(11, remoteFlowControlWindow)
    w.messages(12, option)
    w.message(13, receivedGoawayError)
    w.uint32(14, peerMaxConcurrentStreams)
    w.unknown(unknownFields)
  }
}

/// Where an end of a socket is.
public struct ChannelzAddress: Message {
  /// The address.
  public var address: Address?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `address`, of which one at most is set.
  public enum Address: Sendable, Hashable {
    /// An IP address and a port.
    case tcpipAddress(ChannelzAddress.TcpIpAddress)
    /// A path in the file system.
    case udsAddress(ChannelzAddress.UdsAddress)
    /// Anything else.
    case otherAddress(ChannelzAddress.OtherAddress)

    /// The value of `tcpip_address`, if that is the one that is set.
    public var tcpipAddress: ChannelzAddress.TcpIpAddress? {
      if case .tcpipAddress(let value) = self { value } else { nil }
    }

    /// The value of `uds_address`, if that is the one that is set.
    public var udsAddress: ChannelzAddress.UdsAddress? {
      if case .udsAddress(let value) = self { value } else { nil }
    }

    /// The value of `other_address`, if that is the one that is set.
    public var otherAddress: ChannelzAddress.OtherAddress? {
      if case .otherAddress(let value) = self { value } else { nil }
    }
  }

  /// An IP address and a port.
  public struct TcpIpAddress: Message {
    /// Four or sixteen bytes in network byte order.
    public var ipAddress: [UInt8] = []

    /// The port.
    public var port: Int32 = 0

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "grpc.channelz.v1.Address.TcpIpAddress", in: .grpcChannelzV1Channelz,
      fields: [
        .singular(1, "ip_address", .bytes),
        .singular(2, "port", .int32),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      ipAddress = r.bytes(0)
      port = r.int32(1)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.bytes(0, ipAddress)
      w.int32(1, port)
      w.unknown(unknownFields)
    }
  }

  /// A path in the file system.
  public struct UdsAddress: Message {
    /// The path.
    public var filename: String = ""

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "grpc.channelz.v1.Address.UdsAddress", in: .grpcChannelzV1Channelz,
      fields: [
        .singular(1, "filename", .string)
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      filename = try r.string(0)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.string(0, filename)
      w.unknown(unknownFields)
    }
  }

  /// Anything else.
  public struct OtherAddress: Message {
    /// The address for people.
    public var name: String = ""

    /// The address for programs.
    public var value: AnyMessage?

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "grpc.channelz.v1.Address.OtherAddress", in: .grpcChannelzV1Channelz,
      fields: [
        .singular(1, "name", .string),
        .singular(2, "value", .message(AnyMessage.self)),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      name = try r.string(0)
      value = try r.message(1)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.string(0, name)
      w.message(1, value)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.Address", in: .grpcChannelzV1Channelz,
    fields: [
      .oneof("address", 1, "tcpip_address", .message(ChannelzAddress.TcpIpAddress.self)),
      .oneof("address", 2, "uds_address", .message(ChannelzAddress.UdsAddress.self)),
      .oneof("address", 3, "other_address", .message(ChannelzAddress.OtherAddress.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: address = .tcpipAddress(try r.message(0) ?? ChannelzAddress.TcpIpAddress())
    case 2: address = .udsAddress(try r.message(0) ?? ChannelzAddress.UdsAddress())
    case 3: address = .otherAddress(try r.message(0) ?? ChannelzAddress.OtherAddress())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch address {
    case .tcpipAddress(let value):
      w.select(0, 1)
      w.message(0, value)
    case .udsAddress(let value):
      w.select(0, 2)
      w.message(0, value)
    case .otherAddress(let value):
      w.select(0, 3)
      w.message(0, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// How a socket is secured.
public struct ChannelzSecurity: Message {
  /// The way.
  public var model: Model?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The members of `model`, of which one at most is set.
  public enum Model: Sendable, Hashable {
    /// TLS.
    case tls(ChannelzSecurity.Tls)
    /// Something else.
    case other(ChannelzSecurity.OtherSecurity)

    /// The value of `tls`, if that is the one that is set.
    public var tls: ChannelzSecurity.Tls? {
      if case .tls(let value) = self { value } else { nil }
    }

    /// The value of `other`, if that is the one that is set.
    public var other: ChannelzSecurity.OtherSecurity? {
      if case .other(let value) = self { value } else { nil }
    }
  }

  /// By TLS.
  public struct Tls: Message {
    /// The cipher suite.
    public var cipherSuite: CipherSuite?

    /// Our certificate.
    public var localCertificate: [UInt8] = []

    /// The peer's certificate.
    public var remoteCertificate: [UInt8] = []

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The members of `cipher_suite`, of which one at most is set.
    public enum CipherSuite: Sendable, Hashable {
      /// Its name in the registry of IANA.
      case standardName(String)
      /// Another name.
      case otherName(String)

      /// The value of `standard_name`, if that is the one that is set.
      public var standardName: String? {
        if case .standardName(let value) = self { value } else { nil }
      }

      /// The value of `other_name`, if that is the one that is set.
      public var otherName: String? {
        if case .otherName(let value) = self { value } else { nil }
      }
    }

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "grpc.channelz.v1.Security.Tls", in: .grpcChannelzV1Channelz,
      fields: [
        .oneof("cipher_suite", 1, "standard_name", .string),
        .oneof("cipher_suite", 2, "other_name", .string),
        .singular(3, "local_certificate", .bytes),
        .singular(4, "remote_certificate", .bytes),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      switch r.member(0) {
      case 1: cipherSuite = .standardName(try r.string(0))
      case 2: cipherSuite = .otherName(try r.string(0))
      default: break
      }
      localCertificate = r.bytes(1)
      remoteCertificate = r.bytes(2)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      switch cipherSuite {
      case .standardName(let value):
        w.select(0, 1)
        w.string(0, value)
      case .otherName(let value):
        w.select(0, 2)
        w.string(0, value)
      case nil: break
      }
      w.bytes(1, localCertificate)
      w.bytes(2, remoteCertificate)
      w.unknown(unknownFields)
    }
  }

  /// By something else.
  public struct OtherSecurity: Message {
    /// What it is called.
    public var name: String = ""

    /// What there is to know of it.
    public var value: AnyMessage?

    /// Fields that this version of the message does not know.
    public var unknownFields = UnknownFields()

    /// The message with every field at its default.
    public init() {}

    /// The message's name and fields.
    public static let descriptor = MessageDescriptor(
      "grpc.channelz.v1.Security.OtherSecurity", in: .grpcChannelzV1Channelz,
      fields: [
        .singular(1, "name", .string),
        .singular(2, "value", .message(AnyMessage.self)),
      ])

    /// Reads an unpacked message.
    public init(reading r: MessageReader) throws(DecodingError) {
      name = try r.string(0)
      value = try r.message(1)
      unknownFields = r.unknownFields
    }

    /// Writes the message to be packed.
    public func write(to w: inout MessageWriter) {
      if w.isWhole(unknownFields) { return }
      w.string(0, name)
      w.message(1, value)
      w.unknown(unknownFields)
    }
  }

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.Security", in: .grpcChannelzV1Channelz,
    fields: [
      .oneof("model", 1, "tls", .message(ChannelzSecurity.Tls.self)),
      .oneof("model", 2, "other", .message(ChannelzSecurity.OtherSecurity.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    switch r.member(0) {
    case 1: model = .tls(try r.message(0) ?? ChannelzSecurity.Tls())
    case 2: model = .other(try r.message(0) ?? ChannelzSecurity.OtherSecurity())
    default: break
    }
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    switch model {
    case .tls(let value):
      w.select(0, 1)
      w.message(0, value)
    case .other(let value):
      w.select(0, 2)
      w.message(0, value)
    case nil: break
    }
    w.unknown(unknownFields)
  }
}

/// An option of the operating system's socket.
public struct ChannelzSocketOption: Message {
  /// `SO_REUSEPORT` and the like.
  public var name: String = ""

  /// Its value for people.
  public var value: String = ""

  /// Its value for programs.
  public var additional: AnyMessage?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.SocketOption", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "name", .string),
      .singular(2, "value", .string),
      .singular(3, "additional", .message(AnyMessage.self)),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    name = try r.string(0)
    value = try r.string(1)
    additional = try r.message(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.string(0, name)
    w.string(1, value)
    w.message(2, additional)
    w.unknown(unknownFields)
  }
}

/// Asks for channels.
public struct ChannelzGetTopChannelsRequest: Message {
  /// The id at which the page begins.
  public var startChannelId: Int64 = 0

  /// The most that are wanted; 0 leaves it to the server.
  public var maxResults: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetTopChannelsRequest", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "start_channel_id", .int64),
      .singular(2, "max_results", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    startChannelId = r.int64(0)
    maxResults = r.int64(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, startChannelId)
    w.int64(1, maxResults)
    w.unknown(unknownFields)
  }
}

/// Some channels.
public struct ChannelzGetTopChannelsResponse: Message {
  /// The channels.
  public var channel: [ChannelzChannel] = []

  /// Whether there are no more.
  public var end: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetTopChannelsResponse", in: .grpcChannelzV1Channelz,
    fields: [
      .repeated(1, "channel", .message(ChannelzChannel.self)),
      .singular(2, "end", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    channel = try r.messages(0)
    end = r.bool(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, channel)
    w.bool(1, end)
    w.unknown(unknownFields)
  }
}

/// Asks for servers.
public struct ChannelzGetServersRequest: Message {
  /// The id at which the page begins.
  public var startServerId: Int64 = 0

  /// The most that are wanted; 0 leaves it to the server.
  public var maxResults: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetServersRequest", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "start_server_id", .int64),
      .singular(2, "max_results", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    startServerId = r.int64(0)
    maxResults = r.int64(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, startServerId)
    w.int64(1, maxResults)
    w.unknown(unknownFields)
  }
}

/// Some servers.
public struct ChannelzGetServersResponse: Message {
  /// The servers.
  public var server: [ChannelzServer] = []

  /// Whether there are no more.
  public var end: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetServersResponse", in: .grpcChannelzV1Channelz,
    fields: [
      .repeated(1, "server", .message(ChannelzServer.self)),
      .singular(2, "end", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    server = try r.messages(0)
    end = r.bool(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, server)
    w.bool(1, end)
    w.unknown(unknownFields)
  }
}

/// Asks for a server.
public struct ChannelzGetServerRequest: Message {
  /// Its id.
  public var serverId: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetServerRequest", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "server_id", .int64)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    serverId = r.int64(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, serverId)
    w.unknown(unknownFields)
  }
}

/// A server.
public struct ChannelzGetServerResponse: Message {
  /// The server.
  public var server: ChannelzServer?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetServerResponse", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "server", .message(ChannelzServer.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    server = try r.message(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, server)
    w.unknown(unknownFields)
  }
}

/// Asks for the connections of a server.
public struct ChannelzGetServerSocketsRequest: Message {
  /// The server.
  public var serverId: Int64 = 0

  /// The id at which the page begins.
  public var startSocketId: Int64 = 0

  /// The most that are wanted; 0 leaves it to the server.
  public var maxResults: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetServerSocketsRequest", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "server_id", .int64),
      .singular(2, "start_socket_id", .int64),
      .singular(3, "max_results", .int64),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    serverId = r.int64(0)
    startSocketId = r.int64(1)
    maxResults = r.int64(2)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, serverId)
    w.int64(1, startSocketId)
    w.int64(2, maxResults)
    w.unknown(unknownFields)
  }
}

/// Some connections.
public struct ChannelzGetServerSocketsResponse: Message {
  /// Their names.
  public var socketRef: [ChannelzSocketRef] = []

  /// Whether there are no more.
  public var end: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetServerSocketsResponse", in: .grpcChannelzV1Channelz,
    fields: [
      .repeated(1, "socket_ref", .message(ChannelzSocketRef.self)),
      .singular(2, "end", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    socketRef = try r.messages(0)
    end = r.bool(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.messages(0, socketRef)
    w.bool(1, end)
    w.unknown(unknownFields)
  }
}

/// Asks for a channel.
public struct ChannelzGetChannelRequest: Message {
  /// Its id.
  public var channelId: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetChannelRequest", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "channel_id", .int64)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    channelId = r.int64(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, channelId)
    w.unknown(unknownFields)
  }
}

/// A channel.
public struct ChannelzGetChannelResponse: Message {
  /// The channel.
  public var channel: ChannelzChannel?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetChannelResponse", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "channel", .message(ChannelzChannel.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    channel = try r.message(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, channel)
    w.unknown(unknownFields)
  }
}

/// Asks for a subchannel.
public struct ChannelzGetSubchannelRequest: Message {
  /// Its id.
  public var subchannelId: Int64 = 0

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetSubchannelRequest", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "subchannel_id", .int64)
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    subchannelId = r.int64(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, subchannelId)
    w.unknown(unknownFields)
  }
}

/// A subchannel.
public struct ChannelzGetSubchannelResponse: Message {
  /// The subchannel.
  public var subchannel: ChannelzSubchannel?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetSubchannelResponse", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "subchannel", .message(ChannelzSubchannel.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    subchannel = try r.message(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, subchannel)
    w.unknown(unknownFields)
  }
}

/// Asks for a socket.
public struct ChannelzGetSocketRequest: Message {
  /// Its id.
  public var socketId: Int64 = 0

  /// Whether what costs much to find out may be left out.
  public var summary: Bool = false

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetSocketRequest", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "socket_id", .int64),
      .singular(2, "summary", .bool),
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    socketId = r.int64(0)
    summary = r.bool(1)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.int64(0, socketId)
    w.bool(1, summary)
    w.unknown(unknownFields)
  }
}

/// A socket.
public struct ChannelzGetSocketResponse: Message {
  /// The socket.
  public var socket: ChannelzSocket?

  /// Fields that this version of the message does not know.
  public var unknownFields = UnknownFields()

  /// The message with every field at its default.
  public init() {}

  /// The message's name and fields.
  public static let descriptor = MessageDescriptor(
    "grpc.channelz.v1.GetSocketResponse", in: .grpcChannelzV1Channelz,
    fields: [
      .singular(1, "socket", .message(ChannelzSocket.self))
    ])

  /// Reads an unpacked message.
  public init(reading r: MessageReader) throws(DecodingError) {
    socket = try r.message(0)
    unknownFields = r.unknownFields
  }

  /// Writes the message to be packed.
  public func write(to w: inout MessageWriter) {
    if w.isWhole(unknownFields) { return }
    w.message(0, socket)
    w.unknown(unknownFields)
  }
}

extension FileDescriptor {
  /// The file `grpc/channelz/v1/channelz.proto`.
  public static let grpcChannelzV1Channelz = FileDescriptor(
    "grpc/channelz/v1/channelz.proto", package: "grpc.channelz.v1",
    dependencies: [.googleProtobufAny, .googleProtobufTimestamp, .googleProtobufWrappers],
    messages: [
      "grpc.channelz.v1.Channel": ChannelzChannel.self,
      "grpc.channelz.v1.Subchannel": ChannelzSubchannel.self,
      "grpc.channelz.v1.ChannelConnectivityState": ChannelzChannelConnectivityState.self,
      "grpc.channelz.v1.ChannelData": ChannelzChannelData.self,
      "grpc.channelz.v1.ChannelTraceEvent": ChannelzChannelTraceEvent.self,
      "grpc.channelz.v1.ChannelTrace": ChannelzChannelTrace.self,
      "grpc.channelz.v1.ChannelRef": ChannelzChannelRef.self,
      "grpc.channelz.v1.SubchannelRef": ChannelzSubchannelRef.self,
      "grpc.channelz.v1.SocketRef": ChannelzSocketRef.self,
      "grpc.channelz.v1.ServerRef": ChannelzServerRef.self,
      "grpc.channelz.v1.Server": ChannelzServer.self,
      "grpc.channelz.v1.ServerData": ChannelzServerData.self,
      "grpc.channelz.v1.Socket": ChannelzSocket.self,
      "grpc.channelz.v1.SocketData": ChannelzSocketData.self,
      "grpc.channelz.v1.Address": ChannelzAddress.self,
      "grpc.channelz.v1.Address.TcpIpAddress": ChannelzAddress.TcpIpAddress.self,
      "grpc.channelz.v1.Address.UdsAddress": ChannelzAddress.UdsAddress.self,
      "grpc.channelz.v1.Address.OtherAddress": ChannelzAddress.OtherAddress.self,
      "grpc.channelz.v1.Security": ChannelzSecurity.self,
      "grpc.channelz.v1.Security.Tls": ChannelzSecurity.Tls.self,
      "grpc.channelz.v1.Security.OtherSecurity": ChannelzSecurity.OtherSecurity.self,
      "grpc.channelz.v1.SocketOption": ChannelzSocketOption.self,
      "grpc.channelz.v1.GetTopChannelsRequest": ChannelzGetTopChannelsRequest.self,
      "grpc.channelz.v1.GetTopChannelsResponse": ChannelzGetTopChannelsResponse.self,
      "grpc.channelz.v1.GetServersRequest": ChannelzGetServersRequest.self,
      "grpc.channelz.v1.GetServersResponse": ChannelzGetServersResponse.self,
      "grpc.channelz.v1.GetServerRequest": ChannelzGetServerRequest.self,
      "grpc.channelz.v1.GetServerResponse": ChannelzGetServerResponse.self,
      "grpc.channelz.v1.GetServerSocketsRequest": ChannelzGetServerSocketsRequest.self,
      "grpc.channelz.v1.GetServerSocketsResponse": ChannelzGetServerSocketsResponse.self,
      "grpc.channelz.v1.GetChannelRequest": ChannelzGetChannelRequest.self,
      "grpc.channelz.v1.GetChannelResponse": ChannelzGetChannelResponse.self,
      "grpc.channelz.v1.GetSubchannelRequest": ChannelzGetSubchannelRequest.self,
      "grpc.channelz.v1.GetSubchannelResponse": ChannelzGetSubchannelResponse.self,
      "grpc.channelz.v1.GetSocketRequest": ChannelzGetSocketRequest.self,
      "grpc.channelz.v1.GetSocketResponse": ChannelzGetSocketResponse.self,
    ],
    encoded: """
      Ch9ncnBjL2NoYW5uZWx6L3YxL2NoYW5uZWx6LnByb3RvEhBncnBjLmNoYW5uZWx6LnYxGhlnb29nbGUvcHJvdG9idWYv\
      YW55LnByb3RvGh9nb29nbGUvcHJvdG9idWYvdGltZXN0YW1wLnByb3RvGh5nb29nbGUvcHJvdG9idWYvd3JhcHBlcnMu\
      cHJvdG8irwIKB0NoYW5uZWwSLgoDcmVmGAEgASgLMhwuZ3JwYy5jaGFubmVsei52MS5DaGFubmVsUmVmUgNyZWYSMQoE\
      ZGF0YRgCIAEoCzIdLmdycGMuY2hhbm5lbHoudjEuQ2hhbm5lbERhdGFSBGRhdGESPQoLY2hhbm5lbF9yZWYYAyADKAsy\
      HC5ncnBjLmNoYW5uZWx6LnYxLkNoYW5uZWxSZWZSCmNoYW5uZWxSZWYSRgoOc3ViY2hhbm5lbF9yZWYYBCADKAsyHy5n\
      cnBjLmNoYW5uZWx6LnYxLlN1YmNoYW5uZWxSZWZSDXN1YmNoYW5uZWxSZWYSOgoKc29ja2V0X3JlZhgFIAMoCzIbLmdy\
      cGMuY2hhbm5lbHoudjEuU29ja2V0UmVmUglzb2NrZXRSZWYitQIKClN1YmNoYW5uZWwSMQoDcmVmGAEgASgLMh8uZ3Jw\
      Yy5jaGFubmVsei52MS5TdWJjaGFubmVsUmVmUgNyZWYSMQoEZGF0YRgCIAEoCzIdLmdycGMuY2hhbm5lbHoudjEuQ2hh\
      bm5lbERhdGFSBGRhdGESPQoLY2hhbm5lbF9yZWYYAyADKAsyHC5ncnBjLmNoYW5uZWx6LnYxLkNoYW5uZWxSZWZSCmNo\
      YW5uZWxSZWYSRgoOc3ViY2hhbm5lbF9yZWYYBCADKAsyHy5ncnBjLmNoYW5uZWx6LnYxLlN1YmNoYW5uZWxSZWZSDXN1\
      YmNoYW5uZWxSZWYSOgoKc29ja2V0X3JlZhgFIAMoCzIbLmdycGMuY2hhbm5lbHoudjEuU29ja2V0UmVmUglzb2NrZXRS\
      ZWYiwgEKGENoYW5uZWxDb25uZWN0aXZpdHlTdGF0ZRJGCgVzdGF0ZRgBIAEoDjIwLmdycGMuY2hhbm5lbHoudjEuQ2hh\
      bm5lbENvbm5lY3Rpdml0eVN0YXRlLlN0YXRlUgVzdGF0ZSJeCgVTdGF0ZRILCgdVTktOT1dOEAASCAoESURMRRABEg4K\
      CkNPTk5FQ1RJTkcQAhIJCgVSRUFEWRADEhUKEVRSQU5TSUVOVF9GQUlMVVJFEAQSDAoIU0hVVERPV04QBSKuAwoLQ2hh\
      bm5lbERhdGESQAoFc3RhdGUYASABKAsyKi5ncnBjLmNoYW5uZWx6LnYxLkNoYW5uZWxDb25uZWN0aXZpdHlTdGF0ZVIF\
      c3RhdGUSFgoGdGFyZ2V0GAIgASgJUgZ0YXJnZXQSNAoFdHJhY2UYAyABKAsyHi5ncnBjLmNoYW5uZWx6LnYxLkNoYW5u\
      ZWxUcmFjZVIFdHJhY2USIwoNY2FsbHNfc3RhcnRlZBgEIAEoA1IMY2FsbHNTdGFydGVkEicKD2NhbGxzX3N1Y2NlZWRl\
      ZBgFIAEoA1IOY2FsbHNTdWNjZWVkZWQSIQoMY2FsbHNfZmFpbGVkGAYgASgDUgtjYWxsc0ZhaWxlZBJZChtsYXN0X2Nh\
      bGxfc3RhcnRlZF90aW1lc3RhbXAYByABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1wUhhsYXN0Q2FsbFN0YXJ0\
      ZWRUaW1lc3RhbXASQwoebWF4X2Nvbm5lY3Rpb25zX3Blcl9zdWJjaGFubmVsGAggASgNUhttYXhDb25uZWN0aW9uc1Bl\
      clN1YmNoYW5uZWwimAMKEUNoYW5uZWxUcmFjZUV2ZW50EiAKC2Rlc2NyaXB0aW9uGAEgASgJUgtkZXNjcmlwdGlvbhJI\
      CghzZXZlcml0eRgCIAEoDjIsLmdycGMuY2hhbm5lbHoudjEuQ2hhbm5lbFRyYWNlRXZlbnQuU2V2ZXJpdHlSCHNldmVy\
      aXR5EjgKCXRpbWVzdGFtcBgDIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBSCXRpbWVzdGFtcBI/CgtjaGFu\
      bmVsX3JlZhgEIAEoCzIcLmdycGMuY2hhbm5lbHoudjEuQ2hhbm5lbFJlZkgAUgpjaGFubmVsUmVmEkgKDnN1YmNoYW5u\
      ZWxfcmVmGAUgASgLMh8uZ3JwYy5jaGFubmVsei52MS5TdWJjaGFubmVsUmVmSABSDXN1YmNoYW5uZWxSZWYiRQoIU2V2\
      ZXJpdHkSDgoKQ1RfVU5LTk9XThAAEgsKB0NUX0lORk8QARIOCgpDVF9XQVJOSU5HEAISDAoIQ1RfRVJST1IQA0ILCglj\
      aGlsZF9yZWYiwgEKDENoYW5uZWxUcmFjZRIqChFudW1fZXZlbnRzX2xvZ2dlZBgBIAEoA1IPbnVtRXZlbnRzTG9nZ2Vk\
      EkkKEmNyZWF0aW9uX3RpbWVzdGFtcBgCIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBSEWNyZWF0aW9uVGlt\
      ZXN0YW1wEjsKBmV2ZW50cxgDIAMoCzIjLmdycGMuY2hhbm5lbHoudjEuQ2hhbm5lbFRyYWNlRXZlbnRSBmV2ZW50cyJj\
      CgpDaGFubmVsUmVmEh0KCmNoYW5uZWxfaWQYASABKANSCWNoYW5uZWxJZBISCgRuYW1lGAIgASgJUgRuYW1lSgQIAxAE\
      SgQIBBAFSgQIBRAGSgQIBhAHSgQIBxAISgQICBAJImwKDVN1YmNoYW5uZWxSZWYSIwoNc3ViY2hhbm5lbF9pZBgHIAEo\
      A1IMc3ViY2hhbm5lbElkEhIKBG5hbWUYCCABKAlSBG5hbWVKBAgBEAJKBAgCEANKBAgDEARKBAgEEAVKBAgFEAZKBAgG\
      EAciYAoJU29ja2V0UmVmEhsKCXNvY2tldF9pZBgDIAEoA1IIc29ja2V0SWQSEgoEbmFtZRgEIAEoCVIEbmFtZUoECAEQ\
      AkoECAIQA0oECAUQBkoECAYQB0oECAcQCEoECAgQCSJgCglTZXJ2ZXJSZWYSGwoJc2VydmVyX2lkGAUgASgDUghzZXJ2\
      ZXJJZBISCgRuYW1lGAYgASgJUgRuYW1lSgQIARACSgQIAhADSgQIAxAESgQIBBAFSgQIBxAISgQICBAJIqsBCgZTZXJ2\
      ZXISLQoDcmVmGAEgASgLMhsuZ3JwYy5jaGFubmVsei52MS5TZXJ2ZXJSZWZSA3JlZhIwCgRkYXRhGAIgASgLMhwuZ3Jw\
      Yy5jaGFubmVsei52MS5TZXJ2ZXJEYXRhUgRkYXRhEkAKDWxpc3Rlbl9zb2NrZXQYAyADKAsyGy5ncnBjLmNoYW5uZWx6\
      LnYxLlNvY2tldFJlZlIMbGlzdGVuU29ja2V0Io4CCgpTZXJ2ZXJEYXRhEjQKBXRyYWNlGAEgASgLMh4uZ3JwYy5jaGFu\
      bmVsei52MS5DaGFubmVsVHJhY2VSBXRyYWNlEiMKDWNhbGxzX3N0YXJ0ZWQYAiABKANSDGNhbGxzU3RhcnRlZBInCg9j\
      YWxsc19zdWNjZWVkZWQYAyABKANSDmNhbGxzU3VjY2VlZGVkEiEKDGNhbGxzX2ZhaWxlZBgEIAEoA1ILY2FsbHNGYWls\
      ZWQSWQobbGFzdF9jYWxsX3N0YXJ0ZWRfdGltZXN0YW1wGAUgASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFIY\
      bGFzdENhbGxTdGFydGVkVGltZXN0YW1wIqYCCgZTb2NrZXQSLQoDcmVmGAEgASgLMhsuZ3JwYy5jaGFubmVsei52MS5T\
      b2NrZXRSZWZSA3JlZhIwCgRkYXRhGAIgASgLMhwuZ3JwYy5jaGFubmVsei52MS5Tb2NrZXREYXRhUgRkYXRhEi8KBWxv\
      Y2FsGAMgASgLMhkuZ3JwYy5jaGFubmVsei52MS5BZGRyZXNzUgVsb2NhbBIxCgZyZW1vdGUYBCABKAsyGS5ncnBjLmNo\
      YW5uZWx6LnYxLkFkZHJlc3NSBnJlbW90ZRI2CghzZWN1cml0eRgFIAEoCzIaLmdycGMuY2hhbm5lbHoudjEuU2VjdXJp\
      dHlSCHNlY3VyaXR5Eh8KC3JlbW90ZV9uYW1lGAYgASgJUgpyZW1vdGVOYW1lIpQICgpTb2NrZXREYXRhEicKD3N0cmVh\
      bXNfc3RhcnRlZBgBIAEoA1IOc3RyZWFtc1N0YXJ0ZWQSKwoRc3RyZWFtc19zdWNjZWVkZWQYAiABKANSEHN0cmVhbXNT\
      dWNjZWVkZWQSJQoOc3RyZWFtc19mYWlsZWQYAyABKANSDXN0cmVhbXNGYWlsZWQSIwoNbWVzc2FnZXNfc2VudBgEIAEo\
      A1IMbWVzc2FnZXNTZW50EisKEW1lc3NhZ2VzX3JlY2VpdmVkGAUgASgDUhBtZXNzYWdlc1JlY2VpdmVkEigKEGtlZXBf\
      YWxpdmVzX3NlbnQYBiABKANSDmtlZXBBbGl2ZXNTZW50EmgKI2xhc3RfbG9jYWxfc3RyZWFtX2NyZWF0ZWRfdGltZXN0\
      YW1wGAcgASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFIfbGFzdExvY2FsU3RyZWFtQ3JlYXRlZFRpbWVzdGFt\
      cBJqCiRsYXN0X3JlbW90ZV9zdHJlYW1fY3JlYXRlZF90aW1lc3RhbXAYCCABKAsyGi5nb29nbGUucHJvdG9idWYuVGlt\
      ZXN0YW1wUiBsYXN0UmVtb3RlU3RyZWFtQ3JlYXRlZFRpbWVzdGFtcBJZChtsYXN0X21lc3NhZ2Vfc2VudF90aW1lc3Rh\
      bXAYCSABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1wUhhsYXN0TWVzc2FnZVNlbnRUaW1lc3RhbXASYQofbGFz\
      dF9tZXNzYWdlX3JlY2VpdmVkX3RpbWVzdGFtcBgKIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBSHGxhc3RN\
      ZXNzYWdlUmVjZWl2ZWRUaW1lc3RhbXASVgoZbG9jYWxfZmxvd19jb250cm9sX3dpbmRvdxgLIAEoCzIbLmdvb2dsZS5w\
      cm90b2J1Zi5JbnQ2NFZhbHVlUhZsb2NhbEZsb3dDb250cm9sV2luZG93ElgKGnJlbW90ZV9mbG93X2NvbnRyb2xfd2lu\
      ZG93GAwgASgLMhsuZ29vZ2xlLnByb3RvYnVmLkludDY0VmFsdWVSF3JlbW90ZUZsb3dDb250cm9sV2luZG93EjYKBm9w\
      dGlvbhgNIAMoCzIeLmdycGMuY2hhbm5lbHoudjEuU29ja2V0T3B0aW9uUgZvcHRpb24SUAoVcmVjZWl2ZWRfZ29hd2F5\
      X2Vycm9yGA4gASgLMhwuZ29vZ2xlLnByb3RvYnVmLlVJbnQzMlZhbHVlUhNyZWNlaXZlZEdvYXdheUVycm9yEj0KG3Bl\
      ZXJfbWF4X2NvbmN1cnJlbnRfc3RyZWFtcxgPIAEoDVIYcGVlck1heENvbmN1cnJlbnRTdHJlYW1zIrgDCgdBZGRyZXNz\
      Ek0KDXRjcGlwX2FkZHJlc3MYASABKAsyJi5ncnBjLmNoYW5uZWx6LnYxLkFkZHJlc3MuVGNwSXBBZGRyZXNzSABSDHRj\
      cGlwQWRkcmVzcxJHCgt1ZHNfYWRkcmVzcxgCIAEoCzIkLmdycGMuY2hhbm5lbHoudjEuQWRkcmVzcy5VZHNBZGRyZXNz\
      SABSCnVkc0FkZHJlc3MSTQoNb3RoZXJfYWRkcmVzcxgDIAEoCzImLmdycGMuY2hhbm5lbHoudjEuQWRkcmVzcy5PdGhl\
      ckFkZHJlc3NIAFIMb3RoZXJBZGRyZXNzGkEKDFRjcElwQWRkcmVzcxIdCgppcF9hZGRyZXNzGAEgASgMUglpcEFkZHJl\
      c3MSEgoEcG9ydBgCIAEoBVIEcG9ydBooCgpVZHNBZGRyZXNzEhoKCGZpbGVuYW1lGAEgASgJUghmaWxlbmFtZRpOCgxP\
      dGhlckFkZHJlc3MSEgoEbmFtZRgBIAEoCVIEbmFtZRIqCgV2YWx1ZRgCIAEoCzIULmdvb2dsZS5wcm90b2J1Zi5BbnlS\
      BXZhbHVlQgkKB2FkZHJlc3MilgMKCFNlY3VyaXR5EjIKA3RscxgBIAEoCzIeLmdycGMuY2hhbm5lbHoudjEuU2VjdXJp\
      dHkuVGxzSABSA3RscxJACgVvdGhlchgCIAEoCzIoLmdycGMuY2hhbm5lbHoudjEuU2VjdXJpdHkuT3RoZXJTZWN1cml0\
      eUgAUgVvdGhlchq5AQoDVGxzEiUKDXN0YW5kYXJkX25hbWUYASABKAlIAFIMc3RhbmRhcmROYW1lEh8KCm90aGVyX25h\
      bWUYAiABKAlIAFIJb3RoZXJOYW1lEisKEWxvY2FsX2NlcnRpZmljYXRlGAMgASgMUhBsb2NhbENlcnRpZmljYXRlEi0K\
      EnJlbW90ZV9jZXJ0aWZpY2F0ZRgEIAEoDFIRcmVtb3RlQ2VydGlmaWNhdGVCDgoMY2lwaGVyX3N1aXRlGk8KDU90aGVy\
      U2VjdXJpdHkSEgoEbmFtZRgBIAEoCVIEbmFtZRIqCgV2YWx1ZRgCIAEoCzIULmdvb2dsZS5wcm90b2J1Zi5BbnlSBXZh\
      bHVlQgcKBW1vZGVsIm4KDFNvY2tldE9wdGlvbhISCgRuYW1lGAEgASgJUgRuYW1lEhQKBXZhbHVlGAIgASgJUgV2YWx1\
      ZRI0CgphZGRpdGlvbmFsGAMgASgLMhQuZ29vZ2xlLnByb3RvYnVmLkFueVIKYWRkaXRpb25hbCJiChVHZXRUb3BDaGFu\
      bmVsc1JlcXVlc3QSKAoQc3RhcnRfY2hhbm5lbF9pZBgBIAEoA1IOc3RhcnRDaGFubmVsSWQSHwoLbWF4X3Jlc3VsdHMY\
      AiABKANSCm1heFJlc3VsdHMiXwoWR2V0VG9wQ2hhbm5lbHNSZXNwb25zZRIzCgdjaGFubmVsGAEgAygLMhkuZ3JwYy5j\
      aGFubmVsei52MS5DaGFubmVsUgdjaGFubmVsEhAKA2VuZBgCIAEoCFIDZW5kIlwKEUdldFNlcnZlcnNSZXF1ZXN0EiYK\
      D3N0YXJ0X3NlcnZlcl9pZBgBIAEoA1INc3RhcnRTZXJ2ZXJJZBIfCgttYXhfcmVzdWx0cxgCIAEoA1IKbWF4UmVzdWx0\
      cyJYChJHZXRTZXJ2ZXJzUmVzcG9uc2USMAoGc2VydmVyGAEgAygLMhguZ3JwYy5jaGFubmVsei52MS5TZXJ2ZXJSBnNl\
      cnZlchIQCgNlbmQYAiABKAhSA2VuZCIvChBHZXRTZXJ2ZXJSZXF1ZXN0EhsKCXNlcnZlcl9pZBgBIAEoA1IIc2VydmVy\
      SWQiRQoRR2V0U2VydmVyUmVzcG9uc2USMAoGc2VydmVyGAEgASgLMhguZ3JwYy5jaGFubmVsei52MS5TZXJ2ZXJSBnNl\
      cnZlciJ/ChdHZXRTZXJ2ZXJTb2NrZXRzUmVxdWVzdBIbCglzZXJ2ZXJfaWQYASABKANSCHNlcnZlcklkEiYKD3N0YXJ0\
      X3NvY2tldF9pZBgCIAEoA1INc3RhcnRTb2NrZXRJZBIfCgttYXhfcmVzdWx0cxgDIAEoA1IKbWF4UmVzdWx0cyJoChhH\
      ZXRTZXJ2ZXJTb2NrZXRzUmVzcG9uc2USOgoKc29ja2V0X3JlZhgBIAMoCzIbLmdycGMuY2hhbm5lbHoudjEuU29ja2V0\
      UmVmUglzb2NrZXRSZWYSEAoDZW5kGAIgASgIUgNlbmQiMgoRR2V0Q2hhbm5lbFJlcXVlc3QSHQoKY2hhbm5lbF9pZBgB\
      IAEoA1IJY2hhbm5lbElkIkkKEkdldENoYW5uZWxSZXNwb25zZRIzCgdjaGFubmVsGAEgASgLMhkuZ3JwYy5jaGFubmVs\
      ei52MS5DaGFubmVsUgdjaGFubmVsIjsKFEdldFN1YmNoYW5uZWxSZXF1ZXN0EiMKDXN1YmNoYW5uZWxfaWQYASABKANS\
      DHN1YmNoYW5uZWxJZCJVChVHZXRTdWJjaGFubmVsUmVzcG9uc2USPAoKc3ViY2hhbm5lbBgBIAEoCzIcLmdycGMuY2hh\
      bm5lbHoudjEuU3ViY2hhbm5lbFIKc3ViY2hhbm5lbCJJChBHZXRTb2NrZXRSZXF1ZXN0EhsKCXNvY2tldF9pZBgBIAEo\
      A1IIc29ja2V0SWQSGAoHc3VtbWFyeRgCIAEoCFIHc3VtbWFyeSJFChFHZXRTb2NrZXRSZXNwb25zZRIwCgZzb2NrZXQY\
      ASABKAsyGC5ncnBjLmNoYW5uZWx6LnYxLlNvY2tldFIGc29ja2V0MpoFCghDaGFubmVsehJjCg5HZXRUb3BDaGFubmVs\
      cxInLmdycGMuY2hhbm5lbHoudjEuR2V0VG9wQ2hhbm5lbHNSZXF1ZXN0GiguZ3JwYy5jaGFubmVsei52MS5HZXRUb3BD\
      aGFubmVsc1Jlc3BvbnNlElcKCkdldFNlcnZlcnMSIy5ncnBjLmNoYW5uZWx6LnYxLkdldFNlcnZlcnNSZXF1ZXN0GiQu\
      Z3JwYy5jaGFubmVsei52MS5HZXRTZXJ2ZXJzUmVzcG9uc2USVAoJR2V0U2VydmVyEiIuZ3JwYy5jaGFubmVsei52MS5H\
      ZXRTZXJ2ZXJSZXF1ZXN0GiMuZ3JwYy5jaGFubmVsei52MS5HZXRTZXJ2ZXJSZXNwb25zZRJpChBHZXRTZXJ2ZXJTb2Nr\
      ZXRzEikuZ3JwYy5jaGFubmVsei52MS5HZXRTZXJ2ZXJTb2NrZXRzUmVxdWVzdBoqLmdycGMuY2hhbm5lbHoudjEuR2V0\
      U2VydmVyU29ja2V0c1Jlc3BvbnNlElcKCkdldENoYW5uZWwSIy5ncnBjLmNoYW5uZWx6LnYxLkdldENoYW5uZWxSZXF1\
      ZXN0GiQuZ3JwYy5jaGFubmVsei52MS5HZXRDaGFubmVsUmVzcG9uc2USYAoNR2V0U3ViY2hhbm5lbBImLmdycGMuY2hh\
      bm5lbHoudjEuR2V0U3ViY2hhbm5lbFJlcXVlc3QaJy5ncnBjLmNoYW5uZWx6LnYxLkdldFN1YmNoYW5uZWxSZXNwb25z\
      ZRJUCglHZXRTb2NrZXQSIi5ncnBjLmNoYW5uZWx6LnYxLkdldFNvY2tldFJlcXVlc3QaIy5ncnBjLmNoYW5uZWx6LnYx\
      LkdldFNvY2tldFJlc3BvbnNlQlgKE2lvLmdycGMuY2hhbm5lbHoudjFCDUNoYW5uZWx6UHJvdG9QAVowZ29vZ2xlLmdv\
      bGFuZy5vcmcvZ3JwYy9jaGFubmVsei9ncnBjX2NoYW5uZWx6X3YxYgZwcm90bzM=
      """)
}
