import Glibc

/// The arguments of the command line, without the name of the program.
///
/// - Throws: `UsageError` for one that is not UTF-8, as in a terminal of another encoding: it would be taken for another text.
public func commandLineArguments() throws(UsageError) -> [String] {
  var arguments: [String] = []
  for index in 1..<max(1, Int(CommandLine.argc)) {
    guard let bytes = CommandLine.unsafeArgv[index] else { break }
    guard let text = String(validatingCString: bytes) else {
      throw UsageError("argument \(index): expected UTF-8, found '\(String(cString: bytes))'")
    }
    arguments.append(text)
  }
  return arguments
}

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
