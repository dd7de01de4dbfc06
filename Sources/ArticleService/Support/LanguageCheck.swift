import FullText
import GRPC

/// Tags of languages as the index holds them, each once.
///
/// - Throws: INVALID_ARGUMENT naming `field` when there are too many, or the element that is no BCP-47 tag, for it would match
///   nothing and say nothing.
func canonicalLanguages(_ tags: [String], field: String) throws(RPCError) -> [String] {
  try checkCount(tags.count, 1000, field: field)
  var result: [String] = []
  for (index, tag) in tags.enumerated() {
    let canonical = try canonicalLanguage(tag, field: "\(field)[\(index)]")
    if !result.contains(canonical) { result.append(canonical) }
  }
  return result
}

/// - Throws: INVALID_ARGUMENT naming `field` when it has more elements than a request may have there.
func checkCount(_ count: Int, _ most: Int, field: String) throws(RPCError) {
  guard count <= most else { throw .invalid(field, "expected at most \(most) elements, found \(count)") }
}

/// A language's tag as the index holds it.
///
/// - Throws: INVALID_ARGUMENT naming `field` when it is no BCP-47 tag.
@discardableResult
func canonicalLanguage(_ tag: String, field: String) throws(RPCError) -> String {
  guard let canonical = LanguageTag.canonical(tag) else {
    throw .invalid(field, "expected a BCP-47 tag such as en or ka-GE, found '\(shortened(tag))'")
  }
  return canonical
}
