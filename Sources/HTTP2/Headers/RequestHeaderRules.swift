import CNghttp2
import Glibc

/// Reads the header list of a request, or its trailers, by the rules of RFC 9113 §8.1.1, §8.2 and §8.3.
///
/// libnghttp2 has these rules, too, but applies them to every field of every list. A session of a server reads a list that
/// repeats the last one only once, and therefore asks libnghttp2 to leave them alone.
struct RequestHeaderRules {
  /// What has been seen so far.
  private struct Seen: OptionSet {
    let rawValue: UInt16
    static let method = Seen(rawValue: 1)
    static let scheme = Seen(rawValue: 2)
    static let path = Seen(rawValue: 4)
    static let authority = Seen(rawValue: 8)
    static let host = Seen(rawValue: 16)
    static let contentLength = Seen(rawValue: 32)
    /// A field that is not a pseudo-header field; none of those may follow it.
    static let regular = Seen(rawValue: 64)
    static let connect = Seen(rawValue: 128)
    static let options = Seen(rawValue: 256)
    static let schemeOfTheWeb = Seen(rawValue: 512)
    /// The path is a lone asterisk, or begins with a slash.
    static let asterisk = Seen(rawValue: 1024)
    static let slash = Seen(rawValue: 2048)
    static let grpc = Seen(rawValue: 4096)
    /// A value has white space around it.
    static let outerSpace = Seen(rawValue: 8192)
  }

  private var seen: Seen = []
  /// What `content-length` says; nil when it is not there.
  private(set) var contentLength: Int?

  /// Whether a header list begins a well-formed request. Of one that was cut only what is left is looked at.
  ///
  /// - Complexity: O(bytes of the list).
  mutating func admit(_ block: HeaderBlock) -> Bool {
    for field in block {
      let isPseudo = field.name.first == UInt8(ascii: ":")
      guard isPseudo ? admitPseudo(field) : admitRegular(field) else { return false }
    }
    guard seen.isDisjoint(with: .outerSpace) || seen.contains(.grpc) else { return false }
    return block.isTruncated || isComplete
  }

  /// Whether a header list ends a well-formed request: trailers have no pseudo-header fields.
  static func admitTrailers(_ block: HeaderBlock) -> Bool {
    var rules = RequestHeaderRules()
    return block.allSatisfy { rules.admitRegular($0) } && rules.seen.isDisjoint(with: .outerSpace)
  }

  /// Whether everything is there that has to be (§8.3.1, and §8.5 for CONNECT).
  private var isComplete: Bool {
    if seen.contains(.connect) {
      return seen.contains(.authority) && seen.isDisjoint(with: [.scheme, .path])
    }
    guard seen.isSuperset(of: [.method, .scheme, .path]), !seen.isDisjoint(with: [.authority, .host]) else {
      return false
    }
    guard seen.contains(.schemeOfTheWeb) else { return true }
    return seen.contains(.slash) || seen.isSuperset(of: [.asterisk, .options])
  }

  /// Takes in a pseudo-header field: one of four, once, before all others, and not empty.
  private mutating func admitPseudo(_ field: HeaderBlock.Field) -> Bool {
    let value = field.value
    guard !seen.contains(.regular), let first = value.first, Self.isValidValue(value) else { return false }
    if field.name == ":method" {
      if value == "CONNECT" { seen.insert(.connect) } else if value == "OPTIONS" { seen.insert(.options) }
      return note(.method) && nghttp2_check_method(value.start, value.count) != 0
    }
    if field.name == ":path" {
      seen.insert(first == UInt8(ascii: "/") ? .slash : value == "*" ? .asterisk : [])
      return note(.path) && nghttp2_check_path(value.start, value.count) != 0
    }
    if field.name == ":scheme" {
      if value.isWord("http") || value.isWord("https") { seen.insert(.schemeOfTheWeb) }
      return note(.scheme) && Self.isValidScheme(value)
    }
    return field.name == ":authority" && note(.authority) && Self.isValidAuthority(value)
  }

