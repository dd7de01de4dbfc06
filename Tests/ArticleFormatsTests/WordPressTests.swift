import ArticleAPI
import Testing

@testable import ArticleFormats

@Suite struct WordPressTests {
  private func post(_ id: Int, _ language: String, _ more: String = "") -> String {
    """
    {"id": \(id), "guid": {"rendered": "https://news.example/?p=\(id)"}, "link": "https://news.example/\(id)/", "status": "publish",
     "date": "2024-01-31T12:00:00", "date_gmt": "2024-01-31T08:00:00", "modified_gmt": "2024-02-01T08:00:00",
     "title": {"rendered": "A &#8220;bridge&#8221; opens"}, "excerpt": {"rendered": "<p>In short. [&hellip;]</p>\\n"},
     "content": {"rendered": "<p>See <a href=\\"/old/\\">this</a>.</p>", "protected": false},
     "lang": "\(language)", "translations": {"en": 20, "ka": 21}, "categories": [3], "tags": [4]\(more)}
    """
  }

  @Test func `a post of the REST interface is an article`() throws {
    let embedded = """
      , "_embedded": {"author": [{"name": "Nino K.", "link": "https://news.example/author/nino/"}],
        "wp:featuredmedia": [{"source_url": "https://news.example/a.jpg", "alt_text": "A", "caption": {"rendered": "<p>The bridge</p>"},
          "media_details": {"width": 640, "height": 400}}],
        "wp:term": [[{"taxonomy": "category", "slug": "politics", "name": "Politics"},
          {"taxonomy": "category", "slug": "%e1%83%a5", "name": "ქალაქი"}], [{"taxonomy": "post_tag", "slug": "x", "name": "Q&amp;A"}]]}
      """
    let found = try articles("[\(post(20, "en", embedded)),\(post(21, "ka"))]")
    let article = found[0]
    #expect(article.source?.id == "https://news.example/?p=20" && article.url == "https://news.example/20/")
    #expect(article.title == "A “bridge” opens" && article.summary == "In short." && article.language == "en")
    #expect(article.publishTime?.rfc3339 == "2024-01-31T08:00:00Z")
    #expect(article.updateTime?.rfc3339 == "2024-02-01T08:00:00Z" && article.status == .published)
    #expect(article.blocks.map(\.summary) == ["p See this."])
    #expect(article.related.map(\.url) == ["https://news.example/old/"])
    #expect(article.categories == ["categories/politics", "categories/kalaki"] && article.tags == ["Q&A"])
    #expect(article.authors.map(\.name) == ["Nino K."])
    #expect(article.images.map(\.caption) == ["The bridge"] && article.images[0].width == 640)
    #expect(found[1].story == article.story && !article.story.isEmpty)
    #expect(found[1].categories == ["categories/3"] && found[1].tags.isEmpty)
  }

