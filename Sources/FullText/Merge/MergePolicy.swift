/// Which segments are merged when, and where the work is done.
///
/// Segments fall into tiers by size, each `fanIn` times the one below. As soon as `fanIn` of a tier stand side by side,
/// perhaps with smaller ones between them, they are merged, so a document is copied about once a tier and there
/// are about `fanIn` segments a tier at most. That is what a writer can afford who has more to write. Every segment costs a
/// query some microseconds a term, so while nobody writes a stricter rule holds: no segment is less than twice as large as
/// all the newer ones together.
public struct MergePolicy: Sendable {
  /// How many segments make one of the next tier.
  public var fanIn = 8
  /// Merges of at most so many documents are done at once by the writer: handing them over would cost as much.
  public var promptDocuments = 64
  /// Merges of at most so many documents are done by the writer while `execute` is busy with another; larger ones wait.
  public var inlineDocuments = 2048
  /// Merges of larger segments than this are done at once by the writer only if there is no `execute`.
  public var inlineBytes = 8 << 20
  /// No merge makes a segment of more documents than this.
  public var maxDocuments = 4 << 20
  /// No merge while writes go on makes a segment of more bytes than about this, or than an eighth of the index where that is more:
  /// while it is being made, it is in memory beside its inputs.
  public var busyBytes = 512 << 20
  /// No merge at rest makes a segment of more bytes than about this, or than half of the index where that is more.
  public var restBytes = 512 << 20
  /// Above so many segments the smallest neighbours are merged, whatever their tiers.
  public var maxSegments = 48
  /// Runs a long job somewhere else; nil to merge everything at once.
  public var execute: (@Sendable (_ job: @escaping @Sendable () -> Void) -> Void)?
  /// Whether there is memory for so many bytes more; nil if there always is. Asked before `execute` is given a merge.
  public var hasRoom: (@Sendable (_ bytes: Int) -> Bool)?
  /// Called on the executor when a merge is ready for `IndexWriter.adoptFinishedMerge`.
  public var finished: (@Sendable () -> Void)?
  /// Called on the writer's thread when the first merge has failed, because a segment is damaged.
  public var failed: (@Sendable (IndexError) -> Void)?

  /// A policy that merges everything at once unless `execute` is given.
  public init(
    execute: (@Sendable (_ job: @escaping @Sendable () -> Void) -> Void)? = nil,
    hasRoom: (@Sendable (_ bytes: Int) -> Bool)? = nil, finished: (@Sendable () -> Void)? = nil,
    failed: (@Sendable (IndexError) -> Void)? = nil
  ) {
    self.execute = execute
    self.hasRoom = hasRoom
    self.finished = finished
    self.failed = failed
  }

  /// The smallest tier's size in documents. Below it a segment is copied for every few documents behind it.
  private static let smallestTier = 8
  /// So many documents must be deleted for a segment to be written anew just for them.
  private static let worthRewriting = 64

  /// Whether the writer should do a merge itself.
  ///
  /// - Parameter isBusy: whether `execute` has another merge in hand.
  func isInline(_ inputs: [SegmentView], isBusy: Bool) -> Bool {
    guard execute != nil else { return true }
    let documents = inputs.reduce(0) { $0 + $1.liveCount }
    let bytes = inputs.reduce(0) { $0 + $1.segment.imageBytes }
    return documents <= (isBusy ? inlineDocuments : promptDocuments) && bytes <= inlineBytes
  }

  /// Whether there is room for what a merge makes, beside its inputs.
  ///
  /// One that leaves a third of them out is done without room, too: that is how memory becomes free again.
  func fits(_ inputs: [SegmentView]) -> Bool {
    guard let hasRoom else { return true }
    let bytes = inputs.reduce(0) { $0 + $1.segment.imageBytes }
    let kept = inputs.reduce(0) { sum, part in
      sum + part.segment.imageBytes / max(1, part.segment.documentCount) * part.liveCount
    }
    return kept <= bytes / 3 * 2 || hasRoom(kept)
  }

  /// The segments to merge next, or nil; `busy` ones are left alone.
  func nextMerge(in parts: [SegmentView], except busy: [Segment]) -> Range<Int>? {
    let bytes = max(busyBytes, Self.bytes(of: parts) / 8)
    let tiers = parts.map { part in busy.contains { $0 === part.segment } ? Int.max : tier(part.liveCount) }
    for tier in Set(tiers).sorted() where tier != .max {
      if let run = run(of: tier, tiers, parts, bytes) { return run }
    }
    if let run = smallestRun(tiers, parts) { return run }
    return parts.indices.first {
      isWorthRewriting(parts[$0]) && tiers[$0] != .max && parts[$0].liveCount <= maxDocuments
    }.map { $0..<$0 + 1 }
  }

