import Testing

@testable import FullText

@Suite struct NormalizerTests {
  @Test func `case, width and ligatures fold`() {
    #expect(Analyzed("STRASSE straße Ｆｕｌｌ ﬁne").exacts == ["strasse", "strasse", "full", "fine"])
  }

  @Test func `the four Georgian alphabets are one`() {
    let words = "საქართველო ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ ႱႠႵႠႰႧႥႤႪႭ ⴑⴀⴕⴀⴐⴇⴅⴄⴊⴍ"
    #expect(Set(Analyzed(words, "ka").exacts) == ["საქართველო"])
    #expect(Analyzed(words, "ka").items.count == 4)
  }

  @Test func `a word that grows too long for a term ends with a whole character`() {
    let words = Analyzed(String(repeating: "a", count: 1) + String(repeating: "ﷲ", count: 39), "ar")
    for form in words.exacts + words.stems { #expect(!form.contains("\u{FFFD}") && form.utf8.count <= 255) }
    #expect(words.items.count == 1)
  }

  @Test func `ё is е and stress marks are nothing, й is a letter`() {
    #expect(
      Analyzed("Ёлка елка за\u{301}мок Медведев Медведе\u{301}в мой мои\u{306}", "ru").exacts
        == ["елка", "елка", "замок", "медведев", "медведев", "мой", "мой"])
  }

  @Test func `marks fold unless they make a letter of the language`() {
    #expect(Analyzed("café naïve Łódź", "en").exacts == ["cafe", "naive", "lodz"])
    #expect(Analyzed("año está", "es").exacts == ["año", "esta"])
    #expect(Analyzed("över für", "de").exacts == ["över", "für"])
    #expect(Analyzed("île forêt", "fr").exacts == ["ile", "foret"])
  }

  @Test func `Turkish has its own capitals`() {
    #expect(Analyzed("ISPARTA İzmir", "tr").exacts == ["isparta", "izmir"])
    #expect(Analyzed("ISPARTA", "en").exacts == ["isparta"])
  }

  @Test func `a dotless i is found by one with a dot, as many keyboards write it`() {
    #expect(Analyzed("Işık kız", "tr").exacts == Analyzed("işik KİZ", "tr").exacts)
    #expect(Analyzed("Diyarbakır", "tr").stems == Analyzed("diyarbakir", "tr").stems)
  }

  @Test func `the Armenian ligature is its capitals`() {
    #expect(Analyzed("Երևան", "hy").exacts == Analyzed("ԵՐԵՎԱՆ", "hy").exacts)
    #expect(Set(Analyzed("և եւ եվ ԵՎ", "hy").exacts) == ["եվ"])
  }

  @Test(arguments: [
    ("fa", "كتاب کتاب كتـــاب"), ("fa", "مي‌شود می‌شود میشود"), ("fa", "رئیس رئيس"), ("fa", "مدرسة مدرسه"),
    ("fa", "على علی علي"),
    ("ar", "کتاب كتاب"), ("ar", "علی علي"), ("ur", "ہند هند"), ("ur", "کراچی كراچي"),
    ("fa", "خانۀ خانهٔ خانه"), ("fa", "۱۲۳ ١٢٣ 123"),
    ("hi", "ज़रूर ज़रूर जरूर"), ("hi", "हिन्दी हिंदी"), ("hi", "पाँच पांच"), ("hi", "सम्बन्ध संबंध सम्बंध"), ("hi", "पञ्जाब पंजाब"),
    ("hi", "घण्टा घंटा"), ("hi", "लङ्का लंका"), ("hi", "१२३ 123"), ("ro", "şcoală școală ŞCOALĂ"), ("ro", "ţară țară"),
    ("he", "צה\"ל צה״ל צהל"), ("he", "צ׳ילה צ'ילה"),
  ])
  func `letters with several codes are one`(tag: String, words: String) {
    #expect(Set(Analyzed(words, tag).exacts).count == 1)
    #expect(Set(Analyzed(words, tag).stems).count == 1)
  }

  @Test func `Hindi nasals that are heard stay`() {
    #expect(Analyzed("अन्न सम्मान कन्या जन्म", "hi").exacts == ["अन्न", "सम्मान", "कन्या", "जन्म"])
  }

  @Test func `endings that Turkish sets off by an apostrophe are no part of a name`() {
    #expect(Analyzed("İstanbul'da Ankara’nın", "tr").exacts == ["istanbul", "ankara"])
    #expect(Analyzed("İstanbul'da", "tr").stems == Analyzed("Istanbul", "en").stems)
  }

  @Test func `letters of full width and presentation forms get the rules of their script`() {
    #expect(Analyzed("ＡＰＰＬＥＳ", "en").stems == Analyzed("apples", "en").stems)
    #expect(Analyzed("ﺍﻟﺤﻜﻮﻣﺔ", "ar").stems == Analyzed("الحكومة", "ar").stems)
  }

  @Test func `the English possessive is no part of the word`() {
    #expect(Analyzed("Georgia’s Georgia's").exacts == ["georgia", "georgia"])
  }

  @Test func `skin tone and variation of an emoji do not matter`() {
    #expect(Set(Analyzed("👍🏽 👍🏿 👍").exacts) == ["👍"])
    #expect(Set(Analyzed("❤️ ❤").exacts) == ["❤"])
    #expect(Set(Analyzed("↔️ ↔").exacts) == ["↔"])
    #expect(Set(Analyzed("🙂‍↔️ 🙂‍↔").exacts) == ["🙂‍↔"])
  }

  @Test func `a word of another script gets the rules of that script`() {
    #expect(Analyzed("Georgian elections", "ka").stems == Analyzed("Georgian elections", "en").stems)
    #expect(Analyzed("выборами", "en").stems == Analyzed("выборы", "ru").stems)
    #expect(Analyzed("არჩევნებში", "ru").stems == Analyzed("არჩევნები", "ka").stems)
  }
}
