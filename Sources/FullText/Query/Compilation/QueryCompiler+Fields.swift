extension QueryCompiler {
  func textFields(_ names: [String]) throws(SearchError) -> [TextFieldID] {
    var fields: [TextFieldID] = []
    for name in names {
      guard let field = view.schema.textField(named: name) else {
        throw unknown(name, among: view.schema.textFields.map(\.name), kind: "text")
      }
      fields.append(field)
    }
    return fields
  }

  func keywordField(_ name: String) throws(SearchError) -> KeywordFieldID {
    guard let field = view.schema.keywordField(named: name) else {
      throw unknown(name, among: view.schema.keywordFields.map(\.name), kind: "keyword")
    }
    return field
  }

  func range(_ name: String, from: Int64?, until: Int64?) throws(SearchError) -> Condition {
    guard let field = view.schema.integerField(named: name) else {
      throw unknown(name, among: view.schema.integerFields.map(\.name), kind: "integer")
    }
    let lower = from ?? .min
    if until == .min { return .none }
    let upper = until.map { $0 - 1 } ?? .max
    return lower <= upper ? .integer(field, lower...upper) : .none
  }

  private func unknown(_ name: String, among known: [String], kind: String) -> SearchError {
    SearchError(
      .invalidField,
      "expected one of the \(kind) fields \(known.joined(separator: ", ")), found '\(name)'")
  }
}
