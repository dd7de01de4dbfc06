import ArticleAPI
import Protobuf

/// The fields of a message that an update may change, each with how it is copied.
struct MaskedFields<Value: Message> {
  typealias Copy = @Sendable (Value, inout Value) -> Void

  let copies: [(path: String, copy: Copy)]
  /// Fields that may stand in a mask and that only the archive decides.
  let ignored: Set<String>

  /// `old` with the fields that `mask` names as they are in `values`.
  ///
  /// Without paths every field that is set in `values` is taken, with `*` every field.
  /// - Throws: `invalidField` for a path that names no field.
  func merge(_ values: Value, into old: Value, _ mask: FieldMask?) throws(CatalogError) -> Value {
    var result = old
    let paths = mask?.paths ?? []
    if paths.isEmpty {
      let blank = Value()
      for (_, copy) in copies {
        var probe = blank
        copy(values, &probe)
        if probe != blank { copy(values, &result) }
      }
      return result
    }
    for path in paths {
      if path == "*" {
        for (name, copy) in copies where !name.contains(".") { copy(values, &result) }
      } else if let (_, copy) = copies.first(where: { $0.path == path }) {
        copy(values, &result)
      } else if !ignored.contains(path) {
        let known = copies.map(\.path).joined(separator: ", ")
        throw .invalid("update_mask", "expected \(known) or *, found '\(path.prefix(200))'")
      }
    }
    return result
  }
}

extension Article {
  private static let masked = MaskedFields<Article>(
    copies: [
      ("story", { $1.story = $0.story }), ("language", { $1.language = $0.language }),
      ("source", { $1.source = $0.source }), ("url", { $1.url = $0.url }), ("title", { $1.title = $0.title }),
      ("subtitle", { $1.subtitle = $0.subtitle }), ("summary", { $1.summary = $0.summary }),
      ("blocks", { $1.blocks = $0.blocks }), ("categories", { $1.categories = $0.categories }),
      ("tags", { $1.tags = $0.tags }), ("authors", { $1.authors = $0.authors }),
      ("dateline", { $1.dateline = $0.dateline }), ("publish_time", { $1.publishTime = $0.publishTime }),
      ("update_time", { $1.updateTime = $0.updateTime }), ("delete_time", { $1.deleteTime = $0.deleteTime }),
      ("status", { $1.status = $0.status }), ("kind", { $1.kind = $0.kind }),
      ("related", { $1.related = $0.related }), ("quotes", { $1.quotes = $0.quotes }),
      ("images", { $1.images = $0.images }), ("publisher", { $1.publisher = $0.publisher }),
      ("rights", { $1.rights = $0.rights }), ("aliases", { $1.aliases = $0.aliases }),
      ("source.id", { values, result in result.withSource { $0.id = values.source?.id ?? "" } }),
      ("source.url", { values, result in result.withSource { $0.url = values.source?.url ?? "" } }),
      (
        "source.version",
        { values, result in result.withSource { $0.version = values.source?.version ?? "" } }
      ),
    ], ignored: ["name", "uid", "etag", "revision", "create_time", "word_count"])

  /// The paths that an update mask may name.
  public static var updatablePaths: [String] { masked.copies.map(\.path) }

  func merged(into old: Article, _ mask: FieldMask?) throws(CatalogError) -> Article {
    try Self.masked.merge(self, into: old, mask)
  }

  private mutating func withSource(_ change: (inout Source) -> Void) {
    var source = source ?? Source()
    change(&source)
    self.source = source == Source() ? nil : source
  }
}

extension Category {
  private static let masked = MaskedFields<Category>(
    copies: [
      ("parent", { $1.parent = $0.parent }), ("titles", { $1.titles = $0.titles }),
      ("description", { $1.description = $0.description }),
    ], ignored: ["name", "etag", "revision", "create_time", "article_count", "total_article_count"])

  func merged(into old: Category, _ mask: FieldMask?) throws(CatalogError) -> Category {
    try Self.masked.merge(self, into: old, mask)
  }
}
