import HTTP2
import Protobuf

/// What the header fields of a response say, of its headers and of its trailers alike.
struct ResponseFields {
  /// The `:status`; of headers only.
  private(set) var httpStatus: Int?

  /// Whether the content type is gRPC's.
  private(set) var isGRPC = false

  /// The content type, where it is not gRPC's.
  private(set) var foreignContentType: String?

  /// The `grpc-status`.
  private(set) var code: StatusCode?

  /// A `grpc-status` that is no number.
  private(set) var malformedCode: String?

  /// The decoded `grpc-message`.
  private(set) var message = ""

  /// The decoded `grpc-status-details-bin`.
  private(set) var encodedStatus: [UInt8] = []

  /// The `grpc-encoding`, where it is one of ours.
  private(set) var encoding: MessageEncoding?

  /// The `grpc-encoding`, where it is none of ours.
  private(set) var unknownEncoding: String?

  /// The fields that belong to the application.
  private(set) var metadata = Metadata()

  /// The names of `-bin` fields that are no base64; their values are left out.
  private(set) var unreadable: [String] = []

  /// Reads a list of fields.
  ///
  /// - Parameter keepsMetadata: whether anyone will ask for the metadata of a call that succeeds.
  init(_ block: HeaderBlock, keepsMetadata: Bool) {
    var hasMetadata = false
    for field in block where !readOurs(field.name, field.value) { hasMetadata = true }
    // A failed call always shows its trailers, as part of the error; the status may come behind them.
    guard hasMetadata, keepsMetadata || code.map({ $0 != .ok }) ?? false else { return }
    for field in block {
      do throws(RPCError) {
        try metadata.appendReceived(name: field.name, value: field.value)
      } catch {
        unreadable.append(String(decoding: field.name, as: UTF8.self))
      }
    }
  }

  /// Takes a field that is not the application's; false for one that is.
  private mutating func readOurs(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
    switch name.count {
    case 7 where name.equals(":status"): httpStatus = Int(String(decoding: value, as: UTF8.self))
    case 12 where name.equals("content-type"): addContentType(value)
    case 11 where name.equals("grpc-status"): addCode(value)
    case 12 where name.equals("grpc-message"): message = PercentEncoding.decode(value)
    case 13 where name.equals("grpc-encoding"):
      encoding = MessageEncoding(header: value)
      if encoding == nil { unknownEncoding = String(decoding: value, as: UTF8.self) }
    case 23 where name.equals("grpc-status-details-bin"):
      encodedStatus = Base64.decode(value) ?? []
    default: return false
    }
    return true
  }

  /// The end of the call that these fields announce.
  ///
  /// Without a `grpc-status` the HTTP status decides, because the answer comes from something else
  /// than a gRPC server. How the call ended outweighs metadata that cannot be read: an error's message tells of them.
  var status: CallStatus {
    guard let code else { return missingStatus }
    var status = CallStatus(code, message)
    if let malformedCode { status.message += Self.explanation(of: malformedCode, behind: message) }
    if code != .ok, !unreadable.isEmpty { status.message += " (\(unreadableText))" }
    status.encodedStatus = encodedStatus
    status.trailers = metadata
    return status
  }

  /// What is wrong with metadata that cannot be read.
  var unreadableText: String { "metadata \(unreadable.joined(separator: ", ")) is not base64" }

  private var missingStatus: CallStatus {
    guard let httpStatus, httpStatus != 200 else {
      return CallStatus(.unknown, "the server ended the call without a grpc-status")
    }
    return CallStatus(StatusCode(httpStatus: httpStatus), "the server answered HTTP \(httpStatus)")
  }

  private mutating func addCode(_ value: UnsafeRawBufferPointer) {
    let read = StatusCode(header: value)
    code = read ?? .unknown
    malformedCode = read == nil ? String(decoding: value.prefix(32), as: UTF8.self) : nil
  }

  private static func explanation(of code: String, behind message: String) -> String {
    let text = "the server sent the grpc-status \"\(code)\", which is no number"
    return message.isEmpty ? text : " (\(text))"
  }

  private mutating func addContentType(_ value: UnsafeRawBufferPointer) {
    isGRPC = value.isGRPCContentType
    if !isGRPC { foreignContentType = String(decoding: value, as: UTF8.self) }
  }
}
