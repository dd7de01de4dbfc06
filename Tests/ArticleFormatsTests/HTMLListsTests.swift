import ArticleAPI
import Testing

@testable import ArticleFormats

private func outline(_ html: String, keepsLines: Bool = false) -> [String] {
  HTMLBlocks(html, page: "https://news.example/2025/a/", emptyLinesSeparate: keepsLines).blocks.map(\.summary)
}

@Test(arguments: [
  ("<p>One  <b>two</b>\n three</p><p>Four", ["p One two three", "p Four"]),
  ("a &amp; b &#8217;&#x10D0;&hellip; &unknown; &amp;lt; 1 < 2", ["p a & b ’ა… &unknown; &lt; 1 < 2"]),
  ("<p>&nbsp;</p><p> <br> </p>&#0;", ["p \u{FFFD}"]),
  ("<h2 class=x>Head</h2>text<div>more</div>", ["h2 Head", "p text", "p more"]),
  (
    "a<script>if (a<b) {'</p>'}</script><style>p{}</style><!-- <p>no</p> --><noscript>n</noscript>b", ["p ab"]
  ),
  ("<ul><li>one<li><p>two</p></ul><ol><li>1</li></ol>", ["ul one | two", "ol 1"]),
  ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["ul a | b | c"]),
  (
    "<blockquote><p>“We will.”<p>Soon.<cite>— Ana B.</cite></blockquote>z",
    ["q “We will.”\nSoon. -- Ana B.", "p z"]
  ),
  ("<blockquote>«Да».</blockquote>", ["q «Да»."]),
  ("<blockquote>“Yes”", ["q Yes"]),
  (
    "<p>x <img src='/i.jpg' width=1 height=1><img data-src=/j.jpg src=data:image/gif;base64,x> y</p>",
    ["p x y", "img https://news.example/j.jpg "]
  ),
  (
    "<figure><img src=b.png><figcaption>By <i>us</i></figcaption></figure>",
    ["img https://news.example/2025/a/b.png By us"]
  ),
  (
    "<figure><img src=/a.png><div>Photo: us</div><figcaption>Ice</figcaption></figure>",
    ["img https://news.example/a.png Ice", "p Photo: us"]
  ),
  ("<figcaption>alone</figcaption>", ["p alone"]),
  ("a<div class='x sharedaddy'><div>Share</div><ul><li><a href=/s>S</a></ul></div>b", ["p a", "p b"]),
  ("<iframe src='//www.youtube.com/embed/1'>old</iframe>", ["embed youtube https://www.youtube.com/embed/1"]),
  ("<p>https://youtu.be/abc</p>", ["embed youtube https://youtu.be/abc"]),
  (
    "<blockquote class='twitter-tweet'><p>Hi</p>— A <a href='https://twitter.com/a/1'>May</a></blockquote>",
    ["embed twitter https://twitter.com/a/1"]
  ),
  ("</p></ul></blockquote></figure>ok</a>", ["p ok"]),
  ("<p title='a>b'>q</p><a href='x", ["p q"]),
])
func `odd HTML becomes blocks of plain text`(html: String, blocks: [String]) {
  #expect(outline(html) == blocks)
}

@Test(arguments: [
  "<h3>Also Read:</h3><ul><li><a href='https://n.example/1'>A</a></li><li><a href='https://n.example/2'>B</a>.</ul>",
  "<p><strong>Also Read:</strong></p><p><a href='https://n.example/1'>A</a></p><p>– <a href='https://n.example/2'>B</a>",
  "Also Read: <a href='https://n.example/1'>A</a>, <a href='https://n.example/2'>B</a>",
  "Also Read:<br>• <a href='https://n.example/1'>A</a><br>• <a href='https://n.example/2'>B</a>",
])
func `a list behind also read is a link list and also-read relations`(html: String) {
  let content = HTMLBlocks(html, page: "")
  #expect(outline(html) == ["links Also Read: A=https://n.example/1 | B=https://n.example/2"])
  #expect(content.links.map(\.type) == [.alsoRead, .alsoRead])
  #expect(content.links.map(\.url) == ["https://n.example/1", "https://n.example/2"])
}

@Test func `bulleted lines and lists that are links are link lists, and inline relations`() {
  let html = """
    <p>Start.<br>- <a href="https://n.example/1">A</a><br>- <a href="https://n.example/2">B</a></p><p>End.</p>
    <ul><li><a href="https://n.example/3">C</a></li></ul>
    """
  let links = [
    "links  A=https://n.example/1 | B=https://n.example/2", "p End.", "links  C=https://n.example/3",
  ]
  #expect(outline(html) == ["p Start."] + links)
  #expect(HTMLBlocks(html, page: "").links.map(\.type) == [.inlineLink, .inlineLink, .inlineLink])
}

@Test func `a link in running text is an offset in its bytes and an inline relation`() throws {
  let html = "<p>ხიდი <a href='/b'> იხსნება </a>&nbsp;<a href='mailto:x@y.z'>mail</a> <a href='#n'>1</a></p>"
  let content = HTMLBlocks(html, page: "https://n.example/ka/a")
  guard case .paragraph(let paragraph)? = content.blocks.first?.content else {
    Issue.record("expected a paragraph")
    return
  }
  #expect(paragraph.text == "ხიდი იხსნება mail 1")
  let link = try #require(paragraph.links.first)
  #expect(paragraph.links.count == 1 && link.url == "https://n.example/b")
  #expect(Array(paragraph.text.utf8)[Int(link.start)..<Int(link.end)].elementsEqual("იხსნება".utf8))
  #expect(content.links.map(\.title) == ["იხსნება"])
}

@Test func `a text that only begins like also read stays a paragraph`() {
  let html =
    "<p>Read more about it in <a href='https://n.example/1'>A</a> today.</p><p>Related</p><p>Text.</p>"
  #expect(outline(html) == ["p Read more about it in A today.", "p Related", "p Text."])
}

@Test func `the line of other editions is told apart from the text`() {
  let html = """
    <p>Text.</p><p>This post is also available in: <a href="https://n.example/ka/1">ქართული</a> (Georgian)
    <a href="https://n.example/ru/1">Русский</a></p>
    """
  #expect(outline(html) == ["p Text."])
  #expect(
    HTMLBlocks(html, page: "").translations.map(\.url) == [
      "https://n.example/ka/1", "https://n.example/ru/1",
    ])
}

@Test(arguments: [
  String(repeating: "<ul><li>", count: 10_000), String(repeating: "<blockquote>", count: 10_000),
  String(repeating: "<", count: 40_000), String(repeating: "<!--", count: 10_000),
  String(repeating: "<svg>", count: 10_000), String(repeating: "<a href='", count: 10_000),
  "<figure>" + String(repeating: "<p>a<figcaption>b</figcaption>", count: 5_000),
  String(repeating: "&", count: 40_000),
  String(repeating: "- <a href=https://n.example/>x</a><br>", count: 4_000),
])
func `hostile HTML is read in one pass`(html: String) {
  #expect(outline(html).joined().utf8.count <= html.utf8.count * 2)
}
