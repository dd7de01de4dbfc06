import CArguments
import Glibc
import InputFiles

/// The arguments of the command line, without the name of the program.
///
/// They are those that the kernel hands over, which `CommandLine` misses when a library loaded before the program (libfaketime, for one)
/// has set a variable of the environment.
///
/// - Throws: `UsageError` for one that is not UTF-8, as in a terminal of another encoding: it would be taken for another text.
public func commandLineArguments() throws(UsageError) -> [String] {
  var arguments: [String] = []
  var index: Int32 = 1
  while let bytes = carguments_at(index) {
    guard let text = String(validatingCString: bytes) else {
      throw UsageError("argument \(index): expected UTF-8, found '\(String(cString: bytes))'")
    }
    arguments.append(text)
    index += 1
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

/// All that a file holds, as `InputFile.read` does.
///
/// - Parameter complaint: what comes before the reason in an error: which setting names the file, and the file.
/// - Throws: `UsageError` when it cannot be read, or is larger than so many bytes.
public func readFile(_ path: String, atMost limit: Int, complaint: String) throws(UsageError) -> [UInt8] {
  do throws(InputFileError) {
    return try InputFile(path).read(atMost: limit)
  } catch {
    throw UsageError("\(complaint): \(error)")
  }
}
