/// One spelling of the endings that Britain and America spell in two ways: -our of some words, -ise and -yse of verbs.
///
/// Both get the stem that Snowball knows for the American one: realised that of realized. Only of some it would be another
/// word's, as organ that of organization: they have the British one.
enum EnglishSpelling {
  /// The word in one of both spellings; nil where it is no such word.
  static func common(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > 5 else { return nil }
    return or(word) ?? ize(word)
  }

  /// colour, colourful, discoloured.
  private static func or(_ word: [UInt8]) -> [UInt8]? {
    guard let start = word.indices.first(where: { word[$0...].starts(with: our) }), start > 1,
      word.count - start < 9
    else { return nil }
    let root = word[..<start]
    guard ourRoots.contains(where: { root.hasSuffix($0) && root.count <= $0.count + 3 }) else { return nil }
    return root + [0x6F] + word[(start + 2)...]
  }

  /// organise, organised, organisation; analyse.
  private static func ize(_ word: [UInt8]) -> [UInt8]? {
    guard let ending = verbEndings.first(where: word.hasSuffix) else { return nil }
    let verb = word.dropLast(ending.count)
    guard verb.count > 3, let last = verb.last, last == s || last == z, let place = verb.indices.last else {
      return nil
    }
    let root = verb.dropLast(2)
    let isVerb =
      switch verb[place - 1] {
      case 0x69:
        !isVowel(root.last!) && root.count(where: isVowel) > 1 && !notVerbs.contains(where: verb.hasSuffix)
      case 0x79: root.last == 0x6C && root.count > 2 && ending != plural
      default: false
      }
    guard isVerb else { return nil }
    let spelt = apart.contains(where: root.hasSuffix) ? s : z
    // Snowball would cut -ational to -ate.
    let rest = ending == adjective ? Array(adjective.dropLast(2)) : ending
    return Array(verb.dropLast()) + [spelt] + rest
  }

  private static func isVowel(_ letter: UInt8) -> Bool { vowels.contains(letter) }

  private static let our = Array("our".utf8)
  private static let ourRoots = list(
    """
    col lab hon fav harb neighb behavi hum rum tum arm flav endeav vap rig vig val cand splend od parl savi sav clam ard
    glam ranc ferv
    """)
  private static let s = UInt8(ascii: "s")
  private static let z = UInt8(ascii: "z")
  private static let adjective = Array("ational".utf8)
  /// Roots that are other words, to which Snowball would take the verbs in -ize.
  private static let apart = list("organ author civil")
  private static let plural = Array("es".utf8)
  private static let verbEndings = list(
    "ational ations ation ements ement ables able ingly ings ing edly ers ed er es e")
  /// Words whose -is- is no ending; those with one vowel before it need no mention.
  private static let notVerbs = list(
    """
    exercis circumcis supervis televis improvis enterpris advertis merchandis paradis compromis expertis treatis
    enfranchis moonris otherwis likewis tortois
    """)
  private static let vowels = Array("aeiouy".utf8)

  private static func list(_ words: String) -> [[UInt8]] {
    words.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }
  }
}

extension BidirectionalCollection<UInt8> {
  /// Whether the bytes end so.
  func hasSuffix(_ ending: some BidirectionalCollection<UInt8>) -> Bool {
    suffix(ending.count).elementsEqual(ending)
  }
}
