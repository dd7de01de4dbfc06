/// Encodes the sections of one text field, term after term in rising order.
///
/// For each term: `begin`, the documents through `lists`, `end`; or `copy`. Belongs to one thread.
final class TextFieldWriter {
  /// Takes the documents of the current term.
  let lists: PostingListWriter
  private let dictionary = TermDictionaryWriter()
  private let forms = ByteSink(capacity: 1 << 10)
  private let field: Int
  private let hasPositions: Bool

  /// `norms` must outlive the writer.
  init(field: Int, norms: UnsafePointer<UInt8>, averageLength: Double, hasPositions: Bool) {
    self.field = field
    self.hasPositions = hasPositions
    lists = PostingListWriter(
      norms: norms, averageLength: Float(averageLength), hasPositions: hasPositions)
  }

  /// Starts a term with so many forms.
  func begin(formCount: Int) { lists.begin(hasForms: formCount > 1) }

  /// Ends a term; a term that got no document leaves no trace.
  func end(_ term: UnsafeRawBufferPointer, forms table: UnsafeBufferPointer<FormSource>) {
    let start = forms.count
    let list = lists.finish()
    guard list.documentFrequency > 0 else { return }
    TermForms.encode(table, term: term, to: forms)
    dictionary.add(
      term, list, formBytes: forms.count - start, hasSeveralForms: table.count > 1,
      positions: lists.positions)
  }

  /// Ends a term of one form; nil if that is the term itself.
  func end(_ term: UnsafeRawBufferPointer, onlyForm form: UnsafeRawBufferPointer?) {
    let start = forms.count
    let list = lists.finish()
    guard list.documentFrequency > 0 else { return }
    if let form {
      withUnsafePointer(to: FormSource(form, term: term)) {
        TermForms.encode(UnsafeBufferPointer(start: $0, count: 1), term: term, to: forms)
      }
    }
    dictionary.add(
      term, list, formBytes: forms.count - start, hasSeveralForms: false, positions: lists.positions)
  }

  /// Adds a term as it stands in a segment all of whose documents come, in order, from number `base` on here; false when it
  /// has to be read and written.
  func copy(_ term: UnsafeRawBufferPointer, _ entry: TermEntry, base: DocID, documentCount: Int) -> Bool {
    guard !hasPositions || !entry.positions.isEmpty,
      let list = lists.copy(entry, base: base, documentCount: documentCount)
    else { return false }
    forms.append(entry.forms)
    dictionary.add(
      term, list, formBytes: entry.forms.count, hasSeveralForms: entry.hasSeveralForms,
      positions: lists.positions)
    return true
  }

  /// The sections, when every term was added.
  func sections() -> [(SectionID, ByteSink)] {
    dictionary.finish()
    let filter = ByteSink()
    let strays = ByteSink()
    dictionary.withDictionary(forms: forms, hasPositions: hasPositions) { dictionary in
      TermFilterWriter(dictionary)?.encode(to: filter)
      StrayForms.encode(dictionary, to: strays)
    }
    return [
      (SectionID(.terms, field), dictionary.terms), (SectionID(.termGroups, field), dictionary.groups),
      (SectionID(.postings, field), lists.postings), (SectionID(.positions, field), lists.positions),
      (SectionID(.forms, field), forms), (SectionID(.termFilter, field), filter),
      (SectionID(.strayForms, field), strays),
    ]
  }
}
