/// What checking found about one file of a data directory.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// How bad it is.
  public enum Kind: String, Sendable {
    /// As it should be.
    case sound = "ok"
    /// Something that the next start puts right by itself, or that harms nothing.
    case note
    /// Content that is lost or contradicts itself.
    case damaged
    /// A file that cannot be read, whatever is in it.
    case unreadable
  }

  /// How bad it is.
  public let kind: Kind
  /// The file or folder.
  public let file: String
  /// What was found, with the byte where one is known.
  public let text: String

  init(_ kind: Kind, _ file: String, _ text: String) {
    self.kind = kind
    self.file = file
    self.text = text
  }

  init(_ error: StorageError) {
    let kind: Kind = error.code == .damaged ? .damaged : .unreadable
    self.init(
      kind, error.file, (error.offset.map { "at byte \($0): " } ?? "") + error.problem)
  }

  /// One line: the kind, the file, what was found.
  public var description: String { "\(kind.rawValue)  \(file): \(text)" }
}
