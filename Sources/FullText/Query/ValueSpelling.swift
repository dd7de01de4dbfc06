/// How the values of a keyword field are written, so that they are found however they are asked for.
public enum ValueSpelling: Sendable, Hashable {
  /// In capitals, as the names of enumerations are.
  case capitals
  /// As BCP-47 tags, which mean the same in small letters and in capitals.
  case languageTag

  /// A value, or the beginning of one, as documents hold it.
  public func written(_ value: String) -> String {
    switch self {
    case .capitals: value.uppercased()
    case .languageTag: LanguageTag.canonical(value) ?? value
    }
  }
}
