import EventLoops
import GRPC
import Protobuf
import Testing

@testable import Access

private typealias Method = MethodDescriptor<Empty, Empty>

/// Methods that ask for the role of a reader, of a writer and of nobody.
private struct Notes: Service {
  static let read = Method(service: "test.Notes", name: "Read", kind: .unary, idempotency: .noSideEffects)
  static let write = Method(service: "test.Notes", name: "Write", kind: .unary)
  static let other = Method(service: "test.Notes", name: "Other", kind: .unary, idempotency: .noSideEffects)
  static let open = Method(service: "grpc.test.Open", name: "Open", kind: .unary)
  static let serviceDescriptor = ServiceDescriptor(
    name: "test.Notes", file: .googleProtobufEmpty, methods: [])

  var onWrite: @Sendable () async -> Void = {}

  func register(on router: inout Router) {
    for method in [Self.read, Self.other, Self.open] { router.unary(method) { request, _ in request } }
    router.unary(Self.write) { [onWrite] request, _ in
      await onWrite()
      return request
    }
  }
}

/// A server of one loop behind a gate that shares its bounds among two, and one connection to it.
private struct Guarded {
  let gate: AccessGate
  let methods: MethodRoles
  private let channel: Channel

  static func with(_ notes: Notes = Notes(), _ body: (Guarded) async throws -> Void) async throws {
    let group = try EventLoopGroup(count: 1)
    let methods = MethodRoles(Server.methods(of: [notes]), scoped: [Notes.read.path])
    let gate = AccessGate(AccessPolicy(), methods: methods, loops: 2)
    let server = Server([notes], on: group, gate: gate)
    let channel = try Channel(inProcess: server)
    try await body(Guarded(gate: gate, methods: methods, channel: channel))
    await channel.close()
    await server.shutDownGracefully(grace: .zero)
    await group.shutdown()
  }

  /// Puts a policy in force under which these keys are all that there is.
  func replace(_ keys: ApiKey..., configure: (inout AccessPolicy) -> Void = { _ in }) throws {
    var file = KeyFile()
    file.keys = keys
    var policy = AccessPolicy()
    policy.anonymousRole = nil
    policy.keys = try Keyring(file, methods: methods, callsPerSecond: 0)
    configure(&policy)
    gate.replace(policy)
  }

  /// The code that a call ends with.
  func call(_ method: Method, _ key: String? = nil) async throws -> StatusCode {
    var options = CallOptions()
    if let key { try options.metadata.append("authorization", "Bearer \(key)") }
    do throws(RPCError) {
      _ = try await channel.unary(method, Empty(), options)
      return .ok
    } catch {
      return error.code
    }
  }
}

private func key(_ text: KeyText, _ role: Role = .writer) -> ApiKey {
  var key = ApiKey()
  key.id = text.id
  key.secretSha256 = text.digest
  key.role = role
  return key
}

/// What a connection has found out about a key, or about headers that repeat themselves, holds as long as the policy does.
@Test func `a connection goes by the policy in force, whatever it has let in before`() async throws {
  let (made, text) = KeyText.random()
  let (foreign, _) = KeyText.random()
  try await Guarded.with { guarded in
    for _ in 0..<2 {
      try guarded.replace(key(made))
      for _ in 0..<2 { #expect(try await guarded.call(Notes.write, text) == .ok) }
      try guarded.replace(key(made, .reader))
      #expect(try await guarded.call(Notes.write, text) == .permissionDenied)
      #expect(try await guarded.call(Notes.read, text) == .ok)
      try guarded.replace()
      #expect(try await guarded.call(Notes.read, text) == .unauthenticated)
      var replaced = key(made)
      replaced.secretSha256 = foreign.digest
      try guarded.replace(replaced)
      #expect(try await guarded.call(Notes.read, text) == .unauthenticated)
    }
  }
}

@Test func `a key may call its methods, and with a scope those that keep to one`() async throws {
  let (made, text) = KeyText.random()
  try await Guarded.with { guarded in
    var some = key(made)
    some.methods = ["Notes/Read"]
    try guarded.replace(some)
    #expect(try await guarded.call(Notes.read, text) == .ok)
    #expect(try await guarded.call(Notes.other, text) == .permissionDenied)
    var part = key(made)
    part.languages = ["de"]
    try guarded.replace(part)
    #expect(try await guarded.call(Notes.read, text) == .ok)
    #expect(try await guarded.call(Notes.other, text) == .permissionDenied)
  }
}

/// A bound that is shared by more loops than it allows calls still lets one in on each.
@Test func `so many calls are in flight as may be, and each that ends makes room`() async throws {
  let (made, text) = KeyText.random()
  let (started, mayStart) = AsyncStream<Void>.makeStream()
  let (proceed, mayProceed) = AsyncStream<Void>.makeStream()
  var notes = Notes()
  notes.onWrite = {
    mayStart.yield()
    for await _ in proceed { break }
  }
  try await Guarded.with(notes) { guarded in
    try guarded.replace(key(made)) { $0.limits.callsInFlight = 1 }
    for _ in 0..<3 {
      async let held = guarded.call(Notes.write, text)
      for await _ in started { break }
      #expect(try await guarded.call(Notes.read, text) == .unavailable)
      #expect(try await guarded.call(Notes.open) == .ok)
      mayProceed.yield()
      #expect(try await held == .ok)
    }
    #expect(try await guarded.call(Notes.read, text) == .ok)
  }
}

@Test func `a key that calls more often than it may is held up, and other calls are not`() async throws {
  let (made, text) = KeyText.random()
  try await Guarded.with { guarded in
    var slow = key(made)
    slow.callsPerSecond = 1
    try guarded.replace(slow)
    // Where each of them takes a second none is refused yet.
    while try await guarded.call(Notes.read, text) != .resourceExhausted {}
    #expect(try await guarded.call(Notes.open) == .ok)
  }
}
