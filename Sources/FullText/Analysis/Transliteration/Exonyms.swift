/// Names of the news that every language writes in a way of its own, which no rule of letters gives: Moscow, Москва, მოსკოვი.
enum Exonyms {
  /// The other spellings of a name that a word of a query is a form of.
  static func spellings(of word: QueryWord) -> [String] {
    guard let exact = word.exacts.first else { return [] }
    if let spellings = spellings[exact] { return spellings }
    guard let stem = word.stems.first, let names = byStem[stem] else { return [] }
    return names.first { exact.starts(with: $0.beginning) }?.others ?? []
  }

  /// By the stem, under which any form stands in texts of its own script: the letters that a form must begin with, and the
  /// others. Грузии begins like Грузия, груз does not, though they have one stem.
  private static let byStem: [[UInt8]: [(beginning: [UInt8], others: [String])]] = {
    let analyzer = TextAnalyzer()
    var byStem: [[UInt8]: [(beginning: [UInt8], others: [String])]] = [:]
    for (exact, others) in spellings {
      for language in languages {
        let name = String(decoding: exact, as: UTF8.self)
        analyzer.analyze(name, language: language)
        guard let word = analyzer.tokens.first?.word, name.count > 4 else { continue }
        // A consonant at the end may have lost a vowel before it: Египет, Египта.
        let isOpen = name.last.map { "aeiouyаеиоуыэюяіїєйьაეიოუ".contains($0) } ?? false
        let beginning = Array(name.dropLast(isOpen ? 1 : 2).utf8)
        byStem[analyzer.lexicon.stem(word), default: []].append((beginning, others))
      }
    }
    return byStem
  }()

  /// Ukrainian keeps the marks of a letter of its own.
  private static let languages = [Language.undetermined, Language(tag: "uk")]

  /// By the form.
  private static let spellings: [[UInt8]: [String]] = {
    let analyzer = TextAnalyzer()
    var spellings: [[UInt8]: [String]] = [:]
    for line in names.split(separator: "\n") {
      let names = line.split(separator: " ").map(String.init)
      for name in names {
        for language in languages {
          analyzer.analyze(name, language: language)
          guard let word = analyzer.tokens.first?.word else { continue }
          spellings[analyzer.lexicon.exact(word)] = names.filter { $0 != name }
        }
      }
    }
    return spellings
  }()

