import Glibc

/// Where a command writes its lines: standard output, or a file that is there when everything is.
///
/// What stood under the file's name stays until then, and if it does not come to that.
final class OutputFile {
  private let path: String?
  /// The name until everything is there; nil where lines go to their place at once, as in a pipe.
  private let temporary: String?
  private let target: String
  private var file: UnsafeMutablePointer<FILE>?

  /// Opens standard output, or a file.
  ///
  /// - Throws: `FileError`.
  init(_ path: String?) throws(FileError) {
    self.path = path
    guard let path else {
      (target, temporary) = ("", nil)
      file = fdopen(dup(STDOUT_FILENO), "w")
      if file == nil { throw failure }
      return
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    target = exists ? Self.resolved(path) : path
    temporary = exists && status.st_mode & S_IFMT != S_IFREG ? nil : target + ".partial"
    file = fopen(temporary ?? target, "w")
    guard let file else { throw failure }
    if exists, temporary != nil { fchmod(fileno(file), status.st_mode & 0o777) }
  }

  deinit {
    guard let file else { return }
    fclose(file)
    if let temporary { unlink(temporary) }
  }

  /// - Throws: `FileError` when it cannot be written.
  func write(_ line: String) throws(FileError) {
    guard let file, fputs(line + "\n", file) >= 0 else { throw failure }
  }

  /// Ends the file, and gives it its name.
  ///
  /// - Throws: `FileError` when it cannot be written.
  func finish() throws(FileError) {
    guard let file, fflush(file) == 0 else { throw failure }
    if let temporary {
      guard fsync(fileno(file)) == 0, rename(temporary, target) == 0 else { throw failure }
    }
    self.file = nil
    guard fclose(file) == 0 else { throw failure }
  }

  private var failure: FileError {
    let place = path.map { "'\($0)'" } ?? "to standard output"
    return FileError("cannot write \(place): \(String(cString: strerror(errno)))")
  }

  /// The file that a link leads to, which is replaced, not the link.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
