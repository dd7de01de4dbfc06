import Testing

@testable import FullText

/// What a searcher keeps of terms that were looked up is what the dictionaries hold, whichever terms share their places.
@Suite struct KnownTermsTests {
  private static let schema = Schema(
    textFields: [TextField("title"), TextField("text")], keywordFields: [], integerFields: [])
  private static let termCount = 1000

  /// A segment with a document for each number of a range, whose fields hold some multiples of it as words.
  private func segment(_ numbers: Range<Int>) throws -> Segment {
    let batch = numbers.map { number in
      var document = IndexDocument(key: Array("\(number)".utf8), payload: [])
      for field in 0..<2 {
        let words = (1...4).map { "w\(number * ($0 + field) % Self.termCount)" }.joined(separator: " ")
        document.texts.append(.init(TextFieldID(field), language: "und", words))
      }
      return IndexWriter.Operation.put(document)
    }
    return try IndexWriter(schema: Self.schema).apply(batch, revision: 1).parts[0].segment
  }

  /// Whether what is kept of a term is what a segment says: its entry points into the segment.
  private func agrees(_ known: KnownTerms, _ word: Int, hash: UInt64, _ field: Int, _ segment: Segment)
    -> Bool
  {
    let (term, field) = (Array("w\(word)".utf8), TextFieldID(field))
    let kept = known.find(term, hash: hash, in: field, of: segment)
    let held = segment.find(term, in: field)
    return kept?.ordinal == held?.ordinal && kept?.documentFrequency == held?.documentFrequency
      && kept?.postings.baseAddress == held?.postings.baseAddress && kept?.single == held?.single
  }

  @Test(arguments: [UInt64.max, 63, 0])
  func `an entry is that of the term in the field of the segment`(differing: UInt64) throws {
    let known = KnownTerms()
    let segments = try [segment(0..<300), segment(300..<700), segment(600..<650)]
    for round in 0..<2 {
      for word in 0..<Self.termCount {
        let hash = TermLeaf.hash(Array("w\(word)".utf8)) & differing
        for (number, segment) in segments.enumerated() where (word + number) % 3 != round {
          for field in 0..<2 { #expect(agrees(known, word, hash: hash, field, segment)) }
          // The term shares its place with the same term in every other field and segment.
          for field in 0..<2 {
            let shared = hash ^ segment.serial << 8 ^ UInt64(field)
            #expect(agrees(known, word, hash: shared, field, segment))
          }
        }
      }
    }
  }

  @Test func `nothing is taken from a segment that has been closed`() throws {
    let known = KnownTerms()
    for start in 0..<60 {
      let segment = try segment(start..<start + 20)
      for word in 0..<Self.termCount / 4 {
        let shared = UInt64(word) << 32 ^ segment.serial << 8
        #expect(agrees(known, word, hash: shared, 0, segment))
      }
    }
  }

  @Test func `what is known of terms is measured, and has a bound`() throws {
    let (known, segment) = (KnownTerms(), try segment(0..<20))
    func ask(_ words: Range<Int>) {
      for word in words {
        let term = Array("asked for \(1_000_000 + word)".utf8)
        _ = known.find(term, hash: TermLeaf.hash(term), in: TextFieldID(0), of: segment)
      }
    }
    let nothing = known.memoryBytes
    ask(0..<3 * KnownTerms.placeCount)
    let much = known.memoryBytes
    #expect(much > nothing + KnownTerms.placeCount / 2 * 64)
    ask(3 * KnownTerms.placeCount..<6 * KnownTerms.placeCount)
    #expect(known.memoryBytes >= much && known.memoryBytes < much + much / 8)
  }
}
