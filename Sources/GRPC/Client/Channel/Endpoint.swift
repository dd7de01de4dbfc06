import EventLoops

/// One place that a channel can connect to.
enum Endpoint: Sendable, Equatable {
  /// A socket.
  case socket(SocketAddress)
  /// A server within this process.
  case inProcess(InProcessAcceptor)
}

extension Endpoint: CustomStringConvertible {
  var description: String {
    switch self {
    case .socket(let address): "\(address)"
    case .inProcess: "in-process server"
    }
  }
}

/// Where the endpoints of a channel come from.
enum EndpointSource: Sendable {
  /// They are known and do not change.
  case fixed([Endpoint])
  /// They are looked up, at first and whenever one of them fails.
  case lookedUp(@Sendable () async -> Result<[Endpoint], RPCError>)

  /// The endpoints of a host's name.
  static func name(_ host: String, port: UInt16) -> EndpointSource {
    .lookedUp {
      do throws(EventLoopError) {
        return .success(try await Resolver.resolve(host: host, port: port).map(Endpoint.socket))
      } catch {
        return .failure(RPCError(.unavailable, error.message, cause: error))
      }
    }
  }
}
