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
