/// The place of a call in a trace, as W3C Trace Context carries it between processes.
///
/// Source: W3C Trace Context, "traceparent Header" and "tracestate Header".
public struct TraceContext: Sendable, Hashable {
  /// What all spans of the trace share; never zero.
  public let traceID: (high: UInt64, low: UInt64)
  /// The span that calls; never zero.
  public let spanID: UInt64
  /// Whether the caller records the trace.
  public let isSampled: Bool
  /// What tracing systems say about the trace; goes on with it from call to call.
  public let state: TraceState

  /// The context that the calls of this task carry on, if any; see `MatianeClient`.
  @TaskLocal public static var current: TraceContext?

  /// Describes a place in a trace.
  ///
  /// - Precondition: neither identifier is zero.
  public init(
    traceID: (high: UInt64, low: UInt64), spanID: UInt64, isSampled: Bool, state: TraceState = TraceState()
  ) {
    precondition((traceID.high | traceID.low) != 0 && spanID != 0, "zero is no identifier")
    self.traceID = traceID
    self.spanID = spanID
    self.isSampled = isSampled
    self.state = state
  }

  /// The beginning of a new trace.
  public static func random(isSampled: Bool) -> TraceContext {
    TraceContext(
      traceID: (.random(in: 1 ... .max), .random(in: 1 ... .max)), spanID: .random(in: 1 ... .max),
      isSampled: isSampled)
  }

  /// Another span of the same trace.
  public func child() -> TraceContext {
    TraceContext(traceID: traceID, spanID: .random(in: 1 ... .max), isSampled: isSampled, state: state)
  }

  /// Reads `00-<32 digits>-<16 digits>-<2 digits>`; nil for anything else.
  ///
  /// A version that is not known is read as the first one, whose parts all others begin with.
  public init?(traceparent text: UnsafeRawBufferPointer) {
    guard text.count >= 55, text[2] == dash, text[35] == dash, text[52] == dash,
      let version = hexadecimal(text, 0..<2), version != 0xff, version != 0 || text.count == 55,
      text.count == 55 || text[55] == dash,
      let high = hexadecimal(text, 3..<19), let low = hexadecimal(text, 19..<35), high | low != 0,
      let span = hexadecimal(text, 36..<52), span != 0, let flags = hexadecimal(text, 53..<55)
    else { return nil }
    self.init(traceID: (high, low), spanID: span, isSampled: flags & 1 == 1)
  }

  /// Reads a `traceparent` value and the `tracestate` beside it, which is discarded where it cannot be read.
  public init?(traceparent text: String, tracestate: String = "") {
    guard let context = Array(text.utf8).withUnsafeBytes({ TraceContext(traceparent: $0) }) else {
      return nil
    }
    self = context.with(tracestate: tracestate)
  }

  /// The same place, with what a `tracestate` value says.
  public func with(tracestate: String) -> TraceContext {
    TraceContext(
      traceID: traceID, spanID: spanID, isSampled: isSampled, state: TraceState(tracestate) ?? TraceState())
  }

  /// The header fields by which a call carries it on.
  public var fields: [(name: String, value: String)] {
    let parent = [(name: "traceparent", value: traceparent)]
    return state.text.isEmpty ? parent : parent + [(name: "tracestate", value: state.text)]
  }

  /// The `traceparent` value.
  public var traceparent: String {
    "00-\(traceIDText)-\(digits(spanID))-\(isSampled ? "01" : "00")"
  }

  /// The trace's identifier as logs have it: 32 digits.
  public var traceIDText: String { digits(traceID.high) + digits(traceID.low) }

  /// The span's identifier as logs have it: 16 digits.
  public var spanIDText: String { digits(spanID) }

  /// Whether all parts are the same.
  public static func == (left: TraceContext, right: TraceContext) -> Bool {
    left.traceID == right.traceID && left.spanID == right.spanID && left.isSampled == right.isSampled
      && left.state == right.state
  }

  /// Hashes all parts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(traceID.high)
    hasher.combine(traceID.low)
    hasher.combine(spanID)
    hasher.combine(isSampled)
    hasher.combine(state)
  }
}

private let dash = UInt8(ascii: "-")

/// Lower case only, as the specification demands.
private func hexadecimal(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64? {
  var value: UInt64 = 0
  for byte in text[range] {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
    default: return nil
    }
  }
  return value
}

private func digits(_ value: UInt64) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: 16 - text.utf8.count) + text
}
