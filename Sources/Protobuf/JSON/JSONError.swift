/// Why a text is not the JSON of a message, or a message has no JSON.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was expected and what was found, behind the path of the field that it is about.
  public var message: String { path.isEmpty ? reason : "\(path): \(reason)" }

  /// The field that cannot be read, in the spelling of the text: `blocks[2].paragraph.text`; empty for the message as a whole.
  public private(set) var path = ""

  /// The byte of the text at which reading stopped; nil when writing failed.
  public let offset: Int?

  private let reason: String

  init(_ reason: String, at offset: Int? = nil) {
    self.reason = reason
    self.offset = offset
  }

  /// The message for people, with its place in the text.
  public var description: String {
    offset.map { "\(message), at byte \($0)" } ?? message
  }

  /// The same, seen from the message around the field.
  func inside(_ field: String) -> JSONError {
    var error = self
    error.path = path.isEmpty || path.hasPrefix("[") ? field + path : "\(field).\(path)"
    return error
  }

  /// The same, seen from the array around the element.
  func inside(_ index: Int) -> JSONError { inside("[\(index)]") }
}
