/// How the values of a keyword field are written, so that they are found however they are asked for.
public enum ValueSpelling: Sendable, Hashable {
  /// As one of some names in capitals, or as the number of a value that has none yet.
  case names([String])
  /// As BCP-47 tags, which mean the same in small letters and in capitals.
  case languageTag
  /// As the last part of a resource's name, behind a collection that may stand in front.
  case identifier(collection: String)

  /// A value as documents hold it; nil for one that none can have.
  public func written(_ value: String) -> String? {
    switch self {
    case .names(let names):
      let name = value.uppercased()
      return names.contains(name) || Int32(value) != nil ? name : nil
    case .languageTag: return LanguageTag.canonical(value)
    case .identifier(let collection): return withoutCollection(value, collection)
    }
  }

  /// The beginning of a value as documents hold it.
  public func written(prefix: String) -> String {
    switch self {
    case .names: prefix.uppercased()
    case .languageTag: LanguageTag.canonical(prefix) ?? prefix
    case .identifier(let collection): withoutCollection(prefix, collection)
    }
  }

  /// What a value must be, worded for an error.
  var expectation: String {
    switch self {
    case .names(let names): "one of \(names.joined(separator: ", "))"
    case .languageTag: "a BCP-47 tag such as en or ka-GE"
    case .identifier(let collection): "an id or \(collection)/{id}"
    }
  }

  private func withoutCollection(_ value: String, _ collection: String) -> String {
    value.hasPrefix(collection + "/") ? String(value.dropFirst(collection.count + 1)) : value
  }
}
