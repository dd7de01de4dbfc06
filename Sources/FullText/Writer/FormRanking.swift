/// The forms of each term, as slices of one array.
struct FormsByTerm {
  private var starts: [UInt32]
  private var sorted: [UInt32]

  /// Sorts the forms of a table by their terms.
  init(_ table: TermTable) {
    starts = [UInt32](repeating: 0, count: table.termCount + 1)
    let termOfForm = table.termOfForm.values
    for term in termOfForm { starts[Int(term) + 1] += 1 }
    for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
    var places = starts
    sorted = [UInt32](repeating: 0, count: termOfForm.count)
    for (form, term) in termOfForm.enumerated() {
      sorted[Int(places[Int(term)])] = UInt32(form)
      places[Int(term)] += 1
    }
  }

  /// The form of a term that has only one; nil when it has several.
  @inline(__always)
  func onlyForm(of term: UInt32) -> UInt32? {
    let start = starts[Int(term)]
    return starts[Int(term) + 1] == start + 1 ? sorted[Int(start)] : nil
  }

  /// The forms of a term, at least one.
  func forms(of term: UInt32) -> ArraySlice<UInt32> {
    sorted[Int(starts[Int(term)])..<Int(starts[Int(term) + 1])]
  }
}

/// Numbers the forms of one term after another by how often they occur in a field, the most frequent first.
///
/// Belongs to one thread.
final class FormRanking {
  /// The number of each form within its term, by form of the table; 0 for the only form of a term, which need not be ranked.
  let ordinals: UnsafeMutablePointer<UInt32>
  /// The forms of the term ranked last as they are to be stored.
  private(set) var sources: [FormSource] = []

  private let counts: UnsafeMutablePointer<Count>

  private struct Count {
    var occurrences: UInt32 = 0
    var documents: UInt32 = 0
    var last: DocID = .max
  }

  init(formCount: Int) {
    ordinals = .allocate(capacity: formCount)
    ordinals.initialize(repeating: 0, count: formCount)
    counts = .allocate(capacity: formCount)
    counts.initialize(repeating: Count(), count: formCount)
  }

  deinit {
    ordinals.deallocate()
    counts.deallocate()
  }

  /// Counts an occurrence of a form; documents come in order.
  @inline(__always)
  func count(_ form: UInt32, in document: DocID) {
    let count = counts + Int(form)
    count.pointee.occurrences += 1
    if count.pointee.last != document {
      count.pointee.last = document
      count.pointee.documents += 1
    }
  }

  /// Numbers the forms of a term by what was counted.
  func rank(_ forms: ArraySlice<UInt32>, of term: UInt32, _ table: TermTable) {
    let used = forms.filter { counts[Int($0)].occurrences > 0 }.sorted { a, b in
      let (x, y) = (counts[Int(a)].occurrences, counts[Int(b)].occurrences)
      return x != y ? x > y : compare(table.form(a), table.form(b)) < 0
    }
    sources.removeAll(keepingCapacity: true)
    for (ordinal, form) in used.enumerated() {
      ordinals[Int(form)] = UInt32(ordinal)
      let count = counts[Int(form)]
      sources.append(
        FormSource(
          table.form(form), term: table.term(term), occurrences: UInt64(count.occurrences),
          documentFrequency: count.documents))
    }
  }
}
