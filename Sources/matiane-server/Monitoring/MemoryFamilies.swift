import ArticleService
import Catalog
import FullText
import Metrics
import Storage

/// Metrics of memory by what it holds, each part in small letters and underscores.
enum MemoryFamilies {
  /// What the archive and its connections hold.
  ///
  /// - Parameter callBufferBytes: what connections hold in messages that wait.
  static func families(_ catalog: Catalog, callBufferBytes: Int) -> [MetricFamily] {
    let view = catalog.view
    let segments = view.index.parts.map(\.segment)
    let memory = catalog.memory
    var parts = MetricFamily(
      .gauge, "matiane_memory_bytes",
      "Bytes by what they hold. Articles and index may be mapped from a snapshot; past_revisions are segments that only reads of the past need; word_tables are words that the writer need not stem again, writer_buffers what it indexes the next batch in; remembered_requests are answers by request_id, encoded; searches what they keep from one to the next; call_buffers count in steps a connection."
    )
    parts.add(Double(segments.reduce(0) { $0 + $1.documentsImage.bytes.count }), ["part": "articles"])
    parts.add(Double(segments.reduce(0) { $0 + $1.indexImage.bytes.count }), ["part": "index"])
    parts.add(Double(memory.pastBytes), ["part": "past_revisions"])
    parts.add(Double(memory.watchHistoryBytes), ["part": "watch_history"])
    parts.add(Double(memory.waitingWriteBytes), ["part": "waiting_writes"])
    parts.add(Double(memory.writer.wordTableBytes), ["part": "word_tables"])
    parts.add(Double(memory.writer.bufferBytes), ["part": "writer_buffers"])
    parts.add(Double(memory.writer.requestBytes), ["part": "remembered_requests"])
    parts.add(Double(Archive.searchMemoryBytes), ["part": "searches"])
    parts.add(Double(callBufferBytes), ["part": "call_buffers"])
    return [parts, index(segments)]
  }

  /// What of the process's memory the allocator has, and what counts against `--max-memory`.
  static func process(maxBytes: Int?) -> [MetricFamily] {
    let bytes = ProcessMemory.allocatorBytes()
    var allocator = MetricFamily(
      .gauge, "matiane_allocator_bytes",
      "Bytes that the allocator has of the system: handed out (used), and ready to be (spare), of which some may have been given back meanwhile."
    )
    allocator.add(Double(bytes.used), ["part": "used"])
    allocator.add(Double(bytes.spare), ["part": "spare"])
    let own = MetricFamily(
      .gauge, "matiane_private_memory_bytes",
      "Resident memory without mapped files: what counts against max-memory.",
      value: Double(ProcessMemory.privateBytes()))
    guard let maxBytes, maxBytes > 0 else { return [allocator, own] }
    return [
      allocator, own,
      MetricFamily(
        .gauge, "matiane_max_memory_bytes", "Private memory above which writes are refused.",
        value: Double(maxBytes)),
    ]
  }

  private static func index(_ segments: [Segment]) -> MetricFamily {
    var bytes: [String: Int] = [:]
    for section in segments.flatMap(\.sectionSizes) {
      bytes[snakeCase(section.name), default: 0] += section.bytes
    }
    var family = MetricFamily(
      .gauge, "matiane_index_bytes", "Bytes of articles and index in the newest view by kind of section.")
    for (name, count) in bytes.sorted(by: { $0.key < $1.key }) { family.add(Double(count), ["part": name]) }
    return family
  }

  /// `termGroups` as labels have it: `term_groups`.
  private static func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}
