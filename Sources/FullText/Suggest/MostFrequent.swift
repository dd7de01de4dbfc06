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
  }

  private let limit: Int
  private let partCount: Int
  /// The best so far: those of most documents first, among equals by bytes.
  private(set) var best: [Found] = []
  private var seen: Set<[UInt8]> = []

  init(limit: Int, partCount: Int) {
    self.limit = limit
    self.partCount = partCount
  }

  /// The least number of documents in one part that a text among the best can have.
  var needed: Int {
    best.count < limit ? 1 : (best[limit - 1].documentFrequency + partCount - 1) / partCount
  }

  /// Takes a text into account that one part holds.
  ///
  /// - Parameters:
  ///   - bound: how many documents of all parts hold it, deleted ones included.
  ///   - live: how many that are not deleted hold it.
  mutating func offer(
    _ bytes: UnsafeRawBufferPointer, bound: ([UInt8]) -> Int, live: ([UInt8]) -> Int?
  ) {
    if best.contains(where: { $0.text.elementsEqual(bytes) }) { return }
    let text = Array(bytes)
    if partCount > 1, !seen.insert(text).inserted { return }
    let most = bound(text)
    guard place(of: Found(text: text, documentFrequency: most)) < limit else { return }
    let count = live(text) ?? most
    let found = Found(text: text, documentFrequency: count)
    let place = place(of: found)
    guard count > 0, place < limit else { return }
    best.insert(found, at: place)
    if best.count > limit { best.removeLast() }
  }

  private func place(of found: Found) -> Int {
    best.firstIndex {
      found.documentFrequency != $0.documentFrequency
        ? found.documentFrequency > $0.documentFrequency : found.text.lexicographicallyPrecedes($0.text)
    } ?? best.count
  }
}
