import Protobuf

extension RPCError {
  /// What type URLs begin with when this side writes them.
  private static let typePrefix = "type.googleapis.com/"

  /// Describes a failed call with messages that say more, most often those of `google/rpc/error_details.proto`.
  public init(
    _ code: StatusCode, _ message: String, details: [any Message],
    metadata: Metadata = Metadata(), cause: (any Error)? = nil
  ) {
    self.init(code, message, metadata: metadata, cause: cause)
    self.details = details.map(Self.packed)
  }

  /// The messages of the `grpc-status-details-bin` trailer.
  ///
  /// Setting them writes code and message of this error beside them, as every reader expects.
  /// What came from a peer and is no `google.rpc.Status` reads as empty.
  public var details: [AnyMessage] {
    get { (try? Status(serialized: encodedStatus))?.details ?? [] }
    set {
      guard !newValue.isEmpty else { return encodedStatus = [] }
      var status = Status()
      status.code = Int32(code.rawValue)
      status.message = message
      status.details = newValue
      encodedStatus = status.serialized()
    }
  }

  /// The first detail of a type, for example `error.detail(of: ErrorInfo.self)`.
  ///
  /// `nil` where there is none, or where its bytes are damaged.
  public func detail<Detail: Message>(of type: Detail.Type) -> Detail? {
    let name = Detail.descriptor.name
    for detail in details where detail.typeUrl.hasSuffix("/" + name) {
      return try? Detail(serialized: detail.value)
    }
    return nil
  }

  /// How long the server wants to be left alone before the call is made again, by its `google.rpc.RetryInfo`; nil where it says
  /// nothing. A server may say anything: what is below zero reads as zero, what is longer than an hour as an hour.
  public var retryDelay: Duration? {
    guard let wanted = detail(of: RetryInfo.self)?.retryDelay else { return nil }
    let seconds = min(max(0, wanted.seconds), Self.longestDelay)
    return min(.seconds(seconds) + .nanoseconds(Int64(max(0, wanted.nanos))), .seconds(Self.longestDelay))
  }

  private static var longestDelay: Int64 { 3600 }

  private static func packed(_ message: any Message) -> AnyMessage {
    var packed = AnyMessage()
    packed.typeUrl = typePrefix + type(of: message).descriptor.name
    packed.value = message.serialized()
    return packed
  }
}
