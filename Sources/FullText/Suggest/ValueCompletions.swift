import Synchronization

/// Completes values of keyword fields by the beginnings of their words, in any view of an index.
///
/// Each segment has a table of its values, made once, for segments do not change; so what is completed is what the view holds.
/// Thread-safe.
public final class ValueCompletions: Sendable {
  /// A value and how many documents have it.
  public struct Found: Sendable, Hashable {
    /// The value as the index holds it.
    public let value: String
    /// How many documents that are not deleted have it.
    public let documentFrequency: Int
  }

  private struct Key: Hashable {
    let segment: UInt64
    let field: Int
  }

  /// The values of one field in one segment, by ordinal.
  private final class Table: Sendable {
    let beginnings: WordBeginnings
    /// How many documents have each value, deleted ones included.
    let frequencies: [UInt32]

    init(_ values: KeywordIndex) {
      var texts: [String] = []
      var frequencies: [UInt32] = []
      values.forEach { _, value, documents in
        texts.append(String(decoding: value, as: UTF8.self))
        frequencies.append(documents)
      }
      beginnings = WordBeginnings(texts)
      self.frequencies = frequencies
    }
  }

  /// How many values are counted in the time that a search takes between two questions.
  private static let valuesPerQuestion = 32
  /// So many times as many tables as a view needs are kept, for other views.
  private static let spare = 4

  private let tables = Mutex<[Key: Table]>([:])
  /// Held by who makes tables.
  private let making = Mutex<Void>(())

  /// No table yet.
  public init() {}

  /// Whether completing from a view makes no table.
  public func isPrepared(for view: IndexView, _ fields: [KeywordFieldID]) -> Bool {
    tables.withLock { tables in
      view.parts.allSatisfy { part in
        fields.allSatisfy { tables[Key(segment: part.segment.serial, field: $0.index)] != nil }
      }
    }
  }

  /// Makes the tables that completing from a view takes; who comes while they are made waits.
  ///
  /// - Complexity: O(n log n) for n words of values in segments that are new.
  public func prepare(for view: IndexView, _ fields: [KeywordFieldID]) {
    making.withLock { _ in
      for field in fields { _ = tables(of: view, field) }
    }
  }

  /// The values that most documents have among those with a word that begins as typed; nil when `goOn`, asked now and then, says to
  /// stop.
  ///
  /// - Parameter nearly: whether what has been typed may be one edit off.
  /// - Complexity: O(values found · segments), O(documents) for those with deleted documents that come among the best.
  public func best(
    in view: IndexView, _ field: KeywordFieldID, beginning typed: String, nearly: Bool = false, limit: Int,
    while goOn: () -> Bool
  ) -> [Found]? {
    let tables = tables(of: view, field)
    let frequencies = tables.map(\.frequencies)
    var best = MostFrequent(limit: limit, partCount: view.parts.count)
    for (part, table) in zip(view.parts, tables) {
      let numbers =
        nearly
        ? table.beginnings.numbers(nearly: typed, while: goOn)
        : table.beginnings.numbers(beginning: typed, while: goOn)
      guard let numbers, goOn() else { return nil }
      let values = part.segment.keywords(field)
      var tried = 0
      for number in numbers where Int(table.frequencies[number]) >= best.needed {
        tried += 1
        if tried % Self.valuesPerQuestion == 0, !goOn() { return nil }
        values.value(at: UInt32(number)).withUnsafeBytes { value in
          best.offer(value, frequency: Int(table.frequencies[number])) {
            view.count(of: $0, in: field, frequencies)
          } live: {
            view.liveCount(of: Array($0), in: field)
          }
        }
      }
    }
    return best.best.map {
      Found(
        value: String(decoding: best.text(of: $0), as: UTF8.self), documentFrequency: $0.documentFrequency)
    }
  }

  /// The tables of a view's segments, made where there are none yet.
  private func tables(of view: IndexView, _ field: KeywordFieldID) -> [Table] {
    view.parts.map { part in
      let key = Key(segment: part.segment.serial, field: field.index)
      if let known = tables.withLock({ $0[key] }) { return known }
      let table = Table(part.segment.keywords(field))
      tables.withLock { tables in
        if tables.count >= Self.spare * (view.parts.count + 4) {
          let present = Set(view.parts.map(\.segment.serial))
          tables = tables.filter { present.contains($0.key.segment) }
        }
        tables[key] = table
      }
      return table
    }
  }
}

extension IndexView {
  /// How many documents have a value, deleted ones included.
  fileprivate func count(of value: [UInt8], in field: KeywordFieldID, _ frequencies: [[UInt32]]) -> Int {
    zip(parts, frequencies).reduce(0) { sum, part in
      sum + (part.0.segment.keywords(field).find(value).map { Int(part.1[Int($0)]) } ?? 0)
    }
  }

  /// How many documents that are not deleted have a value; nil when none is deleted.
  fileprivate func liveCount(of value: [UInt8], in field: KeywordFieldID) -> Int? {
    if liveCount == documentCount { return nil }
    var count = 0
    for part in parts {
      let values = part.segment.keywords(field)
      guard let ordinal = values.find(value) else { continue }
      if part.deletions.isEmpty {
        count += Int(values.documentFrequency(of: ordinal))
      } else {
        values.documents(of: ordinal).forEach { if !part.deletions.contains($0) { count += 1 } }
      }
    }
    return count
  }
}
