import CYaml

/// The events of libyaml's parser for one text, one after the other.
final class YAMLEvents {
  /// What the parser saw.
  enum Kind: Equatable {
    case streamStart, streamEnd, documentStart, documentEnd
    case mappingStart, mappingEnd, sequenceStart, sequenceEnd
    case scalar(String, isQuoted: Bool)
    case alias

    /// For error messages.
    var words: String {
      switch self {
      case .streamStart, .streamEnd, .documentStart, .documentEnd: "the end of the document"
      case .mappingStart: "a mapping inside the mapping"
      case .mappingEnd: "the end of the mapping"
      case .sequenceStart: "a list"
      case .sequenceEnd: "the end of the list"
      case .scalar(let text, _): "'\(text.prefix(40))'"
      case .alias: "an alias"
      }
    }
  }

  struct Event {
    let kind: Kind
    let line: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    text = .allocate(capacity: bytes.count)
    _ = text.initialize(from: bytes)
    let isReady = yaml_parser_initialize(parser) == 1
    precondition(isReady, "libyaml has no memory left")
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    text.deallocate()
  }

  /// The next event.
  ///
  /// - Throws: `YAMLError` where the text is no YAML.
  func next() throws(YAMLError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "cannot be read"
      throw YAMLError(line: parser.pointee.problem_mark.line + 1, message: problem)
    }
    defer { yaml_event_delete(&event) }
    return Event(kind: Self.kind(of: event), line: event.start_mark.line + 1)
  }

  /// Takes an event that always comes.
  func skip(_ expected: Kind) throws(YAMLError) {
    let event = try next()
    guard event.kind == expected else {
      throw YAMLError(line: event.line, message: "expected one document, found \(event.kind.words)")
    }
  }

  private static func kind(of event: yaml_event_t) -> Kind {
    switch event.type {
    case YAML_STREAM_START_EVENT: .streamStart
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_MAPPING_END_EVENT: .mappingEnd
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_SCALAR_EVENT: scalar(event)
    default: .streamEnd
    }
  }

  private static func scalar(_ event: yaml_event_t) -> Kind {
    let scalar = event.data.scalar
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return .scalar(String(decoding: bytes, as: UTF8.self), isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
  }
}