  /// The first run of neighbours, none above a tier, of which at least `fanIn` are of that tier; of those that come to more than
  /// `bytes`, some.
  ///
  /// Smaller ones between them come along, but do not count: else a large segment would be written again for every few
  /// small ones behind it.
  private func run(
    of tier: Int, _ tiers: [Int], _ parts: [SegmentView], _ bytes: Int
  ) -> Range<Int>? {
    var start = 0
    while start < parts.count {
      var end = start
      var documents = 0
      var ofTier = 0
      while end < parts.count, tiers[end] <= tier, documents + parts[end].liveCount <= maxDocuments {
        documents += parts[end].liveCount
        if tiers[end] == tier { ofTier += 1 }
        end += 1
      }
      if ofTier >= fanIn, let fitting = fitting(parts, start..<end, bytes) { return fitting }
      start = max(end, start + 1)
    }
    return nil
  }

  /// A run if it comes to no more than `bytes`; else the first neighbours in it that do, none of which is more than half of them:
  /// a large one is not copied for what little stands beside it.
  private func fitting(
    _ parts: [SegmentView], _ run: Range<Int>, _ bytes: Int
  ) -> Range<Int>? {
    for start in run {
      var end = start
      var sum = 0
      var largest = 0
      var documents = 0
      while end < run.upperBound {
        let size = parts[end].segment.imageBytes
        documents += parts[end].liveCount
        if sum + size > bytes || documents > maxDocuments { break }
        sum += size
        largest = max(largest, size)
        end += 1
      }
      if start..<end == run || 2 * largest <= sum && end > start { return start..<end }
    }
    return nil
  }

  /// Where there are too many segments, the `fanIn` neighbours with the fewest documents.
  private func smallestRun(_ tiers: [Int], _ parts: [SegmentView]) -> Range<Int>? {
    guard parts.count > maxSegments else { return nil }
    let runs = (0...parts.count - fanIn).map { $0..<$0 + fanIn }
    let free = runs.filter { !tiers[$0].contains(.max) }
    let sizes = free.map { run in parts[run].reduce(0) { $0 + $1.liveCount } }
    guard let best = sizes.indices.min(by: { sizes[$0] < sizes[$1] }), sizes[best] <= maxDocuments else {
      return nil
    }
    return free[best]
  }

  /// The segments to merge while nobody writes, or nil; whether there is room is not asked.
  func nextMergeAtRest(in parts: [SegmentView]) -> Range<Int>? {
    nextMergeAtRest(in: parts, max(restBytes, Self.bytes(of: parts) / 2))
  }

  /// The same, or fewer segments where there is no room for those; nil where there is none for any.
  func nextMergeAtRestThatFits(in parts: [SegmentView]) -> Range<Int>? {
    let most = [max(restBytes, Self.bytes(of: parts) / 2), restBytes, restBytes / 8]
    return most.lazy.compactMap { nextMergeAtRest(in: parts, $0) }.first { fits(Array(parts[$0])) }
  }

  /// The segments to merge into one of at most so many bytes, or nil: from the oldest on that is too small beside the newer ones.
  ///
  /// Each merge makes a segment at least half as large again as the oldest of its inputs, so a document is not copied for every
  /// pause in writing; a segment that is smaller than newer ones is merged away once. Where the newer ones are too large for that,
  /// older ones are merged with one another.
  private func nextMergeAtRest(in parts: [SegmentView], _ most: Int) -> Range<Int>? {
    guard var start = parts.indices.last else { return nil }
    var found: Int?
    var documents = parts[start].liveCount
    var bytes = parts[start].segment.imageBytes
    while start > 0 {
      start -= 1
      bytes += parts[start].segment.imageBytes
      let isTooSmall = parts[start].liveCount < 2 * documents
      documents += parts[start].liveCount
      if documents > maxDocuments || bytes > most { break }
      if isTooSmall { found = start }
    }
    if let found { return found..<parts.count }
    return Self.bytes(of: parts) > most ? fitting(parts, parts.indices, most) : nil
  }

  private static func bytes(of parts: [SegmentView]) -> Int {
    parts.reduce(0) { $0 + $1.segment.imageBytes }
  }

  /// Whether so much of a segment is deleted that it should be written anew.
  private func isWorthRewriting(_ part: SegmentView) -> Bool {
    part.deletions.count > Self.worthRewriting && part.deletions.count * 3 > part.segment.documentCount
  }

  private func tier(_ documents: Int) -> Int {
    var tier = 0
    var limit = Self.smallestTier
    while documents >= limit, limit < Limits.documentsPerSegment {
      limit *= fanIn
      tier += 1
    }
    return tier
  }

  /// The end of the longest run from `start` that fits one segment.
  func longestRun(in parts: [SegmentView], from start: Int) -> Int {
    var end = start
    var documents = 0
    while end < parts.count, end == start || documents + parts[end].liveCount <= Limits.documentsPerSegment {
      documents += parts[end].liveCount
      end += 1
    }
    return end
  }
}
