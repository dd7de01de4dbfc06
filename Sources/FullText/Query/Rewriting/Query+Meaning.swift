import Checksums

extension Searcher {
  /// A number that stays the same as long as a query asks for the same: the same operators over words with the same stems.
  ///
  /// - Parameters:
  ///   - query: a query with its synonyms and names, as a search gets it.
  ///   - languages: those in which its words are understood; their order does not matter.
  /// - Complexity: O(bytes of the query's words × languages).
  public func meaning(of query: Query, languages: [Language]) -> UInt32 {
    var text: [UInt8] = withUnsafeBytes(of: AnalysisFingerprint.current.littleEndian, Array.init)
    append(query, languages, to: &text)
    return Checksum.of(text)
  }

  private func append(_ query: Query, _ languages: [Language], to text: inout [UInt8]) {
    func words(_ kind: String, _ words: [String]) {
      text += Array(kind.utf8)
      for word in words { append(word, languages, to: &text) }
    }
    func group(_ kind: String, _ queries: [Query]) {
      text += Array("\(kind)(\(queries.count)".utf8)
      for query in queries { append(query, languages, to: &text) }
    }
    switch query {
    case .word(let word): words("word", [word])
    case .name(let word, let spellings): words("name(\(spellings.count)", [word] + spellings)
    case .compound(let word, let spellings):
      words("compound(\(spellings.map(\.count))", [word] + spellings.flatMap { $0 })
    case .phrase(let phrase, let slop, let exact): words("phrase(\(slop),\(exact)", [phrase])
    case .prefix(let prefix): words("prefix", [prefix])
    case .fuzzy(let word, let edits): words("fuzzy(\(edits)", [word])
    case .near(let word, let edits): words("near(\(edits)", [word])
    case .within(let fields, let inner): group("within \(fields)", [inner])
    case .boosted(let inner, let factor): group("boosted \(factor)", [inner])
    case .not(let inner): group("not", [inner])
    case .and(let operands): group("and", operands)
    case .or(let operands): group("or", operands)
    case .all, .none, .keyword, .keywordPrefix, .range: text += Array("\(query)".utf8)
    }
  }

  /// Everything that the words of a text may be in an article.
  private func append(_ words: String, _ languages: [Language], to text: inout [UInt8]) {
    for word in queryWords.of(words, languages: languages) {
      text += Array("\(word.position)\(word.isStopWord)".utf8)
      for form in word.exacts.sorted(by: { $0.lexicographicallyPrecedes($1) }) { text += [1] + form }
      for stem in word.stems.sorted(by: { $0.lexicographicallyPrecedes($1) }) { text += [2] + stem }
    }
    text.append(0)
  }
}
