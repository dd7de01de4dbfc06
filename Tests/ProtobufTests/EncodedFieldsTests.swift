import Protobuf
import TestMessages
import Testing

@Suite struct EncodedFieldsTests {
  /// The fields in short; nil when they are no message.
  private func read(_ encoded: [UInt8]) -> [String]? {
    encoded.withUnsafeBytes { bytes in
      var fields = EncodedFields(bytes)
      var found: [String] = []
      do throws(DecodingError) {
        while let (number, value) = try fields.next() {
          switch value {
          case .number(let value): found.append("\(number)=\(value)")
          case .bytes(let value): found.append("\(number)=\"\(String(decoding: value, as: UTF8.self))\"")
          case .other: found.append("\(number)")
          }
        }
        return found
      } catch { return nil }
    }
  }

  @Test func `Fields come in order, with varints and bytes, over others and groups`() {
    let fixed: [UInt8] = [0x19, 0, 0, 0, 0, 0, 0, 0, 0, 0x25, 0, 0, 0, 0]
    let group: [UInt8] = [0x2B, 0x08, 0x01, 0x2C]
    #expect(
      read([0x08, 0x96, 0x01, 0x12, 0x02, 0x68, 0x69] + fixed + group + [0x12, 0x00])
        == ["1=150", "2=\"hi\"", "3", "4", "5", "2=\"\""])
    #expect(read([]) == [])
  }

  @Test func `What is cut short at any byte inside a field is no message`() {
    let encoded: [UInt8] = [0x08, 0x96, 0x01, 0x12, 0x02, 0x68, 0x69, 0x25, 1, 2, 3, 4]
    let ends = [0, 3, 7, 12]
    for count in 0...encoded.count {
      #expect((read(Array(encoded.prefix(count))) != nil) == ends.contains(count), "\(count) bytes")
    }
    #expect(read([0x00, 0x01]) == nil)
  }

  @Test func `They are those that the message was encoded with`() {
    let message = TestAllTypesProto3.with { message in
      message.optionalInt32 = 7
      message.optionalString = "seven"
      message.optionalNestedMessage = .with { $0.a = 1 }
    }
    #expect(read(message.serialized()) == ["1=7", "14=\"seven\"", "18=\"\u{8}\u{1}\""])
  }
}
