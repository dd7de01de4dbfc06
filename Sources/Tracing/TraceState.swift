/// What tracing systems beside ours say about a trace, carried on as it came: the `tracestate` of W3C Trace Context.
///
/// Source: W3C Trace Context, "tracestate Header".
public struct TraceState: Sendable, Hashable {
  /// How many systems may have their say.
  static let mostMembers = 32
  private static let longestPart = 256

  /// The value of the header; empty when nothing is said.
  public let text: String

  /// Nothing said.
  public init() { text = "" }

  /// Reads the value of a header, several of them joined by commas; nil for what is none, which is to be discarded as a whole.
  ///
  /// Order and repetitions are kept, white space and empty members are not.
  public init?(_ header: String) {
    var members: [Substring] = []
    for member in header.utf8.split(separator: UInt8(ascii: ",")) {
      let member = Self.trimmed(member)
      if member.isEmpty { continue }
      guard members.count < Self.mostMembers, Self.isMember(member) else { return nil }
      members.append(Substring(member))
    }
    text = members.joined(separator: ",")
  }

  /// Without the spaces and tabs at both ends.
  private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    var text = text.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    return text
  }

  /// Whether it is `key=value`: a key of small letters, digits and a few signs, a value of printable ASCII but `,` and `=`.
  private static func isMember(_ text: Substring.UTF8View) -> Bool {
    guard let sign = text.firstIndex(of: UInt8(ascii: "=")) else { return false }
    let key = text[..<sign]
    let value = text[text.index(after: sign)...]
    guard let first = key.first, isLetterOrDigit(first), key.count <= longestPart, key.allSatisfy(isOfKey)
    else { return false }
    return (1...longestPart).contains(value.count)
      && value.allSatisfy { (0x20...0x7e).contains($0) && $0 != UInt8(ascii: "=") }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "@"): true
    default: isLetterOrDigit(byte)
    }
  }
}
