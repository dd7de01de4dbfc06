import Protobuf

/// Turns protoc's request into generated files.
struct Plugin {
  private let request: CodeGeneratorRequest

  init(_ request: CodeGeneratorRequest) { self.request = request }

  /// The answer to protoc; a failure is part of it.
  func run() -> CodeGeneratorResponse {
    var response = CodeGeneratorResponse()
    response.supportedFeatures = UInt64(CodeGeneratorResponse.Feature.proto3Optional.rawValue)
    do {
      response.file = try generate()
    } catch {
      response.error = error.description
    }
    return response
  }

  private func generate() throws(PluginError) -> [CodeGeneratorResponse.File] {
    var parameters = try Parameters(request.parameter ?? "")
    parameters.ownFiles = Set(request.fileToGenerate)
    let types = TypeIndex(request, parameters)
    if let (first, second, name) = types.firstClash(request.protoFile, parameters) {
      throw PluginError(
        "\(first) and \(second) would both be \(name) in Swift: generate their packages one at a time, with a TypePrefix or in modules of their own"
      )
    }
    var files: [CodeGeneratorResponse.File] = []
    for proto in request.protoFile where parameters.ownFiles.contains(proto.name ?? "") {
      try check(proto)
      let context = FileContext(proto: proto, types: types, comments: Comments(proto), parameters: parameters)
      do {
        files.append(output("\(context.outputName).pb.swift", try FileGenerator(file: context).generate()))
      } catch {
        throw PluginError("\(proto.name ?? ""): \(error.description)")
      }
      if let services = ServiceGenerator(file: context).generate() {
        files.append(output("\(context.outputName).grpc.swift", services))
      }
    }
    return files
  }

  private func check(_ file: FileDescriptorProto) throws(PluginError) {
    let syntax = file.syntax ?? "proto2"
    guard syntax == "proto2" || syntax == "proto3" else {
      throw PluginError("\(file.name ?? ""): \(syntax) is not supported; expected syntax proto3 or proto2")
    }
  }

  private func output(_ name: String, _ content: String) -> CodeGeneratorResponse.File {
    var file = CodeGeneratorResponse.File()
    file.name = name
    file.content = content
    return file
  }
}
