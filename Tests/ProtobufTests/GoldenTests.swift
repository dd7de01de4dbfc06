import Protobuf
import Testing
import TestMessages

struct GoldenTests {
  typealias All = TestAllTypesProto3

  private func bytes(_ base64: [String]) throws -> [UInt8] {
    try BytesValue(json: "\"\(base64.joined())\"").value
  }

  @Test(arguments: GoldenVectors.all.indices)
  func `A message of another library reads the same from both forms and is written as it was`(_ index: Int)
    throws
  {
    TypeRegistry.shared.register(.googleProtobufTestMessagesProto3)
    let vector = GoldenVectors.all[index]
    let binary = try bytes(vector.binary)
    let message = try All(serialized: binary)
    let fromJSON = try All(json: vector.json.joined())
    #expect(fromJSON.serialized() == message.serialized())
    #expect(message.serialized().count == binary.count)
    #expect(try All(json: message.json()).serialized() == message.serialized())
    #expect(try All(json: message.json(pretty: true)).serialized() == message.serialized())
  }
}
