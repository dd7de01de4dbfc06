import Testing

@testable import FullText

@Suite struct SegmentFileTests {
  private func smallView(seed: UInt64, documents: Int) throws -> (IndexView, IndexModel) {
    var source = RandomDocuments(seed: seed)
    var model = IndexModel()
    let batch = (0..<documents).map { IndexWriter.Operation.put(source.document(key: $0)) }
    model.apply(batch)
    let view = try IndexWriter(schema: IndexModel.schema).apply(batch, revision: 1)
    return (view, model)
  }

  private func open(_ segment: Segment) throws -> Segment {
    try SegmentFile.open(
      documents: ImageRegion(copying: segment.documentsImage.bytes),
      index: ImageRegion(copying: segment.indexImage.bytes), schema: IndexModel.schema)
  }

  @Test func `A segment written and opened holds what it held`() throws {
    let (view, model) = try smallView(seed: 5, documents: 500)
    let part = view.parts[0]
    let opened = try open(part.segment)
    try opened.verify()
    #expect(opened.fingerprint == part.segment.fingerprint)
    let reopened = IndexView(
      schema: IndexModel.schema, revision: 1, parts: [SegmentView(segment: opened)])
    IndexComparison(view: reopened, model: model).check()
  }

  @Test func `A segment opens with fields added to the schema`() throws {
    let (view, _) = try smallView(seed: 6, documents: 20)
    let old = IndexModel.schema
    let wider = Schema(
      textFields: [TextField("new")] + old.textFields, keywordFields: old.keywordFields + [KeywordField("k")],
      integerFields: old.integerFields + [IntegerField("i")])
    let segment = view.parts[0].segment
    let opened = try SegmentFile.open(
      documents: segment.documentsImage, index: segment.indexImage, schema: wider)
    #expect(opened.terms(TextFieldID(0)).count == 0)
    #expect(opened.terms(TextFieldID(2)).count == segment.terms(TextFieldID(1)).count)
    #expect(opened.keywords(KeywordFieldID(3)).count == 0)
    #expect(opened.integers(IntegerFieldID(2)).value(0) == nil)
  }

  @Test func `The index is built again from the documents alone`() throws {
    let (view, model) = try smallView(seed: 7, documents: 100)
    let segment = view.parts[0].segment
    let rebuilt = try SegmentFile.rebuild(documents: segment.documentsImage, schema: IndexModel.schema) {
      key, _ in
      model.documents[key]!
    }
    #expect(rebuilt.fingerprint == segment.fingerprint)
    try rebuilt.verify()
  }

  @Test(arguments: [1, 50, 700])
  func `An index built again in pieces is that of all at once`(words: Int) throws {
    let (view, model) = try smallView(seed: 7, documents: 300)
    let segment = view.parts[0].segment
    let rebuilt = try SegmentRebuilder(schema: IndexModel.schema, wordsPerPiece: words).rebuild(
      segment.documentsImage
    ) {
      key, _ in model.documents[key]!
    }
    #expect(rebuilt.fingerprint == segment.fingerprint)
    try rebuilt.verify()
  }

  @Test func `An image without documents has an index without any`() throws {
    let empty = ImageRegion(
      copying: DocumentsImage.header(count: 0, identity: .init(bytes: 64, checksum: 0)).withBytes {
        Array($0)
      })
    let rebuilt = try SegmentFile.rebuild(documents: empty, schema: IndexModel.schema) {
      (_, _) throws(IndexError) in
      throw IndexError(.damaged, "there is no document")
    }
    #expect(rebuilt.documentCount == 0)
    try rebuilt.verify()
  }

  @Test func `Every flipped byte of an index image is noticed when it is opened`() throws {
    let (view, _) = try smallView(seed: 8, documents: 12)
    let segment = view.parts[0].segment
    let image = Array(segment.indexImage.bytes)
    for index in image.indices {
      var damaged = image
      damaged[index] ^= UInt8(1 << (index % 8))
      #expect(throws: IndexError.self, "byte \(index)") {
        try SegmentFile.open(
          documents: segment.documentsImage, index: ImageRegion(copying: damaged), schema: IndexModel.schema)
      }
    }
  }

  @Test func `Every truncation of an index image is noticed when it is opened`() throws {
    let (view, _) = try smallView(seed: 9, documents: 12)
    let segment = view.parts[0].segment
    for length in 0..<segment.indexImage.bytes.count {
      let shorter = ImageRegion(
        copying: UnsafeRawBufferPointer(rebasing: segment.indexImage.bytes[..<length]))
      #expect(throws: IndexError.self) {
        try SegmentFile.open(documents: segment.documentsImage, index: shorter, schema: IndexModel.schema)
      }
    }
  }

  @Test func `Every flipped or missing byte of a documents image is noticed`() throws {
    let (view, _) = try smallView(seed: 10, documents: 12)
    let segment = view.parts[0].segment
    let image = Array(segment.documentsImage.bytes)
    for index in image.indices {
      var damaged = image
      damaged[index] ^= UInt8(1 << (index % 8))
      for documents in [damaged, Array(image[..<index])] {
        #expect(throws: IndexError.self, "byte \(index)") {
          let opened = try SegmentFile.open(
            documents: ImageRegion(copying: documents), index: segment.indexImage, schema: IndexModel.schema)
          try opened.verify()
        }
        #expect(throws: IndexError.self) {
          try SegmentFile.forEachDocument(in: ImageRegion(copying: documents)) { _, _ in }
        }
      }
    }
  }

  @Test func `Deletions survive encoding, and damage to them is noticed`() throws {
    var deletions = DeletionBitmap()
    for document: DocID in [0, 1, 77, 65_535, 65_536, 200_000] { _ = deletions.insert(document) }
    let bytes = deletions.encoded()
    let decoded = try DeletionBitmap(decoding: bytes, documentCount: 200_001)
    for document: DocID in 0..<200_001 { #expect(decoded.contains(document) == deletions.contains(document)) }
    #expect(throws: IndexError.self) { try DeletionBitmap(decoding: bytes, documentCount: 200_000) }
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 4
      #expect(throws: IndexError.self) { try DeletionBitmap(decoding: damaged, documentCount: 200_001) }
    }
  }
}
