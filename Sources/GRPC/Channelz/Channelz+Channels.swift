import Protobuf

extension ChannelzChannel {
  /// A channel.
  init(_ facts: ChannelFacts) {
    self.init()
    var ref = ChannelzChannelRef()
    ref.channelId = facts.id
    ref.name = facts.target
    self.ref = ref
    data = ChannelzChannelData(facts)
    subchannelRef = facts.parts.map {
      var ref = ChannelzSubchannelRef()
      ref.subchannelId = $0.id
      ref.name = $0.name
      return ref
    }
  }
}

extension ChannelzSubchannel {
  /// A subchannel.
  init(_ facts: ChannelFacts) {
    self.init()
    var ref = ChannelzSubchannelRef()
    ref.subchannelId = facts.id
    ref.name = facts.target
    self.ref = ref
    data = ChannelzChannelData(facts)
    socketRef = facts.parts.map { ChannelzSocketRef(id: $0.id, name: $0.name) }
  }
}

extension ChannelzChannelData {
  fileprivate init(_ facts: ChannelFacts) {
    self.init()
    target = facts.target
    var connectivity = ChannelzChannelConnectivityState()
    connectivity.state = ChannelzChannelConnectivityState.State(facts.state)
    state = connectivity
    callsStarted = facts.tally.started
    callsSucceeded = facts.tally.succeeded
    callsFailed = facts.tally.failed
    lastCallStartedTimestamp = Timestamp(monotonic: facts.tally.lastStart)
  }
}

extension ChannelzChannelConnectivityState.State {
  fileprivate init(_ state: ConnectivityState) {
    self =
      switch state {
      case .idle: .idle
      case .connecting: .connecting
      case .ready: .ready
      case .transientFailure: .transientFailure
      case .shutdown: .shutdown
      }
  }
}
