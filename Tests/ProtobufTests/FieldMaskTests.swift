import Protobuf
import Testing
import TestMessages

struct FieldMaskTests {
  typealias All = TestAllTypesProto3

  @Test(arguments: [
    ("optional_int32", true), ("optional_nested_message.a", true),
    ("recursive_message.recursive_message", true),
    ("optionalInt32", false), ("repeated_nested_message.a", false), ("optional_int32.a", false), ("", false),
    ("optional_nested_message.", false), ("nothing", false), ("map_string_string.k", false),
    ("oneof_string", true),
  ])
  func `A path is valid when it names a field`(_ path: String, _ isValid: Bool) {
    #expect(FieldMask.isValid(path, for: All.self) == isValid)
  }

  private var sample: All {
    All.with { (message: inout All) in
      message.optionalInt32 = 1
      message.optionalString = "a"
      message.repeatedInt32 = [1, 2]
      message.oneofField = .oneofString("x")
      message.optionalNestedMessage = .with { (nested: inout All.NestedMessage) in
        nested.a = 5
        nested.corecursive = .with { $0.optionalBool = true }
      }
      message.unknownFields = UnknownFields(encoded: [0xA8, 0x1F, 1])
    }
  }

  @Test func `Filtering leaves what the mask names`() {
    let mask = FieldMask(paths: ["repeated_int32", "optional_nested_message.a", "oneof_string", "nothing"])
    let filtered = mask.filter(sample)
    #expect(
      filtered
        == All.with { (message: inout All) in
          message.repeatedInt32 = [1, 2]
          message.oneofField = .oneofString("x")
          message.optionalNestedMessage = .with { $0.a = 5 }
        })
    #expect(FieldMask(paths: ["oneof_uint32"]).filter(sample) == All())
  }

  @Test func `An encoding is filtered to the same message`() throws {
    let encoded = sample.serialized()
    let masks = [
      [], ["repeated_int32", "oneof_string"], ["optional_nested_message", "optional_int32"],
      ["optional_nested_message.a"], ["optional_nested_message.corecursive.optional_int32", "oneof_string"],
      ["optional_nested_message.corecursive"], ["optional_nested_message.a", "optional_nested_message"],
    ]
    for paths in masks {
      let mask = FieldMask(paths: paths)
      let kept = try #require(EncodedFieldMask(mask, of: All.self)?.filter(encoded))
      #expect(try All(serialized: kept) == mask.filter(sample))
    }
    #expect(EncodedFieldMask(FieldMask(paths: ["repeated_nested_message.a"]), of: All.self) == nil)
    #expect(EncodedFieldMask(FieldMask(paths: ["optional_nested_message.nothing"]), of: All.self) == nil)
    #expect(EncodedFieldMask(FieldMask(paths: ["nothing"]), of: All.self) == nil)
    let mask = try #require(EncodedFieldMask(FieldMask(paths: ["optional_int32"]), of: All.self))
    #expect(mask.filter([]) == [])
    for length in 1..<encoded.count {
      if let kept = mask.filter(Array(encoded[..<length])) { #expect([[], [8, 1]].contains(kept)) }
    }
    #expect(mask.filter(encoded.dropLast(1) + []) == nil)
  }

  @Test func `Merging sets what the mask names, absence included`() {
    var target = All.with { (message: inout All) in
      message.optionalInt32 = 7
      message.optionalString = "kept"
      message.repeatedInt32 = [9]
      message.oneofField = .oneofUint32(4)
    }
    FieldMask(paths: [
      "optional_int32", "repeated_int32", "oneof_string", "optional_nested_message.corecursive",
    ])
    .merge(sample, into: &target)
    #expect(target.optionalInt32 == 1)
    #expect(target.optionalString == "kept")
    #expect(target.repeatedInt32 == [1, 2])
    #expect(target.oneofField == .oneofString("x"))
    #expect(target.optionalNestedMessage == .with { $0.corecursive = .with { $0.optionalBool = true } })
    FieldMask(paths: ["optional_nested_message", "optional_int32"]).merge(All(), into: &target)
    #expect(target.optionalNestedMessage == nil)
    #expect(target.optionalInt32 == 0)
  }

  @Test func `The fields that are set are listed`() {
    #expect(
      FieldMask.setFields(of: sample) == [
        "optional_int32", "optional_string", "optional_nested_message", "repeated_int32", "oneof_string",
      ])
  }

  @Test func `An Any gives back what was packed, and nothing else`() throws {
    let packed = AnyMessage(packing: sample)
    #expect(packed.holds(All.self))
    #expect(try packed.unpack(as: All.self) == sample)
    #expect(throws: DecodingError.self) { try packed.unpack(as: Timestamp.self) }
    #expect(try packed.unpackKnown() as? All == sample)
  }

  @Test func `A file carries its own description`() throws {
    let file = try FileDescriptorProto(serialized: FileDescriptor.shapes.encoded)
    #expect(file.name == "shapes.proto")
    #expect(file.messageType.contains { $0.name == "Tree" })
    #expect(FileDescriptor.shapes.dependencies.map(\.name) == ["google/protobuf/timestamp.proto"])
  }

  @Test func `A time is told and read in RFC 3339`() {
    #expect(Timestamp(rfc3339: "2022-03-01T12:00:00+04:00")?.seconds == 1_646_121_600)
    #expect(Timestamp(rfc3339: "2022-03-01") == nil)
    #expect(Timestamp.with { $0.seconds = 1_646_121_600 }.rfc3339 == "2022-03-01T08:00:00Z")
  }
}
