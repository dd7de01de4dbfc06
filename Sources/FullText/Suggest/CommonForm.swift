/// The form in which a term is written most often in a view; one that starts with one of some texts, if any does. Of forms as frequent
/// the first by bytes.
///
/// Occurrences in deleted documents do not count. What these hold of each form is only looked at where it may decide.
struct CommonForm {
  let field: TextFieldID
  let view: IndexView
  let beginnings: [[UInt8]]
  let frequencies: LiveFrequencies

  /// That form of a term.
  func of(_ term: [UInt8]) -> [UInt8] {
    if view.parts.count == 1 {
      guard let entry = view.parts[0].segment.terms(field).find(term), entry.hasFormTable else { return term }
      return inOnlyPart(term, entry) ?? counted(term)
    }
    if view.liveCount == view.documentCount { return counted(term) }
    return surely(term) ?? counted(term)
  }

  /// In how many deleted documents of a part a term is.
  private func deleted(_ entry: TermEntry, _ part: SegmentView) -> Int {
    part.deletions.isEmpty
      ? 0 : Int(entry.documentFrequency) - frequencies.frequency(of: entry, in: field, part)
  }

  /// That form in a view of one part; nil where deleted documents may decide.
  private func inOnlyPart(_ term: [UInt8], _ entry: TermEntry) -> [UInt8]? {
    let deleted = deleted(entry, view.parts[0])
    return term.withUnsafeBytes { term in
      var best: (isComplete: Bool, form: TermForms.Stored)?
      // The most occurrences that another form may have left.
      var rival: UInt64 = 0
      TermForms.forEach(of: entry) { form in
        guard form.isHeld else { return }
        let isComplete = beginnings.contains {
          $0.withUnsafeBytes { form.order(of: term, to: $0, isWhole: false) == 0 }
        }
        if let best {
          if best.isComplete != isComplete {
            if best.isComplete { return }
            rival = 0
          } else if isCommoner(best.form, form, term) {
            rival = max(rival, form.occurrences)
            return
          } else {
            rival = max(rival, best.form.occurrences)
          }
        }
        best = (isComplete, form)
      }
      guard let best else { return nil }
      let left = UInt64(max(0, Int(best.form.documentFrequency) - deleted))
      return deleted == 0 || left > rival ? best.form.text(of: term) : nil
    }
  }

  private func isCommoner(
    _ one: TermForms.Stored, _ other: TermForms.Stored, _ term: UnsafeRawBufferPointer
  ) -> Bool {
    one.occurrences != other.occurrences
      ? one.occurrences > other.occurrences
      : one.text(of: term).lexicographicallyPrecedes(other.text(of: term))
  }

  /// That form if more documents hold it than deleted ones hold the term, by more than any other form occurs.
  private func surely(_ term: [UInt8]) -> [UInt8]? {
    var bounds: [[UInt8]: (least: UInt64, most: UInt64)] = [:]
    for part in view.parts {
      guard let entry = part.segment.terms(field).find(term) else { continue }
      let deleted = deleted(entry, part)
      for form in TermForms(entry, term: term).forms {
        let left = UInt64(max(0, Int(form.documentFrequency) - deleted))
        let known = bounds[form.text] ?? (0, 0)
        bounds[form.text] = (
          known.least &+ (deleted == 0 ? form.occurrences : left), known.most &+ form.occurrences
        )
      }
    }
    let meant = complete(among: bounds)
    guard let best = meant.max(by: { $0.value.least < $1.value.least }) else { return nil }
    let isSure = meant.allSatisfy { $0.key == best.key || $0.value.most < best.value.least }
    return isSure && best.value.least > 0 ? best.key : nil
  }

  /// That form by what documents that are not deleted hold.
  private func counted(_ term: [UInt8]) -> [UInt8] {
    var counts: [[UInt8]: UInt64] = [:]
    for part in view.parts {
      guard let entry = part.segment.terms(field).find(term) else { continue }
      for form in frequencies.forms(of: entry, term, in: field, part) {
        counts[form.text, default: 0] += form.occurrences
      }
    }
    return complete(among: counts).max { one, other in
      one.value != other.value ? one.value < other.value : other.key.lexicographicallyPrecedes(one.key)
    }?.key ?? term
  }

  /// The forms that start with one of the texts; all where none does.
  private func complete<Value>(among forms: [[UInt8]: Value]) -> [[UInt8]: Value] {
    let complete = forms.filter { form in beginnings.contains { form.key.starts(with: $0) } }
    return complete.isEmpty ? forms : complete
  }
}
