import HTTP2

/// What the header list of a request says, as views of the list: valid as long as the list.
struct RequestHead {
  private(set) var path = UnsafeRawBufferPointer(start: nil, count: 0)
  private(set) var method = UnsafeRawBufferPointer(start: nil, count: 0)
  var isPOST: Bool { method.equals("POST") }
  private(set) var isGRPC = false
  private(set) var acceptsTrailers = false
  private(set) var timeout: UnsafeRawBufferPointer?
  private(set) var encoding: UnsafeRawBufferPointer?
  /// What the client reads, as it said, in one field or in several; `identity` goes without saying.
  private(set) var acceptedEncodings: [MessageEncoding] = []
  /// Fields that are the application's, `user-agent` included: how many bytes, and which of the first 64.
  private(set) var metadataBytes = 0
  private(set) var metadataMask: UInt64 = 0
  private(set) var hasBinaryMetadata = false

  /// Reads a list in one pass; the length of a name decides almost everything.
  init(_ headers: HeaderBlock) {
    for index in headers.indices { read(headers[index], at: index) }
  }

  /// Whether the field at an index is the application's; of those beyond the mask the name decides.
  func isMetadata(_ headers: HeaderBlock, at index: Int) -> Bool {
    index < 64 ? metadataMask >> UInt64(index) & 1 == 1 : Self.isMetadata(headers[index].name)
  }

  /// Whether a field of this name is told to the application.
  private static func isMetadata(_ name: UnsafeRawBufferPointer) -> Bool {
    switch name.count {
    case 2: !name.equals("te")
    // Instead of `:authority`, or beside it and then to be discarded (gRFC A41): not the application's either way.
    case 4: !name.equals("host")
    case 12: !(name.equals("content-type") || name.equals("grpc-timeout"))
    case 13: !name.equals("grpc-encoding")
    case 14: !name.equals("content-length")
    case 20: !name.equals("grpc-accept-encoding")
    default: name.first != UInt8(ascii: ":")
    }
  }

  @inline(__always)
  private mutating func read(_ field: HeaderBlock.Field, at index: Int) {
    let (name, value) = (field.name, field.value)
    switch name.count {
    case 2 where name.equals("te"):
      acceptsTrailers =
        value.equals("trailers") || value.count == 8 && value.startsIgnoringCase(with: "trailers")
      return
    case 5 where name.equals(":path"):
      path = value
      return
    case 7 where name.equals(":method"):
      method = value
      return
    case 12 where name.equals("content-type"):
      isGRPC = value.isGRPCContentType
      return
    case 12 where name.equals("grpc-timeout"):
      timeout = value
      return
    case 13 where name.equals("grpc-encoding"):
      encoding = value
      return
    case 20 where name.equals("grpc-accept-encoding"):
      acceptedEncodings += MessageEncoding.list(value)
      return
    default:
      break
    }
    guard Self.isMetadata(name) else { return }
    metadataBytes += RequestMetadata.fieldOverhead + name.count + value.count
    if index < 64 { metadataMask |= 1 << UInt64(index) }
    if name.count > 4, UnsafeRawBufferPointer(rebasing: name.suffix(4)).equals("-bin") {
      hasBinaryMetadata = true
    }
  }
}
