/// Texts by the beginnings of their words, in small letters without marks: what is being typed is looked for at the start of each, as
/// `cafe` at that of `Café`.
public struct WordBeginnings: Sendable {
  /// The rest of a text from the beginning of one of its words.
  private struct Entry {
    let start: UInt32
    let end: UInt32
    let number: UInt32
  }

  /// How many entries are looked at in the time that a search takes between two questions.
  private static let entriesPerQuestion = 256
  private static let leastTypoLetters = 4
  /// Entries are put in order by so many bytes: texts that repeat a word would be compared to their ends again and again.
  private static let comparedBytes = 64

  private var letters: [UInt8] = []
  private var entries: [Entry] = []

  /// The beginnings of texts, which are numbered from 0.
  ///
  /// - Complexity: O(n log n) for texts of n words.
  public init(_ texts: [String]) {
    for (number, text) in texts.enumerated() {
      let start = letters.count
      let plain = Self.plain(text)
      letters.append(contentsOf: plain)
      var place = start
      var isInWord = false
      for letter in String(decoding: plain, as: UTF8.self).unicodeScalars {
        if letter.isWordPart, !isInWord {
          entries.append(
            Entry(start: UInt32(place), end: UInt32(letters.count), number: UInt32(number)))
        }
        isInWord = letter.isWordPart
        place += UTF8.width(letter)
      }
    }
    letters.withUnsafeBytes { letters in
      entries.sort { Self.start($0, letters).lexicographicallyPrecedes(Self.start($1, letters)) }
    }
  }

  /// The numbers of the texts with a word that begins as typed, rising; nil when `goOn`, asked now and then, says to stop.
  ///
  /// - Complexity: O(log n + texts found).
  public func numbers(beginning typed: String, while goOn: () -> Bool) -> [Int]? {
    let typed = Self.plain(typed)
    if typed.isEmpty { return [] }
    let start = typed.prefix(Self.comparedBytes)
    return letters.withUnsafeBytes { letters in
      var low = 0
      var high = entries.count
      while low < high {
        let middle = (low + high) / 2
        if Self.start(entries[middle], letters).lexicographicallyPrecedes(start) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      var found: [Int] = []
      for (place, entry) in entries[low...].enumerated() {
        guard Self.start(entry, letters).starts(with: start) else { break }
        if place % Self.entriesPerQuestion == 0, !goOn() { return nil }
        if typed.count == start.count || Self.rest(entry, letters).starts(with: typed) {
          found.append(Int(entry.number))
        }
      }
      found.sort()
      return found.enumerated().filter { $0 == 0 || found[$0 - 1] != $1 }.map(\.element)
    }
  }

  /// The numbers of the texts with a word that begins nearly as typed, one edit away from it, rising; nil when `goOn`,
  /// asked now and then, says to stop. None for fewer than four letters.
  ///
  /// - Complexity: O(n).
  public func numbers(nearly typed: String, while goOn: () -> Bool) -> [Int]? {
    let typed = Array(String(decoding: Self.plain(typed), as: UTF8.self).unicodeScalars)
    guard typed.count >= Self.leastTypoLetters else { return [] }
    var found: Set<Int> = []
    var start: [Unicode.Scalar] = []
    for (place, entry) in entries.enumerated() {
      if place % Self.entriesPerQuestion == 0, !goOn() { return nil }
      start.removeAll(keepingCapacity: true)
      read(entry, typed.count + 1, into: &start)
      if start.beginsNearly(as: typed) { found.insert(Int(entry.number)) }
    }
    return found.sorted()
  }

  /// A text as it is compared.
  private static func plain(_ text: String) -> [UInt8] {
    Normalizer.foldMarks(Normalizer.caseFolded(Array(text.utf8), language: .undetermined), kept: [])
  }

  private func read(_ entry: Entry, _ count: Int, into scalars: inout [Unicode.Scalar]) {
    letters.withUnsafeBufferPointer { letters in
      let rest = UnsafeBufferPointer(rebasing: letters[Int(entry.start)..<Int(entry.end)])
      var place = 0
      while place < rest.count, scalars.count < count {
        let letter = rest.character(at: place)
        scalars.append(Unicode.Scalar(letter.code) ?? "\u{FFFD}")
        place += letter.length
      }
    }
  }

  private static func start(_ entry: Entry, _ letters: UnsafeRawBufferPointer) -> Slice<
    UnsafeRawBufferPointer
  > {
    rest(entry, letters).prefix(comparedBytes)
  }

  private static func rest(_ entry: Entry, _ letters: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer>
  {
    letters[Int(entry.start)..<Int(entry.end)]
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool { properties.isAlphabetic || properties.numericType != nil }
}

extension Array<Unicode.Scalar> {
  /// Whether a beginning of this text is one edit (or the swap of two neighbours) away from `typed`.
  fileprivate func beginsNearly(as typed: [Unicode.Scalar]) -> Bool {
    guard let place = typed.indices.first(where: { $0 >= count || typed[$0] != self[$0] }) else {
      return true
    }
    func rest(_ mine: Int, _ theirs: Int) -> Bool {
      mine <= count && theirs <= typed.count && self[mine...].starts(with: typed[theirs...])
    }
    let isSwap =
      place + 1 < Swift.min(count, typed.count) && typed[place] == self[place + 1]
      && typed[place + 1] == self[place]
    return rest(place + 1, place + 1) || rest(place, place + 1) || rest(place + 1, place)
      || isSwap && rest(place + 2, place + 2)
  }
}
