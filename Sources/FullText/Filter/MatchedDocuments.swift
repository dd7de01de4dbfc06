/// Documents of a view in its order, in little memory: whoever goes through them may take hours.
///
/// Of a segment of which many are among them, a bit each; else their numbers.
public struct MatchedDocuments: Sendable, Sequence {
  private enum Part: Sendable {
    case bits([UInt64])
    case numbers([DocID])
  }

  private var parts: [(index: Int, documents: Part)] = []
  /// How many there are.
  public private(set) var count = 0

  init() {}

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// What they take.
  public var byteCount: Int {
    parts.reduce(0) { sum, part in
      switch part.documents {
      case .bits(let words): sum + words.count * MemoryLayout<UInt64>.stride
      case .numbers(let numbers): sum + numbers.count * MemoryLayout<DocID>.stride
      }
    }
  }

  /// Adds those of a segment's documents that are marked, `count` of them.
  mutating func add(_ words: [UInt64], count: Int, ofPart index: Int) {
    guard count > 0 else { return }
    self.count += count
    let isSparse = count * MemoryLayout<DocID>.stride < words.count * MemoryLayout<UInt64>.stride
    parts.append((index, isSparse ? .numbers(Self.numbers(words, count)) : .bits(words)))
  }

  private static func numbers(_ words: [UInt64], _ count: Int) -> [DocID] {
    var numbers: [DocID] = []
    numbers.reserveCapacity(count)
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(DocID(place * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return numbers
  }

  /// Goes through the documents in order.
  public struct Iterator: IteratorProtocol {
    private let documents: MatchedDocuments
    private var part = 0
    private var place = 0
    /// What is left of the word before `place`.
    private var rest: UInt64 = 0

    fileprivate init(_ documents: MatchedDocuments) { self.documents = documents }

    /// The next one.
    public mutating func next() -> IndexView.Document? {
      while part < documents.parts.count {
        let (index, found) = documents.parts[part]
        switch found {
        case .numbers(let numbers):
          if place < numbers.count {
            defer { place += 1 }
            return IndexView.Document(part: index, document: numbers[place])
          }
        case .bits(let words):
          while rest == 0, place < words.count {
            rest = words[place]
            place += 1
          }
          if rest != 0 {
            let bit = rest.trailingZeroBitCount
            rest &= rest - 1
            return IndexView.Document(part: index, document: DocID((place - 1) * 64 + bit))
          }
        }
        (part, place) = (part + 1, 0)
      }
      return nil
    }
  }

  /// From the first on.
  public func makeIterator() -> Iterator { Iterator(self) }
}
