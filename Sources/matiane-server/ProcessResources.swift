import Glibc

/// Lets the process have as many connections as the system allows it.
func raiseDescriptorLimit() {
  guard var limit = descriptorLimits() else { return }
  limit.rlim_cur = limit.rlim_max
  _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}

/// How many files the process may have open; `Int.max` when the system does not tell.
func descriptorLimit() -> Int { descriptorLimits().map { Int(clamping: $0.rlim_cur) } ?? .max }

private func descriptorLimits() -> rlimit? {
  var limit = rlimit()
  return getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 ? limit : nil
}

/// How many connections there may be where so many files may be open: the log and snapshots must be able to open theirs whatever
/// clients do.
func mostConnections(ofDescriptors descriptors: Int) -> Int { max(descriptors - 256, descriptors / 2) }

/// Resident memory of the process in bytes; 0 when the system does not tell.
func residentBytes() -> Int {
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 128)
  let count = fread(&bytes, 1, bytes.count, file)
  let fields = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
  guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
  return pages * sysconf(Int32(_SC_PAGESIZE))
}
