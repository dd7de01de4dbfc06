import ArticleAPI
import ArticleFormats
import Testing

@Suite struct NinjsTests {
  private let item = """
    {"uri": "urn:news.example:17", "type": "text", "standard": {"name": "ninjs", "version": "3.1"}, "version": "2", "language": "en",
     "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": "A bridge opens"},
       {"role": "subtitle", "value": "After nine years"}],
     "descriptions": [{"role": "summary", "contenttype": "text/html", "value": "<p>In <b>short</b>.</p>"}],
     "bodies": [{"contenttype": "text/plain", "value": "plain"}, {"contenttype": "text/html", "value": "<h2>H</h2><p>T</p>"}],
     "by": "Nino K.", "located": "Tbilisi", "pubStatus": "usable", "usageTerms": "Free to print",
     "contentCreated": "2024-01-31T08:00:00+00:00", "versionCreated": "2024-02-01T08:00:00Z",
     "subjects": [{"name": "Politics", "scheme": "http://cv.iptc.org/newscodes/mediatopic/"}, {"name": "bridges", "rel": "about"}],
     "associations": [{"rel": "translationOf", "uri": "urn:news.example:16"},
       {"rel": "alsoRead", "uri": "https://news.example/old", "headlines": [{"value": "Old"}]},
       {"type": "picture", "renditions": [{"href": "https://news.example/s.jpg", "width": 64}, {"href": "https://news.example/l.jpg", "width": 640}]}]}
    """

  @Test func `every field is where the mapping says`() throws {
    let article = try #require(try articles(item).first)
    #expect(
      article.source?.id == "urn:news.example:17" && article.source?.version == "2" && article.url.isEmpty)
    #expect(article.title == "A bridge opens" && article.subtitle == "After nine years")
    #expect(article.summary == "In short." && article.blocks.map(\.summary) == ["h2 H", "p T"])
    #expect(article.authors.map(\.name) == ["Nino K."] && article.dateline == "Tbilisi")
    #expect(article.language == "en" && article.status == .published && article.rights == "Free to print")
    #expect(article.publishTime?.rfc3339 == "2024-01-31T08:00:00Z")
    #expect(article.updateTime?.rfc3339 == "2024-02-01T08:00:00Z")
    #expect(article.categories == ["categories/politics"] && article.tags == ["bridges"])
    #expect(article.related.map(\.type) == [.alsoRead] && article.related[0].title == "Old")
    #expect(article.images.map(\.url) == ["https://news.example/l.jpg"])
    let other =
      #"{"uri": "urn:news.example:16", "headlines": [], "associations": [{"rel": "translation", "uri": "urn:news.example:17"}]}"#
    #expect(try articles(other)[0].story == article.story && !article.story.isEmpty)
  }

  @Test func `bodies say what they are as version 3 spells it, and plain ones are no HTML`() throws {
    func blocks(_ bodies: String) throws -> [String] {
      try articles(#"{"uri": "urn:1", "headlines": [{"value": "A &amp; B"}], "bodies": [\#(bodies)]}"#)[0]
        .blocks.map(\.summary)
    }
    let plain = #"{"role": "text", "contentType": "text/plain", "value": "One.\nTwo <3."}"#
    let html =
      #"{"role": "html5", "contentType": "text/html", "value": "<html><head><title>A</title></head><body><p>Rich.</p>"}"#
    let nitf = #"{"contentType": "application/xml", "value": "<NITF>x</NITF>"}"#
    #expect(try blocks("\(nitf), \(plain), \(html)") == ["p Rich."])
    #expect(try blocks("\(nitf), \(plain)") == ["p One.", "p Two <3."])
    #expect(try blocks(#"{"value": "<p>No type.</p>"}"#) == ["p No type."])
  }

  @Test func `what is no text, or has no identity, is told`() throws {
    #expect(
      errors(
        """
        {"uri": "a", "type": "picture"}
        {"headlines": []}
        {"uri": "b", "pubStatus": "lost"}
        {"uri": "c", "bodies": "text"}
        """, .ninjs) == [
          "1: type: expected text, found 'picture'", "2: uri: expected the item's URI, found nothing",
          "3: pubStatus: expected usable, withheld or canceled, found 'lost'",
          "4: bodies: expected an object, found text",
        ])
  }
}
