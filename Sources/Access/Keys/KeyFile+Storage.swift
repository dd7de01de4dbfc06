import Glibc
import InputFiles
import Protobuf

extension KeyFile {
  private static let maxBytes = 16 << 20

  /// Reads a key file.
  ///
  /// - Throws: `AccessError` when it cannot be read, is no key file, is over 16 MiB, or may be written by everybody.
  public init(path: String) throws(AccessError) {
    let (mode, bytes): (mode_t, [UInt8])
    do throws(InputFileError) {
      let file = try InputFile(path)
      (mode, bytes) = (try file.mode, try file.read(atMost: Self.maxBytes))
    } catch {
      throw AccessError("cannot read the key file '\(path)': \(error)")
    }
    guard mode & 0o002 == 0 else {
      throw AccessError("the key file '\(path)' may be written by everybody; chmod o-w '\(path)'")
    }
    do throws(JSONError) {
      self = try KeyFile(json: bytes)
    } catch {
      throw AccessError("the key file '\(path)' cannot be understood: \(error)")
    }
  }

  /// Writes the file beside the old one and puts it in its place, with the owner and the mode of the old one: who could
  /// read it still can. A new one is for its owner and group only.
  ///
  /// - Throws: `AccessError` when that fails; then the old file is as it was.
  public func write(path: String) throws(AccessError) {
    let text: String
    do throws(JSONError) {
      text = try json(pretty: true) + "\n"
    } catch {
      throw AccessError("the keys cannot be written: \(error)")
    }
    let draft = "\(path).new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw .system("cannot write '\(draft)'") }
    let bytes = Array(text.utf8)
    let isWritten =
      copyAccess(of: path, to: descriptor) && bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
      && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, rename(draft, path) == 0 else {
      let error = AccessError.system("cannot write '\(path)'")
      unlink(draft)
      throw error
    }
  }

  /// Changes the file at a path, which is made when it does not exist; two changes at a time wait for one another.
  ///
  /// - Throws: `AccessError`, also what `change` throws.
  public static func update<Value>(
    path: String, _ change: (inout KeyFile) throws(AccessError) -> Value
  ) throws(AccessError) -> Value {
    let lock = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
    guard lock >= 0, flock(lock, LOCK_EX) == 0 else { throw .system("cannot lock '\(path).lock'") }
    defer { close(lock) }
    var file = access(path, F_OK) == 0 ? try KeyFile(path: path) : KeyFile()
    let value = try change(&file)
    try file.write(path: path)
    return value
  }
}

/// Gives a file the owner, the group and the mode of the one at a path, if there is one.
private func copyAccess(of path: String, to descriptor: Int32) -> Bool {
  var old = stat()
  guard stat(path, &old) == 0 else { return errno == ENOENT }
  return fchown(descriptor, old.st_uid, old.st_gid) == 0 && fchmod(descriptor, old.st_mode & 0o7777) == 0
}

private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}

extension AccessError {
  /// A failure of the system, with `errno`'s text.
  static func system(_ what: String) -> AccessError {
    AccessError("\(what): \(String(cString: strerror(errno)))")
  }
}
