import Protobuf
import Testing

@testable import GRPC

@Suite struct ReflectionTests {
  private let table = SymbolTable(files: [.googleRpcErrorDetails, .grpcHealthV1Health])

  private func conversation() -> ReflectionConversation {
    ReflectionConversation(services: ["grpc.health.v1.Health"], table: table)
  }

  private func ask(
    _ question: ServerReflectionRequest.MessageRequest?
  ) -> ServerReflectionResponse.MessageResponse? {
    var conversation = conversation()
    var request = ServerReflectionRequest()
    request.host = "here"
    request.messageRequest = question
    let response = conversation.answer(request)
    #expect(response.validHost == "here")
    #expect(response.originalRequest == request)
    return response.messageResponse
  }

  private func fileNames(_ answer: ServerReflectionResponse.MessageResponse?) throws -> [String] {
    guard case .fileDescriptorResponse(let files) = answer else { return [] }
    return try files.fileDescriptorProto.map {
      try FileDescriptorProto(serialized: $0).name ?? ""
    }
  }

  @Test(arguments: [
    "grpc.health.v1.Health", "grpc.health.v1.Health.Check", "grpc.health.v1.HealthCheckResponse",
    "grpc.health.v1.HealthCheckResponse.ServingStatus", "grpc.health.v1.HealthCheckResponse.SERVING",
    "grpc.health.v1.HealthCheckRequest.service", ".grpc.health.v1.Health",
  ])
  func `a file is found by every name it declares`(symbol: String) throws {
    #expect(try fileNames(ask(.fileContainingSymbol(symbol))) == ["grpc/health/v1/health.proto"])
  }

  @Test func `a file comes with what it imports, itself first`() throws {
    #expect(
      try fileNames(ask(.fileByFilename("google/rpc/error_details.proto"))) == [
        "google/rpc/error_details.proto", "google/protobuf/duration.proto",
      ])
  }

  @Test func `a stream gets an imported file once`() throws {
    var conversation = conversation()
    var request = ServerReflectionRequest()
    request.messageRequest = .fileByFilename("google/rpc/error_details.proto")
    let first = conversation.answer(request).messageResponse
    #expect(try fileNames(first).count == 2)
    let second = conversation.answer(request).messageResponse
    #expect(try fileNames(second) == ["google/rpc/error_details.proto"])
  }

  @Test func `services are listed`() {
    guard case .listServicesResponse(let list) = ask(.listServices("*")) else {
      Issue.record("no list")
      return
    }
    #expect(list.service.map(\.name) == ["grpc.health.v1.Health"])
  }

  @Test func `a message without extensions has no numbers`() {
    guard
      case .allExtensionNumbersResponse(let numbers) = ask(
        .allExtensionNumbersOfType("google.rpc.ErrorInfo"))
    else {
      Issue.record("no numbers")
      return
    }
    #expect(numbers.baseTypeName == "google.rpc.ErrorInfo")
    #expect(numbers.extensionNumber.isEmpty)
  }

  /// A proto2 file: `Base` takes extensions, `tag` (101) extends it in the file and `label` (102) in `Scope`.
  private static let extending = FileDescriptor(
    "ext.proto", package: "test.ext", dependencies: [], messages: [:],
    encoded: """
      CglleHQucHJvdG8SCHRlc3QuZXh0Ig0KBEJhc2UqBQhkEMkBIi0KBVNjb3BlMiQKBWxhYmVsEg4udGVzdC5leHQuQmFzZRhm\
      IAEoCVIFbGFiZWw6IAoDdGFnEg4udGVzdC5leHQuQmFzZRhlIAEoBVIDdGFn
      """)

  @Test func `extensions are found by number and by name, and their numbers listed`() throws {
    let table = SymbolTable(files: [Self.extending])
    for number: Int32 in [101, 102] {
      #expect(table.file(extending: "test.ext.Base", number: number)?.name == "ext.proto")
    }
    #expect(table.file(extending: "test.ext.Base", number: 103) == nil)
    #expect(table.extensionNumbers(of: "test.ext.Base") == [101, 102])
    for symbol in ["test.ext.tag", "test.ext.Scope.label", "test.ext.Scope"] {
      #expect(table.file(declaring: symbol)?.name == "ext.proto")
    }
  }

  @Test func `what is not known is NOT_FOUND`() {
    var wanted = ExtensionRequest()
    wanted.containingType = "google.rpc.ErrorInfo"
    wanted.extensionNumber = 7
    for question: ServerReflectionRequest.MessageRequest in [
      .fileByFilename("nothing.proto"), .fileContainingSymbol("no.such.Message"),
      .allExtensionNumbersOfType("no.such.Message"), .fileContainingExtension(wanted),
    ] {
      guard case .errorResponse(let error) = ask(question) else {
        Issue.record("no error for \(question)")
        continue
      }
      #expect(error.errorCode == 5)
    }
    guard case .errorResponse(let error) = ask(nil) else {
      Issue.record("no error for an empty question")
      return
    }
    #expect(error.errorCode == 3)
  }
}
