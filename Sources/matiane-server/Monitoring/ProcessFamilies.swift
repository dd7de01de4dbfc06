import EventLoops
import Glibc
import Metrics

/// Metrics of the process, named as all Prometheus clients name them.
enum ProcessFamilies {
  /// The metrics at this moment.
  static func families(startSeconds: Int64) -> [MetricFamily] {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return [
      MetricFamily(
        .counter, "process_cpu_seconds_total", "CPU time of the process.",
        value: seconds(usage.ru_utime) + seconds(usage.ru_stime)),
      MetricFamily(
        .gauge, "process_resident_memory_bytes", "Resident memory.", value: Double(residentBytes())),
      MetricFamily(.gauge, "process_open_fds", "Open descriptors.", value: Double(openDescriptors())),
      MetricFamily(
        .gauge, "process_max_fds", "Descriptors that may be open.", value: Double(descriptorLimit())),
      MetricFamily(
        .gauge, "process_start_time_seconds", "When the process started, since 1970.",
        value: Double(startSeconds)),
    ]
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  private static func openDescriptors() -> Int {
    guard let folder = opendir("/proc/self/fd") else { return 0 }
    defer { closedir(folder) }
    var count = 0
    while let entry = readdir(folder) {
      if entry.pointee.d_name.0 != CChar(bitPattern: UInt8(ascii: ".")) { count += 1 }
    }
    // The folder itself is open at this moment.
    return count - 1
  }
}
