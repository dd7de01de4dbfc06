/// Memory that the searches of one searcher use one after the other.
final class SearchScratch {
  let arena = PostingArena()
  let window = ScoreWindow()
}