  @Test func `PHP's empty map is a map`() throws {
    let text = post(5, "en").replacing(#"{"en": 20, "ka": 21}"#, with: "[]")
    #expect(try articles(text)[0].story.isEmpty)
  }

  @Test(
    arguments: [
      ("[embed]https://a.example/[/embed]", "<p>https://a.example/</p>"),
      ("a [gallery ids=\"1,2\"] b", "a  b"),
      ("[embed[embed[embed", "[embed[embed[embed"), ("[[embed]x[/embed]", "[<p>x</p>"),
      ("[] [1] [other]", "[] [1] [other]"),
      ("[embed [x] y]", "<p> y]"), ("[embed " + String(repeating: "x", count: 3000) + "]", nil),
    ] as [(String, String?)])
  func `shortcodes are HTML, and what only begins like one stays`(text: String, html: String?) {
    #expect(WordPressShortcodes.html(text) == html ?? text)
  }

  @Test func `a text of nothing but beginnings of shortcodes stays as it is`() {
    // Looking 2,000 bytes ahead at each of them would be 10^9 steps.
    let text = String(repeating: "[embed", count: 500_000)
    #expect(WordPressShortcodes.html(text) == text)
  }

  private let export = """
    <?xml version="1.0" encoding="UTF-8" ?>
    <!-- made by hand -->
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/">
    <channel><title>News</title><language>en-US</language>
    <wp:author><wp:author_login><![CDATA[nino]]></wp:author_login><wp:author_display_name><![CDATA[Nino K.]]></wp:author_display_name></wp:author>
    <item><title>a.jpg</title><wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type>
      <wp:attachment_url>https://news.example/a.jpg</wp:attachment_url></item>
    <item>
      <title>A bridge &amp; a river</title><link>https://news.example/bridge/</link><dc:creator><![CDATA[nino]]></dc:creator>
      <guid isPermaLink="false">https://news.example/?p=20</guid>
      <content:encoded><![CDATA[First paragraph.

    [caption id="x" width="640"]<img src="/b.jpg" width="640" /> The river[/caption]

    <blockquote>Said.</blockquote>
    Last <a href="https://news.example/old/">one</a>.]]></content:encoded>
      <excerpt:encoded><![CDATA[Short.]]></excerpt:encoded>
      <wp:post_id>20</wp:post_id><wp:post_date>2024-01-31 12:00:00</wp:post_date>
      <wp:post_date_gmt>2024-01-31 08:00:00</wp:post_date_gmt><wp:post_modified_gmt>2024-02-01 08:00:00</wp:post_modified_gmt>
      <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
      <category domain="category" nicename="politics"><![CDATA[Politics]]></category>
      <category domain="post_tag" nicename="river"><![CDATA[River]]></category>
      <category domain="language" nicename="ka"><![CDATA[ქართული]]></category>
      <category domain="post_translations" nicename="pll_5f"><![CDATA[pll_5f]]></category>
      <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[7]]></wp:meta_value></wp:postmeta>
    </item>
    <item><title>About</title><wp:post_id>8</wp:post_id><wp:post_type>page</wp:post_type></item>
    <item><title>Draft</title><guid>https://news.example/?p=9</guid><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>
      <wp:status>draft</wp:status><wp:post_type>post</wp:post_type><content:encoded></content:encoded></item>
    </channel></rss>
    """

  @Test(arguments: [Int.max, 1, 100])
  func `the posts of an export are articles, however it is cut`(pieceBytes: Int) throws {
    let found = found(export, pieceBytes: pieceBytes)
    #expect(found.map(\.line) == [9, 29])
    let articles = try found.map { try $0.result.get() }
    let article = articles[0]
    #expect(
      article.source?.id == "https://news.example/?p=20" && article.url == "https://news.example/bridge/")
    #expect(article.title == "A bridge & a river" && article.summary == "Short." && article.language == "ka")
    #expect(
      article.blocks.map(\.summary) == [
        "p First paragraph.", "img https://news.example/b.jpg The river", "q Said.", "p Last one.",
      ])
    #expect(
      article.authors.map(\.name) == ["Nino K."]
        && article.images.map(\.url) == ["https://news.example/a.jpg"])
    #expect(article.categories == ["categories/politics"] && article.tags == ["River"])
    #expect(article.publishTime?.rfc3339 == "2024-01-31T08:00:00Z" && !article.story.isEmpty)
    #expect(articles[1].status == .draft && articles[1].publishTime == nil && articles[1].language == "en-US")
  }

  @Test func `an excerpt is without the link that themes put behind it`() throws {
    let text =
      #"{"id": 7, "date_gmt": "", "excerpt": {"rendered": "<p>In short <a class='more-link' href='x'>Continue reading</a></p>"}}"#
    #expect(try articles(text)[0].summary == "In short")
  }

  @Test func `without embedded terms the classes of the element name them`() throws {
    let post = post(5, "en", #", "class_list": ["post-5", "category-politics", "tag-river"]"#)
    #expect(try articles(post)[0].categories == ["categories/politics"])
    #expect(try articles(post)[0].tags == ["river"])
  }

  @Test func `the other editions are told in Georgian and Russian, too`() throws {
    for line in ["ასევე ხელმისაწვდომია", "Эта запись также доступна на"] {
      let text =
        #"{"id": 7, "date_gmt": "", "link": "https://n.example/ka/7/", "content": {"rendered": "<p>\#(line): <a href='https://n.example/en/7/'>English</a></p>"}}"#
      #expect(try articles(text)[0].related.map(\.type) == [.translation] && articles(text)[0].blocks.isEmpty)
    }
  }

  @Test func `what writers paste and what plugins leave in an export spoils nothing`() throws {
    let post = { (id: Int, content: String) in
      "<item><guid>\(id)</guid><wp:post_type>post</wp:post_type><content:encoded><![CDATA[\(content)]]></content:encoded></item>"
    }
    let gutenberg =
      "<!-- wp:paragraph -->\n<p>One\ntwo.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:embed {\"url\":\"x\"} -->\n"
      + "<figure class=\"wp-block-embed\"><div>\nhttps://youtu.be/a\n</div></figure>\n<!-- /wp:embed -->"
    let classic = "One\u{8}.\n\n<p>Two.</p>\nThree.\n\nhttps://youtu.be/b\n\n[gallery ids=\"1,2\"]&#146;s"
    let export = "<rss><channel>\(post(1, gutenberg))\n\(post(2, classic))\n</channel></rss>"
    let found = try articles(export)
    #expect(found[0].blocks.map(\.summary) == ["p One two.", "embed youtube https://youtu.be/a"])
    #expect(
      found[1].blocks.map(\.summary) == [
        "p One .", "p Two.", "p Three.", "embed youtube https://youtu.be/b", "p ’s",
      ])
  }

  @Test func `the posts before the place where an export breaks are read`() throws {
    var reader = ArticleReader(.wxr)
    let post = "<item><guid>1</guid><wp:post_type>post</wp:post_type></item>"
    #expect(reader.read(Array("<rss><channel>\(post)\(post)<item></rss>".utf8)).count == 2)
    let behind = reader.read([], isLast: true)
    #expect(behind.map(\.line) == [1] && behind.allSatisfy { (try? $0.result.get()) == nil })
    #expect(reader.read([], isLast: true).isEmpty)
  }

  @Test func `posts that name one another in their texts are one story`() throws {
    func text(_ own: String, _ others: [String]) -> String {
      let links = others.map { #"<a href=\"https://news.example/\#($0)/\">\#($0)</a>"# }.joined(
        separator: " ")
      return
        #"{"id": "\#(own)", "date_gmt": "2024-01-31T08:00:00", "link": "https://news.example/\#(own)/", "content": {"rendered": "<p>T</p><p>This post is also available in: \#(links)</p>"}}"#
    }
    let found = try articles(
      [text("en", ["ka", "ru"]), text("ka", ["en", "ru"]), text("ru", ["en", "ka"])].joined(separator: "\n"))
    #expect(Set(found.map(\.story)).count == 1 && !found[0].story.isEmpty)
    #expect(found[0].related.map(\.type) == [.translation, .translation])
    #expect(found[0].blocks.map(\.summary) == ["p T"])
    #expect(found.map(\.language) == ["en", "ka", "ru"])
  }

  @Test func `XML that is no export is told`() {
    #expect(errors("\n<html/>", .wxr).map { $0.prefix(2) } == ["2:"])
  }

  @Test func `XML that is none ends the reading, a bad post does not`() throws {
    let item = "<item><guid>1</guid><wp:post_type>post</wp:post_type><wp:status>lost</wp:status></item>"
    let good = "<item><guid>2</guid><wp:post_type>post</wp:post_type></item>"
    #expect(
      errors("<rss><channel>\(item)\n\(good)</channel></rss>") == [
        "1: status: expected publish, future, draft, pending, private or trash, found 'lost'"
      ])
    #expect(errors("<rss><channel>\(good)</rss>").map { $0.contains("mismatched tag") } == [true])
    let bomb = "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>&a;</rss>"
    #expect(errors(bomb).map { $0.hasPrefix("1: expected no document type") } == [true])
  }
}
