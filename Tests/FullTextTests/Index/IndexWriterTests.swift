import Synchronization
import Testing

@testable import FullText

@Suite struct IndexWriterTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func `Random puts and deletes give what a naive index holds`(seed: UInt64) throws {
    print("seed", seed)
    var source = RandomDocuments(seed: seed)
    var model = IndexModel()
    let writer = IndexWriter(schema: IndexModel.schema)
    for (revision, size) in [1, 3, 200, 1, 700, 40].enumerated() {
      let batch = source.batch(size, keys: 600)
      model.apply(batch)
      let view = try writer.apply(batch, revision: UInt64(revision + 1))
      #expect(view.revision == UInt64(revision + 1))
      IndexComparison(view: view, model: model).check()
    }
  }

  @Test func `Deletions count nothing out of a field that no document of their segment has`() throws {
    let schema = Schema(textFields: [TextField("a"), TextField("b")], keywordFields: [], integerFields: [])
    let writer = IndexWriter(schema: schema)
    func document(_ number: Int, _ field: Int) -> IndexWriter.Operation {
      .put(
        IndexDocument(
          key: Array("\(number)".utf8), payload: [],
          texts: [.init(TextFieldID(field), language: "en", "some words")]))
    }
    try writer.apply((0..<2000).map { document($0, 0) }, revision: 1)
    try writer.apply([document(5000, 1)], revision: 2)
    let view = try writer.apply((0..<1500).map { .delete(key: Array("\($0)".utf8)) }, revision: 3)
    #expect(view.statistics.map(\.documentCount) == [500, 1])
    #expect(view.statistics.map(\.totalLength) == [1000, 2])
  }

  @Test func `thousands of forms of one term are merged, and each is still found`() throws {
    // German umlauts are folded by the stemmer, and only by it.
    let forms = (0..<1 << 14).map { number in
      "r" + (0..<14).map { number >> $0 & 1 == 0 ? "a" : "ä" }.joined() + "t"
    }
    let schema = Schema(textFields: [TextField("a")], keywordFields: [], integerFields: [])
    let writer = IndexWriter(schema: schema)
    for (key, texts) in [("one", forms[...]), ("two", forms[5000...]), ("three", forms[..<9000])] {
      let document = IndexDocument(
        key: Array(key.utf8), payload: [],
        texts: [.init(TextFieldID(0), language: "de", texts.joined(separator: " "))])
      try writer.apply([.put(document)], revision: writer.view.revision + 1)
    }
    try writer.mergeAll()
    let view = writer.view
    #expect(view.parts.count == 1)
    #expect(view.parts[0].segment.terms(TextFieldID(0)).count == 1)
    for (number, count) in [(0, 2), (4999, 2), (5000, 3), (8999, 3), (9000, 2), (1 << 14 - 1, 2)] {
      let plan = SearchPlan(.phrase(forms[number], exact: true), languages: [Language(tag: "de")])
      #expect(try Searcher().count(view, plan) == count)
    }
  }

  @Test(arguments: [UInt64(11), 12, 13, 14])
  func `Random batches with merges at once give what a naive index holds`(seed: UInt64) throws {
    print("seed", seed)
    var source = RandomDocuments(seed: seed)
    var model = IndexModel()
    var policy = MergePolicy()
    policy.fanIn = 2 + source.random.next(below: 3)
    let writer = IndexWriter(schema: IndexModel.schema, policy: policy)
    for revision in 1...30 {
      let batch = model.telling(newKeysIn: source.batch(1 + source.random.next(below: 40), keys: 250))
      model.apply(batch)
      try writer.apply(batch, revision: UInt64(revision))
      if revision % 10 == 0 { IndexComparison(view: writer.view, model: model).check() }
    }
    #expect(writer.view.parts.count < 12)
    for part in writer.view.parts { try part.segment.verify() }
    try writer.mergeAll()
    #expect(writer.view.parts.count == 1)
    IndexComparison(view: writer.view, model: model).check()
  }

  @Test(arguments: [UInt64(21), 22, 23])
  func `Writes go on while a merge runs elsewhere, and old views stay as they were`(seed: UInt64) throws {
    print("seed", seed)
    let jobs = JobQueue()
    defer { jobs.removeAll() }
    var source = RandomDocuments(seed: seed)
    var model = IndexModel()
    var policy = MergePolicy(execute: { job in jobs.add(job) })
    policy.fanIn = 3
    policy.inlineDocuments = 20
    let writer = IndexWriter(schema: IndexModel.schema, policy: policy)
    var old: [(IndexView, IndexModel)] = []
    for revision in 1...40 {
      let batch = source.batch(1 + source.random.next(below: 40), keys: 300)
      model.apply(batch)
      old.append((try writer.apply(batch, revision: UInt64(revision)), model))
      if source.random.next(below: 4) == 0 { jobs.runAll() }
      if source.random.next(below: 3) == 0 { writer.adoptFinishedMerge() }
    }
    #expect(jobs.count > 0)
    jobs.runAll()
    writer.adoptFinishedMerge()
    old.append((writer.view, model))
    for index in stride(from: 0, to: old.count, by: 8) {
      IndexComparison(view: old[index].0, model: old[index].1).check()
    }
    IndexComparison(view: writer.view, model: model).check()
  }

  @Test func `Within a batch the last change of a key counts`() throws {
    let writer = IndexWriter(schema: IndexModel.schema)
    let key = Array("a".utf8)
    let batch: [IndexWriter.Operation] = [
      .put(IndexDocument(key: key, payload: [1])), .delete(key: key),
      .put(IndexDocument(key: key, payload: [2])),
    ]
    let view = try writer.apply(batch, revision: 1)
    #expect(view.liveCount == 1)
    #expect(view.find(key: key).map { view.payload($0) } == [2])
    try writer.apply([.put(IndexDocument(key: key, payload: [3])), .delete(key: key)], revision: 2)
    #expect(writer.view.liveCount == 0)
    #expect(writer.view.parts.isEmpty)
    #expect(view.liveCount == 1)
  }

  @Test func `A document over a limit changes nothing`() throws {
    let writer = IndexWriter(schema: IndexModel.schema)
    let good = IndexDocument(key: [1], payload: [])
    let bad = IndexDocument(key: [UInt8](repeating: 0, count: 1025), payload: [])
    #expect(throws: IndexError.self) { try writer.apply([.put(good), .put(bad)], revision: 1) }
    #expect(writer.view.liveCount == 0)
    #expect(writer.view.revision == 0)
    try writer.apply([.put(good)], revision: 1)
    #expect(writer.view.liveCount == 1)
  }

  @Test func `Single writes copy a document about once a tier, and leave few segments`() throws {
    var copied = 0
    var policy = MergePolicy()
    policy.fanIn = 4
    let writer = IndexWriter(schema: IndexModel.schema, policy: policy)
    for number in 0..<3000 {
      let before = Set(writer.view.parts.map { ObjectIdentifier($0.segment) })
      let held = writer.view.parts
      let key = Array("\(number)".utf8)
      try writer.apply([.put(IndexDocument(key: key, payload: []))], revision: UInt64(number + 1))
      let merged = writer.view.parts.filter { !before.contains(ObjectIdentifier($0.segment)) }
      copied += merged.reduce(0) { $0 + $1.segment.documentCount }
      withExtendedLifetime(held) {}
    }
    #expect(writer.view.liveCount == 3000)
    #expect(copied < 3000 * 30)
    #expect(writer.view.parts.count < 30)
  }

  @Test func `No merge makes a segment larger than it may be, and segments stay few`() throws {
    var policy = MergePolicy()
    policy.fanIn = 4
    policy.busyBytes = 60_000
    let writer = IndexWriter(schema: IndexModel.schema, policy: policy)
    var copied = 0
    for number in 0..<1200 {
      let before = Set(writer.view.parts.map { ObjectIdentifier($0.segment) })
      let held = writer.view.parts
      let bytes = held.reduce(0) { $0 + $1.segment.imageBytes }
      let document = IndexDocument(key: Array("\(number)".utf8), payload: [UInt8](repeating: 1, count: 900))
      try writer.apply([.put(document)], revision: UInt64(number + 1))
      let merged = writer.view.parts.filter { !before.contains(ObjectIdentifier($0.segment)) }
      #expect(merged.allSatisfy { $0.segment.imageBytes <= max(policy.busyBytes, (bytes + 10_000) / 8) })
      copied += merged.reduce(0) { $0 + $1.segment.documentCount }
      withExtendedLifetime(held) {}
    }
    #expect(writer.view.liveCount == 1200)
    #expect(copied < 1200 * 30)
    #expect(writer.view.parts.count < 40)
  }

  @Test(arguments: [UInt64(31), 32, 33])
  func `At rest segments are few, and hold what they held`(seed: UInt64) throws {
    print("seed", seed)
    let jobs = JobQueue()
    defer { jobs.removeAll() }
    var source = RandomDocuments(seed: seed)
    var model = IndexModel()
    let writer = IndexWriter(
      schema: IndexModel.schema, policy: MergePolicy(execute: { job in jobs.add(job) }))
    for revision in 1...40 {
      let batch = source.batch(1 + source.random.next(below: 60), keys: 2000)
      model.apply(batch)
      try writer.apply(batch, revision: UInt64(revision))
      guard source.random.next(below: 4) == 0 || revision == 40 else { continue }
      repeat {
        writer.mergeAtRest()
        jobs.runAll()
      } while writer.adoptFinishedMerge() || writer.canMergeAtRest
      var newer = 0
      for size in writer.view.parts.map(\.liveCount).reversed() {
        #expect(size >= 2 * newer)
        newer += size
      }
      IndexComparison(view: writer.view, model: model).check()
    }
  }

  @Test func `A merge at rest is no larger than it may be`() throws {
    var policy = MergePolicy(execute: { job in job() })
    policy.restBytes = 1
    policy.fanIn = 100
    let writer = IndexWriter(schema: IndexModel.schema, policy: policy)
    for number in 0..<8 {
      try writer.apply(
        [.put(IndexDocument(key: [UInt8(number)], payload: []))], revision: UInt64(number + 1))
    }
    #expect(writer.view.parts.count == 8)
    var merges = 0
    while writer.canMergeAtRest, merges < 8 {
      let bytes = writer.view.parts.reduce(0) { $0 + $1.segment.imageBytes }
      let before = Set(writer.view.parts.map { ObjectIdentifier($0.segment) })
      let held = writer.view.parts
      writer.mergeAtRest()
      #expect(writer.adoptFinishedMerge())
      let made = writer.view.parts.filter { !before.contains(ObjectIdentifier($0.segment)) }
      #expect(made.count == 1 && made[0].segment.imageBytes <= bytes / 2)
      withExtendedLifetime(held) {}
      merges += 1
    }
    #expect((2...4).contains(writer.view.parts.count))
  }

  @Test func `Where there is no room for a large merge at rest, a smaller one is made`() throws {
    let room = Mutex(0)
    var policy = MergePolicy(execute: { job in job() }, hasRoom: { bytes in room.withLock { bytes <= $0 } })
    policy.fanIn = 100
    let first = IndexWriter(schema: IndexModel.schema, policy: policy)
    try first.apply([.put(IndexDocument(key: [0], payload: []))], revision: 1)
    let bytes = first.view.parts[0].segment.imageBytes
    policy.restBytes = 20 * bytes
    let writer = IndexWriter(continuing: first.view, policy: policy)
    for key in UInt8(1)..<8 {
      try writer.apply([.put(IndexDocument(key: [key], payload: []))], revision: UInt64(key) + 1)
    }
    writer.mergeAtRest()
    #expect(!writer.adoptFinishedMerge())
    #expect(writer.canMergeAtRest)
    room.withLock { $0 = 3 * bytes }
    writer.mergeAtRest()
    #expect(writer.adoptFinishedMerge())
    #expect(writer.view.parts.count == 7)
  }

  @Test func `Without room nothing large is merged but what makes room`() throws {
    let jobs = JobQueue()
    defer { jobs.removeAll() }
    let room = Mutex(false)
    var policy = MergePolicy(execute: { job in jobs.add(job) }, hasRoom: { _ in room.withLock { $0 } })
    policy.fanIn = 2
    policy.promptDocuments = 0
    let writer = IndexWriter(schema: IndexModel.schema, policy: policy)
    func put(_ keys: Range<UInt8>, _ revision: UInt64) throws {
      try writer.apply(keys.map { .put(IndexDocument(key: [$0], payload: [])) }, revision: revision)
    }
    try put(0..<100, 1)
    try put(100..<200, 2)
    writer.mergeAtRest()
    #expect(jobs.count == 0)
    #expect(writer.view.parts.count == 2)
    // More than a third of the first segment goes: it is written anew, in less than it takes now.
    try writer.apply((0..<80).map { .delete(key: [$0]) }, revision: 3)
    #expect(jobs.count == 1)
    jobs.runAll()
    writer.adoptFinishedMerge()
    #expect(writer.view.liveCount == 120)
    #expect(writer.view.parts.allSatisfy { $0.deletions.isEmpty })
    let parts = writer.view.parts.count
    room.withLock { $0 = true }
    try put(200..<201, 4)
    writer.mergeAtRest()
    jobs.runAll()
    writer.adoptFinishedMerge()
    #expect(writer.view.parts.count < parts + 1)
  }
}
