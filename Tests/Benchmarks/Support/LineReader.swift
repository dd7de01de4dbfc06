import Glibc

/// Reads a file line by line; a `.gz` file through `gzip -dc`. Owns the file; for one thread.
public final class LineReader {
  private let file: UnsafeMutablePointer<FILE>
  private let isPipe: Bool
  private var line: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// Nil when the file cannot be opened.
  public init?(_ path: String) {
    isPipe = path.hasSuffix(".gz")
    let quoted =
      "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    guard let file = isPipe ? popen("gzip -dc \(quoted)", "r") : fopen(path, "r") else { return nil }
    self.file = file
  }

  deinit {
    free(line)
    _ = isPipe ? pclose(file) : fclose(file)
  }

  /// The next line without its end; valid inside `body` only. Nil at the end of the file.
  public func next<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    var length = getline(&line, &capacity, file)
    guard length >= 0, let line else { return nil }
    if length > 0, line[length - 1] == 10 { length -= 1 }
    return line.withMemoryRebound(to: UInt8.self, capacity: length) {
      body(UnsafeBufferPointer(start: $0, count: length))
    }
  }
}
