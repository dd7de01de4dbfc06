import Testing

@testable import FullText

@Suite struct KoreanStemmerTests {
  @Test(arguments: [
    ("정부", "정부가 정부는 정부를 정부의 정부에 정부와 정부도 정부로 정부에서 정부에서는 정부까지도"),
    ("대통령", "대통령이 대통령은 대통령을 대통령과 대통령의 대통령으로 대통령에게 대통령에게는 대통령들이"),
    ("서울", "서울이 서울로 서울에서 서울에서는 서울부터"), ("집", "집에서 집으로 집에서는"),
  ])
  func `a noun is found with and without its particles`(noun: String, forms: String) {
    for form in forms.split(separator: " ") { #expect(stem(form) == noun, "\(form)") }
    #expect(stem(noun[...]) == noun)
  }

  @Test(arguments: ["가을", "전문가", "국가", "아이", "나도", "의", "가는", "Seoul이", "", "東京에"])
  func `what the sound before it does not allow, or leaves too little, is no particle`(word: String) {
    #expect(stem(word[...]) == word)
  }

  @Test func `Korean words have their stems in a text of any language`() {
    #expect(Analyzed("정부가", "en").stems == Analyzed("정부를", "ko").stems)
  }

  private func stem(_ word: Substring) -> String {
    String(decoding: KoreanStemmer.stem(Array(word.utf8)), as: UTF8.self)
  }
}
