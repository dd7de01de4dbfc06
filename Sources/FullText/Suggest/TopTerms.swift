/// Finds the terms of one field of a view that start with a text, or have a form that does, and that most documents hold.
///
/// Groups of terms of which the largest number is lower than needed are skipped. The groups of the largest numbers come first,
/// so that the last of the best has many documents soon.
struct TopTerms {
  private let view: IndexView
  private let field: TextFieldID
  private let frequencies: LiveFrequencies
  private let parts: [WrittenForms]
  private let segments: [SegmentView]
  private let limit: Int
  private(set) var found: MostFrequent

  init(view: IndexView, field: TextFieldID, limit: Int, frequencies: LiveFrequencies) {
    self.view = view
    self.field = field
    self.limit = limit
    self.frequencies = frequencies
    segments = view.parts.filter { $0.segment.terms(field).count > 0 }
    parts = segments.map { $0.segment.writtenForms(field) }
    found = MostFrequent(limit: limit, partCount: parts.count)
  }

  /// Takes all terms that start with a prefix, or have a form that does, into account.
  mutating func add(prefix: [UInt8]) {
    guard limit > 0 else { return }
    for number in parts.indices { add(prefix, from: number) }
  }

  private mutating func add(_ prefix: [UInt8], from number: Int) {
    let dictionary = parts[number].dictionary
    let range = dictionary.ordinals(withPrefix: prefix)
    // Last come those of which most are turned away by the number of documents that the others have.
    defer { addByForm(prefix, notIn: range, from: number) }
    guard !range.isEmpty else { return }
    let groups = dictionary.groups(of: range)
    let leading = groups.count > 1 ? leadingGroups(groups, dictionary) : []
    for group in leading { add(group, range, from: number) }
    for group in groups where Int(dictionary.maxDocumentFrequency(ofGroup: group)) >= found.needed {
      if !leading.contains(group) { add(group, range, from: number) }
    }
  }

  /// Takes the terms into account that do not start with a prefix, but have a form that does.
  private mutating func addByForm(_ prefix: [UInt8], notIn range: Range<Int>, from number: Int) {
    // Without positions nobody counts which forms are still there.
    guard view.schema.textFields[field.index].hasPositions else { return }
    // Of several parts the one that holds the form may be none that holds most documents of the term.
    let least = parts.count > 1 ? 0 : found.needed
    prefix.withUnsafeBytes { prefix in
      parts[number].forEachTerm(notIn: range, startingWith: prefix, heldBy: least) { term, entry in
        guard parts.count > 1 || Int(entry.documentFrequency) >= found.needed,
          !TermForms.ordinals(entry, term: term, startingWith: prefix).ordinals.isEmpty
        else { return }
        let (frequencies, field, part) = (frequencies, field, segments[number])
        offer(term, entry.documentFrequency, from: number) {
          part.deletions.isEmpty
            || frequencies.holdsForm(of: entry, in: field, part) {
              $0.order(of: term, to: prefix, isWhole: false) == 0
            }
        }
      }
    }
  }

  private mutating func add(_ group: Int, _ range: Range<Int>, from number: Int) {
    parts[number].dictionary.forEachFrequency(ofGroup: group) { term, ordinal, frequency in
      guard Int(frequency) >= found.needed, range.contains(ordinal) else { return }
      offer(term, frequency, from: number)
    }
  }

  @inline(__always)
  private mutating func offer(
    _ term: UnsafeRawBufferPointer, _ frequency: UInt32, from number: Int, isMeant: () -> Bool = { true }
  ) {
    let hasDeletions = view.liveCount < view.documentCount
    let (view, field, frequencies, parts) = (view, field, frequencies, parts)
    found.offer(term, frequency: Int(frequency)) { term in
      parts.indices.reduce(Int(frequency)) { sum, other in
        other == number ? sum : sum + Int(parts[other].dictionary.find(term)?.documentFrequency ?? 0)
      }
    } isMeant: {
      isMeant()
    } live: { term in
      hasDeletions ? view.frequency(of: Array(term), in: field, by: frequencies) : nil
    }
  }

  /// The groups with the largest numbers of documents, largest first, as many as there are to be best terms.
  private func leadingGroups(_ groups: Range<Int>, _ dictionary: TermDictionary) -> [Int] {
    let most = min(limit, Self.mostLeading)
    var leading: [Int] = []
    leading.reserveCapacity(most)
    for group in groups {
      let frequency = dictionary.maxDocumentFrequency(ofGroup: group)
      if leading.count == most {
        guard frequency > dictionary.maxDocumentFrequency(ofGroup: leading[most - 1]) else { continue }
        leading.removeLast()
      }
      leading.append(group)
      var place = leading.count - 1
      while place > 0, dictionary.maxDocumentFrequency(ofGroup: leading[place - 1]) < frequency {
        leading.swapAt(place, place - 1)
        place -= 1
      }
    }
    return leading
  }

  private static let mostLeading = 64
}
