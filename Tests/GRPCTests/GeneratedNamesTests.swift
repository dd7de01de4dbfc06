import Protobuf
import Testing

/// Messages whose names others have already, or that Swift does not let a type have.
@Suite struct GeneratedNamesTests {
  @Test func `a message that is named like a well-known one does not take its place`() throws {
    let value = Int64Value.with {
      $0.known = .with { $0.value = 7 }
      $0.own = Int64Value()
    }
    #expect(try Int64Value(serialized: value.serialized()) == value)
    #expect(try value.json() == #"{"known":"7","own":{}}"#)
  }

  @Test func `types may be named like keywords`() throws {
    #expect(try classMessage.with { $0.is = .unrecognized(3) }.json() == #"{"is":3}"#)
  }
}
