import Testing

@testable import FullText

@Suite struct TransliterationTests {
  /// The same name in Latin, Georgian and Russian.
  static let names = [
    "Kobakhidze კობახიძე Кобахидзе", "Saakashvili სააკაშვილი Саакашвили",
    "Zourabichvili ზურაბიშვილი Зурабишвили",
    "Garibashvili ღარიბაშვილი Гарибашвили", "Ivanishvili ივანიშვილი Иванишвили",
    "Margvelashvili მარგველაშვილი Маргвелашвили",
    "Kvirikashvili კვირიკაშვილი Квирикашвили", "Shevardnadze შევარდნაძე Шеварднадзе",
    "Gamsakhurdia გამსახურდია Гамсахурдия",
    "Zhvania ჟვანია Жвания", "Burjanadze ბურჯანაძე Бурджанадзе", "Gakharia გახარია Гахария",
    "Papuashvili პაპუაშვილი Папуашвили",
    "Bachiashvili ბაჩიაშვილი Бачиашвили", "Kaladze კალაძე Каладзе", "Gomelauri გომელაური Гомелаури",
    "Tsulukiani წულუკიანი Цулукиани", "Melia მელია Мелия", "Badridze ბადრიძე Бадридзе",
    "Khoshtaria ხოშტარია Хоштария",
    "Gvaramia გვარამია Гварамия", "Japaridze ჯაფარიძე Джапаридзе", "Chkhenkeli ჩხენკელი Чхенкели",
    "Tbilisi თბილისი Тбилиси", "Batumi ბათუმი Батуми", "Kutaisi ქუთაისი Кутаиси", "Zugdidi ზუგდიდი Зугдиди",
    "Gori გორი Гори", "Telavi თელავი Телави", "Sokhumi სოხუმი Сохуми", "Rustavi რუსთავი Рустави",
    "Poti ფოთი Поти",
    "Akhaltsikhe ახალციხე Ахалцихе", "Marneuli მარნეული Марнеули", "Mestia მესტია Местия",
    "Tskhinvali ცხინვალი Цхинвали",
    "Putin პუტინი Путин", "Zelensky ზელენსკი Зеленский", "Lavrov ლავროვი Лавров",
    "Medvedev მედვედევი Медведев",
    "Peskov პესკოვი Песков", "Merkel მერკელი Меркель", "Erdogan ერდოგანი Эрдоган", "Aliyev ალიევი Алиев",
    "Borrell ბორელი Боррель", "Stoltenberg სტოლტენბერგი Столтенберг", "Orban ორბანი Орбан",
    "Kadyrov კადიროვი Кадыров", "Gharibashvili ღარიბაშვილი Гарибашвили", "Zelenskyy ზელენსკი Зеленський",
    "Dzhaparidze ჯაფარიძე Джапаридзе", "Tymoshenko ტიმოშენკო Тимошенко", "Yanukovych იანუკოვიჩი Янукович",
    "Gorbachev გორბაჩოვი Горбачёв", "Khrushchev ხრუშჩოვი Хрущёв", "Borjomi ბორჯომი Боржоми",
    "Yushchenko იუშჩენკო Ющенко",
    "Qazaishvili ყაზაიშვილი Казаишвили", "Noghaideli ნოღაიდელი Ногаидели",
    "Burdzhanadze ბურჯანაძე Бурджанадзе",
    "Tchaikovsky ჩაიკოვსკი Чайковский", "Politkovskaya პოლიტკოვსკაია Политковская",
    "Yatsenyuk იაცენიუკი Яценюк",
    "Nazarbayev ნაზარბაევი Назарбаев", "Tokayev ტოკაევი Токаев", "Sergey სერგეი Сергей",
    "Sergei სერგეი Сергей",
    "Yekaterina ეკატერინა Екатерина", "Yeltsin ელცინი Ельцин", "Fyodorov ფიოდოროვი Фёдоров",
    "Shoigu შოიგუ Шойгу",
    "Solzhenitsyn სოლჟენიცინი Солженицын", "Chernobyl ჩერნობილი Чернобыль", "Lugansk ლუგანსკი Луганск",
    "Moscow მოსკოვი Москва", "Kyiv კიევი Киев", "Sukhumi სოხუმი Сухуми", "Adjara აჭარა Аджария",
    "Svaneti სვანეთი Сванетия",
    "Baku ბაქო Баку", "Trump ტრამპი Трамп", "Biden ბაიდენი Байден", "Johnson ჯონსონი Джонсон",
    "Davit დავითი Давид",
    "Mikheil მიხეილი Михаил", "Kharkiv ხარკოვი Харьков",
    "Georgia საქართველო Грузия", "Russia რუსეთი Россия", "Turkey თურქეთი Турция", "France საფრანგეთი Франция",
    "China ჩინეთი Китай", "Armenia სომხეთი Армения", "Germany გერმანია Германия", "Israel ისრაელი Израиль",
    "Vienna ვენა Вена", "Tokyo ტოკიო Токио", "Dnipro დნიპრო Днепр", "Hezbollah ჰეზბოლა Хезболла",
    "Kallas კალასი Каллас", "Harris ჰარისი Харрис", "Solovyov სოლოვიოვი Соловьёв",
    "Rustaveli რუსთაველი Руставели",
    "Vance ვენსი Вэнс", "Kazakhstan ყაზახეთი Казахстан", "Egypt ეგვიპტე Египет",
  ]

