import Protobuf

/// How results are printed.
enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned columns, for people.
  case table
  /// One indented JSON document.
  case json
  /// One JSON object a line, for pipes.
  case jsonl
}

extension OutputFormat {
  /// Prints one message: as `describe` says for people, else as JSON.
  func show<M: Message>(_ message: M, describe: (M) -> String) throws(JSONError) {
    switch self {
    case .table: print(describe(message))
    case .json: print(try message.json(pretty: true))
    case .jsonl: print(try message.json())
    }
  }

  /// Prints a list: a table, a JSON array, or one object a line.
  func show<M: Message>(_ messages: [M], columns: [Column<M>]) throws(JSONError) {
    switch self {
    case .table: print(Table(columns: columns).render(messages), terminator: "")
    case .json:
      var texts: [String] = []
      for message in messages { texts.append(try message.json(pretty: true)) }
      print("[" + texts.joined(separator: ",\n") + "]")
    case .jsonl: for message in messages { print(try message.json()) }
    }
  }

  /// Prints what was deleted, by the name that it was called by: a line, or an object on a line.
  ///
  /// - Parameter revision: at which it went, where that is one.
  func showDeletion(of name: String, at revision: Int64? = nil, wasMaybeMissing: Bool = false) {
    guard self == .table else {
      let when = revision.map { #","revision":"\#($0)""# } ?? ""
      return print(#"{"deleted":"\#(name)"\#(when)}"#)
    }
    let what = wasMaybeMissing ? "\(name) is gone" : "deleted \(name)"
    print(revision.map { "\(what) at revision \($0)" } ?? what)
  }
}

/// A number and what it counts: `1 story`, `2 stories`.
func counted(_ count: some BinaryInteger, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}

/// A number of bytes to a tenth of its unit: `512 bytes`, `41.7 MiB`.
func bytesText(_ count: some BinaryInteger) -> String {
  var (size, unit) = (Double(count), "bytes")
  for larger in ["KiB", "MiB", "GiB", "TiB"] where size >= 1024 { (size, unit) = (size / 1024, larger) }
  return unit == "bytes" ? "\(count) bytes" : "\((size * 10).rounded() / 10) \(unit)"
}
