import Glibc

extension Timestamp {
  /// The system's wall clock.
  public static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var timestamp = Timestamp()
    timestamp.seconds = Int64(time.tv_sec)
    timestamp.nanos = Int32(time.tv_nsec)
    return timestamp
  }
}
