/// Finds the most frequent terms of one field of a view that start with a text.
///
/// A term's frequency is its sum over all parts, deleted documents included. A term among the best has, in one of the p parts at least, a p-th of the
/// frequency that the last of the best has; so each part is scanned for such terms only, and groups of terms of which the
/// largest frequency is lower are skipped. How many groups hold a term of which frequency tells beforehand what the last of
/// the best has at least.
struct TopTerms {
  /// One term and in how many documents of the view it is.
  struct Found {
    let term: [UInt8]
    let documentFrequency: Int
  }

  private let parts: [TermDictionary]
  private let limit: Int
  /// The best so far, best first.
  private(set) var best: [Found] = []
  private var seen: Set<[UInt8]> = []
  /// What the last of the best has at least.
  private var floor = 1

  init(view: IndexView, field: TextFieldID, limit: Int) {
    parts = view.parts.map { $0.segment.terms(field) }.filter { $0.count > 0 }
    self.limit = limit
  }

  /// Takes all terms that start with a prefix into account.
  mutating func add(prefix: [UInt8]) {
    guard limit > 0 else { return }
    for number in parts.indices { add(prefix, from: number) }
  }

  private mutating func add(_ prefix: [UInt8], from number: Int) {
    let dictionary = parts[number]
    let range = dictionary.ordinals(withPrefix: prefix)
    guard !range.isEmpty else { return }
    raiseFloor(range, dictionary)
    let groups = dictionary.groups(of: range)
    for group in groups where Int(dictionary.maxDocumentFrequency(ofGroup: group)) >= needed {
      dictionary.forEachFrequency(ofGroup: group) { term, ordinal, frequency in
        if Int(frequency) >= needed, range.contains(ordinal) {
          add(term, Int(frequency), in: number)
        }
      }
    }
  }

  /// As many groups as there are to be best ones hold a term each; the least of these terms is in as many documents as the
  /// last of the best at most.
  private mutating func raiseFloor(_ range: Range<Int>, _ dictionary: TermDictionary) {
    guard limit <= Self.mostTracked else { return }
    var largest: [Int] = []
    // Groups at the edges may have their largest frequency outside the range.
    for group in dictionary.groups(of: range).dropFirst().dropLast() {
      let frequency = Int(dictionary.maxDocumentFrequency(ofGroup: group))
      if largest.count == limit {
        guard frequency > largest[limit - 1] else { continue }
        largest.removeLast()
      }
      var place = largest.count
      while place > 0, largest[place - 1] < frequency { place -= 1 }
      largest.insert(frequency, at: place)
    }
    if largest.count == limit { floor = max(floor, largest[limit - 1]) }
  }

  /// The largest limit for which a floor is looked for.
  private static let mostTracked = 64

  /// The least frequency in one part that a term among the best can have.
  private var needed: Int {
    let least = best.count < limit ? floor : max(floor, best[limit - 1].documentFrequency)
    return (least + parts.count - 1) / parts.count
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer, _ frequency: Int, in number: Int) {
    var frequency = frequency
    if best.contains(where: { $0.term.elementsEqual(bytes) }) { return }
    let term = Array(bytes)
    if parts.count > 1 {
      guard seen.insert(term).inserted else { return }
      for other in parts.indices where other != number {
        frequency += Int(parts[other].find(term)?.documentFrequency ?? 0)
      }
    }
    insert(Found(term: term, documentFrequency: frequency))
  }

  private mutating func insert(_ found: Found) {
    func precedes(_ a: Found, _ b: Found) -> Bool {
      a.documentFrequency != b.documentFrequency
        ? a.documentFrequency > b.documentFrequency : a.term.lexicographicallyPrecedes(b.term)
    }
    let place = best.firstIndex { precedes(found, $0) } ?? best.count
    guard place < limit else { return }
    best.insert(found, at: place)
    if best.count > limit { best.removeLast() }
  }
}
