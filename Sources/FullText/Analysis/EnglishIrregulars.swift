/// Frequent English words whose forms no ending brings together, and British spellings by whole words.
///
/// Forms that are as often another word (`left`, `found`, `rose`, `saw`, `lives`) are none of them.
enum EnglishIrregulars {
  /// The form that others are stemmed as.
  static let base: [[UInt8]: [UInt8]] = {
    var base: [[UInt8]: [UInt8]] = [:]
    for line in [nouns, verbs, spellings] {
      for entry in line.split(separator: ",") {
        let words = entry.split(separator: " ").map { Array($0.utf8) }
        for form in words.dropFirst() { base[form] = words[0] }
      }
    }
    return base
  }()

  /// The bytes of the longest form: what is longer need not be looked up.
  static let longestForm = base.keys.map(\.count).max() ?? 0

  private static let nouns = """
    child children,man men,woman women,gentleman gentlemen,policeman policemen,policewoman policewomen,\
    businessman businessmen,businesswoman businesswomen,spokesman spokesmen,spokeswoman spokeswomen,\
    congressman congressmen,congresswoman congresswomen,chairman chairmen,sportsman sportsmen,gunman gunmen,\
    fireman firemen,fisherman fishermen,serviceman servicemen,salesman salesmen,statesman statesmen,\
    craftsman craftsmen,clergyman clergymen,lawman lawmen,cameraman cameramen,councilman councilmen,\
    foot feet,tooth teeth,goose geese,mouse mice,louse lice,ox oxen,wife wives,knife knives,thief thieves,wolf wolves,\
    half halves,shelf shelves,loaf loaves,calf calves,scarf scarves,hoof hooves,elf elves,dwarf dwarves,\
    crisis crises,analysis analyses,thesis theses,hypothesis hypotheses,diagnosis diagnoses,synthesis syntheses,\
    index indices,matrix matrices,appendix appendices,vertex vertices,phenomenon phenomena,criterion criteria,\
    fungus fungi,nucleus nuclei,stimulus stimuli,alumnus alumni,curriculum curricula,memorandum memoranda,\
    referendum referenda,larva larvae,formula formulae,antenna antennae
    """

  private static let verbs = """
    say said,go goes went gone,come came,become became,run ran,begin began begun,win won,buy bought,bring brought,\
    catch caught,teach taught,think thought,fight fought,seek sought,sell sold,tell told,hold held,withhold withheld,\
    keep kept,sleep slept,sweep swept,weep wept,creep crept,pay paid,make made,take took taken,mistake mistook mistaken,\
    undertake undertook undertaken,overtake overtook overtaken,give gave given,forgive forgave forgiven,\
    write wrote written,speak spoke spoken,break broke broken,choose chose chosen,drive drove driven,ride rode ridden,\
    rise risen,arise arose arisen,grow grew grown,know knew known,throw threw thrown,fly flew flown,draw drew drawn,\
    withdraw withdrew withdrawn,blow blew blown,shake shook shaken,fall fell fallen,stand stood,understand understood,\
    withstand withstood,send sent,spend spent,build built,rebuild rebuilt,lose lost,steal stole stolen,\
    swear swore sworn,wear wore worn,tear tore torn,forget forgot forgotten,hide hid hidden,eat ate eaten,sing sang sung,\
    swim swam swum,sink sank sunk,drink drank drunk,ring rang,strike struck,swing swung,hang hung,deal dealt,mean meant,\
    feel felt,leap leapt,dream dreamt,burn burnt,learn learnt,freeze froze frozen,forbid forbade forbidden,flee fled,\
    shine shone,bite bitten,sit sat
    """

  private static let spellings = """
    color colour,colors colours,colored coloured,coloring colouring,labor labour,labors labours,honor honour,honors honours,\
    honored honoured,favor favour,favors favours,favored favoured,favorite favourite,favorites favourites,\
    harbor harbour,harbors harbours,neighbor neighbour,neighbors neighbours,neighboring neighbouring,\
    neighborhood neighbourhood,neighborhoods neighbourhoods,behavior behaviour,behaviors behaviours,humor humour,\
    rumor rumour,rumors rumours,tumor tumour,tumors tumours,armor armour,armored armoured,flavor flavour,\
    flavors flavours,endeavor endeavour,endeavors endeavours,center centre,centers centres,theater theatre,\
    theaters theatres,fiber fibre,fibers fibres,liter litre,liters litres,meter metre,meters metres,\
    kilometer kilometre,kilometers kilometres,defense defence,defenses defences,offense offence,offenses offences,\
    license licence,licenses licences,program programme,programs programmes,catalog catalogue,catalogs catalogues,\
    judgment judgement,judgments judgements,skeptic sceptic,skeptical sceptical,sulfur sulphur,plow plough,\
    aluminum aluminium,airplane aeroplane,airplanes aeroplanes,pediatric paediatric,leukemia leukaemia,anemia anaemia
    """
}
