import Metrics
import Testing

@Test func `a counter has help, type and a line a label set`() {
  var family = MetricFamily(.counter, "calls_total", "Calls, by \\ and\nline.")
  family.add(3, ["method": "a\"b\\c\nd"])
  family.add(0.5)
  #expect(
    PrometheusText.text([family]) == """
      # HELP calls_total Calls, by \\\\ and\\nline.
      # TYPE calls_total counter
      calls_total{method="a\\"b\\\\c\\nd"} 3
      calls_total 0.5

      """)
}

@Test func `a histogram's buckets add up to its count`() {
  var histogram = Histogram(Histogram.Bounds([1_000_000_000, 2_000_000_000], unitsPerWhole: 1e9))
  for seconds in [1, 2, 2, 9] { histogram.observe(UInt64(seconds) * 1_000_000_000) }
  let text = PrometheusText.text([MetricFamily("wait_seconds", "Waits.", histogram: histogram)])
  #expect(
    text == """
      # HELP wait_seconds Waits.
      # TYPE wait_seconds histogram
      wait_seconds_bucket{le="1"} 1
      wait_seconds_bucket{le="2"} 3
      wait_seconds_bucket{le="+Inf"} 4
      wait_seconds_sum 14
      wait_seconds_count 4

      """)
}

@Test func `a family without samples is left out`() {
  #expect(PrometheusText.text([MetricFamily(.gauge, "nothing", "Nothing.")]).isEmpty)
}

@Test func `numbers that are not finite are spelt as Prometheus spells them`() {
  var family = MetricFamily(.gauge, "odd", "Odd.")
  family.add(.infinity)
  family.add(-.infinity)
  family.add(.nan)
  #expect(PrometheusText.text([family]).hasSuffix("odd +Inf\nodd -Inf\nodd NaN\n"))
}
