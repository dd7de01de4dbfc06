import ArticleAPI
import Testing

@testable import ArticleFormats

@Suite struct HTMLBlocksTests {
  private let page = "https://news.example/2024/bridge/"

  private func blocks(_ html: String, emptyLinesSeparate: Bool = false) -> [String] {
    HTMLBlocks(html, page: page, emptyLinesSeparate: emptyLinesSeparate).blocks.map(\.summary)
  }

  @Test func `each kind of block is what it is`() {
    let html = """
      <p>One  <b>bold</b>&nbsp;word,<br>and a line.</p><h2 id="x">A &amp; B</h2>
      <blockquote><p>We will build it.</p><p>Soon.</p><cite>— The Mayor</cite></blockquote>
      <ul><li>tea</li><li>wine <ul><li>red</li></ul></li></ul><ol><li>first</li></ol>
      <figure><a href="full.jpg"><img src="/a.jpg" alt="x" width="640" height="400"></a><figcaption>The bridge.</figcaption></figure>
      <iframe src="https://www.youtube.com/embed/1"></iframe>
      """
    #expect(
      blocks(html) == [
        "p One bold word,\nand a line.", "h2 A & B", "q We will build it.\nSoon. -- The Mayor",
        "ul tea | wine | red", "ol first", "img https://news.example/a.jpg The bridge.",
        "embed youtube https://www.youtube.com/embed/1",
      ])
  }

  @Test func `links are told by the bytes of their text, and where they lead by their whole address`() throws
  {
    let html = #"<p>ქ <a href="/old/">an old story</a>, <a href='https://other.example/x'>another</a>.</p>"#
    let text = HTMLBlocks(html, page: page)
    guard case .paragraph(let paragraph) = text.blocks[0].content else {
      Issue.record("expected a paragraph")
      return
    }
    #expect(
      paragraph.links.map {
        String(decoding: Array(paragraph.text.utf8)[Int($0.start)..<Int($0.end)], as: UTF8.self)
      } == ["an old story", "another"])
    #expect(paragraph.links.map(\.start) == [4, 18])
    #expect(text.links.map(\.url) == ["https://news.example/old/", "https://other.example/x"])
    #expect(text.links.map(\.type) == [.inlineLink, .inlineLink])
  }

  @Test func `what leads nowhere is no link`() {
    let html = """
      <p><a href="#top">a</a> <a href="mailto:a@b.c">b</a> <a href="javascript:x()">c</a> <a href="">d</a>
      <a href="https://news.example/2024/bridge/">e</a> <a href="big.jpg">f</a> <a name="x">g</a></p>
      """
    #expect(HTMLBlocks(html, page: page).links.isEmpty)
    #expect(blocks(html) == ["p a b c d e f g"])
  }

  @Test func `a list of links has the line above it as its title`() {
    let html = """
      <p>Text.</p><p><strong>Also Read:</strong></p><ul><li><a href="/a">A story</a></li><li>– <a href="/b">B</a></li></ul>
      <ul><li><a href="/c">C</a></li></ul><ul><li><a href="/d">D</a> came later</li></ul>
      """
    let text = HTMLBlocks(html, page: page)
    #expect(
      text.blocks.map(\.summary) == [
        "p Text.", "links Also Read: A story=https://news.example/a | B=https://news.example/b",
        "links  C=https://news.example/c", "ul D came later",
      ])
    #expect(text.links.map(\.type) == [.alsoRead, .alsoRead, .inlineLink, .inlineLink])
  }

  @Test func `the line of other languages is no text, and tells where the translations are`() {
    let html = """
      <p>Text.</p><p class="icl_post_in_other_langs">Also: <a href="/ka/x">ქართული</a></p>
      <p>This post is also available in: <a href="/ru/x">Русский (Russian)</a></p>
      """
    let text = HTMLBlocks(html, page: page)
    #expect(text.blocks.map(\.summary) == ["p Text."])
    #expect(text.translations.map(\.url) == ["https://news.example/ka/x", "https://news.example/ru/x"])
    #expect(text.links.isEmpty)
  }

  @Test func `empty lines separate paragraphs where there are no others`() {
    #expect(
      blocks("One\r\nline.\r\n\r\nTwo.\n \nThree <b>x\n</b>", emptyLinesSeparate: true)
        == ["p One\nline.", "p Two.", "p Three x"])
    #expect(blocks("One\n\ntwo") == ["p One two"])
  }

  @Test func `scripts, styles, comments and pictures that count readers are left out`() {
    let html = """
      <style>p { }</style><p>a<!-- <p>b</p> --><script>if (a < b) { "</p>" }</script>c<img src="x.gif" width=1 height=1></p>
      <!DOCTYPE html><?php echo 1 ?><noscript><img src="y.jpg"></noscript>
      """
    #expect(blocks(html) == ["p ac"])
  }

  @Test func `old names need no semicolon, except in addresses`() {
    #expect(
      blocks("caf&eacutes &copy 2026 &ccaron; &Acy; &ccaron <a href='/?a=1&copy=2&amp;b&lt'>x</a>") == [
        "p cafés © 2026 č А &ccaron x"
      ])
  }

  @Test(arguments: ["<!-->", "<!--->", "<!-- a --!>", "<!---->"])
  func `a comment ends where browsers end it`(comment: String) {
    #expect(blocks("a\(comment)b") == ["p ab"])
  }

  @Test func `names and numbers of characters are read, and what is none stays`() {
    #expect(
      blocks("&laquo;A&raquo; &#1234; &#x10D0; &eacute; &unknown; & AT&T &#0; &#xD800; a&shy;b &amp;lt;")
        == ["p «A» Ӓ ა é &unknown; & AT&T \u{FFFD} \u{FFFD} ab &lt;"])
  }

  @Test(arguments: [
    "<", "<p", "<p a", "<p a=", "<p a='", "<!--", "<!", "</", "</p", "<a href='x", "<script>", "&", "&#",
    "<li>x", "</ul></ul>",
    "</blockquote>", "<blockquote>x", "<figure><figcaption>", "<h7>x</h7>", "a < b > c",
  ])
  func `whatever is broken ends with the text`(html: String) {
    _ = blocks(html)
    #expect(blocks("<p>before</p>" + html).first == "p before")
  }

  @Test func `nesting without end takes no more than its length`() {
    for tag in ["div", "ul", "blockquote", "b", "a href=x", "figure", "li", "table"] {
      let html = String(repeating: "<\(tag)>", count: 100_000) + "x"
      #expect(blocks(html).count <= 1)
    }
  }
}
