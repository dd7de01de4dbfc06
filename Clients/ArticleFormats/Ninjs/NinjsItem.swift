import ArticleAPI
import MatianeClient
import Protobuf

/// Reads a text item of IPTC ninjs 3.1.
enum NinjsItem {
  /// - Throws: `ArticleError` naming the field; for an item that is no text.
  static func article(_ item: JSONFields) throws(ArticleError) -> Article {
    let type = try item.text("type") ?? "text"
    guard type == "text" else {
      throw ArticleError("\(item.name("type")): expected text, found '\(type.prefix(40))'")
    }
    guard let uri = try item.text("uri") else {
      throw ArticleError("\(item.name("uri")): expected the item's URI, found nothing")
    }
    var article = Article()
    article.source = .with { $0.id = uri }
    article.source?.version = try item.text("version") ?? ""
    if WebAddress.isWeb(uri) { article.url = uri }
    article.title = try texts(item, "headlines", of: titleRoles) ?? ""
    article.subtitle =
      try texts(item, "headlines", of: ["subtitle", "subheadline", "sub"], orFirst: false) ?? ""
    article.summary =
      try texts(item, "descriptions", of: ["summary", "abstract", "main", "text", "caption"]) ?? ""
    article.language = try item.text("language") ?? ""
    article.dateline = PlainText.line(try item.text("located") ?? "")
    article.publishTime = try item.time("contentCreated", "firstCreated")
    article.updateTime = try item.time("versionCreated")
    article.rights = PlainText.line(try item.text("usageTerms", "copyrightNotice") ?? "")
    article.status = try status(item)
    if let by = try item.text("by") { article.authors.append(author: by) }
    try fill(&article, bodies: item)
    try fill(&article, subjects: item)
    try fill(&article, associations: item)
    return article
  }

  private static let titleRoles = ["main", "title", "headline", "short", ""]

  private static func status(_ item: JSONFields) throws(ArticleError) -> ArticleStatus {
    switch try item.text("pubStatus") {
    case nil, "usable": return .published
    case "withheld": return .draft
    case "canceled": return .withdrawn
    case let other?:
      throw ArticleError(
        "\(item.name("pubStatus")): expected usable, withheld or canceled, found '\(other.prefix(40))'")
    }
  }

  /// The value of the element with the best role; the first element's when none has any of them, if that will do.
  private static func texts(
    _ item: JSONFields, _ name: String, of roles: [String], orFirst: Bool = true
  ) throws(ArticleError) -> String? {
    var best: (rank: Int, text: String)?
    for element in item.elements(name) {
      let fields = try element.members()
      guard let text = try fields.text("value") else { continue }
      let role = (try fields.text("role") ?? "").lowercased()
      let rank = roles.firstIndex { $0 == role || !$0.isEmpty && role.hasSuffix(":" + $0) }
      guard rank != nil || orFirst else { continue }
      let place = rank ?? roles.count
      if place < best?.rank ?? .max {
        best = (place, try contentType(fields).contains("html") ? PlainText.html(text) : PlainText.line(text))
      }
    }
    return best?.text
  }

  /// The first body that is HTML, for it has the links, else the first that is no markup of another kind.
  private static func fill(_ article: inout Article, bodies item: JSONFields) throws(ArticleError) {
    var plain: String?
    for body in item.elements("bodies") {
      let fields = try body.members()
      guard let text = try fields.text("value") else { continue }
      let type = try contentType(fields)
      if type.contains("html") { return article.take(HTMLBlocks(text, page: article.url)) }
      if plain == nil, !type.contains("xml") { plain = text }
    }
    article.take(PlainText.blocks(plain ?? "", page: article.url))
  }

  /// What sort of text it is: `contentType`, which was `contenttype` before version 3.
  private static func contentType(_ fields: JSONFields) throws(ArticleError) -> String {
    (try fields.text("contentType", "contenttype") ?? "").lowercased()
  }

  /// What a media topic or a category says is where the piece is filed; what it is about are its tags.
  private static func fill(_ article: inout Article, subjects item: JSONFields) throws(ArticleError) {
    for subject in item.elements("subjects") {
      let fields = try subject.members()
      guard let name = try fields.text("name", "literal", "code") else { continue }
      let scheme =
        "\(try fields.text("scheme") ?? "") \(try fields.text("uri") ?? "") \(try fields.text("rel") ?? "")"
      if ["mediatopic", "medtop", "subjectcode", "subref", "category", "section"].contains(
        where: scheme.lowercased().contains)
      {
        article.addCategory(called: name)
      } else {
        article.addTag(name)
      }
    }
  }

  private static func fill(_ article: inout Article, associations item: JSONFields) throws(ArticleError) {
    var members = [article.source?.id ?? ""]
    for (number, element) in item.elements("associations").enumerated() {
      let fields = try element.members()
      let uri = try fields.text("uri") ?? ""
      let rel = (try fields.text("rel", "name") ?? "").lowercased()
      if try fields.text("type") == "picture" || fields["renditions"] != nil {
        if let image = try image(fields) { article.images.append(image) }
      } else if rel.contains("translat") {
        guard !uri.isEmpty else {
          throw ArticleError(
            "associations[\(number)].uri: expected the URI of the translation, found nothing")
        }
        members.append(uri)
      } else {
        let title = try texts(fields, "headlines", of: titleRoles) ?? ""
        article.add(related: .with { ($0.url, $0.title, $0.type) = (uri, title, relation(rel)) })
      }
    }
    // Whoever of them is read, the first in order names the story.
    if members.count > 1 { article.story = "stories/" + ResourceID.unique(members.min() ?? "") }
  }

  private static func relation(_ rel: String) -> RelationType {
    if rel.contains("follow") || rel.contains("update") { return .followUp }
    return rel.contains("also") || rel.contains("related") ? .alsoRead : .inlineLink
  }

  /// The largest rendition of a picture.
  private static func image(_ fields: JSONFields) throws(ArticleError) -> Image? {
    var image = Image()
    for rendition in fields.elements("renditions").compactMap(\.fields) {
      guard let url = try rendition.text("href") else { continue }
      let (width, height) = (rendition.number("width"), rendition.number("height"))
      if image.url.isEmpty || width > image.width {
        (image.url, image.width, image.height) = (url, width, height)
      }
    }
    if image.url.isEmpty { image.url = try fields.text("uri") ?? "" }
    image.caption = try texts(fields, "descriptions", of: ["caption", "main", "summary"]) ?? ""
    image.alternativeText = try texts(fields, "headlines", of: titleRoles) ?? ""
    image.credit = try fields.text("creditline", "by") ?? ""
    return image.url.isEmpty ? nil : image
  }
}
