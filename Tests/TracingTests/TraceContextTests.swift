import Testing
import Tracing

@Test func `a traceparent is read and written back as it was`() throws {
  let text = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
  let context = try #require(TraceContext(traceparent: text))
  #expect(context.isSampled)
  #expect(context.traceIDText == "4bf92f3577b34da6a3ce929d0e0e4736")
  #expect(context.spanIDText == "00f067aa0ba902b7")
  #expect(context.traceparent == text)
}

@Test(arguments: [
  "", "00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
  "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
  "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
  "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
  "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
  "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
  "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
])
func `what is no traceparent is passed over`(_ text: String) {
  #expect(TraceContext(traceparent: text) == nil)
}

@Test func `a later version is read by the parts that every version begins with`() {
  #expect(
    TraceContext(traceparent: "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00-more")?.isSampled
      == false)
  #expect(TraceContext(traceparent: "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00more") == nil)
}

@Test func `a child is another span of the same trace`() {
  let parent = TraceContext.random(isSampled: true)
  let child = parent.child()
  #expect(child.traceIDText == parent.traceIDText)
  #expect(child.spanID != parent.spanID)
  #expect(child.isSampled)
}

private let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

@Test func `a tracestate goes on with its trace`() throws {
  let context = try #require(TraceContext(traceparent: parent, tracestate: "rojo=1,congo=t61 rcWkgMzE"))
  #expect(context.child().fields.map(\.name) == ["traceparent", "tracestate"])
  #expect(context.child().fields[1].value == "rojo=1,congo=t61 rcWkgMzE")
  #expect(context != TraceContext(traceparent: parent))
}

@Test func `without a tracestate none is sent`() throws {
  #expect(try #require(TraceContext(traceparent: parent)).fields.map(\.name) == ["traceparent"])
  #expect(TraceContext(traceparent: "nonsense", tracestate: "a=1") == nil)
}

@Test(arguments: [
  ("", ""), (" ", ""), (",,", ""), ("a=1", "a=1"), (" a=1\t, b=2 ", "a=1,b=2"), ("a=1,,b=2,", "a=1,b=2"),
  ("0a_b-c*d/e=~!\"", "0a_b-c*d/e=~!\""), ("tenant@system=x y", "tenant@system=x y"), ("a=1,a=2", "a=1,a=2"),
])
func `a tracestate is read without what says nothing`(_ header: String, _ text: String) {
  #expect(TraceState(header)?.text == text)
}

@Test(arguments: ["a", "=1", "a=", "A=1", "_a=1", "a b=1", "a=1=2", "a=\u{7f}", "a=ä", "a=1,b", "a\t=1"])
func `a tracestate with a member that is none is discarded`(_ header: String) {
  #expect(TraceState(header) == nil)
}

@Test func `a tracestate is bounded`() {
  let members = (0..<32).map { "k\($0)=v" }.joined(separator: ",")
  #expect(TraceState(members)?.text == members)
  #expect(TraceState(members + ",one=more") == nil)
  let longest = String(repeating: "k", count: 256) + "=" + String(repeating: "v", count: 256)
  #expect(TraceState(longest)?.text == longest)
  #expect(TraceState("k" + longest) == nil)
  #expect(TraceState(longest + "v") == nil)
}
