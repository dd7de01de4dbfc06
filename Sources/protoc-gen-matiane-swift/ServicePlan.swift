import Protobuf

/// A service as it is to be generated.
struct ServicePlan {
  /// One method.
  struct Method {
    /// How many messages each side sends, as the case of `MethodKind` and the name of the router's method.
    enum Kind: String {
      case unary, clientStreaming, serverStreaming, bidirectional
    }

    let proto: MethodDescriptorProto
    let name: String
    let request: String
    let response: String
    let kind: Kind
    let comment: [String]
    let file: FileContext
  }

  let service: ServiceDescriptorProto
  let fullName: String
  let name: String
  let file: FileContext
  let methods: [Method]
  let comment: [String]

  init(_ service: ServiceDescriptorProto, _ index: Int32, _ file: FileContext) {
    self.service = service
    self.file = file
    let scope = file.scope.isEmpty ? "" : "\(file.scope.dropFirst())."
    fullName = "\(scope)\(service.name ?? "")"
    name = file.types.serviceName(service.name ?? "", file.parameters)
    comment = file.comments.lines(
      [6, index], otherwise: "The service `\(fullName)`.",
      notes: Comments.notes(deprecated: service.options?.deprecated))
    var names = NameSet()
    var methods: [Method] = []
    for (position, method) in service.method.enumerated() {
      let comment = file.comments.lines(
        [6, index, 2, Int32(position)], otherwise: "Calls `\(method.name ?? "")`.",
        notes: Comments.notes(deprecated: method.options?.deprecated))
      methods.append(
        Method(method, names.add(method.name ?? "", Int32(position), SwiftName.method), comment, file))
    }
    self.methods = methods
  }

  var visibility: String { file.visibility }

  private func runtime(_ name: String) -> String { file.runtime(name) }

  /// Writes the enum that holds a descriptor for each method and one for the service.
  func writeMethods(to text: inout SourceText) {
    text.line("/// The methods of `\(fullName)`.")
    text.block("\(visibility)enum \(name)Methods") { text in
      for method in methods {
        text.line("/// `\(method.proto.name ?? "")`.")
        text.line(
          "\(visibility)static let \(method.name) = \(runtime("MethodDescriptor"))<\(method.request), \(method.response)>("
        )
        text.indented { text in
          text.line(
            "service: \(SwiftName.literal(fullName)), name: \(SwiftName.literal(method.proto.name ?? "")), "
              + "kind: .\(method.kind.rawValue)\(method.idempotency))")
        }
        text.line()
      }
      text.line("/// The service with its methods.")
      text.line("\(visibility)static let service = \(runtime("ServiceDescriptor"))(")
      text.indented { text in
        text.line("name: \(SwiftName.literal(fullName)), file: .\(file.constant),")
        text.line("methods: [\(methods.map { "\($0.name).erased" }.joined(separator: ", "))])")
      }
    }
  }

  /// Writes the protocol that a server implements, and its registration.
  func writeServer(to text: inout SourceText) {
    text.comment(comment)
    text.block("\(visibility)protocol \(name)Server: \(runtime("Service"))") { text in
      for (index, method) in methods.enumerated() {
        if index > 0 { text.line() }
        text.comment(method.comment)
        text.line(method.serverSignature)
      }
    }
    text.line()
    text.block("extension \(name)Server") { text in
      text.line("/// The service's name and methods.")
      text.line(
        "\(visibility)static var serviceDescriptor: \(runtime("ServiceDescriptor")) { \(name)Methods.service }"
      )
      text.line()
      text.line("/// Enters every method into the router.")
      text.block("\(visibility)func register(on router: inout \(runtime("Router")))") { text in
        for method in methods { writeRegistration(method, to: &text) }
      }
    }
  }

  /// Writes a protocol that needs nothing implemented: what a conformer leaves out is answered with UNIMPLEMENTED. It is apart from
  /// the other one, of which the compiler says what is missing.
  func writeUnimplementedServer(to text: inout SourceText) {
    text.line(
      "/// A `\(name)Server` that may leave methods out, which are answered with `UNIMPLEMENTED`; for tests.")
    text.line("\(visibility)protocol Unimplemented\(name)Server: \(name)Server {}")
    text.line()
    text.block("extension Unimplemented\(name)Server") { text in
      for (index, method) in methods.enumerated() {
        if index > 0 { text.line() }
        text.line("/// Answers `UNIMPLEMENTED`.")
        text.block("\(visibility)\(method.serverSignature)") { text in
          text.line("throw \(name)Methods.\(method.name).unimplemented")
        }
      }
    }
  }

  private func writeRegistration(_ method: Method, to text: inout SourceText) {
    text.block("router.\(method.kind.rawValue)(\(name)Methods.\(method.name))") { text in
      text.line(method.serverForwarding)
    }
  }

  /// Writes the struct by which a client calls the service.
  func writeClient(to text: inout SourceText) {
    text.comment(comment)
    text.block("\(visibility)struct \(name)Client: \(runtime("ServiceClient"))") { text in
      text.line("/// The route to the server.")
      text.line("\(visibility)let channel: \(runtime("Channel"))")
      text.line()
      text.line("/// What holds for every call that does not say otherwise.")
      text.line("\(visibility)var options: \(runtime("CallOptions"))")
      text.line()
      text.line("/// Makes a client; many may share a channel.")
      let (channel, options) = (runtime("Channel"), runtime("CallOptions"))
      text.block("\(visibility)init(_ channel: \(channel), options: \(options) = \(options)())") { text in
        text.line("self.channel = channel")
        text.line("self.options = options")
      }
      for method in methods {
        text.line()
        text.comment(method.comment)
        if method.proto.options?.deprecated == true { text.line("@available(*, deprecated)") }
        text.block("\(visibility)\(method.clientSignature)") { text in
          text.line(method.clientForwarding(name))
        }
      }
    }
  }
}
