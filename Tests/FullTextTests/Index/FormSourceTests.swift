import Testing

@testable import FullText

@Suite struct FormSourceTests {
  /// Calls `body` with every pair of forms of a term, as text and as source.
  private func forEachPair(
    of texts: [String], term: String,
    _ body: (_ texts: (String, String), _ sources: (FormSource, FormSource)) -> Void
  ) {
    let term = Array(term.utf8)
    for a in texts {
      for b in texts {
        let (first, second) = (Array(a.utf8), Array(b.utf8))
        term.withUnsafeBytes { term in
          first.withUnsafeBytes { first in
            second.withUnsafeBytes { second in
              body((a, b), (FormSource(first, term: term), FormSource(second, term: term)))
            }
          }
        }
      }
    }
  }

  private static let forms = [
    "election", "elections", "elect", "elector", "electo", "ele", "vote", "e", "electr", "elec",
  ]

  @Test func `forms order as their texts do, however much of the term they share`() {
    let term = Array("elect".utf8)
    term.withUnsafeBytes { bytes in
      forEachPair(of: Self.forms, term: "elect") { texts, sources in
        let isBefore = Array(texts.0.utf8).lexicographicallyPrecedes(Array(texts.1.utf8))
        #expect(sources.0.precedes(sources.1, term: bytes) == isBefore, "\(texts)")
      }
    }
  }

  @Test func `forms are the same when their texts are, and the term when they are its text`() {
    let term = Array("elect".utf8)
    term.withUnsafeBytes { bytes in
      forEachPair(of: Self.forms, term: "elect") { texts, sources in
        #expect(sources.0.isSameText(as: sources.1) == (texts.0 == texts.1))
        #expect(sources.0.isTerm(bytes) == (texts.0 == "elect"))
      }
    }
  }
}
