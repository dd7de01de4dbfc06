import Protobuf

/// The comments of a file, by the path of what they stand at.
struct Comments {
  private let locations: [[Int32]: SourceCodeInfo.Location]

  init(_ file: FileDescriptorProto) {
    locations = Dictionary(
      (file.sourceCodeInfo?.location ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is to be said of a declaration beyond its comment.
  static func notes(deprecated: Bool?, absent: String? = nil) -> [String] {
    (absent.map { ["- Note: Where it is absent, `\($0)` counts."] } ?? [])
      + (deprecated == true ? ["- Note: Deprecated in the `.proto` file."] : [])
  }

  /// The lines of the comment before a declaration, or behind it; or else a line that names the declaration. Notes follow.
  func lines(_ path: [Int32], otherwise fallback: String, notes: [String] = []) -> [String] {
    let location = locations[path]
    let text = location?.leadingComments ?? location?.trailingComments ?? ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      Comments.trimEnd(line.hasPrefix(" ") ? line.dropFirst() : line)
    }
    while lines.last == "" { lines.removeLast() }
    while lines.first == "" { lines.removeFirst() }
    if lines.isEmpty { lines = [fallback] }
    return notes.isEmpty ? lines : lines + [""] + notes
  }

  /// The line in the file on which a declaration begins.
  func line(_ path: [Int32]) -> Int32 { locations[path]?.span.first ?? 0 }

  private static func trimEnd(_ line: Substring) -> String {
    var line = line
    while let last = line.last, last == " " || last == "\t" || last == "\r" { line.removeLast() }
    return String(line)
  }
}
