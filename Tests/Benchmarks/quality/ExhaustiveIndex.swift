import BenchmarkSupport
import FullText
import Glibc

/// How the exhaustive index scores.
struct ScoringChoice {
  var k1 = 1.2
  var b = 0.75
  /// The share of a word's score that its exact form adds when the article holds it.
  var exactBonus = 0.0
  /// How often the title counts.
  var titleWeight = 1
  /// Factor on stop words in queries; 0 drops them.
  var stopWeight = 0.0
  /// Exponent of a repeated query word's count.
  var repeatExponent = 1.0
  var usesStems = true
  /// Weight of the readings of a word after its first.
  var otherReadings = 0.4
  /// Whether the forms of one word count as one term (frequencies added) or as terms that share a rarity.
  var mergesForms = true
}

/// Brute-force BM25 over analysed text: what analysis and scoring choices are judged by.
final class ExhaustiveIndex {
  private struct Posting {
    let article: Int
    var frequency: Double
  }

  private var stems: [[UInt8]: [Posting]] = [:]
  private var exacts: [[UInt8]: [Posting]] = [:]
  private var lengths: [Double] = []
  private var meanLength = 0.0
  private var languages: [Language] = []
  private let analyzer = TextAnalyzer()
  private let collection: JudgedCollection

  init(_ collection: JudgedCollection, choice: ScoringChoice) {
    self.collection = collection
    for (number, article) in collection.articles.enumerated() { add(article, number, choice) }
    meanLength = lengths.reduce(0, +) / Double(max(lengths.count, 1))
  }

  private func add(_ article: JudgedCollection.Article, _ number: Int, _ choice: ScoringChoice) {
    let language = Language(tag: article.language)
    if !languages.contains(language) { languages.append(language) }
    var length = 0
    for (text, weight) in [(article.title, choice.titleWeight), (article.body, 1)] {
      analyzer.analyze(text, language: language)
      length += analyzer.tokens.count
      for token in analyzer.tokens {
        let stem = analyzer.lexicon.stem(token.word)
        let exact = analyzer.lexicon.exact(token.word)
        Self.count(&stems[stem, default: []], number, Double(weight))
        Self.count(&exacts[exact, default: []], number, Double(weight))
      }
    }
    lengths.append(Double(length))
  }

  private static func count(_ postings: inout [Posting], _ article: Int, _ weight: Double) {
    if postings.last?.article == article {
      postings[postings.count - 1].frequency += weight
    } else {
      postings.append(Posting(article: article, frequency: weight))
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
    var frequencies: [Int: [Double]] = [:]
    for (turn, form) in forms.enumerated() {
      let weight = turn == 0 ? 1 : choice.otherReadings
      for posting in index[form] ?? [] {
        frequencies[posting.article, default: []].append(posting.frequency * weight)
      }
    }
    let count = Double(frequencies.count)
    let rarity = log(1 + (Double(lengths.count) - count + 0.5) / (count + 0.5))
    for (article, frequencies) in frequencies {
      let norm = choice.k1 * (1 - choice.b + choice.b * lengths[article] / meanLength)
      let merged = choice.mergesForms ? [frequencies.reduce(0, +)] : frequencies
      for frequency in merged { scores[article] += weight * rarity * frequency / (frequency + norm) }
    }
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
