/// The texts that most documents hold, among those that are offered part by part.
///
/// Deleted documents do not count; the parts of a view count them, so their numbers are bounds of a text's. A text among
/// the best has, in one of the p parts at least, a p-th of the number that the last of the best has; what has less
/// everywhere need not be offered. What has that much in one part is offered there, whatever the others hold.
struct MostFrequent {
  /// One text and how many documents of the view hold it.
  struct Found {
    let text: [UInt8]
    let documentFrequency: Int
    /// How many hold it if deleted ones count.
    fileprivate let bound: Int
  }

  private let limit: Int
  private let partCount: Int
  /// The best so far: those of most documents first, among equals by bytes.
  private(set) var best: [Found] = []
  /// The least number of documents in one part that a text among the best can have.
  private(set) var needed = 1
  private var seen: Set<[UInt8]> = []

  init(limit: Int, partCount: Int) {
    self.limit = limit
    self.partCount = partCount
    best.reserveCapacity(min(limit, Self.fewTexts) + 1)
  }

  private static let fewTexts = 64

  /// Takes a text into account that one part holds. Most texts are refused by their number and bytes, at no cost in memory.
  ///
  /// - Parameters:
  ///   - frequency: how many documents of that part hold it, deleted ones included.
  ///   - bound: how many documents of all parts do; asked only where there are several.
  ///   - live: how many that are not deleted hold it; nil when none is deleted.
  mutating func offer(
    _ bytes: UnsafeRawBufferPointer, frequency: Int, bound: ([UInt8]) -> Int, live: ([UInt8]) -> Int?
  ) {
    var most = frequency
    if partCount > 1 {
      let text = Array(bytes)
      guard seen.insert(text).inserted else { return }
      most = bound(text)
    } else if isKnown(bytes, frequency) {
      return
    }
    guard place(of: bytes, most) < limit else { return }
    let text = Array(bytes)
    let count = live(text) ?? most
    let place = place(of: bytes, count)
    guard count > 0, place < limit else { return }
    best.insert(Found(text: text, documentFrequency: count, bound: most), at: place)
    if best.count > limit { best.removeLast() }
    if best.count == limit { needed = (best[limit - 1].documentFrequency + partCount - 1) / partCount }
  }

  private func isKnown(_ bytes: UnsafeRawBufferPointer, _ bound: Int) -> Bool {
    best.indices.contains { best[$0].bound == bound && best[$0].compare(bytes) == 0 }
  }

  private func place(of bytes: UnsafeRawBufferPointer, _ frequency: Int) -> Int {
    var place = best.count
    while place > 0, best[place - 1].comes(after: bytes, frequency) { place -= 1 }
    return place
  }
}

extension MostFrequent.Found {
  fileprivate func comes(after bytes: UnsafeRawBufferPointer, _ frequency: Int) -> Bool {
    documentFrequency != frequency ? documentFrequency < frequency : compare(bytes) > 0
  }

  /// Bytewise order of its text and another: negative, zero or positive.
  fileprivate func compare(_ bytes: UnsafeRawBufferPointer) -> Int {
    text.withUnsafeBytes { FullText.compare($0, bytes) }
  }
}
