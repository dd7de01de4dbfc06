/// Finds the terms of one field of a view that start with a text and that most documents hold.
///
/// Deleted documents do not count; a dictionary counts them, so its number is a bound of a term's. A term among the best has, in one of the
/// p parts at least, a p-th of the number that the last of the best has; so each part is scanned for such terms only, and groups
/// of terms of which the largest number is lower are skipped. The groups of the largest numbers come first, so that the last
/// of the best has many documents soon.
struct TopTerms {
  /// One term and in how many documents of the view it is.
  struct Found {
    let term: [UInt8]
    let documentFrequency: Int
  }

  private let view: IndexView
  private let field: TextFieldID
  private let frequencies: LiveFrequencies
  private let parts: [TermDictionary]
  private let limit: Int
  /// The best so far, best first.
  private(set) var best: [Found] = []
  private var seen: Set<[UInt8]> = []

  init(view: IndexView, field: TextFieldID, limit: Int, frequencies: LiveFrequencies) {
    self.view = view
    self.field = field
    self.limit = limit
    self.frequencies = frequencies
    parts = view.parts.map { $0.segment.terms(field) }.filter { $0.count > 0 }
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
    let groups = dictionary.groups(of: range)
    let leading = leadingGroups(groups, dictionary)
    for group in leading { add(group, range, from: number) }
    for group in groups where Int(dictionary.maxDocumentFrequency(ofGroup: group)) >= needed {
      if !leading.contains(group) { add(group, range, from: number) }
    }
  }

  private mutating func add(_ group: Int, _ range: Range<Int>, from number: Int) {
    let dictionary = parts[number]
    dictionary.forEachFrequency(ofGroup: group) { term, ordinal, frequency in
      if Int(frequency) >= needed, range.contains(ordinal) { add(term, Int(frequency), in: number) }
    }
  }

  /// The groups with the largest numbers of documents, largest first, as many as there are to be best terms.
  private func leadingGroups(_ groups: Range<Int>, _ dictionary: TermDictionary) -> [Int] {
    let most = min(limit, Self.mostLeading)
    var leading: [Int] = []
    for group in groups {
      let frequency = dictionary.maxDocumentFrequency(ofGroup: group)
      if leading.count == most {
        guard frequency > dictionary.maxDocumentFrequency(ofGroup: leading[most - 1]) else { continue }
        leading.removeLast()
      }
      var place = leading.count
      while place > 0, dictionary.maxDocumentFrequency(ofGroup: leading[place - 1]) < frequency { place -= 1 }
      leading.insert(group, at: place)
    }
    return leading
  }

  private static let mostLeading = 64

  /// The least number of documents in one part that a term among the best can have.
  private var needed: Int {
    best.count < limit ? 1 : (best[limit - 1].documentFrequency + parts.count - 1) / parts.count
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer, _ frequency: Int, in number: Int) {
    if best.contains(where: { $0.term.elementsEqual(bytes) }) { return }
    let term = Array(bytes)
    var bound = frequency
    if parts.count > 1 {
      guard seen.insert(term).inserted else { return }
      for other in parts.indices where other != number {
        bound += Int(parts[other].find(term)?.documentFrequency ?? 0)
      }
    }
    guard place(of: Found(term: term, documentFrequency: bound)) < limit else { return }
    let hasDeletions = view.liveCount < view.documentCount
    let live = hasDeletions ? view.frequency(of: term, in: field, by: frequencies) : bound
    guard live > 0 else { return }
    insert(Found(term: term, documentFrequency: live))
  }

  private func place(of found: Found) -> Int {
    best.firstIndex {
      found.documentFrequency != $0.documentFrequency
        ? found.documentFrequency > $0.documentFrequency : found.term.lexicographicallyPrecedes($0.term)
    } ?? best.count
  }

  private mutating func insert(_ found: Found) {
    let place = place(of: found)
    guard place < limit else { return }
    best.insert(found, at: place)
    if best.count > limit { best.removeLast() }
  }
}
