import EventLoops
import Glibc
import Protobuf
import Transport

extension ChannelzSocketRef {
  init(id: Int64, name: String) {
    self.init()
    socketId = id
    self.name = name
  }
}

extension ChannelzServer {
  /// A server and where it listens.
  init(id: Int64, _ tally: CallTally, listening: [ListenSocket]) {
    self.init()
    var ref = ChannelzServerRef()
    ref.serverId = id
    ref.name = listening.map { "\($0.address)" }.joined(separator: ", ")
    var data = ChannelzServerData()
    data.callsStarted = tally.started
    data.callsSucceeded = tally.succeeded
    data.callsFailed = tally.failed
    data.lastCallStartedTimestamp = Timestamp(monotonic: tally.lastStart)
    self.ref = ref
    self.data = data
    listenSocket = listening.map { ChannelzSocketRef(id: $0.id, name: "\($0.address)") }
  }
}

extension ChannelzSocket {
  /// A place where a server listens.
  init(_ listening: ListenSocket) {
    self.init()
    ref = ChannelzSocketRef(id: listening.id, name: "\(listening.address)")
    data = ChannelzSocketData()
    local = ChannelzAddress(listening.address)
  }

  /// A connection.
  init(_ facts: ConnectionFacts, id: Int64) {
    self.init()
    ref = ChannelzSocketRef(id: id, name: facts.peer)
    data = ChannelzSocketData(facts)
    local = facts.local.map(ChannelzAddress.init)
    remote = facts.remote.map(ChannelzAddress.init)
    security = facts.security.map(ChannelzSecurity.init)
    remoteName = facts.security?.peerSubject ?? ""
  }
}

extension ChannelzSocketData {
  fileprivate init(_ facts: ConnectionFacts) {
    self.init()
    streamsStarted = facts.startedStreams
    streamsSucceeded = facts.finishedStreams
    // An end that has gone out while the stream waits for the client's counts already.
    streamsFailed = max(0, facts.startedStreams - facts.finishedStreams - facts.openStreams)
    messagesSent = facts.tally.messagesSent
    messagesReceived = facts.tally.messagesReceived
    keepAlivesSent = facts.keepalivesSent
    let lastStream = Timestamp(monotonic: facts.lastStreamStart)
    if facts.isClient {
      lastLocalStreamCreatedTimestamp = lastStream
    } else {
      lastRemoteStreamCreatedTimestamp = lastStream
    }
    localFlowControlWindow = Int64Value.with { $0.value = facts.localWindow }
    remoteFlowControlWindow = Int64Value.with { $0.value = facts.remoteWindow }
  }
}

extension ChannelzSecurity {
  fileprivate init(_ info: SecurityInfo) {
    self.init()
    var tls = Tls()
    tls.cipherSuite = info.cipherSuite.map { .standardName($0) } ?? .otherName(info.tlsVersion)
    model = .tls(tls)
  }
}

extension ChannelzAddress {
  fileprivate init(_ address: SocketAddress) {
    self.init()
    switch address {
    case .ipv4(let bytes, let port): self.init(ip: withUnsafeBytes(of: bytes) { Array($0) }, port)
    case .ipv6(let high, let low, let port, _):
      self.init(ip: withUnsafeBytes(of: high) { Array($0) } + withUnsafeBytes(of: low) { Array($0) }, port)
    case .unix(let path):
      var place = UdsAddress()
      place.filename = path
      self.address = .udsAddress(place)
    }
  }

  private init(ip: [UInt8], _ port: UInt16) {
    self.init()
    var place = TcpIpAddress()
    place.ipAddress = ip
    place.port = Int32(port)
    address = .tcpipAddress(place)
  }
}

extension Timestamp {
  /// The wall clock's time of a moment on the monotonic clock; nil for 0, which stands for never.
  init?(monotonic nanoseconds: UInt64) {
    guard nanoseconds > 0 else { return nil }
    var wall = timespec()
    clock_gettime(CLOCK_REALTIME, &wall)
    let age = Int64(clamping: MonotonicInstant.now.nanoseconds) - Int64(clamping: nanoseconds)
    let moment = Int64(wall.tv_sec) * 1_000_000_000 + Int64(wall.tv_nsec) - age
    self.init()
    seconds = moment / 1_000_000_000
    nanos = Int32(moment % 1_000_000_000)
  }
}
