/// Names of the news that every language writes in a way of its own, which no rule of letters gives: Moscow, Москва, მოსკოვი.
enum Exonyms {
  /// The other spellings of a name that a word of a query is a form of.
  static func spellings(of word: QueryWord) -> [String] {
    for form in word.exacts.prefix(1) + word.stems.prefix(1) {
      if let spellings = spellings[form] { return spellings }
    }
    return []
  }

  /// By the form, and where it has four letters by the stem, under which any of them stands in texts of its own script.
  private static let spellings: [[UInt8]: [String]] = {
    let analyzer = TextAnalyzer()
    var spellings: [[UInt8]: [String]] = [:]
    for line in names.split(separator: "\n") {
      let names = line.split(separator: " ").map(String.init)
      for name in names {
        // Ukrainian keeps the marks of a letter of its own.
        for language in [Language.undetermined, Language(tag: "uk")] {
          analyzer.analyze(name, language: language)
          guard let word = analyzer.tokens.first?.word else { continue }
          let (exact, stem) = (analyzer.lexicon.exact(word), analyzer.lexicon.stem(word))
          let others = names.filter { $0 != name }
          spellings[exact] = others
          if String(decoding: stem, as: UTF8.self).unicodeScalars.count > 3 { spellings[stem] = others }
        }
      }
    }
    return spellings
  }()

  private static let names = """
    Moscow Москва მოსკოვი
    Kyiv Kiev Киев Київ კიევი
    Kharkiv Kharkov Харьков Харків ხარკოვი
    Lviv Lvov Львов Львів ლვოვი
    Odesa Odessa Одесса ოდესა
    Crimea Крым ყირიმი
    Sukhumi Sokhumi Сухуми Сухум სოხუმი
    Tskhinvali Цхинвал Цхинвали ცხინვალი
    Adjara Ajara Аджария აჭარა
    Svaneti Сванетия სვანეთი
    Kakheti Кахетия კახეთი
    Imereti Имеретия იმერეთი
    Samegrelo Мегрелия სამეგრელო
    Guria Гурия გურია
    Abkhazia Абхазия აფხაზეთი
    Ossetia Осетия ოსეთი
    Karabakh Карабах ყარაბაღი
    Chisinau Кишинев კიშინიოვი
    Baku Баку ბაქო
    Yerevan Ереван ერევანი
    Istanbul Стамбул სტამბოლი
    Tehran Тегеран თეირანი
    Jerusalem Иерусалим იერუსალიმი
    Beijing Пекин პეკინი
    Paris Париж პარიზი
    Rome Рим რომი
    Warsaw Варшава ვარშავა
    Prague Прага პრაღა
    Athens Афины ათენი
    Brussels Брюссель ბრიუსელი
    Geneva Женева ჟენევა
    Munich Мюнхен მიუნხენი
    Strasbourg Страсбург სტრასბურგი
    Trump Трамп ტრამპი
    Biden Байден ბაიდენი
    Johnson Джонсон ჯონსონი
    Scholz Шольц შოლცი
    Hollande Олланд ოლანდი
    Reagan Рейган რეიგანი
    Thatcher Тэтчер ტეტჩერი
    Churchill Черчилль ჩერჩილი
    Blair Блэр ბლერი
    Blinken Блинкен ბლინკენი
    Giorgi Георгий გიორგი
    Davit David Давид დავითი
    Mikheil Mikhail Михаил მიხეილი
    Nikoloz Николоз ნიკოლოზი
    Aleksandre Alexander Александр ალექსანდრე
    """
}
