import EventLoops
import GRPC
import Interop
import TLS

/// What the cases have in common: how to reach the server, and the command line.
struct Session {
  /// Sizes of the request and the response that most cases use.
  static let (requestBytes, responseBytes) = (271_828, 314_159)

  let arguments: Arguments
  let loops: EventLoopGroup
  let channel: Channel
  let configuration: ChannelConfiguration
  let target: String

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    configuration = try Self.configuration(arguments)
    loops = try EventLoopGroup(count: 1)
    let host = arguments.text("server_host") ?? "localhost"
    let bracketed = host.contains(":") ? "[\(host)]" : host
    target = "\(bracketed):\(try arguments.number("server_port", default: 8080))"
    channel = try Channel(target, configuration: configuration, group: loops)
  }

  /// The stub of the service, on the channel of all cases.
  var service: TestServiceClient { TestServiceClient(channel) }

  /// A channel of its own.
  func anotherChannel() throws -> Channel {
    try Channel(target, configuration: configuration, group: loops)
  }

  /// The request of most cases.
  static func largeRequest(request: Int = requestBytes, response: Int = responseBytes) -> SimpleRequest {
    var large = SimpleRequest()
    large.responseSize = Int32(clamping: response)
    large.payload = Payload(zeros: request)
    return large
  }

  private static func configuration(_ arguments: Arguments) throws -> ChannelConfiguration {
    var configuration = ChannelConfiguration()
    configuration.authority = arguments.text("server_host_override")
    configuration.defaults.metadata = try additionalMetadata(arguments)
    configuration.serviceConfig = try arguments.text("service_config_json").map(ServiceConfig.init(json:))
    if try arguments.flag("use_tls") {
      var tls = ClientTLSConfiguration()
      if let file = arguments.text("tls_ca_file") ?? arguments.text("ca_file") {
        tls.authorities = try PEM(file: file)
      } else if try arguments.flag("use_test_ca") {
        tls.authorities = try PEM(file: TestCertificates().authority)
      } else if let file = arguments.rootsFile {
        tls.authorities = try PEM(file: file)
      }
      configuration.tls = tls
    }
    return configuration
  }

  /// `name:value;name:value`, sent with every call.
  private static func additionalMetadata(_ arguments: Arguments) throws -> Metadata {
    var metadata = Metadata()
    for pair in (arguments.text("additional_metadata") ?? "").split(separator: ";") {
      let parts = pair.split(separator: ":", maxSplits: 1).map(String.init)
      try expect(parts.count == 2, "--additional_metadata: expected name:value;…, found '\(pair)'")
      if parts[0].hasSuffix("-bin") {
        try metadata.append(parts[0], binary: Array(parts[1].utf8))
      } else {
        try metadata.append(parts[0], parts[1])
      }
    }
    return metadata
  }
}
