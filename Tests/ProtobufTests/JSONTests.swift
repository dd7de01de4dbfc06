import Protobuf
import RandomTesting
import Testing
import TestMessages

struct JSONTests {
  typealias All = TestAllTypesProto3

  private func rewritten(_ json: String) throws -> String {
    TypeRegistry.shared.register(.googleProtobufTestMessagesProto3)
    return try All(json: json).json()
  }

  @Test(arguments: [
    (#"{"optionalInt32":1.0}"#, #"{"optionalInt32":1}"#),
    (#"{"optional_int32":"1e2"}"#, #"{"optionalInt32":100}"#),
    (#"{"optionalInt64":9223372036854775807}"#, #"{"optionalInt64":"9223372036854775807"}"#),
    (#"{"optionalInt64":9.223372036854775807e18}"#, #"{"optionalInt64":"9223372036854775807"}"#),
    (#"{"optionalUint64":"18446744073709551615.000"}"#, #"{"optionalUint64":"18446744073709551615"}"#),
    (#"{"optionalInt64":-922337203685477580800.0e-2}"#, #"{"optionalInt64":"-9223372036854775808"}"#),
    (#"{"repeatedInt32":[1200E-2,0e99999999999999999999,-0.0,0.5e+1]}"#, #"{"repeatedInt32":[12,0,0,5]}"#),
    (#"{"optionalFloat":3.4028235e38}"#, #"{"optionalFloat":3.4028234663852886e+38}"#),
    (#"{"optionalDouble":"NaN","optionalFloat":-0.0}"#, #"{"optionalFloat":-0.0,"optionalDouble":"NaN"}"#),
    (#"{"optionalString":"\u0000\ud83d\ude00\/"}"#, #"{"optionalString":"\u0000😀/"}"#),
    (#"{"optionalBytes":"-_8"}"#, #"{"optionalBytes":"+/8="}"#),
    (
      #"{"optionalNestedEnum":"NEG","repeatedNestedEnum":[7,"FOO"]}"#,
      #"{"optionalNestedEnum":"NEG","repeatedNestedEnum":[7,"FOO"]}"#
    ),
    (#"{"optionalAliasedEnum":"moo"}"#, #"{"optionalAliasedEnum":"ALIAS_BAZ"}"#),
    (
      #"{"mapBoolBool":{"true":false},"mapInt32Int32":{"-1":2}}"#,
      #"{"mapInt32Int32":{"-1":2},"mapBoolBool":{"true":false}}"#
    ),
    (#"{"optionalInt32":null,"repeatedInt32":null,"optionalValue":null}"#, #"{"optionalValue":null}"#),
    (#"{"oneofNullValue":null}"#, #"{"oneofNullValue":null}"#),
    (#"{"oneofUint32":null,"oneofString":"a"}"#, #"{"oneofString":"a"}"#),
    (
      #"{"optionalTimestamp":"1970-01-01T01:00:00.010+01:00"}"#,
      #"{"optionalTimestamp":"1970-01-01T00:00:00.010Z"}"#
    ),
    (#"{"optionalTimestamp":"0001-01-01T00:00:00Z"}"#, #"{"optionalTimestamp":"0001-01-01T00:00:00Z"}"#),
    (#"{"optionalDuration":"-1.5s"}"#, #"{"optionalDuration":"-1.500s"}"#),
    (#"{"optionalFieldMask":"foo,barBaz.q"}"#, #"{"optionalFieldMask":"foo,barBaz.q"}"#),
    (#"{"optionalStruct":{"a":[1,null,{"b":true}]}}"#, #"{"optionalStruct":{"a":[1,null,{"b":true}]}}"#),
    (
      #"{"optionalInt64Wrapper":"0","optionalBoolWrapper":false}"#,
      #"{"optionalBoolWrapper":false,"optionalInt64Wrapper":"0"}"#
    ),
    (
      #"{"optionalAny":{"value":"3s","@type":"t/google.protobuf.Duration"}}"#,
      #"{"optionalAny":{"@type":"t/google.protobuf.Duration","value":"3s"}}"#
    ),
    (
      #"{"optionalAny":{"optionalInt32":1,"@type":"t/protobuf_test_messages.proto3.TestAllTypesProto3"}}"#,
      #"{"optionalAny":{"@type":"t/protobuf_test_messages.proto3.TestAllTypesProto3","optionalInt32":1}}"#
    ),
    (#"{"optionalAny":{}}"#, #"{"optionalAny":{}}"#),
    (
      #"{"optionalAny":{"@type":"t/google.protobuf.Empty","value":{}}}"#,
      #"{"optionalAny":{"@type":"t/google.protobuf.Empty"}}"#
    ),
    (
      #"{"optionalAny":{"@type":"t/google.protobuf.Empty"}}"#,
      #"{"optionalAny":{"@type":"t/google.protobuf.Empty"}}"#
    ),
    (
      #"{"FieldName8":1,"_field_name3":2,"fieldName4":3}"#, #"{"FieldName3":2,"fieldName4":3,"FieldName8":1}"#
    ),
  ])
  func `JSON is read in every allowed spelling and written in the canonical one`(
    _ given: String, _ expected: String
  ) throws {
    #expect(try rewritten(given) == expected)
  }

  @Test(arguments: [
    "", "null", "[]", "{", "{}x", #"{"optionalInt32":1,}"#, #"{'optionalInt32':1}"#, #"{"optionalInt32":01}"#,
    #"{"optionalInt32":+1}"#, #"{"optionalInt32":0.5}"#, #"{"optionalInt32":2147483648}"#,
    #"{"optionalInt32":" 1"}"#,
    #"{"optionalInt32":""}"#, #"{"optionalUint32":-1}"#, #"{"optionalBool":"true"}"#, #"{"optionalBool":1}"#,
    #"{"optionalString":1}"#, #"{"optionalString":"\x"}"#, #"{"optionalString":"\ud800"}"#,
    #"{"optionalString":"\udc00"}"#,
    #"{"optionalString":"\U8c37"}"#, #"{"optionalFloat":3.502823e+38}"#, #"{"optionalDouble":1.89769e+308}"#,
    #"{"optionalDouble":NaN}"#, #"{"optionalDouble":"nan"}"#, #"{"optionalNestedEnum":"NONE"}"#,
    #"{"optionalBytes":"!"}"#, #"{"optionalInt64":9223372036854775807.5}"#,
    #"{"optionalInt64":9.223372036854775808e18}"#, #"{"optionalUint64":"1e99999999999999999999"}"#,
    #"{"optionalInt32":1e-99999999999999999999}"#, #"{"optionalInt64":10000000000000000000000001e-25}"#,
    #"{"repeatedInt32":[1,null]}"#, #"{"repeatedInt32":1}"#, #"{"mapStringString":{"a":null}}"#,
    #"{"mapStringString":{"a":"x","\u0061":"y"}}"#, #"{"mapInt32Int32":{"0":1,"-0":2}}"#,
    #"{"mapInt32Int32":{"1":1,"1.0":2}}"#, #"{"optionalStruct":{"a":1,"a":2}}"#,
    #"{"nothing":1}"#,
    #"{"optionalInt32":1,"optional_int32":2}"#, #"{"oneofUint32":1,"oneofString":"a"}"#,
    #"{"optionalTimestamp":"1970-01-01T00:00:00"}"#, #"{"optionalTimestamp":"1970-01-01t00:00:00z"}"#,
    #"{"optionalTimestamp":"0000-01-01T00:00:00Z"}"#, #"{"optionalTimestamp":"1970-02-30T00:00:00Z"}"#,
    #"{"optionalDuration":"1"}"#, #"{"optionalDuration":"315576000001s"}"#,
    #"{"optionalFieldMask":"foo_bar"}"#,
    #"{"optionalAny":{"@type":"nothing"}}"#, #"{"optionalAny":{"@type":"t/no.such.Type"}}"#,
    #"{"optionalAny":{"value":1}}"#,
    "{\"optionalString\":\"a\u{1}\"}",
  ])
  func `What is not the message's JSON is refused`(_ json: String) {
    #expect(throws: JSONError.self) { try rewritten(json) }
  }

  @Test(arguments: [
    (#"{"optionalString":1}"#, "optionalString: expected a string, found 1, at byte 18"),
    (
      #"{"optional_int32":"many"}"#,
      #"optional_int32: expected an integer from -2147483648 to 2147483647, found "many", at byte 18"#
    ),
    (
      #"{"optionalInt32": 2147483648 }"#,
      "optionalInt32: expected an integer from -2147483648 to 2147483647, found 2147483648, at byte 18"
    ),
    (
      #"{"repeatedNestedMessage":[{},{"a":1},{"a":[]}]}"#,
      "repeatedNestedMessage[2].a: expected an integer, found an array, at byte 42"
    ),
    (#"{"mapStringString":{"k":null}}"#, #"mapStringString["k"]: expected a value, found null, at byte 24"#),
    (
      #"{"optionalNestedMessage":{"corecursive":{"optionalBool":"yes"}}}"#,
      #"optionalNestedMessage.corecursive.optionalBool: expected true or false, found "yes", at byte 56"#
    ),
    (
      #"{"optionalNestedEnum":"LATER"}"#,
      #"optionalNestedEnum: expected FOO, BAR, BAZ or NEG, found "LATER", at byte 22"#
    ),
    (
      #"{"optionalTimestamp":"soon"}"#,
      #"optionalTimestamp: expected a time with its zone, such as "2022-03-01T12:00:00Z" or "2022-03-01T12:00:00+04:00", found "soon", at byte 21"#
    ),
    (#"{"optionalNestedMessage":{"b":1}}"#, #"optionalNestedMessage: there is no field "b", at byte 30"#),
    (#"{"optionalInt32":1,"optionalInt32":2}"#, "optionalInt32: occurs twice, at byte 35"),
    (
      #"{"optionalString":"\#(String(repeating: "ж", count: 50))""#,
      "expected '}', found the end of the text, at byte 120"
    ),
    (
      #"{"optionalInt32":"\#(String(repeating: "ж", count: 50))"}"#,
      #"optionalInt32: expected an integer from -2147483648 to 2147483647, found "\#(String(repeating: "ж", count: 19))…, at byte 17"#
    ),
    ("[1]", "expected an object, found an array, at byte 0"),
    ("", "the text ends where a value is expected, at byte 0"),
    ("{} x", "expected the end of the text, found 'x', at byte 3"),
    ("ж", "expected a value, found 'ж', at byte 0"),
  ])
  func `An error says which field it is about, what was expected and what was found`(
    _ json: String, _ said: String
  ) {
    let error = #expect(throws: JSONError.self) { try rewritten(json) }
    #expect(error?.description == said)
  }

  @Test func `Unknown fields and enum names are passed over when asked for`() throws {
    let json =
      #"{"nothing":{"a":[1,"x",null,true]},"optionalNestedEnum":"LATER","repeatedNestedEnum":["BAR","LATER"],"optionalInt32":1}"#
    let message = try All(json: json, ignoreUnknown: true)
    #expect(try message.json() == #"{"optionalInt32":1,"repeatedNestedEnum":["BAR"]}"#)
    #expect(throws: JSONError.self) { try All(json: #"{"nothing":[1,}"#, ignoreUnknown: true) }
  }

  @Test func `Messages without a JSON form are refused on writing`() {
    let late = Timestamp.with { $0.seconds = 253_402_300_800 }
    #expect(throws: JSONError.self) { try late.json() }
    let mixed = DurationMessage.with { value in
      value.seconds = 1
      value.nanos = -1
    }
    #expect(throws: JSONError.self) { try mixed.json() }
    for path in ["fooBar", "foo_3_bar", "foo__bar", "foo_", "", "foo,bar"] {
      #expect(throws: JSONError.self) { try FieldMask(paths: [path]).json() }
    }
    #expect(throws: JSONError.self) { try Value().json() }
    #expect(throws: JSONError.self) { try Value.with { $0.kind = .numberValue(.infinity) }.json() }
  }

  @Test func `A message that is printed shows its fields, or its size`() {
    var nested = All.NestedMessage()
    nested.a = 7
    #expect("\(nested)" == #"NestedMessage {"a":7}"#)
    #expect("\([Timestamp()])" == #"[Timestamp "1970-01-01T00:00:00Z"]"#)
    #expect("\(All())" == "TestAllTypesProto3 {}")
    #expect("\(Timestamp.with { $0.seconds = .max })" == "Timestamp (10 bytes that JSON cannot hold)")
  }

  @Test func `Names are told apart by their bytes`() {
    let descriptor = MethodOptions.IdempotencyLevel.descriptor
    #expect(descriptor.number(of: "IDEMPOTENCY_UNKNOWN") == 0)
    #expect(descriptor.number(of: "IDEMPOTENCY_UN\u{212A}NOWN") == nil)
  }

  @Test func `Deep JSON is refused, not a crash`() {
    let deep =
      String(repeating: #"{"recursiveMessage":"#, count: 10_000) + "{}"
      + String(repeating: "}", count: 10_000)
    #expect(throws: JSONError.self) { try All(json: deep) }
    #expect(throws: JSONError.self) { try Value(json: String(repeating: "[", count: 100_000)) }
  }

  @Test func `An Any within an Any, thousands of times, is refused on writing, not a crash`() throws {
    func nested(_ levels: Int) -> AnyMessage {
      (0..<levels).reduce(AnyMessage()) { any, _ in AnyMessage(packing: any) }
    }
    #expect(try AnyMessage(json: nested(50).json()) == nested(50))
    #expect(throws: JSONError.self) { try nested(5000).json() }
  }

  @Test func `Invalid UTF-8 is refused`() {
    #expect(throws: JSONError.self) {
      try All(json: Array(#"{"optionalString":""#.utf8) + [0xFF] + Array("\"}".utf8))
    }
  }

  @Test func `Damaged JSON never crashes`() throws {
    let seed = UInt64(0x5EED_0002)
    var random = SeededGenerator(seed: seed)
    TypeRegistry.shared.register(.googleProtobufTestMessagesProto3)
    for round in 0..<2_000 {
      var bytes = Array(GoldenVectors.all[round % GoldenVectors.all.count].json.joined().utf8)
      for _ in 0..<(1 + Int(random.next() % 3)) { random.damage(&bytes) }
      guard let message = try? All(json: bytes) else { continue }
      #expect(
        try All(json: message.json()).serialized() == message.serialized(), "seed \(seed), round \(round)")
    }
  }
}
