/// Memory that the searches of one searcher use one after the other.
final class SearchScratch {
  let arena = PostingArena()
  let window = ScoreWindow()
  let gains = ScoreWindow()
  let keptGains = KeptGains()
  let scores = TabulatedScores()
  let bitSets = BitSetPool()

  /// Frees everything for the next search.
  func reset() {
    arena.reset()
    scores.reset()
  }
}
