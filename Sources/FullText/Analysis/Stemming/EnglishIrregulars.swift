/// Frequent English words whose forms no ending brings together, and British spellings by whole words.
///
/// Forms that are as often another word (`left`, `found`, `rose`, `saw`, `lives`) are asked for by queries only. Words whose regular
/// forms Snowball takes apart (add and added, bus and buses) stand beside them.
enum EnglishIrregulars {
  /// The form that a word is stemmed as, itself or behind a preverb: overthrown as overthrow, firemen as fireman.
  static func base(of word: [UInt8]) -> [UInt8]? {
    if let base = base[word] { return base }
    if word.count > 5, word.hasSuffix(men), !notMen.contains(word) { return word.dropLast(2) + [0x61, 0x6E] }
    guard word.count > 5, !notCompounds.contains(word) else { return nil }
    for preverb in preverbs where word.starts(with: preverb) {
      if let verb = pastForms[word[preverb.count...]] { return preverb + verb }
    }
    return nil
  }

  /// Words that a form may belong to although it is as often a word of its own.
  static let others = {
    var others: [[UInt8]: [[UInt8]]] = [:]
    for (word, form) in pairs([ambiguous, ambiguousPlurals, shared].joined(separator: ",")) {
      others[form, default: []].append(word)
    }
    return WordMap(others)
  }()

  /// The other way round: the forms of a word that are as often words of their own.
  static let otherForms: [[UInt8]: [[UInt8]]] = {
    var forms: [[UInt8]: [[UInt8]]] = [:]
    for (word, form) in pairs(ambiguous + "," + shared) { forms[word, default: []].append(form) }
    return forms
  }()

  /// Forms of two words that have a stem of their own in documents, each with the word whose form it is at least as often: that one
  /// asks for it as for any form of its own.
  static let sharedForms = WordMap(byForm("live lives,leave leaves"))

  /// Words by their forms, the first of those that share one.
  private static func byForm(_ lines: String) -> [[UInt8]: [UInt8]] {
    Dictionary(pairs(lines).map { ($0.form, $0.word) }, uniquingKeysWith: { first, _ in first })
  }

  private static func pairs(_ lines: String) -> [(word: [UInt8], form: [UInt8])] {
    lines.split(separator: ",").flatMap { line in
      let words = line.split(separator: " ").map { Array($0.utf8) }
      return words.dropFirst().map { (words[0], $0) }
    }
  }

  /// The irregular forms of verbs, by which those with a preverb are known.
  private static let pastForms = WordMap(byForm(verbs))
  private static let preverbs = ["over", "under", "up", "fore", "out", "re", "mis", "with"].map {
    Array($0.utf8)
  }
  private static let notCompounds = WordMap(wordsOf: "resent")
  private static let men = Array("men".utf8)
  private static let notMen = WordMap(
    wordsOf:
      "specimen regimen abdomen acumen bitumen stamen cyclamen carmen turkmen foramen albumen catechumen gravamen"
  )

  /// The form that others are stemmed as.
  static let base = {
    var base: [[UInt8]: [UInt8]] = [:]
    for line in [nouns, verbs, spellings, regular] {
      for entry in line.split(separator: ",") {
        let words = entry.split(separator: " ").map { Array($0.utf8) }
        for form in words.dropFirst() { base[form] = words[0] }
      }
    }
    return WordMap(base)
  }()

