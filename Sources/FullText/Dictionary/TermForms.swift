/// The surface forms that were reduced to one term, the most frequent first.
struct TermForms {
  /// One form.
  struct Form: Hashable {
    /// The normalised form, UTF-8.
    var text: [UInt8]
    /// How often it occurs in the segment, deleted documents included.
    var occurrences: UInt64
    /// How many documents hold it, deleted ones included.
    var documentFrequency: UInt32
  }

  /// The forms; their index is the ordinal beside each position.
  var forms: [Form]

  /// The ordinal of a form, if the segment holds it.
  func ordinal(of text: [UInt8]) -> UInt32? {
    forms.firstIndex { $0.text == text && $0.occurrences > 0 }.map { UInt32($0) }
  }
}

extension TermForms {
  /// Appends the table of a term's forms, front-coded against the term; nothing when the only form is the term itself.
  static func encode(
    _ forms: UnsafeBufferPointer<FormSource>, term: UnsafeRawBufferPointer, to sink: ByteSink
  ) {
    guard forms.count > 1 || forms.count == 1 && !forms[0].isTerm(term) else { return }
    sink.append(varint: forms.count)
    for form in forms {
      sink.append(varint: form.shared)
      sink.append(varint: form.suffix.count)
      sink.append(form.suffix)
      guard forms.count > 1 else { return }
      sink.append(varint: form.occurrences)
      sink.append(varint: form.documentFrequency)
    }
  }

  /// Reads the forms of a term.
  init(_ entry: TermEntry, term: [UInt8]) { self = term.withUnsafeBytes { TermForms(entry, term: $0) } }

  /// Reads the forms of a term.
  init(_ entry: TermEntry, term: UnsafeRawBufferPointer) {
    guard entry.hasFormTable else {
      forms = [
        Form(
          text: Array(term), occurrences: entry.totalFrequency, documentFrequency: entry.documentFrequency)
      ]
      return
    }
    forms = []
    var cursor = ByteCursor(entry.forms)
    let count = cursor.count()
    guard count <= entry.forms.count else { return }
    for _ in 0..<count {
      let shared = cursor.count()
      let suffix = cursor.bytes(cursor.count())
      guard shared <= term.count, !cursor.isPastEnd else { return }
      var form = Form(
        text: Array(term[..<shared]) + Array(suffix), occurrences: entry.totalFrequency,
        documentFrequency: entry.documentFrequency)
      if count > 1 {
        form.occurrences = cursor.varint()
        form.documentFrequency = cursor.varint32()
      }
      forms.append(form)
    }
  }
}

extension TermForms {
  /// A form where it lies in a table: what it shares with the term and what follows.
  struct Stored {
    let ordinal: UInt32
    let shared: Int
    let suffix: UnsafeRawBufferPointer
    /// How often it occurs in the segment, and in how many documents, deleted ones included.
    let occurrences: UInt64
    let documentFrequency: UInt32

    /// Whether a document of the segment holds it: merging leaves what only deleted ones held.
    var isHeld: Bool { occurrences > 0 }

    func text(of term: UnsafeRawBufferPointer) -> [UInt8] {
      Array(term[..<min(shared, term.count)]) + Array(suffix)
    }

    /// Whether its text, or its first bytes, is below another one, it or above it: negative, zero or positive.
    @inline(__always)
    func order(of term: UnsafeRawBufferPointer, to text: UnsafeRawBufferPointer, isWhole: Bool) -> Int {
      let shared = min(shared, term.count)
      let start = min(shared, text.count)
      let order = compare(
        UnsafeRawBufferPointer(rebasing: term[..<start]), UnsafeRawBufferPointer(rebasing: text[..<start]))
      if order != 0 { return order }
      if shared > text.count { return isWhole ? 1 : 0 }
      let rest = UnsafeRawBufferPointer(rebasing: text[start...])
      let end = isWhole ? suffix.count : min(suffix.count, rest.count)
      return compare(UnsafeRawBufferPointer(rebasing: suffix[..<end]), rest)
    }
  }

  /// Calls `body` with each form of a term's table, if it has one; gives how many there are.
  @inline(__always)
  @discardableResult
  static func forEach(of entry: TermEntry, _ body: (Stored) -> Void) -> Int {
    guard entry.hasFormTable else { return 0 }
    var cursor = ByteCursor(entry.forms)
    let count = cursor.count()
    for ordinal in 0..<min(count, entry.forms.count) {
      guard let form = stored(UInt32(ordinal), of: count, entry, &cursor) else { break }
      body(form)
    }
    return count
  }

  /// One form of a term's table.
  static func form(_ number: UInt32, of entry: TermEntry) -> Stored? {
    guard entry.hasFormTable else { return nil }
    var cursor = ByteCursor(entry.forms)
    let count = cursor.count()
    for ordinal in 0..<min(count, entry.forms.count) {
      guard let form = stored(UInt32(ordinal), of: count, entry, &cursor) else { return nil }
      if form.ordinal == number { return form }
    }
    return nil
  }

  /// Reads the next of so many forms; nil when the table is damaged.
  @inline(__always)
  private static func stored(
    _ ordinal: UInt32, of count: Int, _ entry: TermEntry, _ cursor: inout ByteCursor
  ) -> Stored? {
    let shared = cursor.count()
    let suffix = cursor.bytes(cursor.count())
    var (occurrences, documentFrequency) = (entry.totalFrequency, entry.documentFrequency)
    if count > 1 {
      occurrences = cursor.varint()
      documentFrequency = cursor.varint32()
    }
    if cursor.isPastEnd { return nil }
    return Stored(
      ordinal: ordinal, shared: shared, suffix: suffix, occurrences: occurrences,
      documentFrequency: documentFrequency)
  }

  /// The forms of a term that start with a text and that some document holds, as ordinals, and how many forms there are.
  static func ordinals(
    _ entry: TermEntry, term: UnsafeRawBufferPointer, startingWith text: UnsafeRawBufferPointer
  ) -> (ordinals: [UInt32], count: Int) {
    var common = 0
    while common < min(term.count, text.count), term[common] == text[common] { common += 1 }
    var found: [UInt32] = []
    let count = forEach(of: entry) { form in
      guard form.isHeld, form.shared <= common else { return }
      if form.suffix.starts(with: text[min(form.shared, text.count)...]) { found.append(form.ordinal) }
    }
    return (found, count)
  }

  /// Whether a term has a form that starts with its first bytes and goes on with a suffix.
  static func holds(_ entry: TermEntry, _ suffix: UnsafeRawBufferPointer, behind shared: Int) -> Bool {
    var isFound = false
    forEach(of: entry) { form in
      if form.isHeld, form.shared == shared, compare(form.suffix, suffix) == 0 { isFound = true }
    }
    return isFound
  }
}
