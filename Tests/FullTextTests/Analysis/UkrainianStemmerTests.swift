import Testing

@testable import FullText

@Suite struct UkrainianStemmerTests {
  @Test(arguments: [
    "президент президента президенту президентові президентом президенти президентів",
    "війна війни війну війною війн",
    "країна країни країну країною країн", "Росія Росії Росію Росією",
    "незалежність незалежності незалежністю",
    "українець українця українці українців", "ринок ринку ринком ринки",
    "значення значенню значенням значень",
    "герой героя герої героїв", "Зеленський Зеленського Зеленському Зеленським",
    "Шевченко Шевченка Шевченку Шевченком", "новий нового новому новим нова нової новою нові нових новими",
    "останній останнього останньої останніми", "день дня дні днів", "людина людини люди людей людям",
    "сестра сестри сестер", "сімʼя сімʼї сімʼю",
  ])
  func `the forms of a noun or adjective have one stem`(forms: String) {
    #expect(distinctStems(forms, "uk").count == 1, "\(distinctStems(forms, "uk"))")
  }

  @Test(arguments: [
    "Київ Києва Києві", "Харків Харкова Харкові", "Львів Львова", "ніч ночі ночей", "Прага Празі",
    "рука руці",
    "планувати планує планував планують плануватиме", "читати читає читав читала читають",
    "говорити говорить говорив говорила говорять", "повернутися повернувся повернеться",
    "зустрічатися зустрічається зустрічалися",
  ])
  func `a query for a form reads the forms whose root changes, and those of a verb`(forms: String) {
    let forms = forms.split(separator: " ").map(String.init)
    let analyzer = TextAnalyzer()
    for query in forms {
      let stems = analyzer.queryWords(query, languages: [Language(tag: "uk")])[0].stems
      for document in forms {
        #expect(stems.contains(Array(stem(document, "uk").utf8)), "\(query) does not find \(document)")
      }
    }
  }

  @Test(arguments: [
    "місто місяць", "школа школяр", "держава держати", "голос голосувати", "факт фактор", "мова мовчати",
  ])
  func `different words keep different stems`(words: String) {
    #expect(distinctStems(words, "uk").count == 2, "\(words)")
  }

  @Test func `what is not Ukrainian is left alone`() {
    for word in ["covid", "я", "на"] { #expect(stem(word, "uk") == word) }
  }
}
