import FullText

extension FuzzTarget {
  private static let fields = QueryFields(
    text: ["title": ["title"], "body": ["body"]], keyword: ["language": "language"])

  func takeAsQuery(_ bytes: UnsafeRawBufferPointer) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = try? QueryParser(fields: Self.fields).parse(text)
    _ = try? FilterParser().parse(text)
  }
}