  private static let names = """
    Georgia Грузия Грузія საქართველო
    Russia Россия Росія რუსეთი
    Ukraine Украина Україна უკრაინა
    Armenia Армения Вірменія სომხეთი
    Azerbaijan Азербайджан აზერბაიჯანი
    Turkey Turkiye Турция Туреччина თურქეთი
    Germany Германия Німеччина გერმანია
    France Франция Франція საფრანგეთი
    China Китай ჩინეთი
    Israel Израиль Ізраїль ისრაელი
    Greece Греция Греція საბერძნეთი
    Italy Италия Італія იტალია
    Spain Испания Іспанія ესპანეთი
    Portugal Португалия Португалія პორტუგალია
    Britain Британия Британія ბრიტანეთი
    England Англия Англія ინგლისი
    Scotland Шотландия Шотландія შოტლანდია
    Ireland Ирландия Ірландія ირლანდია
    Poland Польша Польща პოლონეთი
    Hungary Венгрия Угорщина უნგრეთი
    Austria Австрия Австрія ავსტრია
    Switzerland Швейцария Швейцарія შვეიცარია
    Netherlands Нидерланды Нідерланди ნიდერლანდები
    Belgium Бельгия Бельгія ბელგია
    Sweden Швеция Швеція შვედეთი
    Norway Норвегия Норвегія ნორვეგია
    Denmark Дания Данія დანია
    Finland Финляндия Фінляндія ფინეთი
    Iceland Исландия Ісландія ისლანდია
    Estonia Эстония Естонія ესტონეთი
    Latvia Латвия Латвія ლატვია
    Lithuania Литва ლიტვა
    Belarus Беларусь Белоруссия Білорусь ბელარუსი ბელორუსია
    Moldova Молдова Молдавия მოლდოვა მოლდავეთი
    Romania Румыния Румунія რუმინეთი
    Bulgaria Болгария Болгарія ბულგარეთი
    Serbia Сербия Сербія სერბეთი
    Croatia Хорватия Хорватія ხორვატია
    Slovakia Словакия Словаччина სლოვაკეთი
    Slovenia Словения Словенія სლოვენია
    Czechia Чехия Чехія ჩეხეთი
    Albania Албания Албанія ალბანეთი
    Montenegro Черногория Чорногорія მონტენეგრო ჩერნოგორია
    Cyprus Кипр Кіпр კვიპროსი
    Japan Япония Японія იაპონია
    India Индия Індія ინდოეთი
    Iraq Ирак Ірак ერაყი
    Syria Сирия Сирія სირია
    Egypt Египет Єгипет ეგვიპტე
    Lebanon Ливан Ліван ლიბანი
    Palestine Палестина პალესტინა
    Jordan Иордания Йорданія იორდანია
    Libya Ливия Лівія ლიბია
    Algeria Алжир ალჟირი
    Morocco Марокко მაროკო
    Tunisia Тунис Туніс ტუნისი
    Ethiopia Эфиопия Ефіопія ეთიოპია
    Kazakhstan Казахстан ყაზახეთი
    Uzbekistan Узбекистан უზბეკეთი
    Kyrgyzstan Киргизия Кыргызстан Киргизстан ყირგიზეთი
    Turkmenistan Туркменистан Туркмения თურქმენეთი
    Tajikistan Таджикистан ტაჯიკეთი
    Afghanistan Афганистан Афганістан ავღანეთი
    Mongolia Монголия Монголія მონღოლეთი
    Vietnam Вьетнам В'єтнам ვიეტნამი
    Brazil Бразилия Бразилія ბრაზილია
    Mexico Мексика მექსიკა
    America Америка ამერიკა
    Europe Европа Європа ევროპა
    Africa Африка აფრიკა
    Chechnya Чечня ჩეჩნეთი
    Dagestan Дагестан დაღესტანი
    Caucasus Кавказ კავკასია
    Vienna Вена Відень ვენა
    Budapest Будапешт ბუდაპეშტი
    Damascus Дамаск დამასკო
    Cairo Каир Каїр კაირო
    Lisbon Лиссабон ლისაბონი
    Copenhagen Копенгаген კოპენჰაგენი
    Bucharest Бухарест ბუქარესტი
    Belgrade Белград ბელგრადი
    Vatican Ватикан ვატიკანი
    Hague Гаага ჰააგა
    Venice Венеция Венеція ვენეცია
    Naples Неаполь ნეაპოლი
    Cologne Кельн კიოლნი
    Luxembourg Люксембург ლუქსემბურგი
    Beirut Бейрут ბეირუთი
    Aleppo Алеппо ალეპო
    Tokyo Токио Токіо ტოკიო
    Seoul Сеул სეული
    Delhi Дели დელი
    Pyongyang Пхеньян ფხენიანი
    Ashgabat Ашхабад აშხაბადი
    Tallinn Таллин Таллинн ტალინი
    Zaporizhzhia Запорожье Запоріжжя ზაპოროჟიე
    Dnipro Днепр Дніпро დნიპრო დნეპრი
    Luhansk Lugansk Луганск Луганськ ლუგანსკი ლუჰანსკი
    Mykolaiv Николаев Миколаїв ნიკოლაევი
    Chernihiv Чернигов Чернігів ჩერნიგოვი
    Enguri Inguri Ингури ენგური
    Hezbollah Хезболла Хезбалла ჰეზბოლა
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
    Vance Вэнс ვენსი
    Musk Маск მასკი
    Michel Мишель მიშელი
    Borrell Боррель ბორელი
    Rutte Рютте რუტე
    Vucic Вучич ვუჩიჩი
    Netanyahu Нетаньяху Нетаньягу ნეთანიაჰუ
    Leyen Ляйен Ляєн ლაიენი
    Hegseth Хегсет Гегсет ჰეგსეთი
    Syrskyi Сырский Сирський სირსკი
    Tusk Туск ტუსკი
    Google Гугл გუგლი
    Japarov Жапаров ჟაპაროვი
    Berdimuhamedow Berdymukhamedov Бердымухамедов ბერდიმუხამედოვი
    Zourabichvili Zurabishvili Зурабишвили ზურაბიშვილი
    Mirziyoyev Мирзиёев მირზიოევი
    Witkoff Уиткофф უიტკოფი
    Giorgi Георгий გიორგი
    Davit David Давид დავითი
    Mikheil Mikhail Михаил მიხეილი
    Nikoloz Николоз ნიკოლოზი
    Aleksandre Alexander Александр ალექსანდრე
    """
}
