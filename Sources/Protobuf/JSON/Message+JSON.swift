extension Message {
  /// Reads the message from its JSON form.
  ///
  /// - Throws: `JSONError` naming the field and the byte where the text is not the message's JSON.
  public init(json text: String, options: JSONDecodingOptions = JSONDecodingOptions()) throws(JSONError) {
    self = try JSONParser.parse(Array(text.utf8), as: Self.self, options)
  }

  /// Reads the message from its JSON form in UTF-8.
  ///
  /// - Throws: `JSONError` naming the field and the byte where the text is not the message's JSON.
  public init(json bytes: [UInt8], options: JSONDecodingOptions = JSONDecodingOptions()) throws(JSONError) {
    self = try JSONParser.parse(bytes, as: Self.self, options)
  }

  /// Reads the message from its JSON form, passing over unknown fields when asked to.
  ///
  /// - Throws: `JSONError` naming the field and the byte where the text is not the message's JSON.
  public init(json text: String, ignoreUnknown: Bool) throws(JSONError) {
    var options = JSONDecodingOptions()
    options.ignoresUnknown = ignoreUnknown
    try self.init(json: text, options: options)
  }

  /// The message in its JSON form.
  ///
  /// - Throws: `JSONError` when it has none: a time out of range, an `Any` of an unknown type, a `Value` that is not
  ///   set.
  public func json(pretty: Bool = false) throws(JSONError) -> String {
    var options = JSONEncodingOptions()
    options.pretty = pretty
    return String(decoding: try jsonBytes(options), as: UTF8.self)
  }

  /// The message in its JSON form in UTF-8.
  ///
  /// - Throws: `JSONError` when it has none: a time out of range, an `Any` of an unknown type, a `Value` that is not
  ///   set.
  public func jsonBytes(_ options: JSONEncodingOptions = JSONEncodingOptions()) throws(JSONError) -> [UInt8] {
    let scratch = Scratch()
    defer { scratch.end() }
    let message = MessageWriter.fill(self, in: UnsafeMutableRawPointer(scratch.arena), splicing: false)
    var printer = JSONPrinter(options)
    try printer.write(message: UnsafeRawPointer(message), Self.descriptor)
    return printer.text.bytes
  }
}
