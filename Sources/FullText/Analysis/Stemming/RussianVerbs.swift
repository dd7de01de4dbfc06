/// The forms of Russian verbs that Snowball leaves apart from the rest: the present of verbs whose root changes.
///
/// They serve queries only. A form that a verb does not have is in no document and costs a look-up, so the rules need not
/// know which verbs they hold for.
enum RussianVerbs {
  /// Other forms of the verb that a word is a form of; empty for what is not built like a form of these verbs.
  static func otherForms(of whole: CyrillicWord) -> [CyrillicWord] {
    let word = RussianConjugation.withoutReflexive(whole)
    var forms = changedRoots(word)
    // Of some verbs only the reflexive forms are listed: the others are nouns, too (начало), or are none.
    if forms.isEmpty, word.count < whole.count { forms = changedRoots(whole) }
    if let (root, consonants) = past(word) {
      for present in consonants {
        let root = root + present
        forms += [root + eT, root + uT]
      }
    }
    if let (root, consonants) = present(word) {
      forms += [root + eT, root + uT]
      for past in consonants { forms.append(root.dropping(past.present.count) + past.past + aT) }
    }
    return forms + softened(word) + RussianConjugation.otherForms(of: word)
  }

  /// Verbs of which past and present are told apart by more than a consonant, behind any preverb (найти, нашел, найдет).
  private static func changedRoots(_ word: CyrillicWord) -> [CyrillicWord] {
    guard word.count > 0, Int(word.letter(0)) < verbsByEnd.count else { return [] }
    for verb in verbsByEnd[Int(word.letter(0))] {
      guard let prefix = word.root(before: verb.tails) else { continue }
      guard prefix.count > 0 ? prefixes.contains(prefix) : !verb.needsPrefix else { continue }
      let others = otherPrefix(prefix).map { other in verb.tails.words.map { other + $0 } } ?? []
      return verb.tails.words.map { prefix + $0 } + others
    }
    return []
  }

  /// A preverb with or without the о that some forms put behind it: разбить, разобьет.
  private static func otherPrefix(_ prefix: CyrillicWord) -> CyrillicWord? {
    guard prefix.count > 0 else { return nil }
    let other = prefix.ends(o) ? prefix.dropping(1) : prefix + o
    return prefixes.contains(other) ? other : nil
  }

  /// The root of an infinitive or past in -а-, without its last consonants, and those that the present has instead.
  private static func past(_ word: CyrillicWord) -> (CyrillicWord, [CyrillicWord])? {
    guard let root = word.root(before: pastEndings) else { return nil }
    guard root.count > 2 || root.count == 2 && root.isVowel(1), !root.isVowel(0) else { return nil }
    guard let past = changes.first(where: { root.ends($0.past) })?.past else { return nil }
    return (root.dropping(past.count), changes.filter { $0.past == past }.map(\.present))
  }

  /// The root of a present form, and the changes that may have made its last consonants.
  private static func present(_ word: CyrillicWord) -> (CyrillicWord, [Change])? {
    guard let root = word.root(before: presentEndings), !word.ends(inOneOf: notVerbs) else { return nil }
    guard root.count > 2 || root.count == 2 && root.isVowel(1) else { return nil }
    let changes = changes.filter { root.ends($0.present) }
    return changes.isEmpty ? nil : (root, changes)
  }

  /// куп-ить for купл-ю, купл-ен, купл-енный, запрет-ить for запрещ-ен, and the other way round; реш-ат for реш-ить, держ-ат for
  /// держ-ать.
  private static func softened(_ word: CyrillicWord) -> [CyrillicWord] {
    if let root = word.root(before: participleEndings, least: 4) {
      return infinitives(root, softenings) + participles(root)
    }
    if let root = word.root(before: firstPerson, least: 4) { return infinitives(root, labials) }
    if let root = word.root(before: pastEndings), root.count > 2, root.isOne(of: hushers, 0) {
      return [root + aThird]
    }
    guard let root = word.root(before: iEndings), root.count > 2 else { return [] }
    if root.isOne(of: hushers, 0) { return [root + iT, root + aThird] + participles(root) }
    guard !word.ends(aThird) else { return [] }
    let changed = softenings.filter { root.ends($0.past) }.map { root.dropping($0.past.count) + $0.present }
    return (changed.isEmpty ? [root] : changed).flatMap(participles)
  }

