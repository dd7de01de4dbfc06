import ArticleAPI
import MatianeClient

/// Reads posts of WordPress' REST API; with `_embed` they say what categories, tags, authors and pictures are called.
enum WordPressREST {
  /// - Throws: `ArticleError` naming the field.
  static func article(_ object: JSONFields) throws(ArticleError) -> Article {
    var post = WordPressPost()
    post.id = try object.text("id") ?? ""
    post.guid = try rendered(object, "guid")
    post.link = try object.text("link") ?? ""
    post.titleHTML = try rendered(object, "title")
    post.excerptHTML = try rendered(object, "excerpt")
    post.contentHTML = try rendered(object, "content")
    post.published = try object.text("date_gmt")
    post.modified = try object.text("modified_gmt")
    post.status = try object.text("status") ?? "publish"
    try fill(&post, translations: object)
    let embedded = try object.object("_embedded")
    try fill(&post, terms: object, embedded)
    for author in embedded?.elements("author").compactMap(\.fields) ?? [] {
      guard let name = try author.text("name") else { continue }
      post.authors.append(author: name, nil, try author.text("link"))
    }
    for media in embedded?.elements("wp:featuredmedia").compactMap(\.fields) ?? [] {
      if let image = try image(media) { post.images.append(image) }
    }
    return try post.article()
  }

  /// A text that is rendered, or as its editor sees it.
  private static func rendered(_ object: JSONFields, _ name: String) throws(ArticleError) -> String {
    guard let element = object.elements(name).first else { return "" }
    return try element.text(or: "rendered", "raw") ?? ""
  }

  /// Polylang's `lang` and `translations`, or WPML's `wpml_current_locale` and `wpml_translations`.
  private static func fill(_ post: inout WordPressPost, translations object: JSONFields) throws(ArticleError)
  {
    post.language = try object.text("lang", "wpml_current_locale") ?? ""
    var editions: [Int] = []
    if let map = try object.object("translations") {
      for language in map.names.sorted() {
        if let id = try map.text(language).flatMap({ Int($0) }) { editions.append(id) }
      }
    }
    for translation in object.elements("wpml_translations").compactMap(\.fields) {
      if let id = try translation.text("id").flatMap({ Int($0) }) { editions.append(id) }
    }
    guard !editions.isEmpty else { return }
    if let own = Int(post.id) { editions.append(own) }
    // Numbers are of one site.
    post.story = "\(WebAddress.host(of: post.link))/\(editions.min() ?? 0)"
  }

  private static func fill(
    _ post: inout WordPressPost, terms object: JSONFields, _ embedded: JSONFields?
  ) throws(ArticleError) {
    for taxonomy in embedded?.elements("wp:term") ?? [] {
      for term in taxonomy.elements.compactMap(\.fields) {
        guard let name = try term.text("name") else { continue }
        switch try term.text("taxonomy") {
        case "category": post.addCategory(name, slug: try term.text("slug") ?? "")
        case "post_tag": post.tags.append(name)
        default: continue
        }
      }
    }
    if post.categories.isEmpty, post.tags.isEmpty { classes(of: object, &post) }
    if post.categories.isEmpty { post.categories = object.elements("categories").compactMap(\.text) }
  }

  /// Takes categories and tags from the classes of the post's element, which WordPress tells since 6.7.
  private static func classes(of object: JSONFields, _ post: inout WordPressPost) {
    for name in object.elements("class_list").compactMap(\.text) where !name.contains("%") {
      if name.hasPrefix("category-") { post.categories.append(String(name.dropFirst("category-".count))) }
      if name.hasPrefix("tag-") { post.tags.append(String(name.dropFirst("tag-".count))) }
    }
  }

  private static func image(_ media: JSONFields) throws(ArticleError) -> Image? {
    guard let url = try media.text("source_url") else { return nil }
    var image = Image()
    image.url = url
    image.alternativeText = try media.text("alt_text") ?? ""
    image.caption = PlainText.html(try rendered(media, "caption"))
    if let details = try media.object("media_details") {
      (image.width, image.height) = (details.number("width"), details.number("height"))
    }
    return image
  }
}
