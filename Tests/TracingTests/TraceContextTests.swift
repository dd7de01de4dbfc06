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