  private static let nouns = """
    child children,grandchild grandchildren,stepchild stepchildren,schoolchild schoolchildren,man men,woman women,\
    foot feet,tooth teeth,goose geese,mouse mice,louse lice,ox oxen,wife wives,knife knives,thief thieves,wolf wolves,midwife midwives,\
    housewife housewives,bookshelf bookshelves,sheaf sheaves,wharf wharves,\
    half halves,shelf shelves,loaf loaves,calf calves,scarf scarves,hoof hooves,elf elves,dwarf dwarves,\
    crisis crises,analysis analyses,thesis theses,hypothesis hypotheses,diagnosis diagnoses,synthesis syntheses,\
    index indices,matrix matrices,appendix appendices,vertex vertices,phenomenon phenomena,criterion criteria,\
    fungus fungi,nucleus nuclei,stimulus stimuli,alumnus alumni,curriculum curricula,memorandum memoranda,\
    referendum referenda,larva larvae,formula formulae,antenna antennae,spectrum spectra,bacterium bacteria,stadium stadia,\
    millennium millennia,symposium symposia,consortium consortia,stratum strata,aquarium aquaria,moratorium moratoria,\
    automaton automata,radius radii,cactus cacti,focus foci,locus loci,syllabus syllabi,terminus termini,bacillus bacilli,\
    genus genera,corpus corpora,oasis oases,emphasis emphases,prognosis prognoses,psychosis psychoses,neurosis neuroses,\
    metamorphosis metamorphoses,antithesis antitheses,parenthesis parentheses,metastasis metastases,paralysis paralyses,\
    alga algae,vertebra vertebrae,nebula nebulae,supernova supernovae,bureau bureaux,plateau plateaux,chateau chateaux,\
    tableau tableaux,codex codices,vortex vortices,cortex cortices,helix helices,\
    datum data,self selves,werewolf werewolves,afterlife afterlives,addendum addenda,erratum errata,auditorium auditoria,\
    maximum maxima,minimum minima,quantum quanta,forum fora,octopus octopi,hippopotamus hippopotami,synopsis synopses,\
    nemesis nemeses,catharsis catharses,ellipsis ellipses,ganglion ganglia,mitochondrion mitochondria,apex apices,\
    stigma stigmata,schema schemata,passerby passersby,forefoot forefeet,dormouse dormice,libretto libretti,\
    paparazzo paparazzi,virtuoso virtuosi,cherub cherubim,kibbutz kibbutzim,penny pence,money monies,testis testes
    """

  private static let verbs = """
    say said,go goes went gone,come came,become became,run ran,begin began begun,win won,buy bought,bring brought,\
    catch caught,teach taught,think thought thoughts,fight fought,seek sought,sell sold,tell told,hold held,withhold withheld,\
    keep kept,sleep slept,sweep swept,weep wept,creep crept,pay paid,make made,take took taken,mistake mistook mistaken,\
    undertake undertook undertaken,overtake overtook overtaken,give gave given,forgive forgave forgiven,\
    write wrote written,speak spoke spoken,break broke broken,choose chose chosen,drive drove driven,ride rode ridden,\
    rise risen,arise arose arisen,grow grew grown,know knew known,throw threw thrown,fly flew flown,draw drew drawn,\
    withdraw withdrew withdrawn,blow blew blown,shake shook shaken,fall fell fallen,stand stood,understand understood,\
    withstand withstood,send sent,spend spent,build built,rebuild rebuilt,lose lost,steal stole stolen,\
    swear swore sworn,wear wore worn,tear tore torn,forget forgot forgotten,hide hid hidden,eat ate eaten,sing sang sung,\
    swim swam swum,sink sank sunk,drink drank drunk,ring rang,strike struck,swing swung,hang hung,deal dealt,mean meant,\
    feel felt,leap leapt,dream dreamt,burn burnt,learn learnt,freeze froze frozen,forbid forbade forbidden,flee fled,\
    shine shone,bite bitten,sit sat,lead led,shoot shot shots,meet met,hear heard,get got gotten,have had has,do did done,\
    lay laid,light lit,stick stuck,sting stung,spin spun,dig dug,slide slid,shrink shrank shrunk,bleed bled,breed bred,\
    speed sped,bear bore borne,sew sewn,sow sown,see seen,show shown,spit spat,cling clung,fling flung,stride strode,\
    tread trod trodden,wake woke woken,awake awoke awoken,weave wove woven,kneel knelt,bend bent,lend lent,spring sprang sprung,\
    stink stank stunk,bid bade bidden,beat beaten,slay slew slain,smell smelt,spill spilt,spoil spoilt,swell swollen,\
    strive strove striven,prove proven,partake partook partaken,undo undid undone,unwind unwound,foresee foresaw,\
    oversee oversaw,forsake forsook forsaken,behold beheld,beget begot begotten,befall befell befallen
    """

