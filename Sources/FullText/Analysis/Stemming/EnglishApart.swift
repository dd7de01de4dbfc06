/// Frequent English words that Snowball would give the stem of another word that no reader means: several that of severe, department
/// that of depart, important that of import. Their forms have a stem of their own.
enum EnglishApart {
  /// The stem of a word that is kept apart; nil for all others.
  static func stem(of word: [UInt8]) -> [UInt8]? { stems[word] }

  private static let stems = {
    var stems: [[UInt8]: [UInt8]] = [:]
    for row in words.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
      let forms = row.split(separator: " ").map { Array($0.utf8) }
      for form in forms { stems[form] = forms[0] }
    }
    return WordMap(stems)
  }()

  /// A word with its forms a row; among them surnames that end like the plural of a first name.
  private static let words = """
    several,important importance importantly,international internationals internationally
    internal internally internals,organism organisms,organic organically organics
    experiment experiments experimental experimentally experimented experimenting experimentation experimenter \
    experimenters
    positive positives positively,authority authorities,periodical periodicals periodically
    publication publications,busy busier busiest busily,memorial memorials,mariner mariners
    premiere premieres premiered premiering,minority minorities,majority majorities,formation formations
    conversion conversions,hospitality,celebrity celebrities,conservation conservationist conservationists
    department departments departmental,paste pastes pasted pasting,humane humanely
    objective objectives objectively objectivity,subjective subjectively subjectivity,university universities
    universal universally,emergency emergencies,initiative initiatives,directive directives,executive executives
    informal informally,succession successive successively,procession processions
    convention conventions conventional conventionally,rational rationally rationality,morale
    cooperate cooperates cooperated cooperating cooperation cooperative cooperatives cooperatively
    likely likelier likelihood,unlikely,hardly,lively,goods,contention contentious
    designate designates designated designating designation designations
    animation animations animated animator animators animate animates,polite politely politeness
    liberal liberals liberally liberalism,respective respectively,prospective prospectively
    representative representatives,alternative alternatives alternatively,candidate candidates,corporal corporals
    officer officers,united unite unites uniting,aide aides,providence,lateral laterally,empire empires
    federer,dominic,lens lenses,lives,leaves
    harris,morris,ellis,davis,williams,adams,edwards,richards,roberts,peters,stevens,daniels,andrews,matthews,phillips
    rogers,jacobs,owens
    """
}