  /// Takes in a field that is none of those: a lower-case name, a value without line breaks or white space around it, and
  /// nothing that is about the connection.
  ///
  /// Around the metadata of a gRPC call white space is borne with: common gRPC clients send what they are given (its protocol
  /// lets anyone take it away), and a call is worth more than the rule.
  private mutating func admitRegular(_ field: HeaderBlock.Field) -> Bool {
    seen.insert(.regular)
    let (name, value) = (field.name, field.value)
    guard name.first != UInt8(ascii: ":"), nghttp2_check_header_name(name.start, name.count) != 0 else {
      return false
    }
    if !Self.isValidValue(value) {
      guard nghttp2_check_header_value(value.start, value.count) != 0 else { return false }
      seen.insert(.outerSpace)
    }
    switch name.count {
    case 2: return name != "te" || value.isWord("trailers")
    case 4: return name != "host" || (!value.isEmpty && note(.host) && Self.isValidAuthority(value))
    case 7: return name != "upgrade"
    case 12:
      if name == "content-type", value.isWord("application/grpc", isWhole: false) { seen.insert(.grpc) }
      return true
    case 10: return name != "connection" && name != "keep-alive"
    case 14: return name != "content-length" || (note(.contentLength) && readContentLength(value))
    case 16: return name != "proxy-connection"
    case 17: return name != "transfer-encoding"
    default: return true
    }
  }

  /// Marks what may come once; false the second time.
  private mutating func note(_ field: Seen) -> Bool { seen.insert(field).inserted }

  private mutating func readContentLength(_ value: UnsafeRawBufferPointer) -> Bool {
    var length = 0
    for digit in value {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return false }
      let (tenfold, isTooLarge) = length.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeWithDigit) = tenfold.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      guard !isTooLarge, !isTooLargeWithDigit else { return false }
      length = sum
    }
    contentLength = length
    return !value.isEmpty
  }

  private static func isValidValue(_ value: UnsafeRawBufferPointer) -> Bool {
    value.isEmpty || nghttp2_check_header_value_rfc9113(value.start, value.count) != 0
  }

  /// The letters of an authority, and no userinfo (§8.3.1); slashes, too, for some gRPC clients name the socket's path there.
  private static func isValidAuthority(_ value: UnsafeRawBufferPointer) -> Bool {
    guard !value.contains(UInt8(ascii: "@")) else { return false }
    if nghttp2_check_authority(value.start, value.count) != 0 { return true }
    return value.split(separator: UInt8(ascii: "/")).allSatisfy { part in
      let part = UnsafeRawBufferPointer(rebasing: part)
      return nghttp2_check_authority(part.start, part.count) != 0
    }
  }

  /// RFC 3986 §3.1: a letter, then letters, digits, plus, minus and dots.
  private static func isValidScheme(_ value: UnsafeRawBufferPointer) -> Bool {
    for (index, byte) in value.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        guard index > 0 else { return false }
      default: return false
      }
    }
    return true
  }
}

extension UnsafeRawBufferPointer {
  /// As libnghttp2 wants it; never nil for a field's name or value that is not empty.
  fileprivate var start: UnsafePointer<UInt8>? { baseAddress?.assumingMemoryBound(to: UInt8.self) }

  fileprivate static func == (bytes: Self, text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount, let start = bytes.baseAddress else { return false }
    return memcmp(start, text.utf8Start, bytes.count) == 0
  }

  fileprivate static func != (bytes: Self, text: StaticString) -> Bool { !(bytes == text) }

  /// Whether these bytes are a word in lower case, or only begin with it, whatever their own case.
  fileprivate func isWord(_ word: StaticString, isWhole: Bool = true) -> Bool {
    let length = word.utf8CodeUnitCount
    guard isWhole ? count == length : count >= length, let start else { return false }
    return strncasecmp(start, word.utf8Start, length) == 0
  }
}
