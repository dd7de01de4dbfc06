extension Payload {
  /// So many zeros.
  public init(zeros count: Int) {
    self.init()
    body = [UInt8](repeating: 0, count: count)
  }
}

extension BoolValue {
  /// A value that is there.
  public init(_ value: Bool) {
    self.init()
    self.value = value
  }
}
