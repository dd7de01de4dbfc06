import FullText
import GRPC

/// Tags of languages as the index holds them.
///
/// - Throws: INVALID_ARGUMENT naming the element of `field` that is no BCP-47 tag: it would match nothing and say nothing.
func canonicalLanguages(_ tags: [String], field: String) throws(RPCError) -> [String] {
  var result: [String] = []
  result.reserveCapacity(tags.count)
  for (index, tag) in tags.enumerated() {
    result.append(try canonicalLanguage(tag, field: "\(field)[\(index)]"))
  }
  return result
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
