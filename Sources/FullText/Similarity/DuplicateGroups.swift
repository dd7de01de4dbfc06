/// Which documents of a result have nearly the same text.
///
/// Two documents are alike when a word of their signatures is the same and the signatures have most values in common; a group
/// is whatever hangs together by likeness. So groups depend on the documents alone, not on their order.
public struct DuplicateGroups: Sendable {
  /// The least similarity of two signatures whose texts are alike.
  public static let leastSimilarity = 0.7
  /// Above so many different signatures with a word in common each is compared with the first only.
  private static let mostPairwise = 2000

  /// The other documents of a group by the one that stands for it.
  public private(set) var others: [IndexView.Document: [IndexView.Document]] = [:]

  /// One document of a result.
  struct Member {
    let document: IndexView.Document
    let signature: MinHash
    let time: Int64
  }

  /// Groups documents; the one with the smallest time stands for its group, of several the one with the smallest key. Of no
  /// use once interrupted.
  init(_ members: [Member], _ interruption: Interruption, key: (IndexView.Document) -> [UInt8]) {
    var sets = DisjointSets(count: members.count)
    for word in 0..<MinHash.wordCount { Self.join(members, alikeBy: word, &sets, interruption) }
    if interruption.isInterrupted { return }
    var groups: [Int: [Int]] = [:]
    for index in members.indices { groups[sets.root(of: index), default: []].append(index) }
    for group in groups.values where group.count > 1 {
      let ordered = group.map { (members[$0].time, key(members[$0].document), members[$0].document) }
        .sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.lexicographicallyPrecedes($1.1) }
      others[ordered[0].2] = ordered.dropFirst().map(\.2)
    }
  }

  /// Every document but those that stand for a group.
  public var hidden: [IndexView.Document] { others.values.flatMap { $0 } }

  /// How many postings are read in the time of entering one document.
  private static let stepsPerMember = 64

  private static func join(
    _ members: [Member], alikeBy word: Int, _ sets: inout DisjointSets, _ interruption: Interruption
  ) {
    var buckets: [Int64: [Int]] = [:]
    for (index, member) in members.enumerated() {
      if interruption.tick(stepsPerMember) { return }
      buckets[member.signature.words[word], default: []].append(index)
    }
    for bucket in buckets.values where bucket.count > 1 {
      var firsts: [MinHash: Int] = [:]
      for index in bucket {
        if interruption.tick(stepsPerMember) { return }
        let first = firsts[members[index].signature]
        if let first { sets.join(first, index) } else { firsts[members[index].signature] = index }
      }
      let different = firsts.sorted { $0.key.words.lexicographicallyPrecedes($1.key.words) }
      for (place, one) in different.enumerated() {
        let rivals = different.count > mostPairwise ? different[..<min(1, place)] : different[..<place]
        if interruption.tick(rivals.count) { return }
        for other in rivals where one.key.similarity(to: other.key) >= leastSimilarity {
          sets.join(one.value, other.value)
        }
      }
    }
  }
}

/// Sets of numbers that can be joined.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    parents[max(a, b)] = min(a, b)
  }
}

extension Searcher {
  /// Groups all matches of a plan by likeness of their signatures.
  ///
  /// - Parameters:
  ///   - words: the fields that hold the words of the signatures.
  ///   - time: the field by which the first of a group stands for it.
  /// - Throws: ``SearchError``, as ``search(_:_:)`` does.
  /// - Complexity: O(matches), and O(n²) comparisons of four words for n different signatures that share one.
  public func duplicates(
    _ view: IndexView, _ plan: SearchPlan, signature words: [IntegerFieldID], time: IntegerFieldID
  ) throws(SearchError) -> DuplicateGroups {
    scratch.reset()
    let interruption = Interruption(plan.goOn)
    var compiler = QueryCompiler(
      view: view, plan: plan, words: queryWords, frequencies: liveFrequencies, interruption: interruption)
    let query = try compiler.compile(plan)
    try interruption.check()
    var members: [DuplicateGroups.Member] = []
    for number in view.parts.indices {
      let part = SegmentSearch(
        view: view, part: number, query: query, tables: scoreTables(view, plan, query), scratch: scratch,
        interruption: interruption)
      let filter = DocumentFilter(query.condition, part: part.part, interruption)
      try interruption.check()
      if filter.allowsNothing { continue }
      let columns = words.map { part.segment.integers($0) }
      let times = part.segment.integers(time)
      part.matches(filter).forEach { document in
        if interruption.tick(Self.stepsPerSignature) { return }
        guard let signature = MinHash(words: columns.map { $0.value(document) }) else { return }
        members.append(
          DuplicateGroups.Member(
            document: IndexView.Document(part: number, document: document), signature: signature,
            time: times.value(document) ?? .max))
      }
      try interruption.check()
    }
    let groups = DuplicateGroups(members, interruption) { view.key($0) }
    try interruption.check()
    return groups
  }

  /// How many postings are read in the time of reading one signature.
  private static let stepsPerSignature = 16
}

extension IndexView {
  /// The same documents without some of them; scores of the others stay what they are.
  public func hiding(_ documents: [Document]) -> IndexView {
    if documents.isEmpty { return self }
    var parts = parts
    for document in documents { parts[document.part].hide(document.document) }
    return IndexView(schema: schema, revision: revision, parts: parts, tree: tree)
  }

  /// The signature that a document was indexed with; nil when its text was too short, or indexed by an earlier release.
  public func signature(of document: Document, _ words: [IntegerFieldID]) -> MinHash? {
    let segment = parts[document.part].segment
    return MinHash(words: words.map { segment.integers($0).value(document.document) })
  }
}
