import BenchmarkSupport
import Glibc

// fulltext-bench: the index behind a line protocol, one JSON object a line on stdin, one answer a line on stdout.
// Operations: info, ping, build, open, search, suggest. See BenchServer for their members.
var server = BenchServer()
var lines = RequestLines()
while let request = lines.next({ JSONValue(parsing: $0) }) {
  var answer = server.answer(request).description + "\n"
  answer.withUTF8 { bytes in
    var written = 0
    while written < bytes.count {
      let count = write(STDOUT_FILENO, bytes.baseAddress! + written, bytes.count - written)
      guard count > 0 else { exit(1) }
      written += count
    }
  }
}