  /// The infinitives in -ить whose root some changes make one of `root`.
  private static func infinitives(_ root: CyrillicWord, _ changes: [Change]) -> [CyrillicWord] {
    changes.filter { root.ends($0.present) }.map { root.dropping($0.present.count) + $0.past + iT }
  }

  /// The short and the full participle of a root, which have two stems.
  private static func participles(_ root: CyrillicWord) -> [CyrillicWord] { [root + eN, root + eNNyj] }

  private struct Change {
    let past: CyrillicWord
    let present: CyrillicWord

    init(_ past: String, _ present: String) {
      self.past = CyrillicWord(rule: past)
      self.present = CyrillicWord(rule: present)
    }
  }

  private struct Verb {
    let tails: CyrillicEndings
    let needsPrefix: Bool

    init(_ tails: String, needsPrefix: Bool = false) {
      self.tails = CyrillicEndings(tails)
      self.needsPrefix = needsPrefix
    }
  }

  /// The verbs by the letters that their tails end in.
  private static let verbsByEnd: [[Verb]] = (0..<32).map { letter in
    verbs.filter { $0.tails.words.contains { $0.letter(0) == letter } }
  }

  private static let labials = [
    Change("б", "бл"), Change("п", "пл"), Change("в", "вл"), Change("м", "мл"), Change("ф", "фл"),
  ]
  /// Longer consonants stand first: -ск-, -ст- change as one.
  private static let changes =
    [
      Change("ск", "щ"), Change("ст", "щ"), Change("с", "ш"), Change("х", "ш"), Change("з", "ж"),
      Change("д", "ж"),
      Change("г", "ж"), Change("т", "ч"), Change("к", "ч"),
    ] + labials
  /// What becomes of the last consonant of a verb in -ить before -ен.
  private static let softenings =
    labials + [
      Change("ст", "щ"), Change("т", "щ"), Change("т", "ч"), Change("д", "жд"), Change("д", "ж"),
      Change("з", "ж"),
      Change("с", "ш"),
    ]
  private static let pastEndings = CyrillicEndings("ать ал ала ало али")
  private static let presentEndings = CyrillicEndings("ет ут ешь ем ете")
  private static let participleEndings = CyrillicEndings(
    """
    ен ена ено ены енный енная енное енные енного енной енному енную енным енном енных енными
    """)
  private static let firstPerson = CyrillicEndings("ю")
  private static let iEndings = CyrillicEndings("ить ил ила ило или ит ят ат")
  /// Nouns whose end looks like a present form.
  private static let notVerbs = CyrillicEndings(
    "бюджет сюжет манжет планшет счет расчет отчет учет зачет почет омлет памфлет")
  private static let prefixes = Set(
    CyrillicWord.list(
      "в во вы до за из ис на о об обо от ото пере по под подо пре при про раз рас с со у вос воз вз взо надо изо разо произ произо препод соз"
    ))
  private static let o = CyrillicWord(rule: "о")
  private static let hushers = CyrillicLetters("жшчщ")
  private static let eT = CyrillicWord(rule: "ет")
  private static let uT = CyrillicWord(rule: "ут")
  private static let aT = CyrillicWord(rule: "ать")
  private static let iT = CyrillicWord(rule: "ить")
  private static let eN = CyrillicWord(rule: "ена")
  private static let eNNyj = CyrillicWord(rule: "енный")
  private static let aThird = CyrillicWord(rule: "ат")

