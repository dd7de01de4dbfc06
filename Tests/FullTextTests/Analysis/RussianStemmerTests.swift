import Testing

@testable import FullText

@Suite struct RussianStemmerTests {
  static let paradigms = [
    "рынок рынка рынку рынком рынке рынки рынков", "отец отца отцу отцом отцы отцов",
    "список списка списке списком списки", "точка точки точке точку точек", "песня песни песню песнями",
    "уровень уровня уровню уровнем уровни уровней", "день дня дню днём дне дни дней дням днями днях",
    "время времени временем времена времён", "церковь церкви церковью церквей", "дочь дочери дочерью дочерей",
    "батарея батареи батарею батареей", "музей музея музею музеев музеи", "Андрей Андрея Андрею Андреем",
    "палец пальца пальцем пальцы", "посёлок поселок посёлка поселком", "выборы выборов выборам выборами",
    "правительство правительства правительству правительством",
  ]

  @Test(arguments: paradigms) func `the forms of a noun have one stem`(forms: String) {
    let stems = distinctStems(forms, "ru")
    #expect(stems.count == 1, "\(stems)")
  }

  @Test(arguments: [
    "состав составе", "Иванов Иванова", "альбом альбома", "паразит паразиты", "журнала журналу",
    "орден орденов",
  ])
  func `a query finds the root that Snowball mistakes for an ending`(pair: String) {
    let words = pair.split(separator: " ").map(String.init)
    let analyzer = TextAnalyzer()
    for (query, document) in [(words[0], words[1]), (words[1], words[0])] {
      let stems = analyzer.queryWords(query, languages: [.russian])[0].stems
      #expect(stems.contains(Array(stem(document, "ru").utf8)), "\(query) does not find \(document)")
    }
  }
}
