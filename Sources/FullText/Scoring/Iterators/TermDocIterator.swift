/// The documents of one term in one field, scored by BM25.
final class TermDocIterator: FieldIterator {
  @exclusivity(unchecked) private var cursor: PostingCursor

  init(cursor: consuming PostingCursor, score: Score) {
    self.cursor = cursor
    super.init(score)
    document = self.cursor.next()
  }

  override var cost: Int { Int(cursor.documentFrequency) }

  override func next() -> DocID {
    document = cursor.next()
    return document
  }

  override func advance(to target: DocID) -> DocID {
    if document < target { document = cursor.advance(to: target) }
    return document
  }

  override func frequency() -> Float { Float(cursor.frequency) }
}
