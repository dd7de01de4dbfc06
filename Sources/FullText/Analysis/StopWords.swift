/// Words that carry grammar, not matter: kept in the index, of little weight in a query of other words.
///
/// None of them is as often a name or a noun of the news (us, who, may, will, mine).
enum StopWords {
  /// Whether a normalised word is one in a language.
  static func contains(_ word: [UInt8], language: Language) -> Bool {
    words(of: language)?.contains(word) ?? false
  }

  /// Whether the stop words of a language are known.
  static func areKnown(_ language: Language) -> Bool { words(of: language) != nil }

  private static func words(of language: Language) -> WordMap<Void>? {
    switch language {
    case .english: english
    case .russian: russian
    case .georgian: georgian
    default: nil
    }
  }

  private static let english = WordMap(
    wordsOf: """
      a an the and or but nor if then than so as at by for from in into of on onto per to upon via with
      about among between except since through throughout toward towards until unto i me my myself we
      our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it
      its itself they them their theirs themselves this that these those whom whose which what
      when where why how is are was were be been being have has had having do does did doing done 
      could shall should would not no there here also any both each every some such
      all too just because while although though whether however thus therefore hence
      """)

  private static let russian = WordMap(
    wordsOf: """
      и а но или да ни не же ли бы б как что чтобы если то так также тоже еще уже лишь только даже ведь
      вот в во на с со к ко о об обо от ото из изо у по за до для без безо под подо над при про через
      перед между я мы ты вы он она оно они меня мне мной нас нам нами тебя тебе вас вам вами его ему им
      ее ей ею нее него нему ним ней их ими них свой своя свое свои своего своей своих своим своими мой
      моя мое мои твой наш наша наше наши ваш ваша ваше ваши этот эта это эти этого этой этих этому этим
      этими тот та те того той тех тому теми весь вся все всего всей всех всем всеми кто кого кому кем
      который которая которое которые которого которой которых которому которым которую чего чему чем где
      куда когда почему какой какая какое какие сам сама само сами был была было были быть есть будет
      будут буду может могут можно нет себя себе собой там тут здесь потом тогда этом каком каких какого каким
      какому какую какими сколько зачем откуда
      """)

  private static let georgian = WordMap(
    wordsOf: """
      და ან რომ რომელიც რომელსაც რომლის რომლებიც რომელმაც რომელთა რომელშიც რომელთაც მაგრამ თუ როგორც როგორ რაც რა
      ვინ ვინც სად სადაც როცა როდესაც როდის რადგან რათა ხოლო კი არ არა ვერ ნუ აღარ ვეღარ ეს ის იგი ისინი ამ იმ ამას
      იმას ამის იმის ამით მას მისი მისთვის მათ მათი მათთვის ჩვენ ჩვენი თქვენ თქვენი მე ჩემი შენ შენი მან თავის თავისი
      არის არიან იყო იყვნენ იქნება იქნებიან ყველა ასევე აგრეთვე უფრო ძალიან მხოლოდ უკვე კიდევ აქ იქ შესახებ მიერ
      შემდეგ შორის გარდა მიხედვით ერთად ასე ისე თვით რაიმე ვინმე თითქოს ხომ თურმე ამიტომ რატომ რამდენი რომელი
      რომელმა რომელ რომლებიც ვის ვისი საიდან
      """)
}
