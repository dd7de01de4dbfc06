extension Duration {
  /// `factor` times as long, so many times over, and no longer than `most`: a wait behind that many failures.
  ///
  /// A product may be longer than a duration can be, since factors come from configurations.
  func grown(by factor: Double, times: Int, atMost most: Duration) -> Duration {
    var grown = min(self, most)
    for _ in 0..<times where grown < most {
      let share = grown / most * factor
      grown = share >= 0 && share < 1 ? grown * factor : most
    }
    return grown
  }
}
