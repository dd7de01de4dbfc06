import Testing

@testable import FullText

@Suite struct EnglishStemmerTests {
  private func stems(_ text: String) -> [String] {
    let analyzer = TextAnalyzer()
    analyzer.analyze(text, language: .english)
    return analyzer.tokens.map { String(decoding: analyzer.lexicon.stem($0.word), as: UTF8.self) }
  }

  @Test(
    arguments: [
      "child children", "woman women", "spokesman spokesmen", "crisis crises", "index indices indexes",
      "analysis analyses", "wife wives", "say says saying said", "win wins winning won",
      "write writes wrote written",
      "begin begins began begun", "go goes going went gone", "colour color colours colouring",
      "centre center centers", "organize organized organizing organise organised organisation organization",
      "realise realize realised realization", "analyse analyze analysing", "meet met meeting",
      "lead led leading",
      "overthrow overthrew overthrown", "foresee foresaw foreseen", "experience experienced experiencing",
      "reference referenced", "organisational organizational organise", "fuel fuels fuelled",
      "fireman firemen", "spectrum spectra", "radius radii",
      "experiment experiments experimental", "university universities", "important importance", "busy busier",
      "cooperate cooperation cooperating", "colourful colorful", "neighbourhood neighborhoods",
      "discoloured discolored", "wake woke woken", "shoot shot shots", "think thought thoughts",
      "maneuver manoeuvres manoeuvring", "bus buses", "gas gases", "menu menus", "lens lenses",
      "quiz quizzes", "add adds added adding", "staff staffed staffing", "free freed freely",
      "sue sued suing",
      "boycott boycotted", "interfere interfering", "sacrifice sacrificed", "centre centred centered",
      "brief briefly",
      "Israeli Israelis", "MP MPs", "DVD DVDs dvds", "NGO NGOs", "datum data", "synopsis synopses",
      "self selves",
    ])
  func `forms of a word have one stem`(forms: String) {
    #expect(Set(stems(forms)).count == 1, "\(stems(forms))")
  }

  @Test(arguments: [
    "left leave", "found find", "saw see", "rose rise", "lives life", "fed feed", "mean men",
    "four for", "organisation organ", "authorise author", "resent resend", "contour contort",
    "regimen regime", "several severe", "important import", "international internal", "internal interns",
    "department departs", "pasted past", "experiments experience", "university universe", "positive position",
    "authorities author", "majority major", "premiere premier", "busy business", "executive executed",
    "conversion conversation", "cooperation Cooper", "Harris Harry", "Davis Davy", "goods good", "lives live",
    "leaves leave",
    "added ads", "lens Len", "GPS GP", "offing off", "United units", "Federer federal", "later lateral",
    "empire empirical", "officer office", "Williams William",
    "aides aids", "media medium", "dice die", "1990s 1990",
  ])
  func `what is as often another word keeps its own stem`(words: String) {
    #expect(Set(stems(words)).count == 2, "\(stems(words))")
  }

  @Test(arguments: [
    "advertise advertisement advertising", "supervise supervision", "exercise exercising",
    "precise precisely",
  ])
  func `-is- that is no British ending is left alone`(forms: String) {
    #expect(Set(stems(forms)).count == 1, "\(stems(forms))")
  }

  @Test(arguments: [
    "left leave", "leaving left", "found find", "saw sees", "rose rising", "people person", "lives life",
    "life lives", "leaf leaves", "leaves leaf",
    "axis axes", "axes axis", "media medium", "mps MP", "ngos NGO",
  ])
  func `a form that is as often another word is read both ways, with a smaller weight`(pair: String) {
    let words = pair.split(separator: " ").map(String.init)
    let word = TextAnalyzer().queryWords(words[0], languages: [.english])[0]
    let found = word.stems.firstIndex(of: Array(stems(words[1])[0].utf8))
    #expect(found.map { word.weights[$0] } == QueryWord.otherReadingWeight)
  }

  @Test(arguments: ["lives live", "living lives", "leaves leaving", "leave leaves"])
  func `a form of two words is one of the likelier word as good as any`(pair: String) {
    let words = pair.split(separator: " ").map(String.init)
    let word = TextAnalyzer().queryWords(words[0], languages: [.english])[0]
    let found = word.stems.firstIndex(of: Array(stems(words[1])[0].utf8))
    #expect(found.map { word.weights[$0] } == 1)
  }

  @Test func `irregular forms are spelt exactly all the same`() {
    let analyzer = TextAnalyzer()
    analyzer.analyze("The Children", language: .english)
    #expect(
      analyzer.tokens.map { String(decoding: analyzer.lexicon.exact($0.word), as: UTF8.self) } == [
        "the", "children",
      ])
  }
}
