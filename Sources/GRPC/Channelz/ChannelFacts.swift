/// A channel, or a subchannel of one, at one moment.
struct ChannelFacts: Sendable {
  let id: Int64
  /// What it connects to.
  let target: String
  let state: ConnectivityState
  let tally: CallTally
  /// The subchannels of a channel, or the connections of a subchannel.
  let parts: [SocketName]
}

/// What channelz asks of a channel, on its loop.
extension ChannelCore {
  var facts: ChannelFacts {
    ChannelFacts(
      id: channelzID, target: target, state: state, tally: tally,
      parts: subchannels.map { SocketName(id: $0.channelzID, name: "\($0.endpoint)") })
  }

  /// What is known of a subchannel; nil when it is not one of this channel's.
  func facts(ofSubchannel id: Int64) -> ChannelFacts? {
    subchannels.first { $0.channelzID == id }?.facts
  }

  /// What is known of a connection; nil when it is not one of this channel's.
  func facts(ofSocket id: Int64) -> ConnectionFacts? {
    subchannels.lazy.compactMap(\.connection).first { $0.channelzID == id }?.facts
  }
}

extension Subchannel {
  fileprivate var facts: ChannelFacts {
    ChannelFacts(
      id: channelzID, target: "\(endpoint)", state: state, tally: tally.calls,
      parts: connection.map { [SocketName(id: $0.channelzID, name: "\(endpoint)")] } ?? [])
  }
}

extension ChannelCore {
  /// Asks the channel something on its loop.
  func ask<Answer: Sendable>(_ question: @escaping @Sendable (ChannelCore) -> Answer) async -> Answer {
    await withCheckedContinuation { answer in
      loop.execute { answer.resume(returning: question(self)) }
    }
  }
}
