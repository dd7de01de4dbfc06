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

  @Test func `a message may have fields of types that it hides by its own`() throws {
    var outer = Standing()
    outer.of = "outer"
    let value = Enclosing.with {
      $0.own = Enclosing.Standing.with { $0.inner = outer }
      $0.outer = outer
      $0.shade = .dark
      $0.named = ["a": outer]
      $0.choice = .chosen(outer)
      $0.shades = [Shade.dark]
    }
    let read = try Enclosing(serialized: value.serialized())
    #expect(read == value && read.outer?.of == "outer")
    #expect(
      try read.json()
        == #"{"own":{"inner":{"of":"outer"}},"outer":{"of":"outer"},"shade":"SHADE_DARK","named":{"a":{"of":"outer"}},"chosen":{"of":"outer"},"shades":["SHADE_DARK"]}"#
    )
    #expect(try Smaller.with { $0.small = small.with { $0.size = 1 } }.json() == #"{"small":{"size":1}}"#)
  }

  @Test func `a type that gets another name takes none that is there`() throws {
    #expect(ResultMessage_.descriptor.name == "matiane.test.v1.Result")
    #expect(try ResultMessage.with { $0.result = ResultMessage_() }.json() == #"{"result":{}}"#)
    #expect(ServiceServiceMethods.service.name == "matiane.test.v1.Service")
  }

  @Test func `types may be named like keywords`() throws {
    #expect(try classMessage.with { $0.is = .unrecognized(3) }.json() == #"{"is":3}"#)
  }
}
