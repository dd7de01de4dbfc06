extension FuzzyAutomaton {
  /// Calls `body` with each matching term of a dictionary, rising, its entry and its distance.
  ///
  /// Decodes group after group of terms; where no continuation of what a term starts with can match, everything that
  /// starts so is skipped, whole groups without being decoded. Ends early when interrupted.
  func forEachMatch(
    in dictionary: TermDictionary, _ interruption: Interruption,
    _ body: (UnsafeRawBufferPointer, TermEntry, Int) -> Void
  ) {
    guard length > 0, length <= 250 else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: dictionary.sections.longestTerm) { scratch in
      var group = 0
      while group < dictionary.groupCount, !interruption.tick(Self.stepsPerGroup) {
        guard let next = walk(group, of: dictionary, scratch.baseAddress!, body) else { return }
        group = next
      }
    }
  }

  /// How many postings are read in the time of looking at a group.
  private static let stepsPerGroup = 512

  /// Looks at the terms of one group; gives the next group that may hold a match, nil when none does.
  private func walk(
    _ group: Int, of dictionary: TermDictionary, _ scratch: UnsafeMutablePointer<UInt8>,
    _ body: (UnsafeRawBufferPointer, TermEntry, Int) -> Void
  ) -> Int? {
    var reader = TermReader(
      dictionary.sections, offset: dictionary.groupStart(group), scratch: scratch)
    let ordinals = dictionary.ordinals(ofGroup: group)
    var isDead = false
    var followed = 0
    for ordinal in ordinals {
      guard reader.next() else { return nil }
      let term = reader.term
      if ordinal == ordinals.lowerBound {
        rewind(to: term)
      } else {
        // A term is a skipped one's successor: what it shares with that it shares with the path, up to where it died.
        if isDead, reader.shared >= followed {
          reader.skipEntry()
          continue
        }
        rewind(toByte: reader.shared)
      }
      isDead = !follow(term)
      followed = self.followed
      if isDead {
        guard let target = nextTarget() else { return nil }
        let next = dictionary.group(of: target)
        if next > group { return next }
      } else if distance <= Int(maxEdits) {
        body(term, reader.entry(ordinal: ordinal), distance)
        continue
      }
      reader.skipEntry()
    }
    return group + 1
  }

  /// A term and what the dictionary says of it.
  typealias HeldTerm = (bytes: UnsafeRawBufferPointer, entry: TermEntry)

  /// Calls `body` with each shortest beginning of a term, or of a form that goes on behind its term, that is within the edits of the
  /// whole word and ends in the same character, rising, and for that of a form with its term.
  func forEachPrefix(
    in dictionary: TermDictionary, withForms: Bool, _ body: ([UInt8], HeldTerm?) -> Void
  ) {
    var iterator = dictionary.makeIterator(at: 0)
    guard length > 0, length <= 250, iterator.next() else { return }
    while true {
      let term = iterator.termBytes
      rewind(to: term)
      let end = followToWord(term)
      if end == .word { body(pathBytes, nil) }
      if end == .text {
        if withForms, let entry = iterator.entry { forEachPrefix(ofForms: (term, entry), body) }
        guard iterator.next() else { return }
      } else {
        guard let target = end == .word ? successor : nextTarget(), iterator.seek(to: Array(target)) else {
          return
        }
      }
    }
  }

  /// What comes first when a text is followed.
  private enum PathEnd {
    /// Nothing that starts so can match.
    case dead
    /// What ends like the word.
    case word
    /// The text's own end.
    case text
  }

  private func followToWord(_ text: UnsafeRawBufferPointer) -> PathEnd {
    if endsLikeTheWord { return .word }
    while followed < text.count {
      if !followOne(text) { return .dead }
      if endsLikeTheWord { return .word }
    }
    return .text
  }

  /// The same of the forms of a term that start with it; the path is the term, before and afterwards.
  private func forEachPrefix(ofForms term: HeldTerm, _ body: ([UInt8], HeldTerm?) -> Void) {
    TermForms.forEach(of: term.entry) { form in
      guard form.isHeld, form.shared >= term.bytes.count, !form.suffix.isEmpty else { return }
      form.text(of: term.bytes).withUnsafeBytes { if followToWord($0) == .word { body(pathBytes, term) } }
      rewind(toByte: term.bytes.count)
    }
  }
}
