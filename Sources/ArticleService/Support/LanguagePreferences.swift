import Catalog
import FullText
import GRPC

/// The languages that a caller prefers, as tags of editions that the archive has.
enum LanguagePreferences {
  /// The most wanted tag first.
  ///
  /// A tag stands for itself, then for the more special ones of the same language (`en` for `en-GB`), then for the more
  /// general ones (`en-US` for `en`), as RFC 4647 filters and looks up; behind all preferences come their languages in
  /// other varieties (`en-GB` for `en-US`).
  /// - Throws: INVALID_ARGUMENT naming the element of `language_preferences` that is no BCP-47 tag.
  static func tags(_ preferences: [String], in view: CatalogView) throws(RPCError) -> [String] {
    let ranges = try canonicalLanguages(preferences, field: "language_preferences")
    if ranges.isEmpty { return [] }
    return tags(ranges, among: view.index.storedValues(in: ArticleSchema.language).sorted())
  }

  /// - Complexity: O(ranges + held), each times its subtags.
  static func tags(_ ranges: [String], among held: [String]) -> [String] {
    var special: [String: [String]] = [:]
    for tag in held {
      for general in generals(of: tag) { special[general, default: []].append(tag) }
    }
    let known = Set(held)
    var seen: Set<String> = []
    var tags: [String] = []
    func take(_ wanted: some Sequence<String>) {
      for tag in wanted where known.contains(tag) && seen.insert(tag).inserted { tags.append(tag) }
    }
    var languages: [String] = []
    for range in ranges {
      let generals = generals(of: range)
      take([range] + (special[range] ?? []))
      take(generals)
      languages.append(generals.last ?? range)
    }
    var seenLanguages: Set<String> = []
    for language in languages where seenLanguages.insert(language).inserted { take(special[language] ?? []) }
    return tags
  }

  /// `en-GB` and `en` for `en-GB-oxendict`.
  private static func generals(of tag: String) -> [String] {
    var generals: [String] = []
    var general = tag[...]
    while let dash = general.lastIndex(of: "-") {
      general = general[..<dash]
      generals.append(String(general))
    }
    return generals
  }
}