  private static let spellings = """
    center centre,centers centres,theater theatre,\
    theaters theatres,fiber fibre,fibers fibres,liter litre,liters litres,meter metre,meters metres,\
    kilometer kilometre,kilometers kilometres,defense defence,defenses defences,offense offence,offenses offences,\
    license licence,licenses licences,program programme,programs programmes,catalog catalogue,catalogs catalogues,\
    judgment judgement,judgments judgements,skeptic sceptic,skeptical sceptical,sulfur sulphur,plow plough,\
    aluminum aluminium,airplane aeroplane,airplanes aeroplanes,pediatric paediatric,leukemia leukaemia,anemia anaemia,\
    tire tyre,tires tyres,check cheque,checks cheques,gray grey,jewelry jewellery,pajamas pyjamas,mold mould,\
    maneuver manoeuvre manoeuvred manoeuvring,maneuvers manoeuvres,estrogen oestrogen,encyclopedia encyclopaedia,archeology archaeology,\
    archeologist archaeologist,archeologists archaeologists,archeological archaeological,dialog dialogue,dialogs dialogues,\
    fulfill fulfil,fulfills fulfils,enroll enrol,enrollment enrolment,installment instalment,installments instalments,\
    skillful skilful,marvelous marvellous,woolen woollen,aging ageing,cozy cosy,specter spectre,somber sombre,\
    meager meagre,caliber calibre,calibers calibres,saber sabre,fuel fuelled fuelling,dial dialled dialling,councilor councillor,\
    councilors councillors,smolder smouldering smouldered,orthopedic orthopaedic,diarrhea diarrhoea
    """

  /// Forms that Snowball gives another stem than their word, mostly short words and doubled letters that are the word's own.
  private static let regular = """
    add added adding,bus buses bused busing bussed,gas gases gassed gassing,quiz quizzes quizzed quizzing,iris irises,\
    penis penises,menu menus,guru gurus,bureau bureaus,plateau plateaus,chateau chateaus,hindu hindus,zulu zulus,emu emus,\
    tutu tutus,haiku haikus,cpu cpus,gpu gpus,spa spas,bra bras,flu flus,free freed freely,sue sued suing,vie vying,glue glued gluing,\
    queue queuing,underlie underlies underlying underlay underlain,boycott boycotted boycotting,trek trekked trekking,\
    panic panicked panicking,mimic mimicked mimicking,picnic picnicked picnicking,egg egged egging,err erred erring,\
    ebb ebbed ebbing,focus focussed focussing,trial trialled trialling,interfere interfered interfering,\
    persevere persevered persevering,sacrifice sacrificed sacrificing,prejudice prejudiced,center centred centring,\
    catalog catalogued cataloguing,encyclopedia encyclopedias encyclopaedias,slow slowly,new newly,narrow narrowly,sharp sharply,\
    deep deeply,steep steeply,cheap cheaply,crisp crisply,brief briefly,stiff stiffly,superb superbly,cool coolly
    """

  /// Forms that are as often another word.
  private static let ambiguous = """
    leave left,find found,see saw,rise rose,bind bound,feed fed,bear born,wind wound,grind ground,person people,axis axes
    """

  /// Forms of two words, by both.
  private static let shared = "live lives,life lives,leave leaves,leaf leaves"

  /// The same of plurals, whose stem is that of a frequent verb or noun: the word does not ask for them.
  private static let ambiguousPlurals = "basis bases,medium media"
}
