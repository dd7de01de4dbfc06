import Glibc
import Protobuf
import TestMessages

// Reads requests from the conformance runner until it closes the pipe, and answers each.
TypeRegistry.shared.register(.googleProtobufTestMessagesProto2)
TypeRegistry.shared.register(.googleProtobufTestMessagesProto3)
while let request = Pipe.readFrame() {
  guard Pipe.writeFrame(Testee.answer(to: request)) else { exit(1) }
}
