import CRoaring

/// A set of documents of one segment: a compressed bitmap.
///
/// Owns a CRoaring bitmap, or views one in a segment's image (valid while the segment lives), which is copied by
/// the first change. Belongs to one thread while it changes; may be read from several afterwards.
final class DocumentSet {
  private var bitmap: UnsafeMutablePointer<roaring_bitmap_t>
  private var isView = false

  /// An empty set.
  init() { bitmap = roaring_bitmap_create() }

  init(adopting bitmap: UnsafeMutablePointer<roaring_bitmap_t>) { self.bitmap = bitmap }

  /// Views a frozen bitmap.
  init(viewing view: UnsafePointer<roaring_bitmap_t>) {
    bitmap = UnsafeMutablePointer(mutating: view)
    isView = true
  }

  deinit { roaring_bitmap_free(bitmap) }

  /// All documents of a range.
  convenience init(_ range: Range<DocID>) {
    self.init()
    guard !range.isEmpty else { return }
    roaring_bitmap_add_range_closed(bitmap, range.lowerBound, range.upperBound - 1)
  }

  /// The bitmap, to be changed.
  private func own() -> UnsafeMutablePointer<roaring_bitmap_t> {
    guard isView else { return bitmap }
    let copy = roaring_bitmap_copy(bitmap)!
    roaring_bitmap_free(bitmap)
    bitmap = copy
    isView = false
    return copy
  }

  /// How many documents are in the set.
  var count: Int { Int(roaring_bitmap_get_cardinality(bitmap)) }

  /// Whether no document is in the set.
  var isEmpty: Bool { roaring_bitmap_is_empty(bitmap) }

  /// Whether a document is in the set.
  func contains(_ document: DocID) -> Bool { roaring_bitmap_contains(bitmap, document) }

  /// Adds a document.
  func insert(_ document: DocID) { roaring_bitmap_add(own(), document) }

  /// Adds rising documents.
  func insert(_ documents: UnsafeBufferPointer<DocID>) {
    roaring_bitmap_add_many(own(), documents.count, documents.baseAddress)
  }

  /// Keeps what is in the other set, too.
  func formIntersection(_ other: DocumentSet) { roaring_bitmap_and_inplace(own(), other.bitmap) }

  /// Adds what is in the other set.
  func formUnion(_ other: DocumentSet) { roaring_bitmap_or_inplace(own(), other.bitmap) }

  /// Removes what is in the other set.
  func subtract(_ other: DocumentSet) { roaring_bitmap_andnot_inplace(own(), other.bitmap) }

  /// A copy that may be changed.
  func copy() -> DocumentSet { DocumentSet(adopting: roaring_bitmap_copy(bitmap)) }

  /// The first document not below `document`; `endOfPostings` if there is none.
  func first(from document: DocID) -> DocID {
    var iterator = roaring_uint32_iterator_t()
    roaring_init_iterator(bitmap, &iterator)
    return roaring_move_uint32_iterator_equalorlarger(&iterator, document)
      ? iterator.current_value : endOfPostings
  }

  /// Calls `body` for each document, rising.
  func forEach(_ body: (DocID) -> Void) {
    withUnsafeTemporaryAllocation(of: DocID.self, capacity: 256) { chunk in
      var iterator = roaring_uint32_iterator_t()
      roaring_init_iterator(bitmap, &iterator)
      while true {
        let count = roaring_read_uint32_iterator(&iterator, chunk.baseAddress, 256)
        for index in 0..<Int(count) { body(chunk[index]) }
        if count < 256 { return }
      }
    }
  }
}
