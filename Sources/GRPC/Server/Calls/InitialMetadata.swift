/// The metadata that goes before the first response.
struct InitialMetadata {
  /// What was added first, if that was a number.
  private var number: NumberHeaders?
  private(set) var entries = Metadata()

  /// Whether there is none.
  var isEmpty: Bool { number == nil && entries.isEmpty }

  /// All of it, in the order in which it was added.
  var metadata: Metadata { number?.metadata.joined(entries) ?? entries }

  /// The number, for headers that hold nothing else; once, for headers are sent once.
  mutating func takeNumber() -> NumberHeaders? { number.take() }

  /// Adds metadata.
  mutating func append(contentsOf metadata: Metadata) { entries.append(contentsOf: metadata) }

  /// Adds a number.
  mutating func append(_ number: consuming NumberHeaders) {
    if self.number == nil, entries.isEmpty {
      self.number = number
    } else {
      append(contentsOf: number.metadata)
    }
  }
}
