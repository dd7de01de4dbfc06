import Protobuf
import TestMessages

/// Answers the requests of the conformance runner.
enum Testee {
  /// The encoded answer to an encoded request.
  static func answer(to request: [UInt8]) -> [UInt8] {
    var response = ConformanceResponse()
    do {
      response.result = answer(to: try ConformanceRequest(serialized: request))
    } catch {
      response.result = .runtimeError(error.message)
    }
    return response.serialized()
  }

  private static func answer(to request: ConformanceRequest) -> ConformanceResponse.ResultChoice {
    // The runner asks first which cases are known to fail: none.
    if request.messageType == FailureSet.descriptor.name {
      return .protobufPayload(FailureSet().serialized())
    }
    guard let type = TypeRegistry.shared.message(named: request.messageType) else {
      return .skipped("\(request.messageType) is not supported")
    }
    return convert(request, type)
  }

  private static func convert<M: Message>(
    _ request: ConformanceRequest, _ type: M.Type
  ) -> ConformanceResponse.ResultChoice {
    let message: M
    do {
      switch request.payload {
      case .protobufPayload(let bytes): message = try M(serialized: bytes)
      case .jsonPayload(let text):
        message = try M(
          json: text, ignoreUnknown: request.testCategory == .jsonIgnoreUnknownParsingTest)
      default: return .skipped("text format and JSPB are not supported")
      }
    } catch {
      return .parseError("\(error)")
    }
    return write(message, request.requestedOutputFormat)
  }

  private static func write(_ message: some Message, _ format: WireFormat) -> ConformanceResponse.ResultChoice
  {
    switch format {
    case .protobuf: return .protobufPayload(message.serialized())
    case .json:
      do {
        return .jsonPayload(try message.json())
      } catch {
        return .serializeError(error.description)
      }
    default: return .skipped("text format and JSPB are not supported")
    }
  }
}
