import CPrefetch

/// The terms and forms of a segment that is being built, shared by its text fields: those words of the analyzer's lexicon
/// that its documents hold, numbered anew.
///
/// A word is resolved once; afterwards one array look-up finds its term and form. The lexicon must be pinned from the first
/// `resolve` to `removeAll`. Belongs to one thread.
final class TermTable {
  /// What a lexicon word stands for in this segment.
  private struct Resolved {
    var epoch: UInt32 = 0
    var term: UInt32 = 0
    var form: UInt32 = 0
  }

  /// The term of each form, by form.
  let termOfForm = IntegerBuffer()

  private let lexicon: Lexicon
  /// 1 for a form that is its term itself, by form.
  private let formIsTerm = IntegerBuffer()
  private let terms = Renumbering()
  private let forms = Renumbering()
  private var resolved: UnsafeMutablePointer<Resolved>
  private var capacity = 1 << 10
  private var epoch: UInt32 = 1

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    resolved = LargeMemory.allocate(capacity)
    resolved.initialize(repeating: Resolved(), count: capacity)
  }

  deinit { resolved.deallocate() }

  /// What the look-ups by words of the lexicon take, and the terms and forms of the largest segment so far.
  var memoryBytes: Int {
    capacity * MemoryLayout<Resolved>.stride + terms.memoryBytes + forms.memoryBytes
      + termOfForm.memoryBytes + formIsTerm.memoryBytes
  }

  /// How many terms there are.
  var termCount: Int { terms.count }
  /// How many forms there are.
  var formCount: Int { forms.count }

  /// The bytes of a term.
  @inline(__always)
  func term(_ number: UInt32) -> UnsafeRawBufferPointer {
    lexicon.table.stems.bytes(terms.sources.values[Int(number)])
  }

  /// Has the bytes of a term brought near, in two steps some terms apart.
  @inline(__always)
  func prepare(entryOf later: UInt32, bytesOf sooner: UInt32) {
    let sources = terms.sources.values
    lexicon.table.stems.prepareEntry(sources[Int(later)])
    lexicon.table.stems.prepareBytes(sources[Int(sooner)])
  }

  /// Whether a form is its term itself.
  @inline(__always)
  func isTerm(form number: UInt32) -> Bool { formIsTerm.values[Int(number)] == 1 }

  /// The bytes of a form.
  @inline(__always)
  func form(_ number: UInt32) -> UnsafeRawBufferPointer {
    lexicon.table.forms.bytes(forms.sources.values[Int(number)])
  }

  /// All terms in bytewise order.
  /// - Complexity: O(n log n).
  func sortedTerms() -> [UInt32] {
    let sources = terms.sources.values
    return lexicon.table.stems.sorted(sources.count) { sources[Int($0)] }
  }

  /// Writes the terms and forms of words of the lexicon, their positions counted from `base`.
  func resolve(
    _ tokens: UnsafeBufferPointer<Token>, base: UInt32,
    to target: UnsafeMutablePointer<OccurrenceBuffer.Occurrence>
  ) {
    if lexicon.count > capacity { grow(to: lexicon.count) }
    let resolved = resolved
    let epoch = epoch
    for index in 0..<tokens.count {
      prefetch(resolved + Int(tokens[min(index + Self.lookahead, tokens.count - 1)].word))
      let token = tokens[index]
      var known = resolved[Int(token.word)]
      if known.epoch != epoch { known = add(token.word) }
      (target + index).initialize(
        to: OccurrenceBuffer.Occurrence(
          term: known.term, form: known.form, position: base &+ UInt32(bitPattern: token.position)))
    }
  }

  /// How many words ahead memory is asked for.
  private static let lookahead = 12

  /// Forgets all terms and forms.
  func removeAll() {
    terms.removeAll()
    forms.removeAll()
    termOfForm.removeAll()
    formIsTerm.removeAll()
    epoch &+= 1
    guard epoch == 0 else { return }
    resolved.update(repeating: Resolved(), count: capacity)
    epoch = 1
  }

  @inline(never)
  private func add(_ word: WordID) -> Resolved {
    let entry = lexicon.table.words[Int(word)]
    let term = terms.number(of: entry.stem, below: lexicon.table.stems.count).number
    let form = forms.number(of: entry.form, below: lexicon.table.forms.count)
    if form.isNew {
      termOfForm.append(term)
      formIsTerm.append(entry.isStem ? 1 : 0)
    }
    let new = Resolved(epoch: epoch, term: term, form: form.number)
    resolved[Int(word)] = new
    return new
  }

  private func grow(to needed: Int) {
    let wanted = max(needed, capacity * 2)
    let wider: UnsafeMutablePointer<Resolved> = LargeMemory.allocate(wanted)
    wider.initialize(from: resolved, count: capacity)
    (wider + capacity).initialize(repeating: Resolved(), count: wanted - capacity)
    resolved.deallocate()
    resolved = wider
    capacity = wanted
  }
}
