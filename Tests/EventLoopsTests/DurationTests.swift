import Testing

@testable import EventLoops

@Test(
  arguments: [
    (.nanoseconds(67_711), "67.7 µs"), (.zero, "0 ns"), (.nanoseconds(999), "999 ns"),
    (.milliseconds(1500), "1.5 s"),
    (.seconds(30), "30 s"), (.seconds(20.34959), "20.3 s"), (.seconds(86_400), "86400 s"),
    (.milliseconds(250), "250 ms"), (.microseconds(1234), "1.23 ms"), (.milliseconds(-20), "-20 ms"),
  ] as [(Duration, String)])
func `a duration is told with the digits that count and the unit that suits them`(
  duration: Duration, text: String
) {
  #expect(duration.readable == text)
}
