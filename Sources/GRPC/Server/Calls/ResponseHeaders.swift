import HTTP2
import Protobuf

/// The header lists of responses; those that never change are laid out once.
enum ResponseHeaders {
  /// The headers of a response without metadata.
  static let plain = PermanentHeaderFields(initial(encoding: .identity, Metadata()))

  /// The trailers of a call that succeeded, without metadata.
  static let ok = PermanentHeaderFields(HeaderFields(["grpc-status": "0"]))

  /// The headers of a response.
  static func initial(encoding: MessageEncoding, _ metadata: Metadata) -> HeaderFields {
    var fields = HeaderFields([":status": "200", "content-type": "application/grpc"])
    if encoding != .identity { fields.append("grpc-encoding", encoding.rawValue) }
    append(metadata, to: &fields)
    return fields
  }

  /// The trailers that tell a status; with `:status` and content type when they are all there is (Trailers-Only).
  ///
  /// A client would give the connection up over a list above its limit. What does not fit is left out: the details, then metadata,
  /// then the message.
  ///
  /// - Parameter limit: the size of the list, as `HeaderFields.listBytes` counts it.
  static func status(
    _ status: CallStatus, trailersOnly: Bool, httpStatus: String = "200", within limit: Int
  ) -> HeaderFields {
    var status = status
    var fields = everything(status, trailersOnly, httpStatus)
    for step in 0..<3 where fields.listBytes > limit {
      switch step {
      case 0: status.encodedStatus = []
      case 1: status.trailers = Metadata()
      default: status.message = ""
      }
      fields = everything(status, trailersOnly, httpStatus)
    }
    return fields
  }

  private static func everything(
    _ status: CallStatus, _ trailersOnly: Bool, _ httpStatus: String
  ) -> HeaderFields {
    var fields = HeaderFields()
    if trailersOnly {
      fields.append(":status", httpStatus)
      fields.append("content-type", "application/grpc")
    }
    fields.append("grpc-status", String(status.code.rawValue))
    if !status.message.isEmpty {
      var message: [UInt8] = []
      PercentEncoding.encode(bounded(status.message), appendingTo: &message)
      fields.append(name: "grpc-message".utf8, value: message)
    }
    if !status.encodedStatus.isEmpty, status.encodedStatus.count <= mostDetailBytes {
      var encoded: [UInt8] = []
      status.encodedStatus.withUnsafeBytes { Base64.encode($0, to: &encoded, isPadded: false) }
      fields.append(name: "grpc-status-details-bin".utf8, value: encoded)
    }
    append(status.trailers, to: &fields)
    return fields
  }

  /// More details would fit into no client's limit on header lists: the status goes without them.
  private static let mostDetailBytes = 16 * 1024

  /// A message that clients' limits on header lists (8 KiB is common) let through even when every byte is escaped.
  static func bounded(_ message: String) -> String {
    message.cut(toBytes: 2048)
  }

  private static func append(_ metadata: Metadata, to fields: inout HeaderFields) {
    for entry in metadata { fields.append(name: entry.name.utf8, value: entry.fieldValue.utf8) }
  }
}