  /// Pairs of the list whose spellings follow the sound of a third language, not letters.
  static let exceptions: Set<String> = ["Zourabichvili", "Borrell"]

  private func finds(
    _ query: String, _ document: String, _ tag: String,
    _ languages: [Language] = [.english, .georgian, .russian]
  ) -> Bool {
    let analyzer = TextAnalyzer()
    let word = analyzer.queryWords(query, languages: languages)[0]
    let spellings = analyzer.nameSpellings(of: word, languages: languages)
    return (word.stems + spellings.flatMap(\.stems)).contains(Array(stem(document, tag).utf8))
  }

  @Test(arguments: names) func `a name finds itself in the other scripts`(name: String) {
    let spellings = name.split(separator: " ").map(String.init)
    guard !Self.exceptions.contains(spellings[0]) else { return }
    let tags = ["en", "ka", "ru"]
    for query in 0..<3 {
      for document in 0..<3 where document != query {
        #expect(
          finds(spellings[query], spellings[document], tags[document]),
          "\(spellings[query]) does not find \(spellings[document])")
      }
    }
  }

  /// The same name in Latin, Georgian, Russian and Ukrainian.
  static let ukrainianNames = [
    "Kobakhidze კობახიძე Кобахидзе Кобахідзе", "Saakashvili სააკაშვილი Саакашвили Саакашвілі",
    "Ivanishvili ივანიშვილი Иванишвили Іванішвілі", "Garibashvili ღარიბაშვილი Гарибашвили Гарібашвілі",
    "Gakharia გახარია Гахария Гахарія", "Melia მელია Мелия Мелія", "Japaridze ჯაფარიძე Джапаридзе Джапарідзе",
    "Zelenskyy ზელენსკი Зеленский Зеленський", "Zelensky ზელენსკი Зеленский Зеленський",
    "Putin პუტინი Путин Путін", "Gorbachev გორბაჩოვი Горбачёв Горбачов",
    "Medvedev მედვედევი Медведев Медведєв", "Reznikov რეზნიკოვი Резников Резніков",
    "Shevchenko შევჩენკო Шевченко Шевченко", "Yanukovych იანუკოვიჩი Янукович Янукович",
    "Aliyev ალიევი Алиев Алієв", "Merkel მერკელი Меркель Меркель",
    "Tbilisi თბილისი Тбилиси Тбілісі", "Batumi ბათუმი Батуми Батумі", "Zugdidi ზუგდიდი Зугдиди Зугдіді",
    "Kyiv კიევი Киев Київ", "Lviv ლვოვი Львов Львів", "Trump ტრამპი Трамп Трамп",
  ]

  @Test(arguments: ukrainianNames) func `a name finds itself in Ukrainian texts and from them`(name: String) {
    let spellings = name.split(separator: " ").map(String.init)
    let tags = ["en", "ka", "ru", "uk"]
    for languages in [tags, tags.reversed()].map({ $0.map { Language(tag: $0) } }) {
      for query in 0..<4 {
        for document in 0..<4 where spellings[document] != spellings[query] {
          #expect(
            finds(spellings[query], spellings[document], tags[document], languages),
            "\(spellings[query]) does not find \(spellings[document])")
        }
      }
    }
  }

  @Test func `spellings of a word in a script are those of every language that is written in it`() {
    let languages = ["en", "ru", "uk", "bg"].map { Language(tag: $0) }
    for tag in ["ru", "uk", "bg"] { #expect(finds("Kobakhidze", "Кобахидзе", tag, languages), "\(tag)") }
  }

  @Test
  func `a Russian word has no other Russian spelling, and no Ukrainian one where nobody writes Ukrainian`() {
    for word in ["кобахидзе", "зеленский", "выборы"] {
      #expect(Transliteration.forms(of: Array(word.utf8), in: .cyrillic).isEmpty)
      #expect(!finds(word, "кобахідзе", "uk"))
    }
  }

  @Test(arguments: [
    "Zelensky Zelenskyy Zelenskiy", "Garibashvili Gharibashvili", "Dzhaparidze Japaridze",
    "Yanukovych Yanukovich",
    "Sargsyan Sargsian", "Qazaishvili Kazaishvili",
  ])
  func `a surname finds its other romanisations`(names: String) {
    let spellings = names.split(separator: " ").map(String.init)
    for query in spellings {
      for document in spellings where document != query {
        #expect(finds(query, document, "en"), "\(query) does not find \(document)")
      }
    }
  }

  @Test func `other Latin words have no other spelling in Latin`() {
    for word in ["skiing", "kingdom", "yesterday", "whisky", "ghost", "parliament"] {
      #expect(Transliteration.forms(of: Array(word.utf8), in: .latin).isEmpty)
    }
  }

  @Test func `inflected names find the name as well`() {
    #expect(finds("კობახიძემ", "Kobakhidze", "en"))
    #expect(finds("პუტინმა", "Putin", "en"))
    #expect(finds("ზელენსკის", "Зеленский", "ru"))
    #expect(finds("Путина", "Putin", "en"))
    #expect(finds("Москве", "Moscow", "en"))
    #expect(finds("მოსკოვში", "Москва", "ru"))
    #expect(finds("ბორჯომის", "Боржоми", "ru"))
    #expect(finds("Зеленского", "Zelensky", "en"))
    #expect(finds("Kobakhidze", "კობახიძესთან", "ka"))
  }

  @Test func `inflected names of countries find them, and words of the same stem do not`() {
    #expect(finds("Грузии", "Georgia", "en"))
    #expect(finds("საქართველოში", "Грузию", "ru"))
    #expect(finds("Georgia", "Грузией", "ru"))
    #expect(finds("Египта", "Egypt", "en"))
    #expect(!finds("груз", "Georgia", "en"))
    #expect(!finds("Georgia", "груз", "ru"))
    #expect(!finds("кит", "China", "en"))
    #expect(!finds("Tokyo", "Токаев", "ru"))
    #expect(!finds("რუსთავი", "Rustaveli", "en"))
  }

  @Test func `the usual spelling comes first`() {
    func first(_ word: String, _ target: Transliteration.Target) -> String {
      String(decoding: Transliteration.forms(of: Array(word.utf8), in: target)[0], as: UTF8.self)
    }
    #expect(first("kobakhidze", .georgian) == "კობახიძე")
    #expect(first("kobakhidze", .cyrillic) == "кобахидзе")
    #expect(first("კობახიძე", .latin) == "kobakhidze")
    #expect(first("кобахидзе", .latin) == "kobakhidze")
  }

  @Test func `a bounded number of forms, none in the word's own script or for other scripts`() {
    let hard = Array("ktpktpktpktpktpktp".utf8)
    #expect(Transliteration.forms(of: hard, in: .georgian).count <= Transliteration.maxForms)
    #expect(Transliteration.forms(of: hard, in: .latin).isEmpty)
    #expect(Transliteration.forms(of: Array("αβγδ".utf8), in: .latin).isEmpty)
    #expect(Transliteration.forms(of: Array("abგ".utf8), in: .cyrillic).isEmpty)
    #expect(Transliteration.forms(of: Array("on".utf8), in: .cyrillic).isEmpty)
    #expect(Transliteration.forms(of: [0xFF, 0xFE], in: .cyrillic).isEmpty)
    #expect(Transliteration.forms(of: Array(String(repeating: "k", count: 500).utf8), in: .georgian).isEmpty)
  }

  @Test func `stop words and figures are no names`() {
    let analyzer = TextAnalyzer()
    for word in analyzer.queryWords("with 1234", languages: [.english, .russian]) {
      #expect(analyzer.nameSpellings(of: word, languages: [.english, .russian]).isEmpty)
    }
  }
}
