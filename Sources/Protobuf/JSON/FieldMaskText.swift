/// Paths of a `google.protobuf.FieldMask` in JSON: lowerCamelCase, separated by commas.
enum FieldMaskText {
  /// The lowerCamelCase of a path.
  ///
  /// - Throws: `JSONError` when the path would not read back as it is.
  static func camel(_ path: String) throws(JSONError) -> String {
    guard !path.isEmpty else { throw JSONError("an empty field mask path has no JSON form") }
    var result = ""
    var raise = false
    for character in path.unicodeScalars {
      let isLower = ("a"..."z").contains(character)
      if raise && !isLower || ("A"..."Z").contains(character) || character == "," {
        throw JSONError("the field mask path \"\(path)\" has no JSON form")
      }
      if character == "_" {
        raise = true
      } else {
        result += raise ? character.properties.uppercaseMapping : String(character)
        raise = false
      }
    }
    if raise { throw JSONError("the field mask path \"\(path)\" has no JSON form") }
    return result
  }

  /// The path of a lowerCamelCase form, or nil when it holds an underscore.
  static func snake(_ text: Substring) -> String? {
    var result = ""
    for character in text.unicodeScalars {
      if character == "_" { return nil }
      if ("A"..."Z").contains(character) {
        result += "_" + character.properties.lowercaseMapping
      } else {
        result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