  private static let verbs = [
    Verb("прийти пришел пришла пришло пришли придет придут приду"),
    Verb("йти шел шла шло шли йдет йдут йду йден йдена йдено йдены", needsPrefix: true),
    Verb("идти шел шла шло шли идет идут иду"),
    Verb("дать дал дала дало дали даст дадут дан дана дано даны"),
    Verb("вести вел вела вело вели ведет ведут веду веден ведена ведено ведены"),
    Verb("нести нес несла несло несли несет несут несу несен несена несено несены"),
    Verb("везти вез везла везло везли везет везут"),
    Verb("взять взял взяла взяло взяли возьмет возьмут возьму взят взята взято взяты"),
    Verb("принять принял приняла приняло приняли примет примут приму принят принята принято приняты"),
    Verb("нять нял няла няло няли нимет нимут ймет ймут нят нята нято няты", needsPrefix: true),
    Verb(
      "начать начал начали начнет начнут начну начат начата начато начаты начаться начался началась началось"),
    Verb("стать стал стала стало стали станет станут"),
    Verb("мочь мог могла могло могли может могут могу"),
    Verb("хотеть хотел хотела хотело хотели хочет хотят хочу хотим"),
    Verb("бить бил била било били бьет бьют бит бита бито биты"), Verb("пить пил пила пило пили пьет пьют"),
    Verb("лить лил лила лило лили льет льют"), Verb("вить вил вила вило вили вьет вьют", needsPrefix: true),
    Verb("шить шил шила шило шили шьет шьют"), Verb("деть дел дела дело дели денет денут", needsPrefix: true),
    Verb("забыть забыл забыла забыло забыли забудет забудут"),
    Verb("бояться боялся боялась боялись боится боятся"),
    Verb("жать жал жала жало жали жмет жмут жнет жнут"),
    Verb("понять понял поняла поняло поняли поймет поймут пойму понят понята понято поняты"),
    Verb("петь пел пела пело пели поет поют"),
    Verb("быть был была было были будет будут", needsPrefix: true),
    Verb("ждать ждал ждала ждали ждет ждут жду"),
    Verb("звать звал звала звали зовет зовут зову"), Verb("жить жил жила жили живет живут живу"),
    Verb("ехать ехал ехала ехало ехали едет едут еду"), Verb("брать брал брала брали берет берут беру"),
    Verb("слать слал слала слали шлет шлют"), Verb("расти рос росла росло росли растет растут"),
    Verb("пасть пал пала пало пали падет падут"),
    Verb("крыть крыл крыла крыли кроет кроют крыт крыта крыто крыты"),
    Verb("мереть мер мерла мерли мрет мрут", needsPrefix: true),
    Verb(
      "гибнуть гиб гибла гибло гибли гибнет гибнут гибший гибшая гибшие гибшего гибшей гибших гибшим гибшими",
      needsPrefix: true),
    Verb("влечь влек влекла влекло влекли влечет влекут"),
    Verb("печь пек пекла пекли печет пекут", needsPrefix: true),
    Verb("течь тек текла текло текли течет текут", needsPrefix: true),
    Verb("сечь сек секла секло секли сечет секут", needsPrefix: true),
    Verb("лечь лег легла легло легли ляжет лягут"), Verb("жечь жег жгла жгло жгли жжет жгут"),
    Verb("беречь берегла берегло берегли бережет берегут"),
    Verb("стичь стиг стигла стигло стигли стигнуть стигнет стигнут", needsPrefix: true),
    Verb("красть крал крала крали крадет крадут"), Verb("класть клал клала клали кладет кладут"),
    Verb("сесть сел сели сядет сядут"), Verb("съесть съел съела съели съест съедят"),
    Verb("честь чел чла чло чли чтет чтут чтен чтена чтено чтены", needsPrefix: true),
    Verb("лезть лез лезла лезло лезли лезет лезут"), Verb("ползти полз ползла ползло ползли ползет ползут"),
    Verb("спасти спас спасла спасло спасли спасет спасут спасен спасена спасено спасены"),
    Verb("трясти тряс трясла трясло трясли трясет трясут"), Verb("плести плел плела плели плетет плетут"),
    Verb("цвести цвел цвела цвело цвели цветет цветут"),
    Verb("обрести обрел обрела обрело обрели обретет обретут обретен обретена обретено обретены"),
    Verb("блюсти блюл блюла блюли блюдет блюдут блюден блюдена блюдено блюдены"),
    Verb("мыть мыл мыли моет моют"), Verb("рыть рыл рыла рыли роет роют"), Verb("дуть дул дули дует дуют"),
    Verb("плыть плыл плыла плыло плыли плывет плывут"), Verb("рвать рвал рвала рвало рвали рвет рвут"),
    Verb("гнать гнал гнала гнало гнали гонит гонят"), Verb("драть драл драла драло драли дерет дерут"),
    Verb("врать врал врала врали врет врут"), Verb("знать знал знала знало знали знает знают"),
    Verb("бороть борол борола бороло бороли борет борют"), Verb("длить длил длила длило длили длит длят"),
    Verb("тереть тер терла терло терли трет трут"),
    Verb("переть пер перла перло перли прет прут", needsPrefix: true),
  ]
}
