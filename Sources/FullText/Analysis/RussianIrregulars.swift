/// Frequent Russian words whose forms no rule brings together.
enum RussianIrregulars {
  /// Whole words, by their spelling: Snowball would take a part of them for an ending, or they are too short for it.
  static let words = table([
    "льд": "лед льда льду льдом льде льды льдов льдам льдами льдах",
    "льв": "лев льва льву львом льве львы львам львами львах",
    "лб": "лоб лба лбу лбом лбе лбы лбов лбам лбами лбах",
    "сн": "сон сна сну сном сне сны снов снам снами снах",
    "мать": "мать матери матерью матерей матерям матерями матерях",
    "стать": "стать стал стала стало стали", "дать": "дать дал дала дало дали",
    "деньг": "денег", "письм": "писем", "тюрьм": "тюрем", "судьб": "судеб", "свадьб": "свадеб",
    "серьг": "серег",
    "песн": "песен", "башн": "башен", "пятн": "пятен", "басн": "басен", "сосн": "сосен", "вишн": "вишен",
    "весн": "весен", "южан": "южан",
    "дет": "детьми", "люд": "людьми", "семь": "семь семи",
    "семян": "семя семени семена семян семенам семенами семенем семенах",
    "граждан": "граждан", "горожан": "горожан", "сограждан": "сограждан", "англичан": "англичан",
    "датчан": "датчан", "христиан": "христиан", "парижан": "парижан",
    "сын": "сыновья сыновей сыновьям сыновьями сыновьях",
    "неб": "небеса небес небесам небесами небесах", "чуд": "чудеса чудес чудесам чудесами чудесах",
    "хозяин": "хозяева хозяев хозяевам хозяевами хозяевах", "яйц": "яиц", "ух": "уши ушей ушам ушами ушах",
    "зац": "заяц",
  ])

  /// What Snowball leaves of some words.
  static let stems = table([
    "врем": "времен", "знам": "знамен", "плам": "пламен", "плем": "племен", "им": "имен", "брем": "бремен",
    "доч": "дочер", "церкв": "церков", "любв": "любов", "моркв": "морков", "друг": "друз",
    "дн": "ден дня дню днем дне дни дней дням днями днях",
  ])

  /// The bytes of the longest of `words`, of `stems`: what is longer need not be looked up.
  static let longestWord = words.keys.map(\.count).max() ?? 0
  static let longestStem = stems.keys.map(\.count).max() ?? 0

  /// Stems of plurals and degrees of another root, and of the words that they belong to.
  static let related: [[UInt8]: [[UInt8]]] = {
    var related: [[UInt8]: [[UInt8]]] = [:]
    for pair in pairs.split(separator: ",").map({ $0.split(separator: " ") }) {
      let stems = pair.map { Array($0.utf8) }
      related[stems[0]] = [stems[1]]
      related[stems[1]] = [stems[0]]
    }
    return related
  }()

  private static let pairs = """
    человк люд,ребенк дет,господин господ,хорош лучш,плох худш,низк ниж,выск выш,близк ближ,молод молож,дорог дорож,\
    дешев дешевл,глубк глубж,легк легч,коротк короч,богат богач,стал стать
    """

  private static func table(_ stems: KeyValuePairs<String, String>) -> [[UInt8]: [UInt8]] {
    var table: [[UInt8]: [UInt8]] = [:]
    for (stem, forms) in stems {
      for form in forms.split(separator: " ") { table[Array(form.utf8)] = Array(stem.utf8) }
    }
    return table
  }
}
