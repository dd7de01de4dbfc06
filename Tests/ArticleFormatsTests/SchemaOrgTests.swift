import ArticleAPI
import ArticleFormats
import Testing

@Suite struct SchemaOrgTests {
  private let whole = """
    {"@context": "https://schema.org", "@type": ["NewsArticle"], "@id": "https://news.example/bridge#article",
     "identifier": {"@type": "PropertyValue", "value": "n-17"}, "url": "https://news.example/bridge", "version": 3,
     "headline": "A bridge opens", "alternativeHeadline": "After nine years", "abstract": "In short.",
     "articleBody": "One.\\n\\nTwo.", "inLanguage": {"alternateName": "en"}, "dateline": "TBILISI",
     "translationOfWork": {"@id": "https://news.example/ka/khidi"},
     "articleSection": ["Politics & Power", "City"], "keywords": "bridge, river ,bridge",
     "author": [{"@type": "Person", "name": "Nino K.", "jobTitle": "reporter", "url": "https://news.example/nino"}, "Desk"],
     "datePublished": "2024-01-31T12:00:00+04:00", "dateModified": "2024-02-01",
     "citation": ["https://news.example/old", {"url": "https://news.example/older", "name": "Older"}],
     "image": {"url": "https://news.example/a.jpg", "caption": "The bridge", "width": 640, "height": "400px"},
     "copyrightNotice": "© News", "publisher": {"name": "News"}}
    """

  @Test func `every field is where the mapping says`() throws {
    let article = try #require(try articles(whole).first)
    #expect(article.name.isEmpty && article.kind == .news)
    #expect(article.source?.id == "n-17" && article.source?.version == "3")
    #expect(article.url == "https://news.example/bridge")
    #expect(article.title == "A bridge opens" && article.subtitle == "After nine years")
    #expect(article.summary == "In short." && article.language == "en" && article.dateline == "TBILISI")
    #expect(article.blocks.map(\.summary) == ["p One.", "p Two."])
    #expect(article.story.hasPrefix("stories/"))
    #expect(article.categories == ["categories/politics-power", "categories/city"])
    #expect(article.tags == ["bridge", "river"])
    #expect(article.authors.map(\.name) == ["Nino K.", "Desk"] && article.authors[0].role == "reporter")
    #expect(article.publishTime?.rfc3339 == "2024-01-31T08:00:00Z")
    #expect(article.updateTime?.rfc3339 == "2024-02-01T00:00:00Z")
    #expect(article.related.map(\.url) == ["https://news.example/old", "https://news.example/older"])
    #expect(article.images.map(\.caption) == ["The bridge"] && article.images[0].height == 400)
    #expect(article.rights == "© News" && article.publisher == "News")
  }

  @Test func `a translation and its original are one story`() throws {
    let original = """
      {"@type": "NewsArticle", "@id": "https://news.example/ka/khidi", "workTranslation": {"@id": "https://news.example/bridge#article"}}
      """
    #expect(try articles(original)[0].story == (try articles(whole)[0].story))
  }

  @Test func `a graph gives its articles, an array its elements, lines one another`() throws {
    let graph = """
      {"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "News"},
       {"@type": "schema:OpinionNewsArticle", "@id": "https://news.example/a"}]}
      """
    #expect(try articles(graph).map(\.kind) == [.opinion])
    #expect(try articles("[\(whole),\n\(whole)]").count == 2)
    #expect(try articles("\(whole)\n\(graph)").count == 2)
  }

  @Test func `a graph's things stand for one another, and one bad article is not all`() throws {
    let graph = """
      {"@context": "https://schema.org", "@graph": [
        {"@type": "Person", "@id": "#nino", "name": "Nino K.", "url": "https://news.example/nino"},
        {"@type": "ImageObject", "@id": "#image", "url": "https://news.example/a.jpg", "caption": "Ice"},
        {"@type": "NewsArticle", "@id": "https://news.example/1", "headline": "A &amp; <em>B</em>", "author": {"name": "Nino", "@id": "#nino"},
         "image": {"@id": "#image"}, "articleBody": "<p>One <a href='/2'>two</a>.</p><script>x</script>"},
        {"@type": "NewsArticle", "headline": "nameless"}]}
      """
    let found = found(graph)
    let article = try #require(try found.first?.result.get())
    #expect(article.title == "A & B" && article.blocks.map(\.summary) == ["p One two."])
    #expect(article.related.map(\.url) == ["https://news.example/2"])
    #expect(article.authors.map(\.name) == ["Nino K."] && article.images.map(\.caption) == ["Ice"])
    #expect(errors(graph) == ["1: @graph[3].identifier: expected an identifier, or a url, found nothing"])
  }

  @Test func `an original need not know its translations`() throws {
    let original = #"{"@type": "NewsArticle", "identifier": "1", "url": "https://news.example/bridge"}"#
    let translation =
      #"{"@type": "NewsArticle", "identifier": "2", "translationOfWork": {"url": "https://news.example/bridge#article"}}"#
    #expect(try articles(original)[0].story == (try articles(translation)[0].story))
  }

  @Test func `what is wrong is told with line and field, and the rest goes on`() throws {
    let text = """
      [{"@type": "NewsArticle", "url": "https://a.example/1", "headline": true},
       {"@type": "Person", "name": "x"}, {"@type": "NewsArticle", "headline": "no identity"},
       {"@type": "NewsArticle", "identifier": "4", "datePublished": "soon"}, 17, {"@type": NewsArticle},
       {"@type": "NewsArticle", "identifier": "5", "image": true},
       {"@type": "NewsArticle", "identifier": "6"}, {"@type": "NewsArticle"
      """
    #expect(
      errors(text, .schemaOrg) == [
        "1: headline: expected text, found true or false",
        "2: @type: expected NewsArticle or one of its kin, found Person",
        "2: identifier: expected an identifier, or a url, found nothing",
        "3: datePublished: expected a time such as 2022-03-01T12:00:00Z, found 'soon'",
        "3: expected a JSON object, found something else",
        "3: expected a value, found 'NewsArticle', at byte 10",
        "4: image: expected text, found true or false",
        "5: expected the end of the JSON object that begins here, found the end of the text",
      ])
    #expect(found(text, .schemaOrg).count { (try? $0.result.get()) != nil } == 1)
  }

  @Test func `objects that nest without end are refused one by one`() throws {
    let deep =
      #"{"@type": "NewsArticle", "a": "# + String(repeating: "[", count: 5000)
      + String(repeating: "]", count: 5000) + "}"
    #expect(errors(deep + "\n" + deep, .schemaOrg).count == 2)
  }

  @Test(arguments: [1, 2, 7, 64])
  func `the same is found however the text is cut`(pieceBytes: Int) throws {
    let text = "\u{FEFF} [\(whole) ,\n{\"@type\": \"Article\", \"@id\": \"a \\\\\\\" } b\"}]"
    let whole = try found(text, .schemaOrg).map { try $0.result.get() }
    #expect(whole.count == 2 && whole[1].source?.id == "a \\\" } b")
    #expect(try found(text, .schemaOrg, pieceBytes: pieceBytes).map { try $0.result.get() } == whole)
  }
}
