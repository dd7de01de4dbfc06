/// The forms of one term after another over several segments, numbered anew by how often they occur.
///
/// Forms stay where their tables lie: they are told apart by what they share with the term and what follows. Reused for term
/// after term, it keeps its memory. Belongs to one thread.
final class FormUnion {
  /// How many forms there are.
  private(set) var count = 1

  private var forms: [FormSource] = []
  private var ranked: [FormSource] = []
  private var order: [Int] = []
  private var lastDocument: [DocID] = []
  /// The number of each form of each holder, holder after holder.
  private let numbers = IntegerBuffer()
  private var starts: [Int] = []
  private let rank = IntegerBuffer()
  private var isTermAlone = true
  private var isCounted = false
  /// The places of forms by their texts, once they are too many to be looked at one by one.
  private var places: [FormText: Int] = [:]

  /// So many forms are looked at one by one.
  private static let fewForms = 16

  init() {}

  /// Joins the forms of the current term; `isCounted` when some of its documents are left out, so that what stays has to be
  /// counted. Valid until `terms` moves.
  func begin(_ terms: TermMerge, isCounted: Bool) {
    self.isCounted = isCounted
    isTermAlone = terms.holders.allSatisfy { !terms.entry($0).hasFormTable }
    count = 1
    guard !isTermAlone else { return }
    forms.removeAll(keepingCapacity: true)
    if !places.isEmpty { places = [:] }
    numbers.removeAll()
    starts.removeAll(keepingCapacity: true)
    let term = terms.term
    for holder in terms.holders {
      starts.append(numbers.count)
      read(terms.entry(holder), termBytes: term.count)
    }
    starts.append(numbers.count)
    count = forms.count
    if count > 1 { sort(term) }
    guard isCounted else { return }
    lastDocument.removeAll(keepingCapacity: true)
    for index in forms.indices {
      forms[index].occurrences = 0
      forms[index].documentFrequency = 0
      lastDocument.append(.max)
    }
  }

  /// The new number of each form of a holder, by its turn among the holders; nil when all are number 0.
  func map(_ turn: Int) -> UnsafeBufferPointer<UInt32>? {
    guard !isTermAlone, count > 1 else { return nil }
    return UnsafeBufferPointer(rebasing: numbers.values[starts[turn]..<starts[turn + 1]])
  }

  /// Counts an occurrence that stays, when not all do.
  @inline(__always)
  func count(_ form: UInt32, in document: DocID) {
    guard !isTermAlone, Int(form) < forms.count else { return }
    forms[Int(form)].occurrences += 1
    if lastDocument[Int(form)] != document {
      lastDocument[Int(form)] = document
      forms[Int(form)].documentFrequency += 1
    }
  }

  /// Calls `body` with the forms as they are to be stored; with none when the term's only form is itself.
  func withSources(_ body: (UnsafeBufferPointer<FormSource>) -> Void) {
    guard !isTermAlone else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    forms.withUnsafeBufferPointer(body)
  }

  /// Reads the table of a holder, of which damage leaves the first forms.
  private func read(_ entry: TermEntry, termBytes: Int) {
    var form = FormSource(
      shared: termBytes, suffix: UnsafeRawBufferPointer(start: emptyBytes, count: 0),
      occurrences: entry.totalFrequency, documentFrequency: entry.documentFrequency)
    guard entry.hasFormTable else { return numbers.append(add(form)) }
    var cursor = ByteCursor(entry.forms)
    let count = cursor.count()
    guard count <= entry.forms.count else { return }
    for _ in 0..<count {
      form.shared = cursor.count()
      form.suffix = cursor.bytes(cursor.count())
      guard form.shared <= termBytes, !cursor.isPastEnd else { return }
      if count > 1 {
        form.occurrences = cursor.varint()
        form.documentFrequency = cursor.varint32()
      }
      numbers.append(add(form))
    }
  }

  /// Adds what one table says of a form; gives its place among `forms`.
  private func add(_ form: FormSource) -> UInt32 {
    if let index = place(of: form) {
      forms[index].occurrences &+= form.occurrences
      forms[index].documentFrequency &+= form.documentFrequency
      return UInt32(index)
    }
    forms.append(form)
    return UInt32(forms.count - 1)
  }

  /// The place of a form with the same text.
  private func place(of form: FormSource) -> Int? {
    if forms.count <= Self.fewForms { return forms.firstIndex { $0.isSameText(as: form) } }
    for index in places.count..<forms.count { places[FormText(form: forms[index])] = index }
    return places[FormText(form: form)]
  }

  private func sort(_ term: UnsafeRawBufferPointer) {
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: forms.indices)
    order.sort { a, b in
      let (a, b) = (forms[a], forms[b])
      return a.occurrences != b.occurrences ? a.occurrences > b.occurrences : a.precedes(b, term: term)
    }
    rank.removeAll()
    let places = rank.reserve(order.count)
    ranked.removeAll(keepingCapacity: true)
    for (place, form) in order.enumerated() {
      places[form] = UInt32(place)
      ranked.append(forms[form])
    }
    swap(&forms, &ranked)
    let values = numbers.mutableValues
    for index in 0..<numbers.count { values[index] = places[Int(values[index])] }
  }
}

/// A form of one term, told apart from others of the same term by its text.
private struct FormText: Hashable {
  let form: FormSource

  static func == (one: FormText, other: FormText) -> Bool { one.form.isSameText(as: other.form) }

  func hash(into hasher: inout Hasher) {
    hasher.combine(form.shared)
    hasher.combine(bytes: form.suffix)
  }
}
