// For `stdout`, a variable that nobody sets.
@preconcurrency import Glibc

/// Opens /dev/null in the place of those of standard input, output and error that the program was started without.
///
/// Otherwise the first file or socket that it opens gets their number, and what is printed goes there. What would be read from or
/// written to a stream that was closed goes on failing. To be called before anything else is opened.
public func reserveStandardStreams() {
  for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
    // The lowest number that is free is this one.
    _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
  }
}

/// Writes out what was printed; ends the program by SIGPIPE, as `--help | head` ends others, when its reader went away.
///
/// - Returns: what to say of it when not all could be written; nil when it was.
public func flushStandardOutput() -> String? {
  let isFlushed = fflush(stdout) == 0
  guard !isFlushed || ferror(stdout) != 0 else { return nil }
  // Of what failed while it was printed nobody has kept the reason.
  let reason = isFlushed ? "what was to be shown there is lost" : String(cString: strerror(errno))
  if outputHasNoReader {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
  }
  return "cannot write to standard output: \(reason)"
}

private var outputHasNoReader: Bool {
  var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
  return poll(&output, 1, 0) == 1 && output.revents & Int16(POLLERR) != 0
}
