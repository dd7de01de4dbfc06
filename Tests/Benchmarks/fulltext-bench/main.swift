import BenchmarkSupport
import Flags
import Glibc

let usage = """
  usage: fulltext-bench

  The index behind a line protocol: reads one JSON object a line on standard input and answers each with one on standard output.

    {"op":"info"}                                               the program's name and version
    {"op":"ping"}
    {"op":"build","docs":FILE,"index":FOLDER,"language":TAG}    builds an index of articles, one a line, gzipped or not
    {"op":"open","index":FOLDER}                                opens it for what follows
    {"op":"search","class":CLASS,"terms":[…],"k":N}             CLASS: or, and, phrase, fuzzy, filtered, prefix, text
    {"op":"suggest","prefix":TEXT,"k":N}

  prefix takes "prefix" beside the terms, filtered "category", "from", "to" and "facets"; text takes "text" instead of terms.
  With "count":true a search answers with the exact number of matches. What cannot be answered gets {"error":…}.

  """
switch (try? commandLineArguments()) ?? ["?"] {
case []: break
case ["--help"], ["-h"]:
  print(usage, terminator: "")
  exit(0)
default:
  _ = write(STDERR_FILENO, usage, usage.utf8.count)
  exit(2)
}

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
