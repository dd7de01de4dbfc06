import Protobuf

/// One stream of questions to the reflection service: a pure machine, one answer for each question.
///
/// It remembers which files the stream has got, because they are not sent twice.
struct ReflectionConversation {
  private let services: [String]
  private let table: SymbolTable
  private var sent: Set<String> = []

  /// Begins a stream.
  ///
  /// - Parameter services: the full names of all services.
  init(services: [String], table: SymbolTable) {
    self.services = services
    self.table = table
  }

  /// The answer to one question.
  mutating func answer(_ request: ServerReflectionRequest) -> ServerReflectionResponse {
    var response = ServerReflectionResponse()
    response.validHost = request.host
    response.originalRequest = request
    response.messageResponse = content(request.messageRequest)
    return response
  }

  private mutating func content(
    _ question: ServerReflectionRequest.MessageRequest?
  ) -> ServerReflectionResponse.MessageResponse {
    switch question {
    case .fileByFilename(let name):
      return files(table.files[name], or: "file \(name)")
    case .fileContainingSymbol(let symbol):
      return files(table.file(declaring: symbol), or: "symbol \(symbol)")
    case .fileContainingExtension(let wanted):
      let (message, number) = (wanted.containingType, wanted.extensionNumber)
      return files(
        table.file(extending: message, number: number), or: "extension \(number) of \(message)")
    case .allExtensionNumbersOfType(let message):
      return extensionNumbers(of: message)
    case .listServices: return .listServicesResponse(serviceList)
    case nil: return Self.error(.invalidArgument, "the request asks nothing")
    }
  }

  private var serviceList: ListServiceResponse {
    var list = ListServiceResponse()
    list.service = services.map { name in
      var service = ServiceResponse()
      service.name = name
      return service
    }
    return list
  }

  private func extensionNumbers(of message: String) -> ServerReflectionResponse.MessageResponse {
    guard let numbers = table.extensionNumbers(of: message) else {
      return Self.error(.notFound, "message \(message) is not known here")
    }
    var answer = ExtensionNumberResponse()
    answer.baseTypeName = message
    answer.extensionNumber = numbers
    return .allExtensionNumbersResponse(answer)
  }

  /// A file and, breadth first, everything that it imports and the stream has not got yet.
  private mutating func files(
    _ file: FileDescriptor?, or description: String
  ) -> ServerReflectionResponse.MessageResponse {
    guard let file else { return Self.error(.notFound, "\(description) is not known here") }
    var answer = FileDescriptorResponse()
    sent.remove(file.name)
    var queue = [file]
    while !queue.isEmpty {
      let next = queue.removeFirst()
      guard sent.insert(next.name).inserted else { continue }
      answer.fileDescriptorProto.append(next.encoded)
      queue += next.dependencies
    }
    return .fileDescriptorResponse(answer)
  }

  private static func error(
    _ code: StatusCode, _ message: String
  ) -> ServerReflectionResponse.MessageResponse {
    var error = ErrorResponse()
    error.errorCode = Int32(code.rawValue)
    error.errorMessage = message
    return .errorResponse(error)
  }
}
