/// Finds what was probably meant by a word that no document holds.
enum Corrections {
  /// The least number of characters of a word that is corrected.
  static let minCharacters = 4

  /// Whether a word has so many characters that it may be misspelt.
  static func isLongEnough(_ word: [UInt8]) -> Bool {
    String(decoding: word, as: UTF8.self).unicodeScalars.count >= minCharacters
  }

  /// Texts of more words are not corrected: each word may take a walk over the dictionary.
  static let maxWords = 64

  /// The beginnings of terms and forms of documents that are not deleted, as long as a typed one give or take a character, that are one
  /// edit away from it.
  static func prefixes(
    near typed: [UInt8], view: IndexView, field: TextFieldID, frequencies: LiveFrequencies
  ) -> [[UInt8]] {
    let length = String(decoding: typed, as: UTF8.self).unicodeScalars.count
    var found: Set<[UInt8]> = []
    for part in view.parts {
      let automaton = FuzzyAutomaton(pattern: typed, maxEdits: 1)
      // Without positions nobody counts which forms are still there.
      let hasForms = view.schema.textFields[field.index].hasPositions
      automaton.forEachPrefix(in: part.segment.terms(field), withForms: hasForms) { beginning, term in
        guard !found.contains(beginning),
          String(decoding: beginning, as: UTF8.self).unicodeScalars.count <= length + 1
        else { return }
        let isHeld =
          term.map { frequencies.holdsForm(of: $0, startingWith: beginning, in: field, part) }
          ?? frequencies.holdsTerm(startingWith: beginning, in: field, part)
        if isHeld { found.insert(beginning) }
      }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Where the stem of what was meant may begin like a typed word: with its stems, and with all beginnings of it that are long
  /// enough, for a misspelt ending keeps a stemmer from cutting it, or makes it cut too much.
  static func patterns(of word: QueryWord) -> [[UInt8]] {
    var patterns = word.likelyStems
    for exact in word.exacts {
      let ends = exact.indices.filter { exact[$0] & 0xC0 != 0x80 }.dropFirst() + [exact.count]
      let shortest = max(minCharacters - 1, ends.count / 3)
      for end in ends.dropFirst(shortest - 1).suffix(longestEnding + 1) {
        let beginning = Array(exact[..<end])
        if !patterns.contains(beginning) { patterns.append(beginning) }
        // English stems end in i where the word ends in y.
        if beginning.last == UInt8(ascii: "y") { patterns.append(beginning.dropLast() + [UInt8(ascii: "i")]) }
      }
    }
    return patterns
  }

  private static let longestEnding = 8
}

extension Searcher {
  /// A query text with the words that no document holds replaced by the nearest that some do; nil when there are none. One that
  /// documents hold as another script spells it is replaced only by a word that is spelt alike there.
  ///
  /// Only words of four letters and more are replaced, by words that are one edit away as they are written, or two when they are
  /// longer than seven letters; of those as near by one that begins alike, then by the most frequent. Operators, names of fields
  /// and everything else stays as it was typed. Texts of more than 64 words are left alone.
  /// - Parameters:
  ///   - fields: where words are taken from.
  ///   - others: where else a word may be, so that it is not misspelt.
  /// - Throws: ``SearchError`` when `goOn` said to stop.
  /// - Complexity: O(terms near the beginnings of unknown words), some hundred microseconds a word.
  public func correctedQuery(
    _ view: IndexView, _ text: String, languages: [Language], fields: [TextFieldID],
    others: [TextFieldID] = [], goOn: (@Sendable () -> Bool)? = nil
  ) throws(SearchError) -> String? {
    var bytes = Array(text.utf8)
    var isChanged = false
    let interruption = Interruption(goOn)
    let words = analyzer.queryWords(text, languages: languages)
    if words.count > Corrections.maxWords { return nil }
    for (index, word) in words.enumerated().reversed() {
      // Words that one sign stands for have no letters of their own to replace.
      let isApart =
        (index == 0 || words[index - 1].end <= word.start)
        && (index + 1 == words.count || word.end <= words[index + 1].start)
      let isMeant = !isApart || isHeld(word.stems, view, fields + others)
      let better =
        isMeant
        ? nil
        : correction(
          of: word, in: bytes, view, fields, interruption,
          spellings: heldSpellings(of: word, view, languages, fields + others), languages)
      try interruption.check()
      guard let better else { continue }
      bytes.replaceSubrange(Int(word.start)..<Int(word.end), with: better)
      isChanged = true
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private func correction(
    of word: QueryWord, in text: [UInt8], _ view: IndexView, _ fields: [TextFieldID],
    _ interruption: Interruption, spellings: Set<[UInt8]>, _ languages: [Language]
  ) -> [UInt8]? {
    let end = Int(word.end)
    let isOperand = end >= text.count || ![Ascii.colon, Ascii.star, Ascii.tilde].contains(text[end])
    let letters = String(decoding: word.exacts[0], as: UTF8.self).unicodeScalars.count
    guard word.kind == .word, isOperand, letters >= Corrections.minCharacters else { return nil }
    for edits in 1...(letters > 7 && spellings.isEmpty ? 2 : 1) {
      guard let form = nearestForm(to: word, edits: edits, view, fields, interruption) else { continue }
      return spellings.isEmpty || isSpelt(form, as: spellings, languages) ? form : nil
    }
    return nil
  }

  /// The likeliest of the words as documents write them that are within some edits of one.
  func nearestForm(
    to word: QueryWord, edits: Int, _ view: IndexView, _ fields: [TextFieldID], _ interruption: Interruption
  ) -> [UInt8]? {
    let candidates = FuzzyCandidates(
      patterns: edits == 1 ? Corrections.patterns(of: word) : word.exacts + word.likelyStems,
      words: edits == 1 ? word.exacts : [], edits: edits, view: view, fields: fields,
      frequencies: liveFrequencies, interruption: interruption)
    return NearForms(word, edits: edits, among: candidates, view, liveFrequencies).best
  }

  private func isHeld(_ stems: [[UInt8]], _ view: IndexView, _ fields: [TextFieldID]) -> Bool {
    fields.contains { field in
      stems.contains { view.frequency(of: $0, in: field, by: liveFrequencies) > 0 }
    }
  }

  /// The stems of a word's spellings in other scripts that some document holds. A word that has some is misspelt only if one near by
  /// is spelt alike in the other scripts.
  private func heldSpellings(
    of word: QueryWord, _ view: IndexView, _ languages: [Language], _ fields: [TextFieldID]
  ) -> Set<[UInt8]> {
    let spellings = analyzer.nameSpellings(of: word, languages: languages)
    return Set(spellings.flatMap(\.stems).filter { isHeld([$0], view, fields) })
  }

  private func isSpelt(_ form: [UInt8], as spellings: Set<[UInt8]>, _ languages: [Language]) -> Bool {
    analyzer.queryWords(String(decoding: form, as: UTF8.self), languages: languages).contains { word in
      analyzer.nameSpellings(of: word, languages: languages).contains {
        !spellings.isDisjoint(with: $0.stems)
      }
    }
  }
}
