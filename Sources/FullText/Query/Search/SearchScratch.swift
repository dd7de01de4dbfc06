/// Memory that the searches of one searcher use one after the other.
final class SearchScratch {
  let arena = PostingArena()
  let window = ScoreWindow()
  let gains = ScoreWindow()
  let keptGains = KeptGains()
  let candidates = CandidateMemory()
  let scores = TabulatedScores()
  let bitSets = BitSetPool()
  /// Where a phrase, and one of its words, may start in a document.
  let starts = IntegerBuffer()
  let positions = IntegerBuffer()

  /// Frees everything for the next search.
  func reset() {
    arena.reset()
    scores.reset()
  }
}
