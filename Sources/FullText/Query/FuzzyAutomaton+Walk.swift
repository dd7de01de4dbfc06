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

  /// Calls `body` with each shortest beginning of a term that is within the edits of the whole word and ends in the same
  /// character, rising.
  func forEachPrefix(in dictionary: TermDictionary, _ body: ([UInt8]) -> Void) {
    var iterator = dictionary.makeIterator(at: 0)
    guard length > 0, length <= 250, iterator.next() else { return }
    while true {
      let term = iterator.termBytes
      rewind(to: term)
      var isFound = endsLikeTheWord
      var isAlive = true
      while isAlive, !isFound, followed < term.count {
        isAlive = followOne(term)
        isFound = endsLikeTheWord
      }
      if isFound { body(pathBytes) }
      if isAlive, !isFound {
        guard iterator.next() else { return }
      } else {
        guard let target = isFound ? successor : nextTarget(), iterator.seek(to: Array(target)) else {
          return
        }
      }
    }
  }
}
