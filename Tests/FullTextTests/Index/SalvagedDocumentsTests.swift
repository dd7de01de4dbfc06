import RandomTesting
import Testing

@testable import FullText

/// What is left of damaged documents: every record that nothing happened to, and never one that was not wanted.
@Suite struct SalvagedDocumentsTests {
  private struct Image {
    let documents: [UInt8]
    let index: [UInt8]
    /// The bytes of each document's record.
    let records: [Range<Int>]
    let keys: [[UInt8]]
  }

  private func image(_ seed: UInt64, documents: Int = 40) throws -> Image {
    var source = RandomDocuments(seed: seed)
    let batch = (0..<documents).map { IndexWriter.Operation.put(source.document(key: $0)) }
    let segment = try IndexWriter(schema: IndexModel.schema).apply(batch, revision: 1).parts[0].segment
    let start = Int(bitPattern: segment.documentsImage.bytes.baseAddress)
    let stored = (0..<DocID(segment.documentCount)).compactMap(segment.stored)
    return Image(
      documents: Array(segment.documentsImage.bytes), index: Array(segment.indexImage.bytes),
      records: stored.map { stored in
        let place = Int(bitPattern: stored.record.baseAddress) - start
        return place..<place + stored.record.count
      }, keys: stored.map { Array($0.key) })
  }

  private func salvage<R>(
    _ documents: [UInt8], of image: Image, index: [UInt8]?, _ body: (SalvagedDocuments) -> R
  ) -> R {
    body(
      SegmentFile.salvage(
        documents: ImageRegion(copying: documents), byteCount: image.documents.count,
        count: image.records.count, index: index.map { ImageRegion(copying: $0) }))
  }

  /// Changes some bytes in a few places, or cuts the end off.
  private func damage(_ image: Image, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = image.documents
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let length = [1, 1, 2, 64, 700].randomElement(using: &random)!
      for place in start..<min(start + length, bytes.count) {
        bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      }
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
    }
    return bytes
  }

  private func untouched(_ damaged: [UInt8], _ image: Image) -> [Int] {
    image.records.indices.filter { number in
      let range = image.records[number]
      return range.upperBound <= damaged.count && damaged[range] == image.documents[range]
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `With the index, exactly the records that nothing happened to are found`(seed: UInt64) throws {
    let image = try image(seed)
    var random = SeededGenerator(seed: seed)
    for round in 0..<60 {
      let damaged = damage(image, &random)
      let whole = Set(untouched(damaged, image))
      salvage(damaged, of: image, index: image.index) { found in
        for isWanted in [{ _ in true }, { $0 % 3 != 0 }] as [(DocID) -> Bool] {
          let expected = image.records.indices.filter { whole.contains($0) && isWanted(DocID($0)) }
          #expect(
            found.offsets(where: isWanted) == expected.map { image.records[$0].lowerBound }, "round \(round)")
        }
        #expect(
          found.lost.flatMap { $0.documents.map(Int.init) }
            == image.records.indices.filter { !whole.contains($0) }, "round \(round)")
        for lost in found.lost where lost.isKeyCertain {
          #expect(lost.key == image.keys[Int(lost.documents.lowerBound)], "round \(round)")
        }
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `Without the index every record is found as well, and never one that is not wanted`(seed: UInt64)
    throws
  {
    let image = try image(seed)
    var random = SeededGenerator(seed: seed)
    for round in 0..<60 {
      let damaged = damage(image, &random)
      let whole = untouched(damaged, image)
      // A damaged index is as good as none, unless its offsets happen to be sound.
      var index: [UInt8]?
      if round % 2 == 0 {
        index = image.index
        index![Int.random(in: 0..<image.index.count, using: &random)] ^= 1
      }
      salvage(damaged, of: image, index: index) { found in
        #expect(found.offsets { _ in true } == whole.map { image.records[$0].lowerBound }, "round \(round)")
        let wanted = Set(whole.filter { $0 % 3 != 0 }.map { image.records[$0].lowerBound })
        #expect(wanted.isSuperset(of: found.offsets { $0 % 3 != 0 }), "round \(round)")
        let lost = Set(found.lost.flatMap { $0.documents.map(Int.init) })
        #expect(lost.isSuperset(of: Set(image.records.indices).subtracting(whole)), "round \(round)")
      }
    }
  }

  @Test func `One damaged record costs no other, whichever byte of it is changed`() throws {
    let image = try image(9, documents: 6)
    for byte in image.documents.indices {
      var damaged = image.documents
      damaged[byte] ^= 0x21
      let whole = untouched(damaged, image)
      for index in [image.index, nil] {
        salvage(damaged, of: image, index: index) { found in
          for isWanted in [{ _ in true }, { $0 != 2 }] as [(DocID) -> Bool] {
            let expected = whole.filter { isWanted(DocID($0)) }.map { image.records[$0].lowerBound }
            #expect(found.offsets(where: isWanted) == expected, "byte \(byte)")
          }
        }
      }
    }
  }

  @Test func `What is found makes a documents image that is sound`() throws {
    let image = try image(4)
    var damaged = image.documents
    for number in [0, 7, 8, 39] { damaged[image.records[number].lowerBound + 9] ^= 1 }
    var made: [UInt8] = []
    salvage(damaged, of: image, index: nil) { found in
      found.write(found.offsets { $0 != 20 }) { made += $0 }
    }
    #expect(made.withUnsafeBytes { SegmentFile.damage(inDocuments: $0) } == nil)
    var keys: [[UInt8]] = []
    try SegmentFile.forEachDocument(in: ImageRegion(copying: made)) { key, _ in keys.append(Array(key)) }
    #expect(keys == image.keys.indices.filter { ![0, 7, 8, 20, 39].contains($0) }.map { image.keys[$0] })
  }
}
