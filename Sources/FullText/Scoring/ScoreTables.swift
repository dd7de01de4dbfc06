/// For each text field of a view and each norm code, what an occurrence gains; see ``BM25/gains(averageLength:boost:lengthWeight:)``.
///
/// Owns its memory; immutable after it is made.
final class ScoreTables {
  private let memory: UnsafeMutablePointer<Float>

  /// What each frequency code bounds, 256 entries; valid while the tables live.
  let frequencyBounds: UnsafePointer<Float>

  /// Of the boosts there is one a text field.
  init(view: IndexView, bm25: BM25, boosts: [Float]) {
    memory = .allocate(capacity: (view.statistics.count + 1) * 256)
    let bounds = memory + view.statistics.count * 256
    bounds.initialize(from: FrequencyCode.upperBounds, count: 256)
    frequencyBounds = UnsafePointer(bounds)
    for (index, statistics) in view.statistics.enumerated() {
      let gains = bm25.gains(
        averageLength: statistics.averageLength, boost: boosts[index],
        lengthWeight: view.schema.textFields[index].lengthWeight)
      (memory + index * 256).initialize(from: gains, count: 256)
    }
  }

  deinit { memory.deallocate() }

  /// The 256 entries of a field, valid while the tables live.
  func gains(_ field: TextFieldID) -> UnsafePointer<Float> {
    UnsafePointer(memory + field.index * 256)
  }
}
