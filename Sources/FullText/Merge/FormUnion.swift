/// The forms of one term over several segments, numbered anew by how often they occur.
struct FormUnion {
  private var maps: [[UInt32]?] = []
  /// How many forms there are.
  private(set) var count = 1

  private var forms: [TermForms.Form] = []
  private var counted: [TermForms.Form] = []
  private var lastDocument: [DocID] = []
  private let isTermAlone: Bool
  private let term: UnsafeRawBufferPointer

  init(_ terms: TermMerge) {
    term = terms.term
    isTermAlone = terms.holders.allSatisfy { !terms.entry($0).hasFormTable }
    guard !isTermAlone else { return }
    let tables = terms.holders.map { TermForms(terms.entry($0), term: terms.term).forms }
    join(tables)
    count = forms.count
    counted = forms.map { TermForms.Form(text: $0.text, occurrences: 0, documentFrequency: 0) }
    lastDocument = forms.map { _ in .max }
  }

  private mutating func join(_ tables: [[TermForms.Form]]) {
    var places: [[Int]] = []
    for table in tables { places.append(table.map { add($0) }) }
    guard forms.count > 1 else {
      maps = tables.map { _ in nil }
      return
    }
    let order = forms.indices.sorted { a, b in
      forms[a].occurrences != forms[b].occurrences
        ? forms[a].occurrences > forms[b].occurrences
        : forms[a].text.lexicographicallyPrecedes(forms[b].text)
    }
    var rank = [UInt32](repeating: 0, count: order.count)
    for (place, form) in order.enumerated() { rank[form] = UInt32(place) }
    forms = order.map { forms[$0] }
    maps = places.map { $0.map { rank[$0] } }
  }

  /// Adds what one table says of a form; gives its place among `forms`.
  private mutating func add(_ form: TermForms.Form) -> Int {
    if let at = forms.firstIndex(where: { $0.text == form.text }) {
      forms[at].occurrences += form.occurrences
      forms[at].documentFrequency += form.documentFrequency
      return at
    }
    forms.append(form)
    return forms.count - 1
  }

  /// The new number of each form of a holder, by its turn among the holders; nil when all are number 0.
  func map(_ turn: Int) -> [UInt32]? { isTermAlone ? nil : maps[turn] }

  /// Counts an occurrence that stays, when not all do.
  @inline(__always)
  mutating func count(_ form: UInt32, in document: DocID) {
    guard !isTermAlone else { return }
    counted[Int(form)].occurrences += 1
    if lastDocument[Int(form)] != document {
      lastDocument[Int(form)] = document
      counted[Int(form)].documentFrequency += 1
    }
  }

  /// Calls `body` with the forms as they are to be stored; with counts that leave out what was deleted if `isCounted`.
  func withSources(isCounted: Bool, _ body: (UnsafeBufferPointer<FormSource>) -> Void) {
    if isTermAlone {
      let only = FormSource(text: term, occurrences: 0, documentFrequency: 0)
      withUnsafePointer(to: only) { body(UnsafeBufferPointer(start: $0, count: 1)) }
      return
    }
    let texts = ByteSink()
    for form in forms { form.text.withUnsafeBytes { texts.append($0) } }
    var start = 0
    let sources = zip(forms, isCounted ? counted : forms).map { form, numbers in
      defer { start += form.text.count }
      return FormSource(
        text: UnsafeRawBufferPointer(rebasing: texts.bytes[start..<start + form.text.count]),
        occurrences: numbers.occurrences, documentFrequency: numbers.documentFrequency)
    }
    withExtendedLifetime(texts) { sources.withUnsafeBufferPointer { body($0) } }
  }
}
