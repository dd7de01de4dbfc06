/// Which segments are merged when, and where the work is done.
///
/// Segments fall into tiers by size, each `fanIn` times the one below. As soon as `fanIn` neighbours of a tier (or
/// smaller) stand side by side they are merged, so a document is copied about once a tier and there are at most
/// about `fanIn` segments a tier.
public struct MergePolicy: Sendable {
  /// How many segments make one of the next tier.
  public var fanIn = 8
  /// Merges of at most so many documents are done at once by the writer; larger ones go to `execute`.
  public var inlineDocuments = 2048
  /// Merges of larger segments than this are done at once by the writer only if there is no `execute`.
  public var inlineBytes = 8 << 20
  /// No merge makes a segment of more documents than this.
  public var maxDocuments = 4 << 20
  /// Runs a long job somewhere else; nil to merge everything at once.
  public var execute: (@Sendable (_ job: @escaping @Sendable () -> Void) -> Void)?
  /// Called on the executor when a merge is ready for `IndexWriter.adoptFinishedMerge`.
  public var finished: (@Sendable () -> Void)?

  /// A policy that merges everything at once unless `execute` is given.
  public init(
    execute: (@Sendable (_ job: @escaping @Sendable () -> Void) -> Void)? = nil,
    finished: (@Sendable () -> Void)? = nil
  ) {
    self.execute = execute
    self.finished = finished
  }

  /// The smallest tier's size in documents.
  private static let smallestTier = 64

  /// Whether the writer should do a merge itself.
  func isInline(_ inputs: [IndexView.Part]) -> Bool {
    guard execute != nil else { return true }
    let documents = inputs.reduce(0) { $0 + $1.liveCount }
    let bytes = inputs.reduce(0) { $0 + $1.segment.imageBytes }
    return documents <= inlineDocuments && bytes <= inlineBytes
  }

  /// The segments to merge next, or nil; `busy` ones are left alone.
  func nextMerge(in parts: [IndexView.Part], except busy: [Segment]) -> Range<Int>? {
    let tiers = parts.map { part in busy.contains { $0 === part.segment } ? Int.max : tier(part.liveCount) }
    for tier in Set(tiers).sorted() where tier != .max {
      if let run = run(of: tier, tiers, parts) { return run }
    }
    return parts.indices.first { isWorthRewriting(parts[$0]) && tiers[$0] != .max }.map { $0..<$0 + 1 }
  }

  /// The first run of `fanIn` neighbours or more, none above a tier.
  private func run(of tier: Int, _ tiers: [Int], _ parts: [IndexView.Part]) -> Range<Int>? {
    var start = 0
    while start < parts.count {
      guard tiers[start] <= tier else {
        start += 1
        continue
      }
      var end = start
      var documents = 0
      while end < parts.count, tiers[end] <= tier, documents + parts[end].liveCount <= maxDocuments,
        end - start < 2 * fanIn
      {
        documents += parts[end].liveCount
        end += 1
      }
      if end - start >= fanIn { return start..<end }
      start = max(end, start + 1)
    }
    return nil
  }

  /// Whether so much of a segment is deleted that it should be written anew.
  private func isWorthRewriting(_ part: IndexView.Part) -> Bool {
    part.deletions.count > Self.smallestTier && part.deletions.count * 3 > part.segment.documentCount
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
  func longestRun(in parts: [IndexView.Part], from start: Int) -> Int {
    var end = start
    var documents = 0
    while end < parts.count, end == start || documents + parts[end].liveCount <= Limits.documentsPerSegment {
      documents += parts[end].liveCount
      end += 1
    }
    return end
  }
}
