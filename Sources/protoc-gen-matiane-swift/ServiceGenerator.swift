import Protobuf

/// Writes the services of one `.proto` file: method descriptors, a server protocol and a client struct for each.
struct ServiceGenerator {
  let file: FileContext

  /// The Swift source, or nil when the file has no services or none are asked for.
  func generate() -> String? {
    guard file.parameters.services != .none, !file.proto.service.isEmpty else { return nil }
    var text = SourceText()
    FileGenerator(file: file).writeHeader(to: &text, runtime: ["GRPC", "Protobuf"])
    for (index, service) in file.proto.service.enumerated() {
      let plan = ServicePlan(service, Int32(index), file)
      text.line()
      plan.writeMethods(to: &text)
      if file.parameters.services != .client {
        text.line()
        plan.writeServer(to: &text)
        text.line()
        plan.writeUnimplementedServer(to: &text)
      }
      if file.parameters.services != .server {
        text.line()
        plan.writeClient(to: &text)
      }
    }
    return text.text
  }
}
