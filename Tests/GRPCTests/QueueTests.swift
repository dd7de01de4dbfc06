import RandomTesting
import Testing

@testable import GRPC

@Suite struct QueueTests {
  private func message(_ bytes: Int) throws -> FramedMessage {
    var request = HealthCheckRequest()
    request.service = String(repeating: "x", count: bytes)
    return try FramedMessage.encode(request, maxMessageBytes: .max)
  }

  private func encoded(_ service: String) -> [UInt8] {
    var request = HealthCheckRequest()
    request.service = service
    return request.serialized()
  }

  @Test func `a fifo hands out what it took in order`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    var fifo = Fifo<Int>()
    var model: [Int] = []
    for step in 0..<5000 {
      if Bool.random(using: &random) || step < 500 {
        fifo.append(step)
        model.append(step)
      } else {
        #expect(fifo.popFirst() == (model.isEmpty ? nil : model.removeFirst()), "seed \(seed)")
      }
      #expect(fifo.count == model.count && fifo.isEmpty == model.isEmpty, "seed \(seed)")
    }
  }

  @Test func `empty responses that nobody reads stop the peer, too`() throws {
    let queue = ResponseQueue<HealthCheckRequest>()
    var count = 0
    while queue.wantsMore, count < 100_000 {
      try queue.receivedMessage(UnsafeRawBufferPointer(start: nil, count: 0), isCompressed: false)
      count += 1
    }
    #expect(count < 100_000)
  }

  @Test func `the loop is woken once for a batch`() throws {
    let queue = RequestQueue()
    guard case .queued(true, false) = queue.append(try message(1)) else {
      Issue.record("the first message wakes the loop")
      return
    }
    guard case .queued(false, false) = queue.append(try message(1)) else {
      Issue.record("the second message finds the loop woken")
      return
    }
    #expect(!queue.end())
    let batch = queue.take()
    #expect(batch.messages.count == 2)
    #expect(batch.isLast)
    #expect(!queue.end())
  }

  @Test func `a sender that is ahead waits until the stream has drained`() async throws {
    let queue = RequestQueue()
    guard case .queued(_, true) = queue.append(try message(RequestQueue.highWaterBytes)) else {
      Issue.record("the queue is full")
      return
    }
    async let waiting = queue.waitForSpace()
    _ = queue.take()
    queue.update(streamBytes: RequestQueue.lowWaterBytes + 1)
    queue.update(streamBytes: RequestQueue.lowWaterBytes)
    #expect(await waiting == nil)
  }

  @Test func `the end of a call reaches senders that wait and those that come`() async throws {
    let queue = RequestQueue()
    _ = queue.append(try message(RequestQueue.highWaterBytes))
    async let waiting = queue.waitForSpace()
    queue.close(CallStatus(.aborted, "first"))
    queue.close(CallStatus(.internal, "second"))
    #expect(await waiting?.code == .aborted)
    guard case .ended(let status) = queue.append(try message(1)) else {
      Issue.record("the call has ended")
      return
    }
    #expect(status.code == .aborted)
  }

  @Test func `a message after the last one is refused`() throws {
    let queue = RequestQueue()
    #expect(queue.end())
    guard case .endedBySender = queue.append(try message(1)) else {
      Issue.record("the sender has ended")
      return
    }
  }

  @Test func `responses reach a reader before and after it waits`() async throws {
    let queue = ResponseQueue<HealthCheckRequest>()
    try encoded("a").withUnsafeBytes { try queue.receivedMessage($0, isCompressed: false) }
    #expect(try await queue.next {}?.service == "a")
    async let waiting = queue.next {}
    try encoded("b").withUnsafeBytes { try queue.receivedMessage($0, isCompressed: false) }
    #expect(try await waiting?.service == "b")
    queue.finished(.ok)
    #expect(try await queue.next {} == nil)
    #expect(try await queue.next {} == nil)
  }

  @Test func `messages that came before an error are read before it`() async throws {
    let queue = ResponseQueue<HealthCheckRequest>()
    try encoded("a").withUnsafeBytes { try queue.receivedMessage($0, isCompressed: false) }
    queue.finished(CallStatus(.aborted, "x"))
    #expect(try await queue.next {}?.service == "a")
    let error = await #expect(throws: RPCError.self) { try await queue.next {} }
    #expect(error?.code == .aborted)
  }

  @Test func `a reader that is behind stops the peer until it has caught up`() async throws {
    let queue = ResponseQueue<HealthCheckRequest>()
    let large = encoded(String(repeating: "x", count: 40_000))
    try large.withUnsafeBytes { try queue.receivedMessage($0, isCompressed: false) }
    #expect(queue.wantsMore)
    try large.withUnsafeBytes { try queue.receivedMessage($0, isCompressed: false) }
    #expect(!queue.wantsMore)
    var resumed = 0
    _ = try await queue.next { resumed += 1 }
    #expect(!queue.wantsMore && resumed == 0)
    _ = try await queue.next { resumed += 1 }
    #expect(queue.wantsMore && resumed == 1)
  }

  @Test func `initial metadata is there as soon as the response begins`() async throws {
    let queue = ResponseQueue<HealthCheckRequest>()
    var metadata = Metadata()
    try metadata.append("x", "1")
    let sent = metadata
    async let waiting = queue.initialMetadata()
    queue.receivedInitialMetadata(sent)
    #expect(try await waiting == sent)
    #expect(try await queue.initialMetadata() == sent)
  }

  @Test func `a call that fails before it begins has no initial metadata`() async {
    let queue = ResponseQueue<HealthCheckRequest>()
    queue.finished(CallStatus(.unavailable, "x"))
    let error = await #expect(throws: RPCError.self) { try await queue.initialMetadata() }
    #expect(error?.code == .unavailable)
    #expect(await queue.status().code == .unavailable)
  }
}
