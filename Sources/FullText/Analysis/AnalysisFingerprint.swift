import Checksums

/// Tells whether two programs make the same words of a text.
///
/// An index holds stems and forms as the program that built it made them. A program with other rules would ask it for
/// words that it does not have, and miss documents without a sign; so an index image says which analysis it comes from, and one
/// of another is built again from its documents.
enum AnalysisFingerprint {
  /// The rules of this package. Raise it with every change that gives some word another form or stem, or some text other
  /// words; a test compares what analysis makes of many texts and reminds of it. Of 9 on an index also holds its stray forms.
  static let rules: UInt32 = 13

  /// Of the rules and of what the libstemmer in use makes of some words of each of its languages.
  static let current: UInt32 = {
    var bytes = withUnsafeBytes(of: rules.littleEndian) { Array($0) }
    let analyzer = TextAnalyzer()
    for (tag, words) in sample {
      analyzer.analyze(words, language: Language(tag: tag))
      for token in analyzer.tokens { bytes += analyzer.lexicon.stem(token.word) + [0] }
    }
    return bytes.withUnsafeBytes { Checksum.of($0) }
  }()

  private static let sample = [
    (
      "en",
      "generously communication skis added university arsenal doing succeeded hopped congress evening past"
    ),
    ("ru", "важнейшими противоестественном вавилонского смеявшись правительствами ёлок коньки"),
    ("fr", "continuellement majestueuses chevaux évidemment naïves créées finissaient"),
    ("it", "abbandonata propagandisti pronunciarlo velocemente città questioni"),
    ("tr", "okuldakiler evlerimizden çalışmalarının kitapçılığı köpekleri"),
    ("de", "aufeinanderfolgenden kategorisches Häusern Systemen Lehrerinnen größeren"),
    ("es", "chicharrones torniquetes rápidamente llevándoselo cigüeñas ciudades"),
    ("pt", "boavista quilométricas rapidamente trabalhadores nações amaram"),
    ("ca", "llengües canviarien ràpidament cançons universitaris"),
    ("nl", "lichaamsziek opgingen mogelijkheden huizen gegevens brieven"),
    ("sv", "jaktkarlarne klostergården friskt möjligheter husens"),
    ("nb", "havnemyndighetene opning muligheter husenes vennlig"),
    ("da", "indtægterne undersøgelse muligheder husenes venligt"),
    ("fi", "edeltäjiensä innostuneimpien taloissamme kirjoittaneet mahdollisuudet"),
    ("hu", "babakocsijáért megszállták házaimban könyvekkel lehetőségek"),
    ("ro", "abruptă ocaziile cărților copiilor frumuseților"),
    ("eu", "etxeetatik haurrentzat zabaltzeagatik liburuaren"),
    ("ga", "bhfeirmeoireacht gcomhairle ríochtaí scoileanna"),
    ("id", "mempermainkannya pemerintahannya bukumukah keberangkatan"),
    ("lt", "gyvenimuose didžiausiais namuose knygomis jaunystėje"),
    ("sr", "књигама градовима najlepšima prijateljstva радницима"),
    ("el", "καλύτερους ανθρώπων πολιτικών γράφοντας παιδιά"),
    ("hy", "տներում գրքերից քաղաքների կառավարության"),
    ("ar", "والمدرسون بالكتب مكتباتهم السياسيين"),
    ("hi", "लड़कियों किताबें जाऊँगा अच्छाइयाँ"),
    ("ne", "केटाहरूलाई घरबाट गरेको किताबहरू"),
    ("ta", "வீடுகளில் மரங்கள் வந்தார்கள் அரசாங்கத்தின்"),
    ("yi", "ביכער לערערינס געשריבן הייזער"),
  ]
}
