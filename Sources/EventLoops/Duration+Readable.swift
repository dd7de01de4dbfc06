extension Duration {
  /// As a message tells it: up to three digits that count, and the unit that suits them, such as `67.7 µs` and `20 s`.
  package var readable: String {
    let nanoseconds = self / .nanoseconds(1)
    let units = [(1e9, "s"), (1e6, "ms"), (1e3, "µs")]
    let (size, unit) = units.first { abs(nanoseconds) >= $0.0 } ?? (1, "ns")
    let value = nanoseconds / size
    let scale = abs(value) >= 100 ? 1.0 : abs(value) >= 10 ? 10 : 100
    let text = "\((value * scale).rounded() / scale)"
    return "\(text.hasSuffix(".0") ? String(text.dropLast(2)) : text) \(unit)"
  }
}
