/// Stored documents and what an index says of them.
struct StoredDocuments {
  let image: ImageRegion
  let identity: DocumentsIdentity
  /// Where each document's record starts.
  let offsets: [UInt64]
  /// The hash of each document's key.
  let hashes: [UInt64]
}

/// Copies the records of the documents that stay, as they are, into one documents image.
struct StoredDocumentsMerger {

  private let inputs: [SegmentView]
  private let map: DocumentMap

  init(_ inputs: [SegmentView], _ map: DocumentMap) {
    self.inputs = inputs
    self.map = map
  }

  /// - Throws: `damaged` when a record lies outside its image, or fails its checksum: the sums of the new image would vouch for it.
  func merge() throws(IndexError) -> StoredDocuments {
    var offsets: [UInt64] = []
    var hashes: [UInt64] = []
    offsets.reserveCapacity(map.count)
    hashes.reserveCapacity(map.count)
    var end = DocumentsImage.headerBytes
    var checksum: UInt32 = 0
    var isDamaged = false
    forEachRecord { stored in
      guard let stored, stored.isIntact else {
        isDamaged = true
        return
      }
      offsets.append(UInt64(end))
      hashes.append(KeyTable.hash(stored.key))
      checksum = DocumentsImage.combine(checksum, recordAt: 0, in: stored.record)
      end += stored.record.count
    }
    guard !isDamaged else { throw IndexError(.damaged, "a stored document fails its checksum") }
    let identity = DocumentsIdentity(bytes: UInt64(end), checksum: checksum)
    let image = ImageRegion(count: end) { image in
      DocumentsImage.header(count: map.count, identity: identity).withBytes { image.copyMemory(from: $0) }
      var next = 0
      forEachRecord { stored in
        guard let stored else { return }
        UnsafeMutableRawBufferPointer(rebasing: image[Int(offsets[next])...]).copyMemory(from: stored.record)
        next += 1
      }
    }
    return StoredDocuments(image: image, identity: identity, offsets: offsets, hashes: hashes)
  }

  private func forEachRecord(_ body: (StoredDocument?) -> Void) {
    for (input, part) in inputs.enumerated() {
      map.forEachLive(input) { source, _ in body(part.segment.stored(source)) }
    }
  }
}
