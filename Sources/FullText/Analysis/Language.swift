/// A language as analysis knows it: one that has its own stemmer, or `.undetermined`.
///
/// Made from a BCP-47 tag; region and script subtags do not matter (`en-GB` is English). The raw value is
/// stable: it may be stored.
public struct Language: RawRepresentable, Sendable, Hashable {
  /// A stable number, below 64, so that a set of languages fits one word.
  public let rawValue: UInt8

  /// The language with a stored number; an unknown number is `.undetermined` when analysed.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The language of a BCP-47 tag; `.undetermined` when the tag is empty or has no rules here.
  public init(tag: some StringProtocol) {
    var letters = tag.utf8.makeIterator()
    if let first = letters.next(), let second = letters.next(), letters.next() == nil,
      let known = Language.byLetters[UInt16(first) << 8 | UInt16(second)]
    {
      self = known
      return
    }
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    self = Language.byTag[primary] ?? .undetermined
  }

  /// The primary subtag, such as `ka`; `und` when undetermined.
  public var tag: String { profile.tags[0] }

  /// Any language without rules of its own: words are stemmed by their script alone.
  public static let undetermined = Language(rawValue: 0)
  /// English.
  public static let english = Language(rawValue: 1)
  /// Russian.
  public static let russian = Language(rawValue: 2)
  /// Georgian.
  public static let georgian = Language(rawValue: 3)
  /// French.
  public static let french = Language(rawValue: 4)
  /// Italian.
  public static let italian = Language(rawValue: 5)
  /// Turkish.
  public static let turkish = Language(rawValue: 6)
  /// German.
  public static let german = Language(rawValue: 7)

  var profile: LanguageProfile {
    let all = LanguageProfile.all
    return Int(rawValue) < all.count ? all[Int(rawValue)] : all[0]
  }

  /// Accented letters that keep their marks.
  var keptLetters: Set<UInt32> { profile.kept }

  /// The languages of tags of two small letters, which most tags are.
  private static let byLetters: [UInt16: Language] = {
    var byLetters: [UInt16: Language] = [:]
    for (tag, language) in byTag where tag.utf8.count == 2 {
      byLetters[tag.utf8.reduce(0) { $0 << 8 | UInt16($1) }] = language
    }
    return byLetters
  }()

  private static let byTag: [String: Language] = {
    var byTag: [String: Language] = [:]
    for (number, profile) in LanguageProfile.all.enumerated() {
      for tag in profile.tags { byTag[tag] = Language(rawValue: UInt8(number)) }
    }
    return byTag
  }()
}
