import ArticleAPI

extension [Facet] {
  /// What the facets of one response take at the most, encoded.
  private static let mostBytes = 1 << 20
  /// What a value takes beside its own bytes at the most: field number and length.
  private static let frameBytes = 6

  /// The same with the least frequent values left out where all of them take too much; they count among the others then.
  ///
  /// Histograms, whose values are short and bounded by their number, stay whole.
  var withinRoom: [Facet] {
    var left = Self.mostBytes
    var facets = self
    // The smallest first: what one leaves of its share the others may have.
    let sizes = facets.map(\.serializedSize)
    guard sizes.reduce(0, +) > left else { return facets }
    for (place, index) in sizes.indices.sorted(by: { sizes[$0] < sizes[$1] }).enumerated() {
      facets[index].leaveOut(beyond: left / (facets.count - place), frameBytes: Self.frameBytes)
      left -= facets[index].serializedSize
    }
    return facets
  }
}

extension Facet {
  fileprivate mutating func leaveOut(beyond bytes: Int, frameBytes: Int) {
    if field == "publish_time" { return }
    var left = bytes - field.utf8.count - 16
    let kept = values.prefix { value in
      left -= value.serializedSize + frameBytes
      return left >= 0
    }
    otherCount += values[kept.count...].reduce(0) { $0 + $1.count }
    values = Array(kept)
  }
}
