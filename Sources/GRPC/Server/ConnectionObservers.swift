/// The observers of a connection, told one after the other.
///
/// Apart from the array that they come in, whose walk counts references to it and to each of them at every call.
final class ConnectionObservers {
  private let first: any ConnectionObserver
  private let others: ConnectionObservers?

  /// Nil for none.
  convenience init?(_ all: [any ConnectionObserver]) {
    self.init(all[...])
  }

  private init?(_ all: ArraySlice<any ConnectionObserver>) {
    guard let first = all.first else { return nil }
    self.first = first
    others = ConnectionObservers(all.dropFirst())
  }

  func callStarted(methodIndex: Int) {
    first.callStarted(methodIndex: methodIndex)
    others?.callStarted(methodIndex: methodIndex)
  }

  func callEnded(_ call: ServerCallSummary) {
    first.callEnded(call)
    others?.callEnded(call)
  }

  func callRefused(_ code: StatusCode) {
    first.callRefused(code)
    others?.callRefused(code)
  }

  func connectionClosed(peer: String, reason: String?) {
    first.connectionClosed(peer: peer, reason: reason)
    others?.connectionClosed(peer: peer, reason: reason)
  }
}
