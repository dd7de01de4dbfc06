/// The terms and forms of a segment that is being built, shared by its text fields.
///
/// A word of the analyzer's lexicon is resolved to its term and form once; afterwards one array look-up finds them.
/// Belongs to one thread.
final class TermTable {
  /// What a lexicon word stands for in this segment.
  struct Resolved {
    var epoch: UInt32
    var term: UInt32
    var form: UInt32
  }

  let terms = ByteInterner()
  /// Tagged by term, so that a form belongs to one term.
  let forms = ByteInterner()
  /// The term of each form, by form.
  let termOfForm = IntegerBuffer()

  private var resolved: UnsafeMutablePointer<Resolved>
  private var capacity = 1 << 10
  private var epoch: UInt32 = 1
  private var generation: UInt32 = 0

  init() {
    resolved = LargeMemory.allocate(capacity)
    resolved.initialize(repeating: Resolved(epoch: 0, term: 0, form: 0), count: capacity)
  }

  deinit { resolved.deallocate() }

  /// Prepares for tokens of a lexicon, which may have started anew.
  func prepare(for lexicon: Lexicon) {
    if lexicon.generation != generation {
      generation = lexicon.generation
      nextEpoch()
    }
    if lexicon.count > capacity { grow(to: lexicon.count) }
  }

  /// Writes the terms and forms of words of the lexicon prepared for, their positions counted from `base`.
  func resolve(
    _ tokens: [Token], _ lexicon: Lexicon, base: UInt32,
    to target: UnsafeMutablePointer<OccurrenceBuffer.Occurrence>
  ) {
    let resolved = resolved
    let epoch = epoch
    for (index, token) in tokens.enumerated() {
      var known = resolved[Int(token.word)]
      if known.epoch != epoch { known = add(token.word, lexicon) }
      (target + index).initialize(
        to: OccurrenceBuffer.Occurrence(
          term: known.term, form: known.form, position: base &+ UInt32(bitPattern: token.position)))
    }
  }

  /// Forgets all terms and forms.
  func removeAll() {
    terms.removeAll()
    forms.removeAll()
    termOfForm.removeAll()
    nextEpoch()
  }

  @inline(never)
  private func add(_ word: WordID, _ lexicon: Lexicon) -> Resolved {
    let entry = lexicon.words[Int(word)]
    let new = lexicon.bytes.withUnsafeBytes { bytes in
      let term = terms.intern(
        UnsafeRawBufferPointer(rebasing: bytes[entry.stemRange].prefix(Limits.termBytes)))
      let form = forms.intern(
        UnsafeRawBufferPointer(rebasing: bytes[entry.exactRange].prefix(Limits.termBytes)), tag: term)
      if form == termOfForm.count { termOfForm.append(term) }
      return Resolved(epoch: epoch, term: term, form: form)
    }
    resolved[Int(word)] = new
    return new
  }

  private func nextEpoch() {
    epoch &+= 1
    if epoch == 0 {
      resolved.update(repeating: Resolved(epoch: 0, term: 0, form: 0), count: capacity)
      epoch = 1
    }
  }

  private func grow(to needed: Int) {
    let wanted = max(needed, capacity * 2)
    let wider: UnsafeMutablePointer<Resolved> = LargeMemory.allocate(wanted)
    wider.initialize(from: resolved, count: capacity)
    (wider + capacity).initialize(repeating: Resolved(epoch: 0, term: 0, form: 0), count: wanted - capacity)
    resolved.deallocate()
    resolved = wider
    capacity = wanted
  }
}
