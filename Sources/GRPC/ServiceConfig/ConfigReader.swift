import Protobuf

/// Reads JSON values by their place in a document, so that an error can name it: `methodConfig[0].timeout`.
struct ConfigReader {
  /// The place of the value.
  let place: String
  private let value: Value.Kind

  /// Reads a document.
  ///
  /// - Throws: `INVALID_ARGUMENT` where it is no JSON object.
  init(json: String) throws(RPCError) {
    do throws(JSONError) {
      self.init("the service config", .structValue(try Struct(json: json)))
    } catch {
      throw RPCError(.invalidArgument, "the service config is no JSON object: \(error)", cause: error)
    }
  }

  private init(_ place: String, _ value: Value.Kind) {
    self.place = place
    self.value = value
  }

  /// The value of a member, unless it is absent or null.
  func member(_ name: String) throws(RPCError) -> ConfigReader? {
    guard case .structValue(let object) = value else { throw expected("an object") }
    guard let kind = object.fields[name]?.kind else { return nil }
    if case .nullValue = kind { return nil }
    return ConfigReader(place.hasPrefix("the ") ? name : "\(place).\(name)", kind)
  }

  /// The value of a member that has to be there.
  func required(_ name: String) throws(RPCError) -> ConfigReader {
    guard let member = try member(name) else {
      throw RPCError(.invalidArgument, "\(place): expected a member \(name), found none")
    }
    return member
  }

  /// The names of the members of an object.
  func memberNames() throws(RPCError) -> [String] {
    guard case .structValue(let object) = value else { throw expected("an object") }
    return object.fields.keys.sorted()
  }

  /// The elements of a list.
  func elements() throws(RPCError) -> [ConfigReader] {
    guard case .listValue(let list) = value else { throw expected("a list") }
    return list.values.enumerated().map { index, element in
      ConfigReader("\(place)[\(index)]", element.kind ?? .nullValue(.nullValue))
    }
  }

  /// A text.
  func text() throws(RPCError) -> String {
    guard case .stringValue(let text) = value else { throw expected("a string") }
    return text
  }

  /// A boolean.
  func flag() throws(RPCError) -> Bool {
    guard case .boolValue(let flag) = value else { throw expected("true or false") }
    return flag
  }

  /// A number greater than zero.
  func positiveNumber() throws(RPCError) -> Double {
    guard case .numberValue(let number) = value, number > 0, number.isFinite else {
      throw expected("a number greater than 0")
    }
    return number
  }

  /// A whole number within a range; protobuf's JSON writes 64 bits of it as a string, so that is read as well.
  func wholeNumber(in range: ClosedRange<Int>) throws(RPCError) -> Int {
    let number: Int? =
      switch value {
      case .numberValue(let number): Int(exactly: number)
      case .stringValue(let text): Int(text)
      default: nil
      }
    guard let number, range.contains(number) else {
      throw expected("a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A duration as protobuf's JSON writes it: `"1.5s"`.
  func duration(allowsZero: Bool) throws(RPCError) -> Duration {
    let wanted = "a duration \(allowsZero ? "of at least" : "greater than") 0 such as \"1.5s\""
    guard case .stringValue(let text) = value, text.hasSuffix("s") else { throw expected(wanted) }
    let parts = text.dropLast().split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard Self.isNumber(parts[0], atMost: 12), Self.isNumber(fraction, atMost: 9),
      let seconds = Int64(parts[0]),
      let nanoseconds = Int64(fraction + String(repeating: "0", count: 9 - fraction.count))
    else { throw expected(wanted) }
    let duration = Duration.seconds(seconds) + .nanoseconds(nanoseconds)
    guard allowsZero || duration > .zero else { throw expected(wanted) }
    return duration
  }

  /// A status code by its name, in any case, or by its number.
  func statusCode() throws(RPCError) -> StatusCode {
    let code: StatusCode? =
      switch value {
      case .numberValue(let number): Int(exactly: number).flatMap(StatusCode.init(rawValue:))
      case .stringValue(let text): StatusCode.allCases.first { $0.description == text.uppercased() }
      default: nil
      }
    guard let code else { throw expected("a status code such as \"UNAVAILABLE\" or 14") }
    return code
  }

  /// What to throw where the value is something else.
  func expected(_ what: String) -> RPCError {
    RPCError(.invalidArgument, "service config: \(place): expected \(what), found \(found)")
  }

  private static func isNumber(_ text: Substring, atMost digits: Int) -> Bool {
    !text.isEmpty && text.utf8.count <= digits && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private var found: String {
    switch value {
    case .nullValue: "null"
    case .numberValue(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
    case .stringValue(let text): "\"\(text.prefix(100))\""
    case .boolValue(let flag): "\(flag)"
    case .structValue: "an object"
    case .listValue: "a list"
    }
  }
}
