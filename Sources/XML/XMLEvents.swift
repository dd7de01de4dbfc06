import CExpat

/// Reads XML that comes in pieces (libexpat), in UTF-8 or what its declaration says.
///
/// Nothing is expanded: a document type, which is where entities are declared, is refused. So is what nests deeper than
/// ``maxDepth`` and a tag longer than ``maxTagBytes``; memory is bounded by that and by the piece. Owns one parser; not
/// thread-safe.
public final class XMLEvents {
  /// How deep elements may nest.
  public static let maxDepth = 256
  /// How long one tag may be.
  public static let maxTagBytes = 1 << 20

  private let parser: XML_Parser
  private var events: [XMLEvent] = []
  private var depth = 0
  private var bytesFed = 0
  private var refusal: XMLError?

  /// A reader at the beginning of a document.
  public init() {
    guard let parser = XML_ParserCreate(nil) else { preconditionFailure("libexpat has no memory left") }
    self.parser = parser
    // Callbacks are made within `read`, while `self` lives.
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { XMLEvents.of($0).started($1, $2) },
      { XMLEvents.of($0).ended($1) })
    XML_SetCharacterDataHandler(parser) { XMLEvents.of($0).met($1, Int($2)) }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      XMLEvents.of(user).refuse("expected no document type: entities are not expanded")
    }
  }

  deinit { XML_ParserFree(parser) }

  /// The events of the next piece.
  ///
  /// What comes before an error is given first, and the error by the next call.
  /// - Parameter isLast: whether the document ends with it.
  /// - Throws: `XMLError` where the text is no XML, or XML that is not read; nothing can be read behind it.
  public func read(_ piece: [UInt8], isLast: Bool = false) throws(XMLError) -> [XMLEvent] {
    if let refusal { throw refusal }
    events.removeAll(keepingCapacity: true)
    bytesFed += piece.count
    let status = piece.withUnsafeBytes { bytes in
      XML_Parse(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count),
        isLast ? 1 : 0)
    }
    if status != XML_STATUS_OK, refusal == nil {
      let problem = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "cannot be read"
      refusal = XMLError(line: line, message: "expected XML, found an error: \(problem)")
    }
    if refusal == nil, bytesFed - Int(XML_GetCurrentByteIndex(parser)) > Self.maxTagBytes, !isLast {
      refusal = XMLError(line: line, message: "expected tags of at most \(Self.maxTagBytes) bytes")
    }
    if let refusal, events.isEmpty || isLast { throw refusal }
    return events
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  /// Whose callback it is.
  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLEvents {
    Unmanaged<XMLEvents>.fromOpaque(user!).takeUnretainedValue()
  }

  private func started(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name, refusal == nil else { return }
    depth += 1
    if depth > Self.maxDepth { return refuse("expected elements nested at most \(Self.maxDepth) deep") }
    var values: [String: String] = [:]
    if var next = attributes {
      while let key = next[0], let value = next[1] {
        values[String(cString: key)] = String(cString: value)
        next += 2
      }
    }
    add(.start(name: String(cString: name), attributes: values))
  }

  private func ended(_ name: UnsafePointer<CChar>?) {
    guard let name, refusal == nil else { return }
    depth -= 1
    add(.end(name: String(cString: name)))
  }

  private func met(_ text: UnsafePointer<CChar>?, _ count: Int) {
    guard let text, refusal == nil else { return }
    let bytes = UnsafeRawBufferPointer(start: text, count: count)
    add(.text(String(decoding: bytes, as: UTF8.self)))
  }

  private func add(_ kind: XMLEvent.Kind) { events.append(XMLEvent(kind, line: line)) }

  private func refuse(_ message: String) {
    if refusal == nil { refusal = XMLError(line: line, message: message) }
    XML_StopParser(parser, 0)
  }
}
