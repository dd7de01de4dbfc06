import Glibc

/// The variables of the process's environment.
public func environmentVariables() -> [String: String] {
  var result: [String: String] = [:]
  var cursor = environ
  while let entry = cursor.pointee {
    let text = String(cString: entry)
    if let sign = text.firstIndex(of: "=") {
      result[String(text[..<sign])] = String(text[text.index(after: sign)...])
    }
    cursor += 1
  }
  return result
}

/// The first bytes of a file, at most so many.
///
/// - Parameter complaint: what comes before the system's reason in an error: which setting names the file, and the file.
/// - Throws: `UsageError` when it cannot be read.
public func readFile(
  _ path: String, atMost limit: Int, complaint: String
) throws(UsageError) -> [UInt8] {
  guard let file = fopen(path, "re") else { throw failure(complaint) }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: limit)
  let count = fread(&bytes, 1, limit, file)
  guard ferror(file) == 0 else { throw failure(complaint) }
  return Array(bytes[..<count])
}

private func failure(_ complaint: String) -> UsageError {
  UsageError("\(complaint): \(String(cString: strerror(errno)))")
}
