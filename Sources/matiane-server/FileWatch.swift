import Glibc

/// Notices that files have changed, by looking at them every so often: that also sees a symbolic link which is turned
/// to another file, as Kubernetes does with secrets.
struct FileWatch {
  /// What tells one state of a file from another.
  private struct Mark: Equatable {
    var device: UInt64 = 0
    var inode: UInt64 = 0
    var size = 0
    var seconds = 0
    var nanoseconds = 0

    init(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return }
      device = UInt64(status.st_dev)
      inode = UInt64(status.st_ino)
      size = Int(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  private var paths: [String]
  private var marks: [Mark]

  /// Remembers how the files are now.
  init(_ paths: [String]) {
    self.paths = paths
    marks = paths.map(Mark.init)
  }

  /// Whether a file differs from how it was at the last look, or other files are asked for.
  mutating func hasChanged(_ paths: [String]) -> Bool {
    let found = paths.map(Mark.init)
    defer { (self.paths, marks) = (paths, found) }
    return paths != self.paths || found != marks
  }
}
