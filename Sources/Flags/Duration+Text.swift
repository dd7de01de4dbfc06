/// Reads a span of time: a number and `us`, `ms`, `s`, `m`, `h` or `d`.
public func parseDuration(_ text: String) -> Duration? {
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  guard let number = Int64(digits), number < 1_000_000_000 else { return nil }
  switch text.dropFirst(digits.count) {
  case "us": return .microseconds(number)
  case "ms": return .milliseconds(number)
  case "s": return .seconds(number)
  case "m": return .seconds(number * 60)
  case "h": return .seconds(number * 3600)
  case "d": return .seconds(number * 86_400)
  default: return nil
  }
}
