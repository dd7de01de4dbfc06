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

/// One form of a term that is being written; points into memory of the writer's caller.
struct FormSource {
  var text: UnsafeRawBufferPointer
  var occurrences: UInt64
  var documentFrequency: UInt32
}

extension TermForms {
  /// Appends the table of a term's forms, front-coded against the term; nothing when the only form is the term itself.
  static func encode(
    _ forms: UnsafeBufferPointer<FormSource>, term: UnsafeRawBufferPointer, to sink: ByteSink
  ) {
    guard forms.count > 1 else {
      if let only = forms.first { encode(only: only.text, term: term, to: sink) }
      return
    }
    sink.append(varint: forms.count)
    for form in forms {
      append(form.text, term: term, to: sink)
      sink.append(varint: form.occurrences)
      sink.append(varint: form.documentFrequency)
    }
  }

  /// Appends the table of a term of one form; nothing when that is the term itself.
  static func encode(only form: UnsafeRawBufferPointer, term: UnsafeRawBufferPointer, to sink: ByteSink) {
    guard compare(form, term) != 0 else { return }
    sink.append(varint: 1)
    append(form, term: term, to: sink)
  }

  private static func append(_ form: UnsafeRawBufferPointer, term: UnsafeRawBufferPointer, to sink: ByteSink)
  {
    var shared = 0
    while shared < min(term.count, form.count), term[shared] == form[shared] { shared += 1 }
    sink.append(varint: shared)
    sink.append(varint: form.count - shared)
    sink.append(UnsafeRawBufferPointer(rebasing: form[shared...]))
  }

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
