import EventLoops
import Testing

@testable import GRPC

@Suite(.timeLimit(.minutes(10))) struct CallTests {
  @Test(arguments: Depth.allCases)
  func `a unary call returns the response`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      let response = try await harness.echo.echo(Note("მატიანე", count: 7, payload: [1, 2]))
      #expect(response == Note("მატიანე", count: 7, payload: [1, 2]))
    }
  }

  @Test(arguments: Depth.allCases)
  func `an empty message is a message`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      #expect(try await harness.echo.echo(Note()) == Note())
    }
  }

  @Test(arguments: Depth.allCases)
  func `many calls run at once`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for index in 0..<200 {
          group.addTask {
            let note = Note("call \(index)", count: Int32(index))
            return try await harness.echo.echo(note) == note
          }
        }
        for try await isSame in group { #expect(isSame) }
      }
    }
  }

  @Test(arguments: Depth.allCases)
  func `a server stream arrives in order`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      var counts: [Int32] = []
      for try await note in harness.echo.repeat(Note("x", count: 1000)) { counts.append(note.count) }
      #expect(counts == Array(0..<1000))
    }
  }

  @Test(arguments: Depth.allCases)
  func `an empty server stream ends well`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      for try await _ in harness.echo.repeat(Note("x", count: 0)) { Issue.record("no message") }
    }
  }

  @Test(arguments: Depth.allCases)
  func `a client stream is answered once`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      let call = harness.echo.join()
      for index in 0..<100 { #expect(try await call.send(Note("\(index % 10)"))) }
      call.finish()
      let response = try await call.response()
      #expect(response.count == 100)
      #expect(response.text == String(repeating: "0123456789", count: 10))
    }
  }

  @Test(arguments: Depth.allCases)
  func `an empty client stream is answered`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      let call = harness.echo.join()
      call.finish()
      #expect(try await call.response() == Note())
    }
  }

  @Test(arguments: Depth.allCases)
  func `both directions of a call interleave`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      let call = harness.echo.chat()
      var responses = call.responses.makeAsyncIterator()
      for index in 0..<50 {
        try await call.send(Note("ping \(index)"))
        #expect(try await responses.next() == Note("ping \(index)"))
      }
      call.finish()
      #expect(try await responses.next() == nil)
    }
  }

  @Test(arguments: Depth.allCases)
  func `large messages pass in both directions`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      let payload = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
      #expect(try await harness.echo.echo(Note("large", payload: payload)).payload == payload)
    }
  }

  @Test(arguments: Depth.allCases)
  func `a status reaches the caller with message, details and trailers`(depth: Depth) async throws {
    var service = EchoHandlers()
    service.onEcho = { _, context in
      var trailers = Metadata()
      try trailers.append("x-reason", "stale")
      context.addTrailingMetadata(trailers)
      var info = ErrorInfo()
      info.reason = "ETAG_MISMATCH"
      throw RPCError(.aborted, "etag მოძველდა\n", details: [info])
    }
    try await CallHarness.with(depth, service) { harness async throws in
      let error = await #expect(throws: RPCError.self) { try await harness.echo.echo(Note("x")) }
      #expect(error?.code == .aborted)
      #expect(error?.message == "etag მოძველდა\n")
      #expect(error?.detail(of: ErrorInfo.self)?.reason == "ETAG_MISMATCH")
      #expect(error?.metadata["x-reason"] == "stale")
    }
  }

  @Test(arguments: Depth.allCases)
  func `metadata travels both ways`(depth: Depth) async throws {
    var service = EchoHandlers()
    service.onEcho = { note, context in
      var initial = Metadata()
      try initial.append("x-initial", context.metadata["x-text"] ?? "none")
      context.addInitialMetadata(initial)
      var trailers = Metadata()
      for bytes in context.metadata.binaryValues(of: "x-bytes-bin") {
        try trailers.append("x-trailing-bin", binary: bytes)
      }
      context.addTrailingMetadata(trailers)
      return note
    }
    try await CallHarness.with(depth, service) { harness async throws in
      var options = CallOptions()
      try options.metadata.append("X-Text", "some text")
      try options.metadata.append("x-bytes-bin", binary: [0, 255])
      try options.metadata.append("x-bytes-bin", binary: [7])
      let reply = try await harness.channel.unaryReply(EchoServiceMethods.echo, Note("x"), options)
      #expect(reply.initialMetadata["x-initial"] == "some text")
      #expect(reply.trailers.binaryValues(of: "x-trailing-bin") == [[0, 255], [7]])
    }
  }

  @Test(arguments: Depth.allCases)
  func `initial metadata of a stream comes before its first message`(depth: Depth) async throws {
    let mayAnswer = Signal()
    var service = EchoHandlers()
    service.onChat = { requests, responses, context in
      var initial = Metadata()
      try initial.append("x-initial", "here")
      context.addInitialMetadata(initial)
      context.sendInitialMetadata()
      await mayAnswer.wait()
      for try await note in requests { try await responses.send(note) }
    }
    try await CallHarness.with(depth, service) { harness async throws in
      let call = harness.echo.chat()
      #expect(try await call.responses.initialMetadata["x-initial"] == "here")
      mayAnswer.send()
      try await call.send(Note("x"))
      call.finish()
      for try await note in call.responses { #expect(note.text == "x") }
      #expect(try await call.responses.trailers.isEmpty)
    }
  }

  @Test(arguments: Depth.allCases)
  func `an unknown method is UNIMPLEMENTED`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      let method = MethodDescriptor<Note, Note>(
        service: "matiane.test.v1.EchoService", name: "Nothing", kind: .unary)
      let error = await #expect(throws: RPCError.self) {
        try await harness.channel.unary(method, Note("x"))
      }
      #expect(error?.code == .unimplemented)
    }
  }

  @Test(arguments: Depth.allCases)
  func `a server that answers early ends the requests`(depth: Depth) async throws {
    var service = EchoHandlers()
    service.onJoin = { requests, _ in
      for try await _ in requests { break }
      return Note("enough")
    }
    try await CallHarness.with(depth, service) { harness async throws in
      let call = harness.echo.join()
      while try await call.send(Note("x")) {}
      #expect(try await call.response().text == "enough")
    }
  }

  @Test(arguments: Depth.allCases)
  func `a server that refuses early throws its status from send`(depth: Depth) async throws {
    var service = EchoHandlers()
    service.onJoin = { _, _ in throw RPCError(.permissionDenied, "not you") }
    try await CallHarness.with(depth, service) { harness async throws in
      let call = harness.echo.join()
      let error = await #expect(throws: RPCError.self) {
        while true { try await call.send(Note("x")) }
      }
      #expect(error?.code == .permissionDenied)
    }
  }

  @Test(arguments: Depth.allCases)
  func `a reader that does not read holds the server back`(depth: Depth) async throws {
    let sent = Counter()
    var service = EchoHandlers()
    service.onRepeat = { note, responses, _ in
      for _ in 0..<note.count {
        try await responses.send(note)
        sent.increment()
      }
    }
    var client = ChannelConfiguration()
    client.session.streamWindowBytes = 128 * 1024
    try await CallHarness.with(depth, service, client: client) { harness async throws in
      let payload = [UInt8](repeating: 1, count: 10_000)
      let stream = harness.echo.repeat(Note("x", count: 400, payload: payload))
      _ = try await stream.initialMetadata
      for _ in 0..<20 { _ = try await harness.echo.echo(Note("ping")) }
      #expect(sent.value < 100)
      var received = 0
      for try await note in stream {
        #expect(note.payload == payload)
        received += 1
      }
      #expect(received == 400)
    }
  }

  @Test(arguments: Depth.allCases)
  func `a server that does not read holds the client back`(depth: Depth) async throws {
    let mayRead = Signal()
    var service = EchoHandlers()
    service.onJoin = { requests, _ in
      await mayRead.wait()
      var joined = Note()
      for try await note in requests { joined.count += Int32(note.payload.count / 10_000) }
      return joined
    }
    try await CallHarness.with(depth, service) { harness async throws in
      let sent = Counter()
      let call = harness.echo.join()
      let sender = Task {
        for _ in 0..<400 {
          try await call.send(Note("x", payload: [UInt8](repeating: 1, count: 10_000)))
          sent.increment()
        }
        call.finish()
      }
      for _ in 0..<50 { _ = try await harness.echo.echo(Note("ping")) }
      #expect(sent.value < 200)
      mayRead.send()
      try await sender.value
      #expect(try await call.response().count == 400)
    }
  }

  @Test(arguments: Depth.allCases)
  func `a response over the limit is RESOURCE_EXHAUSTED`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      let error = await #expect(throws: RPCError.self) {
        try await harness.echo.echo(
          Note("x", payload: [1, 2, 3]), options: CallOptions(maxResponseBytes: 5))
      }
      #expect(error?.code == .resourceExhausted)
      #expect(try await harness.echo.echo(Note("still works")).text == "still works")
    }
  }

  @Test(arguments: Depth.allCases)
  func `a request over the limit is not sent`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      let error = await #expect(throws: RPCError.self) {
        try await harness.echo.echo(Note("12345"), options: CallOptions(maxRequestBytes: 6))
      }
      #expect(error?.code == .resourceExhausted)
    }
  }

  @Test(arguments: [MessageEncoding.gzip, .deflate], Depth.allCases)
  func `compressed requests and responses are read`(encoding: MessageEncoding, depth: Depth) async throws {
    var service = EchoHandlers()
    service.onEcho = { note, context in
      context.compressResponses(with: encoding)
      return note
    }
    try await CallHarness.with(depth, service) { harness async throws in
      let note = Note(String(repeating: "again and ", count: 10_000))
      let options = CallOptions(compression: encoding)
      #expect(try await harness.echo.echo(note, options: options) == note)
    }
  }

  @Test(arguments: Depth.allCases)
  func `a closed channel refuses calls`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      _ = try await harness.echo.echo(Note("x"))
      await harness.channel.close()
      let error = await #expect(throws: RPCError.self) { try await harness.echo.echo(Note("x")) }
      #expect(error?.code == .unavailable)
      #expect(await harness.channel.state == .shutdown)
    }
  }

  @Test(arguments: Depth.allCases)
  func `a channel connects on first use and is ready afterwards`(depth: Depth) async throws {
    try await CallHarness.with(depth) { harness async throws in
      #expect(await harness.channel.state == .idle)
      _ = try await harness.echo.echo(Note("x"))
      #expect(await harness.channel.state == .ready)
    }
  }

  @Test(arguments: Depth.allCases)
  func `a task on the channel's loop calls without leaving it`(depth: Depth) async throws {
    let harness = try CallHarness(depth: depth, sharesLoop: true)
    let loop = harness.channel.loop
    let stayed = try await Task(executorPreference: loop) {
      for _ in 0..<10 { _ = try await harness.echo.echo(Note("x")) }
      return loop.isCurrent
    }.value
    #expect(stayed)
    await harness.stop()
  }

  @Test func `a stream keeps its channel open`() async throws {
    let loops = try EventLoopGroup(count: 1)
    let server = Server([EchoHandlers()], on: loops)
    let stream = try EchoServiceClient(Channel(inProcess: server)).repeat(Note("x", count: 100))
    var received = 0
    for try await _ in stream { received += 1 }
    #expect(received == 100)
    await server.shutDownGracefully(grace: .zero)
    await loops.shutdown()
  }

  @Test(arguments: Depth.allCases)
  func `calls above the server's stream limit wait their turn`(depth: Depth) async throws {
    let mayAnswer = Signal()
    let started = Signal()
    var service = EchoHandlers()
    service.onEcho = { note, _ in
      started.send()
      if note.text == "first" { await mayAnswer.wait() }
      return note
    }
    var configuration = ServerConfiguration()
    configuration.http2.maxConcurrentStreams = 1
    let harness = try CallHarness(service, depth: depth, server: configuration)
    let echo = harness.echo
    async let first = echo.echo(Note("first"))
    await started.wait()
    let abandoned = await #expect(throws: RPCError.self) {
      try await echo.echo(Note("second"), options: CallOptions(timeout: .milliseconds(5)))
    }
    #expect(abandoned?.code == .deadlineExceeded)
    async let third = echo.echo(Note("third"))
    mayAnswer.send()
    let texts = [try await first.text, try await third.text]
    #expect(texts == ["first", "third"])
    await harness.stop()
  }
}
