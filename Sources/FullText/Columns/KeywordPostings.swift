import CRoaring

/// The documents of one keyword value: gaps as varints when few, else a bitmap in CRoaring's frozen form, which is read
/// in place.
enum KeywordPostings {
  /// Values of so many documents have a bitmap.
  static let bitmapFrom = 64
  /// Where frozen bitmaps start: CRoaring asks for it.
  static let alignment = 32

  /// Appends rising documents; returns what the dictionary stores of them.
  static func encode(_ documents: UnsafeBufferPointer<DocID>, to sink: ByteSink) -> PostingListWriter.Finished
  {
    var list = PostingListWriter.Finished()
    list.documentFrequency = documents.count
    list.totalFrequency = UInt64(documents.count)
    let start = sink.count
    if documents.count == 1 {
      list.single = documents[0]
    } else if documents.count < bitmapFrom {
      var last = DocID.max
      for document in documents {
        sink.append(varint: document &- last &- 1)
        last = document
      }
    } else {
      sink.pad(to: alignment)
      appendBitmap(documents, to: sink)
    }
    list.postingsBytes = sink.count - start
    return list
  }

  private static func appendBitmap(_ documents: UnsafeBufferPointer<DocID>, to sink: ByteSink) {
    let bitmap = roaring_bitmap_create()!
    defer { roaring_bitmap_free(bitmap) }
    roaring_bitmap_add_many(bitmap, documents.count, documents.baseAddress)
    roaring_bitmap_run_optimize(bitmap)
    let size = roaring_bitmap_frozen_size_in_bytes(bitmap)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: alignment)
    defer { memory.deallocate() }
    roaring_bitmap_frozen_serialize(bitmap, memory.assumingMemoryBound(to: CChar.self))
    sink.append(UnsafeRawBufferPointer(start: memory, count: size))
  }

  /// Calls `body` with the documents of an entry that has no bitmap, rising.
  static func forEach(_ entry: TermEntry, documentCount: Int, _ body: (DocID) -> Void) {
    if entry.documentFrequency == 1 {
      if entry.single < documentCount { body(entry.single) }
      return
    }
    var cursor = ByteCursor(entry.postings)
    var next: UInt64 = 0
    for _ in 0..<entry.documentFrequency {
      next += cursor.varint() & 0xffff_ffff
      guard !cursor.isPastEnd, next < documentCount else { return }
      body(DocID(next))
      next += 1
    }
  }

  /// The bitmap of an entry that has one, read in place; nil if its bytes cannot be one.
  static func bitmap(_ bytes: UnsafeRawBufferPointer, documentCount: Int) -> DocumentSet? {
    guard let frozen = aligned(bytes),
      let view = roaring_bitmap_frozen_view(
        frozen.baseAddress!.assumingMemoryBound(to: CChar.self), frozen.count)
    else { return nil }
    return DocumentSet(viewing: view)
  }

  /// Adds the documents of an entry to a set.
  static func insertAll(_ entry: TermEntry, into set: BitSet) {
    if entry.documentFrequency < bitmapFrom {
      forEach(entry, documentCount: set.capacity) { set.insert($0) }
    } else if let frozen = aligned(entry.postings) {
      FrozenBitmap.insert(frozen, into: set)
    }
  }

  private static func aligned(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard let start = bytes.baseAddress else { return nil }
    let padding = (alignment - Int(bitPattern: start) % alignment) % alignment
    guard padding < bytes.count else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes[padding...])
  }

  /// Whether an entry's bytes are a bitmap of as many documents, all below `documentCount`, that CRoaring may be trusted with.
  static func isValid(_ entry: TermEntry, documentCount: Int) -> Bool {
    guard let frozen = aligned(entry.postings) else { return false }
    return FrozenBitmap.cardinality(frozen, below: documentCount) == UInt64(entry.documentFrequency)
  }
}
