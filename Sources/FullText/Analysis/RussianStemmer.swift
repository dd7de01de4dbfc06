/// Brings what Snowball leaves of Russian words closer together.
///
/// Snowball cuts endings but knows neither the vowel that comes and goes in a stem nor that a word without ending
/// may look as if it had one. After it:
/// 1. vowels left at the end are cut (батаре-я, батар-еи; музе-я, муз-ей);
/// 2. the fleeting о, е before к, ц, н, л, р is dropped (рынок, рынка; отец, отца; точка, точек; уровень, уровня);
/// 3. a soft sign before the last consonant is dropped (палец, пальца);
/// 4. a few frequent stems are joined by list (время, времени; дочь, дочери; церковь, церкви; день, дня).
enum RussianStemmer {
  /// The stem of what Snowball made of a word.
  static func refine(_ stem: [UInt8]) -> [UInt8] {
    guard var letters = CyrillicWord(stem) else { return stem }
    if let joined = joined[letters.letters] { return CyrillicWord(letters: joined).utf8 }
    while letters.count > 3, letters.isVowel(0) { letters.drop(1) }
    dropFleetingVowel(&letters)
    return letters.utf8
  }

  /// The stems that a word of a query may stand for, `refine(snowball(word))` first.
  ///
  /// Snowball takes the end of some roots for an ending, but only where the root stands bare (состав → соста,
  /// составе → состав; Иванов → иван, Иванова → иванов). The stem of the stem is what the bare root became;
  /// the word without its last vowel is what its other forms become.
  static func readings(_ word: [UInt8], snowball: ([UInt8]) -> [UInt8]) -> [[UInt8]] {
    let stem = snowball(word)
    var readings = [refine(stem)]
    var bare = CyrillicWord(word)
    if let letters = bare, letters.count > 3, letters.isVowel(0) || letters.isSoft { bare?.drop(1) }
    for reading in [snowball(stem), bare?.utf8 ?? word].map(refine) where !readings.contains(reading) {
      readings.append(reading)
    }
    return readings
  }

  private static func dropFleetingVowel(_ word: inout CyrillicWord) {
    guard word.count > 3, word.isOne(of: fleetingBefore, 0) else { return }
    let isFleeting = word.isOne(of: fleeting, 1) && !word.isVowel(2) && !word.isOne(of: soft, 2)
    if isFleeting || word.isOne(of: soft, 1) { word.dropBeforeLast() }
  }

  private static let fleetingBefore = CyrillicWord.letters("кцнлр")
  private static let fleeting = CyrillicWord.letters("ео")
  private static let soft = CyrillicWord.letters("ьй")

  private static let joined: [[UInt8]: [UInt8]] = {
    let stems = [
      "врем": "времен", "знам": "знамен", "плам": "пламен", "плем": "племен", "им": "имен", "брем": "бремен",
      "доч": "дочер", "церкв": "церков", "любв": "любов", "моркв": "морков",
      "дн": "ден дня дню днем дне дни дней дням днями днях",
    ]
    var joined: [[UInt8]: [UInt8]] = [:]
    for (stem, forms) in stems {
      for form in forms.split(separator: " ") {
        joined[CyrillicWord.letters(String(form))] = CyrillicWord.letters(stem)
      }
    }
    return joined
  }()
}
