import FullText
import RandomTesting

/// Fills a ``RandomArchive`` with collections that have the structure random texts never have.
///
/// Texts are alike but for a number; a word is in every document, in each k-th or in one run of documents, about as long as a
/// block; it occurs once in all of them or very often; values, times and stories are equal everywhere or nowhere.
struct StructuredArchive {
  private static let words = ["brk", "brkt", "brkts", "grm", "grn", "plm", "stv", "trv"]
  private static let sizes = [1, 2, 7, 8, 9, 127, 128, 129, 130, 255, 256, 257, 300]

  /// The archive written into.
  var archive: RandomArchive
  /// How many documents it has been given, deleted ones included.
  let size: Int
  private let uses: [WordUse]
  private let values: [Values]
  private let hasNumbers: Bool
  private var version = 0

  /// Which documents hold a word, how often and where.
  fileprivate struct WordUse {
    enum Pattern { case all, each(Int), run(Range<Int>), allBut(Int), blocks(Int) }
    enum Frequency { case constant(Int), byNumber, hugeNowAndThen }

    let word: String
    let pattern: Pattern
    let frequency: Frequency
    let fields: [TextFieldID]

    func frequency(in number: Int) -> Int {
      let holds =
        switch pattern {
        case .all: true
        case .each(let step): number % step == step - 1
        case .run(let range): range.contains(number)
        case .allBut(let other): number != other
        case .blocks(let length): number / length % 2 == 0
        }
      guard holds else { return 0 }
      return switch frequency {
      case .constant(let count): count
      case .byNumber: 1 + number % 5
      case .hugeNowAndThen: number % 100 == 99 ? 300 : 1
      }
    }
  }

  /// How the values of a field go with the numbers of documents.
  private enum Values: CaseIterable {
    case none, same, own, pairs, run, extremes

    func value(_ number: Int) -> Int? {
      switch self {
      case .none: nil
      case .same: 1
      case .own: number
      case .pairs: number / 2
      case .run: number < 128 ? 2 : 3
      case .extremes: number % 2 == 0 ? .max : 1 - .max
      }
    }
  }

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var policy = MergePolicy()
    if random.chance(70) {
      policy.fanIn = 1000
      policy.maxSegments = 1000
    } else {
      policy.fanIn = 2
    }
    archive = RandomArchive(seed: random.next(), policy: policy)
    for language in ["en", "ka", "ru"] { archive.vocabulary[language] = Self.words }
    size = Self.sizes[random.next(below: Self.sizes.count)]
    let size = size
    uses = Self.words.map { WordUse(word: $0, size: size, &random) }
    values = (0..<5).map { _ in Values.allCases[random.next(below: Values.allCases.count)] }
    hasNumbers = random.chance(30)
  }

  /// Writes all documents, in segments of equal sizes.
  mutating func fill() throws {
    let lengths = [size, 1 + size / 2, 127, 128, 129, 1 + size / 9]
    let length = lengths[archive.random.next(below: lengths.count)]
    for start in stride(from: 0, to: size, by: length) {
      try put(start..<min(start + length, size))
    }
  }

  /// Changes what is there by whole blocks, segments or the whole.
  mutating func change() throws {
    switch archive.random.next(below: 8) {
    case 0: try put(0..<size)
    case 1: try delete((0..<size).filter { $0 != size / 2 })
    case 2: try delete(Array(0..<min(128, size)))
    case 3: try delete((0..<size).filter { $0 / 128 % 2 == 1 })
    case 4: try delete((0..<size).filter { $0 % 2 == 0 })
    case 5: try delete([0, size - 1])
    case 6: try archive.writer.mergeAll()
    default: try put(size / 3..<size / 2)
    }
    if archive.random.chance(30) { try archive.reopen() }
  }

  private mutating func put(_ numbers: Range<Int>) throws {
    version += 1
    _ = try archive.apply(numbers.map { .put(document($0)) })
  }

  private mutating func delete(_ numbers: [Int]) throws {
    _ = try archive.apply(numbers.map { .delete(key: key($0)) })
  }

  private func key(_ number: Int) -> [UInt8] { Array("k\(number)".utf8) }

  private func document(_ number: Int) -> IndexDocument {
    var document = IndexDocument(key: key(number), payload: Array("\(number)#\(version)".utf8))
    for field in RandomArchive.schema.textFieldIDs {
      var words = uses.filter { $0.fields.contains(field) }.flatMap {
        [String](repeating: $0.word, count: $0.frequency(in: number))
      }
      if hasNumbers, field == RandomArchive.body { words.append("\(number)") }
      document.texts.append(.init(field, language: "en", words.joined(separator: " ")))
    }
    if let value = values[0].value(number) {
      document.keywords.append(.init(RandomArchive.category, value == 1 ? "politics" : "c\(value)"))
    }
    document.keywords.append(
      .init(RandomArchive.language, ["en", "ka", "ru"][Int((values[1].value(number) ?? 0).magnitude % 3)]))
    if let value = values[2].value(number) {
      document.keywords.append(.init(RandomArchive.story, "s\(value)"))
    }
    document.keywords.append(.init(RandomArchive.url, "https://example.org/\(number % 20)"))
    if let value = values[3].value(number) {
      // Further apart than the periods of a histogram may be, its empty ones are left out.
      document.integers.append(
        .init(RandomArchive.time, 1_600_000_000 + Int64(value).clamped(to: 1_000_000_000)))
    }
    if let value = values[4].value(number) {
      document.integers.append(.init(RandomArchive.words, Int64(value)))
    }
    return document
  }
}

extension StructuredArchive.WordUse {
  init(word: String, size: Int, _ random: inout SeededGenerator) {
    self.word = word
    let lengths = [1, 7, 8, 127, 128, 129, 256]
    let length = lengths[random.next(below: lengths.count)]
    let start = random.chance(50) ? 0 : random.next(below: max(1, size - length))
    let patterns: [Pattern] = [
      .all, .run(start..<start + length), .run(start..<start + length),
      .each([2, 7, 128][random.next(below: 3)]),
      .allBut(random.next(below: size)), .blocks(128),
    ]
    pattern = patterns[random.next(below: patterns.count)]
    let often: [Frequency] = [.constant(1), .constant(1), .constant(2), .byNumber, .hugeNowAndThen]
    frequency = often[random.next(below: often.count)]
    let fields = [
      [RandomArchive.body], [RandomArchive.body], [RandomArchive.title, RandomArchive.body],
      [RandomArchive.title], [RandomArchive.tags], RandomArchive.schema.textFieldIDs,
    ]
    self.fields = fields[random.next(below: fields.count)]
  }
}

extension Int64 {
  fileprivate func clamped(to magnitude: Int64) -> Int64 { Swift.max(-magnitude, Swift.min(self, magnitude)) }
}
