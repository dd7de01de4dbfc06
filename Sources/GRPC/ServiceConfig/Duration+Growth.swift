extension Duration {
  /// `factor` times as long, and no longer than `most`.
  ///
  /// The product itself may be longer than a duration can be, since factors come from configurations.
  func grown(by factor: Double, atMost most: Duration) -> Duration {
    let share = self / most * factor
    return share >= 0 && share < 1 ? self * factor : most
  }
}
