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

  private static func tags(_ ranges: [String], among held: [String]) -> [String] {
    var wanted: [String] = []
    var varieties: [String] = []
    for range in ranges {
      wanted += [range] + held.filter { $0.hasPrefix(range + "-") }
      var general = range[...]
      while let dash = general.lastIndex(of: "-") {
        general = general[..<dash]
        wanted.append(String(general))
      }
      varieties += held.filter { $0.hasPrefix(general + "-") }
    }
    var seen: Set<String> = []
    return (wanted + varieties).filter { held.contains($0) && seen.insert($0).inserted }
  }
}
