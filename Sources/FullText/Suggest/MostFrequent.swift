/// The texts that most documents hold, among those that are offered part by part.
///
/// Deleted documents do not count; the parts of a view count them, so their numbers are bounds of a text's. A text among
/// the best has, in one of the p parts at least, a p-th of the number that the last of the best has; what has less
/// everywhere need not be offered. What has that much in one part is offered there, whatever the others hold.
struct MostFrequent {
  /// One text and how many documents of the view hold it.
  struct Found {
    let documentFrequency: Int
    /// Where its bytes are.
    fileprivate let place: Range<Int>
  }

  private let limit: Int
  private let partCount: Int
  /// The best so far: those of most documents first, among equals by bytes.
  private(set) var best: [Found] = []
  /// The bytes of all that have been among the best, one behind the other: moving one among them moves no bytes.
  private var bytes: [UInt8] = []
  /// The least number of documents in one part that a text among the best can have.
  private(set) var needed = 1
  private var seen: Set<[UInt8]> = []

  init(limit: Int, partCount: Int) {
    self.limit = limit
    self.partCount = partCount
  }

  private static let fewTexts = 64

  /// The bytes of one of the best.
  func text(of found: Found) -> ArraySlice<UInt8> { bytes[found.place] }

  /// Takes a text into account that one part holds. Most texts are refused by their number and bytes, at no cost in memory.
  ///
  /// - Parameters:
  ///   - frequency: how many documents of that part hold it, deleted ones included.
  ///   - bound: how many documents of all parts do; asked only where there are several.
  ///   - isMeant: whether it is to be taken into account for what this part holds.
  ///   - live: how many that are not deleted hold it; nil when none is deleted.
  mutating func offer(
    _ text: UnsafeRawBufferPointer, frequency: Int, bound: ([UInt8]) -> Int,
    isMeant: () -> Bool = { true }, live: (UnsafeRawBufferPointer) -> Int?
  ) {
    var most = frequency
    if partCount > 1 {
      let text = Array(text)
      guard !seen.contains(text) else { return }
      most = bound(text)
    }
    guard var rank = self.rank(of: text, most), rank < limit, isMeant() else { return }
    if partCount > 1 { seen.insert(Array(text)) }
    if let left = live(text) {
      guard left > 0, let lower = self.rank(of: text, left), lower < limit else { return }
      (most, rank) = (left, lower)
    }
    if best.isEmpty {
      best.reserveCapacity(min(limit, Self.fewTexts) + 1)
      bytes.reserveCapacity(16 * min(limit, Self.fewTexts))
    }
    if best.count == limit { best.removeLast() }
    let place = bytes.count..<bytes.count + text.count
    bytes += text
    best.insert(Found(documentFrequency: most, place: place), at: rank)
    if best.count == limit { needed = (best[limit - 1].documentFrequency + partCount - 1) / partCount }
  }

  /// The place among the best of a text that so many documents hold; nil if it has it already.
  private func rank(of text: UnsafeRawBufferPointer, _ frequency: Int) -> Int? {
    var rank = best.count
    while rank > 0, best[rank - 1].documentFrequency <= frequency {
      if best[rank - 1].documentFrequency == frequency {
        let order = compare(best[rank - 1], text)
        if order == 0 { return nil }
        if order < 0 { break }
      }
      rank -= 1
    }
    return rank
  }

  /// Bytewise order of one of the best and another text: negative, zero or positive.
  @inline(__always)
  private func compare(_ found: Found, _ text: UnsafeRawBufferPointer) -> Int {
    bytes.withUnsafeBytes { FullText.compare(UnsafeRawBufferPointer(rebasing: $0[found.place]), text) }
  }
}
