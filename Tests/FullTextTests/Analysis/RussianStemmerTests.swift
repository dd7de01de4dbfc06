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
    "гражданин гражданина граждане граждан гражданам гражданами",
    "россиянин россиянину россияне россиян россиянам",
    "англичанин англичане англичан", "крестьянин крестьяне крестьян", "армянин армяне армян армянам",
    "мать матери матерью матерей матерям", "деньги денег деньгам деньгами", "письмо письма писем письмам",
    "тюрьма тюрьмы тюрем", "судьба судьбы судеб", "песня песни песен", "боец бойца бойцы бойцов",
    "китаец китайца китайцы",
    "копейка копейки копеек", "стройка стройки строек", "лёд льда льдом льды", "лев льва львы", "сон сна сны",
    "заяц зайца",
    "друг друга друзья друзей друзьям", "сын сына сыновья сыновей", "небо неба небеса небес",
    "хозяин хозяева хозяев",
    "имя имени имена имён", "племя племени племена племён", "дать дал дала дали", "стать стал стала стали",
    "окно окна окон", "сестра сестры сестёр", "яйцо яйца яиц", "брат брата братья братьев",
  ]

  @Test func `different words keep different stems`() {
    for words in [
      "россиянин россия", "армянин армия", "писать письмо", "стать статья", "мать материя", "дать дата",
      "лев левый", "лёд леди",
      "деньги день", "песня пёс", "равнина равный", "семя семья", "семь семьи", "сон сын",
      "граждан гражданский",
      "бойца бой",
    ] {
      #expect(distinctStems(words, "ru").count == 2, "\(words)")
    }
  }

  /// Forms of one verb or adjective; each finds each.
  static let verbs = [
    "подписать подписал подписали подпишет подпишут", "сказать сказал сказала скажет скажут",
    "писать писал пишет пишут",
    "искать искал ищет ищут", "купить купил купит куплена", "объявить объявил объявят объявлен",
    "решить решил решит решат",
    "найти нашёл нашла нашли найдёт найдут", "прийти пришёл пришла придёт придут", "дать дал дали даст дадут",
    "передать передал передаст передадут", "принять принял приняла примет примут",
    "поднять подняли поднимет поднимут",
    "занять занял займёт займут", "взять взял возьмёт возьмут", "начать начал начнёт начнут",
    "мочь мог могли может могут",
    "провести провёл провели проведёт проведут", "назвать назвал назовёт назовут",
    "умереть умер умерла умрёт",
    "возможный возможна возможен", "должна должны должен", "погибнуть погиб погибла погибли погибнет",
    "убить убил убьёт убьют", "ехать ехал едет едут",
  ]

  @Test(arguments: verbs) func `a query for a form of a verb or adjective reads its other forms`(
    forms: String
  ) {
    let forms = forms.split(separator: " ").map(String.init)
    let analyzer = TextAnalyzer()
    for query in forms {
      let stems = analyzer.queryWords(query, languages: [.russian])[0].stems
      for document in forms {
        #expect(stems.contains(Array(stem(document, "ru").utf8)), "\(query) does not find \(document)")
      }
    }
  }

  @Test(arguments: [
    "сюжет", "бюджет", "скандал", "медали", "отчёт", "счёт", "врач", "журнал", "начала", "президент",
    "министр", "человека",
    "правительство", "материал", "зал", "финал", "парламент", "скала",
  ])
  func `nouns are not taken for verbs of another root`(noun: String) {
    let stems = TextAnalyzer().queryWords(noun, languages: [.russian])[0].stems
    #expect(stems.count <= 4, "\(stems.map { String(decoding: $0, as: UTF8.self) })")
  }

  @Test func `plurals and degrees of another root are read, with a smaller weight`() {
    for (query, document) in [
      ("человек", "люди"), ("людей", "человека"), ("ребёнок", "дети"), ("детьми", "ребёнка"),
    ] {
      let word = TextAnalyzer().queryWords(query, languages: [.russian])[0]
      let found = word.stems.firstIndex(of: Array(stem(document, "ru").utf8))
      #expect(
        found.map { word.weights[$0] } == QueryWord.otherReadingWeight, "\(query) does not find \(document)")
    }
  }

  @Test func `bare surnames in -ян are whole`() {
    #expect(stem("Саргсян", "ru") == stem("Саргсяном", "ru"))
    #expect(stem("Пашинян", "ru") == stem("Пашиняну", "ru"))
  }

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
