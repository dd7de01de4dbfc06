import TestMessages
import Testing

@Suite struct OneofTests {
  @Test func `The member of a oneof that is set is found under its name, whatever that is, and no other`() {
    var names = Names()
    #expect(names.switch?.func == nil)
    names.switch = .case(7)
    #expect(names.switch?.case == 7)
    #expect(names.switch?.func == nil && names.switch?.nested == nil)
    names.switch = .nested(Names.with { $0.switch = .func("x") })
    #expect(names.switch?.nested?.switch?.func == "x")
  }
}
