import Protobuf

/// The members of a JSON object, read by what they have to be.
///
/// What is missing, null or an empty text is nothing; what is of another kind is an error that names the member.
struct JSONFields {
  private let members: [String: Value]
  /// Where the object stands, with a point behind it; empty for the whole.
  private let path: String

  /// Whole things, which others stand for by their `@id` alone.
  private var things: [String: Value] = [:]

  /// - Throws: `ArticleError` for what is no JSON object.
  init(_ json: [UInt8]) throws(ArticleError) {
    do {
      var options = JSONDecodingOptions()
      options.maxMemoryFactor = 64
      members = try Struct(json: json, options: options).fields
    } catch {
      throw ArticleError("\(error)")
    }
    path = ""
  }

  init(_ members: [String: Value], at path: String) {
    self.members = members
    self.path = path
  }

  /// The objects that have an `@id`, by it.
  ///
  /// - Throws: `ArticleError` for an `@id` that is no text.
  static func byID(_ objects: [JSONFields]) throws(ArticleError) -> [String: Value] {
    var things: [String: Value] = [:]
    for object in objects where object.members.count > 1 {
      guard let id = try object.text("@id") else { continue }
      things[id] = .with { $0.kind = .structValue(.with { $0.fields = object.members }) }
    }
    return things
  }

  /// The same object, whose members may be told by the `@id` of one of these.
  func naming(_ things: [String: Value]) -> JSONFields {
    var fields = self
    fields.things = things
    return fields
  }

  /// What a value stands for: itself, or the thing of its `@id` if it says no more than that and perhaps a name.
  private func whole(_ value: Value) -> Value {
    guard !things.isEmpty, case .structValue(let object)? = value.kind, object.fields.count <= 2,
      case .stringValue(let id)? = object.fields["@id"]?.kind
    else { return value }
    return things[id] ?? value
  }

  /// The names of the members.
  var names: some Collection<String> { members.keys }

  subscript(_ name: String) -> Value? {
    guard let value = members[name] else { return nil }
    if case .nullValue? = value.kind { return nil }
    return value
  }

  /// How an error names a member.
  func name(_ member: String) -> String { path + member }

  /// A text, or a number as text: of the first of these members that there is; nil when there is none.
  ///
  /// - Throws: `ArticleError` for anything else.
  func text(_ names: String...) throws(ArticleError) -> String? {
    for name in names {
      guard let value = self[name] else { continue }
      guard let text = value.plainText else { throw expected("text", value, name) }
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// A number; nil when there is none, also where it stands as text.
  func number(_ name: String) -> Int32 {
    switch self[name]?.kind {
    case .numberValue(let number): Int32(clamping: Int64(exactly: number.rounded()) ?? 0)
    case .stringValue(let text): Int32(text.prefix { $0.isASCII && $0.isNumber }) ?? 0
    default: 0
    }
  }

  /// An object; nil when there is none.
  ///
  /// - Throws: `ArticleError` for anything else.
  func object(_ name: String) throws(ArticleError) -> JSONFields? {
    guard let value = self[name] else { return nil }
    // PHP writes an empty object as an empty array.
    if case .listValue(let list)? = value.kind, list.values.isEmpty { return nil }
    guard case .structValue(let object)? = value.kind else { throw expected("an object", value, name) }
    return JSONFields(object.fields, at: path + name + ".")
  }

  /// The elements of an array; what is no array is the only one, what is missing none.
  func elements(_ name: String) -> [JSONElement] {
    guard let value = self[name] else { return [] }
    guard case .listValue(let list)? = value.kind else { return [JSONElement(whole(value), at: path + name)] }
    return list.values.enumerated().map { JSONElement(whole($1), at: "\(path)\(name)[\($0)]") }
  }

  /// A time, of the first of these members that there is; one without a zone is of UTC, a day its first moment.
  ///
  /// - Throws: `ArticleError` for a text that is none.
  func time(_ names: String...) throws(ArticleError) -> Timestamp? {
    guard let name = names.first(where: { self[$0] != nil }), let text = try text(name) else { return nil }
    guard let time = Timestamp(lenient: text) else {
      throw ArticleError(
        "\(path)\(name): expected a time such as 2022-03-01T12:00:00Z, found '\(text.prefix(40))'")
    }
    return time
  }

  private func expected(_ what: String, _ value: Value, _ name: String) -> ArticleError {
    ArticleError("\(path)\(name): expected \(what), found \(value.whatItIs)")
  }
}

/// An element of an array, and where it stands.
struct JSONElement {
  let value: Value
  private let path: String

  init(_ value: Value, at path: String) {
    self.value = value
    self.path = path
  }

  /// The members, where it is an object.
  var fields: JSONFields? {
    guard case .structValue(let object)? = value.kind else { return nil }
    return JSONFields(object.fields, at: path + ".")
  }

  /// The members of the object that it has to be.
  ///
  /// - Throws: `ArticleError` for anything else.
  func members() throws(ArticleError) -> JSONFields {
    guard let fields else { throw ArticleError("\(path): expected an object, found \(value.whatItIs)") }
    return fields
  }

  /// The elements, where it is an array.
  var elements: [JSONElement] {
    guard case .listValue(let list)? = value.kind else { return [] }
    return list.values.enumerated().map { JSONElement($1, at: "\(path)[\($0)]") }
  }

  /// The text, where it is one or a number.
  var text: String? { value.plainText.flatMap { $0.isEmpty ? nil : $0 } }

  /// The text, or one of the members of the object that it is, the first that there is.
  ///
  /// - Throws: `ArticleError` when it is neither text nor object, or a member is no text.
  func text(or members: String...) throws(ArticleError) -> String? {
    if let fields {
      for member in members {
        if let text = try fields.text(member) { return text }
      }
      return nil
    }
    if case .nullValue? = value.kind { return nil }
    guard let text = value.plainText else {
      throw ArticleError("\(path): expected text, found \(value.whatItIs)")
    }
    return text.isEmpty ? nil : text
  }
}

extension Value {
  /// A text, or a number as text.
  fileprivate var plainText: String? {
    switch kind {
    case .stringValue(let text): text
    case .numberValue(let number):
      // Ids are whole numbers.
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    default: nil
    }
  }

  fileprivate var whatItIs: String {
    switch kind {
    case .boolValue: "true or false"
    case .structValue: "an object"
    case .listValue: "an array"
    case .numberValue: "a number"
    case .stringValue: "text"
    case .nullValue, nil: "nothing"
    }
  }
}
