/// For each text field of a view and each norm code, what BM25 makes of the length; see ``BM25/inverses(averageLength:)``.
///
/// Owns its memory; immutable after it is made.
final class ScoreTables {
  private let memory: UnsafeMutablePointer<Float>

  /// What each frequency code bounds, 256 entries; valid while the tables live.
  let frequencyBounds: UnsafePointer<Float>

  init(view: IndexView, bm25: BM25) {
    memory = .allocate(capacity: (view.statistics.count + 1) * 256)
    let bounds = memory + view.statistics.count * 256
    bounds.initialize(from: FrequencyCode.upperBounds, count: 256)
    frequencyBounds = UnsafePointer(bounds)
    for (index, statistics) in view.statistics.enumerated() {
      let inverses = bm25.inverses(averageLength: statistics.averageLength)
      (memory + index * 256).initialize(from: inverses, count: 256)
    }
  }

  deinit { memory.deallocate() }

  /// The 256 entries of a field, valid while the tables live.
  func inverses(_ field: TextFieldID) -> UnsafePointer<Float> {
    UnsafePointer(memory + field.index * 256)
  }
}
