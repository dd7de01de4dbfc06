import BenchmarkSupport
import FullText
import Glibc

/// How the exhaustive index scores.
struct ScoringChoice {
  var k1 = 1.0
  var b = 0.75
  /// The share of a word's score that its exact form adds when the article holds it.
  var exactBonus = 0.0
  /// How often the title counts.
  var titleWeight = 1
  /// Factor on stop words in queries; 0 drops them.
  var stopWeight = 0.5
  /// Exponent of a repeated query word's count.
  var repeatExponent = 1.0
  var usesStems = true
  /// Weight of the readings of a word after its first.
  var otherReadings = 0.4
  /// Factor of the title's own score, when title and body are scored as two fields; 0 joins them in one.
  var titleBoost = 0.0
  /// Whether fields share one rarity (documents that hold the term in any field).
  var sharesRarity = true
}

/// Brute-force BM25 over analysed text: what analysis and scoring choices are judged by.
final class ExhaustiveIndex {
  private struct Posting {
    let article: Int
    /// Occurrences in the title and in the body.
    var counts: SIMD2<Double>
  }

  private var stems: [[UInt8]: [Posting]] = [:]
  private var exacts: [[UInt8]: [Posting]] = [:]
  private var lengths: [SIMD2<Double>] = []
  private var meanLength = SIMD2<Double>.zero
  private var languages: [Language] = []
  private let analyzer = TextAnalyzer()
  private let collection: JudgedCollection

  init(_ collection: JudgedCollection, choice: ScoringChoice) {
    self.collection = collection
    for (number, article) in collection.articles.enumerated() { add(article, number, choice) }
    meanLength = lengths.reduce(.zero, +) / Double(max(lengths.count, 1))
  }

  private func add(_ article: JudgedCollection.Article, _ number: Int, _ choice: ScoringChoice) {
    let language = Language(tag: article.language)
    if !languages.contains(language) { languages.append(language) }
    var length = SIMD2<Double>.zero
    for (field, text) in [article.title, article.body].enumerated() {
      analyzer.analyze(text, language: language)
      var one = SIMD2<Double>.zero
      one[field] = 1
      length += one * Double(analyzer.tokenCount)
      for token in analyzer.tokens {
        let stem = analyzer.lexicon.stem(token.word)
        let exact = analyzer.lexicon.exact(token.word)
        Self.count(&stems[stem, default: []], number, one)
        Self.count(&exacts[exact, default: []], number, one)
      }
    }
    lengths.append(length)
  }

  private static func count(_ postings: inout [Posting], _ article: Int, _ counts: SIMD2<Double>) {
    if postings.last?.article == article {
      postings[postings.count - 1].counts += counts
    } else {
      postings.append(Posting(article: article, counts: counts))
    }
  }

  /// The thousand best articles for a query text.
  func search(_ text: String, choice: ScoringChoice) -> [String] {
    var scores = [Double](repeating: 0, count: lengths.count)
    var counts: [QueryForms: Double] = [:]
    var order: [QueryForms] = []
    for word in analyzer.queryWords(text, languages: languages) {
      let forms = QueryForms(word)
      if counts[forms] == nil { order.append(forms) }
      counts[forms, default: 0] += 1
    }
    for forms in order {
      var weight = pow(counts[forms] ?? 1, choice.repeatExponent)
      if forms.isStopWord { weight *= choice.stopWeight }
      guard weight > 0 else { continue }
      if choice.usesStems { score(forms.stems, in: stems, weight, choice, &scores) }
      if !choice.usesStems || choice.exactBonus > 0 {
        score(
          forms.exacts, in: exacts, choice.usesStems ? weight * choice.exactBonus : weight, choice, &scores)
      }
    }
    let ranked = scores.indices.filter { scores[$0] > 0 }.sorted { (scores[$0], $1) > (scores[$1], $0) }
    return ranked.prefix(1000).map { collection.articles[$0].id }
  }

  private func score(
    _ forms: [[UInt8]], in index: [[UInt8]: [Posting]], _ weight: Double, _ choice: ScoringChoice,
    _ scores: inout [Double]
  ) {
    var counts: [Int: SIMD2<Double>] = [:]
    for (turn, form) in forms.enumerated() {
      let weight = turn == 0 ? 1 : choice.otherReadings
      for posting in index[form] ?? [] { counts[posting.article, default: .zero] += posting.counts * weight }
    }
    let rarity = rarity(counts.count)
    let fields = SIMD2(rarity, rarity)
    let own = SIMD2(
      self.rarity(counts.values.count { $0[0] > 0 }), self.rarity(counts.values.count { $0[1] > 0 }))
    for (article, counts) in counts {
      if choice.titleBoost > 0 {
        let norm = choice.k1 * (1 - choice.b + choice.b * lengths[article] / meanLength)
        let gains = (choice.sharesRarity ? fields : own) * counts / (counts + norm)
        scores[article] += weight * (gains[0] * choice.titleBoost + gains[1])
      } else {
        let norm = choice.k1 * (1 - choice.b + choice.b * lengths[article].sum() / meanLength.sum())
        let frequency = counts[0] * Double(choice.titleWeight) + counts[1]
        scores[article] += weight * rarity * frequency / (frequency + norm)
      }
    }
  }

  private func rarity(_ count: Int) -> Double {
    log(1 + (Double(lengths.count - count) + 0.5) / (Double(count) + 0.5))
  }
}

/// A query word without its place.
struct QueryForms: Hashable {
  let stems: [[UInt8]]
  let exacts: [[UInt8]]
  let isStopWord: Bool

  init(_ word: QueryWord) {
    stems = word.stems
    exacts = word.exacts
    isStopWord = word.isStopWord
  }
}
