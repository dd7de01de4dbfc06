import Synchronization

/// The ids of channelz: one space for everything in the process, ascending.
enum ChannelzID {
  private static let last = Atomic<Int64>(0)

  static func next() -> Int64 { last.add(1, ordering: .relaxed).newValue }
}
