import Transport

/// What a listener tells, in words.
struct ListenerEventText {
  let text: String
  /// Whether it is about one connection that was over a limit.
  let isRefusal: Bool

  init(_ event: ListenerEvent) {
    switch event {
    case .refused(let peer, let error):
      text = "connection from \(peer?.description ?? "nowhere") \(error)"
      isRefusal = true
    case .paused(let error):
      text = "accepting connections pauses: \(error)"
      isRefusal = false
    case .failed(let error):
      text = "a listening socket failed: \(error)"
      isRefusal = false
    }
  }
}
