import EventLoops
import Foundation
import GRPC
import Protobuf
import Testing

@testable import Access

/// A path in a folder of its own, which goes when the value does.
private final class Scratch {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keys-\(UUID().uuidString)")
  var path: String { folder.appendingPathComponent("keys.json").path }
  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: folder) }
}

private func key(_ text: KeyText, _ role: Role = .reader) -> ApiKey {
  var key = ApiKey()
  key.id = text.id
  key.secretSha256 = text.digest
  key.role = role
  return key
}

private func bytes<Result>(_ text: String, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
  -> Result
{
  try Array(text.utf8).withUnsafeBytes(body)
}

private let methods = MethodRoles([], scoped: [])

@Test func `a key's text is read back to its identifier and digest`() throws {
  let (made, text) = KeyText.random()
  let read = try #require(bytes(text) { KeyText($0) })
  #expect(read.id == made.id)
  #expect(read.digest == made.digest)
  #expect(KeyText.random().text != text)
}

@Test(arguments: ["", "mtn_", "mtn_short_secret", "xtn_0123456789_0123456789abcdef0123456789abcdef"])
func `what is no key is not read as one`(_ text: String) {
  #expect(bytes(text) { KeyText($0) } == nil)
}

@Test func `a keyring finds a key by its whole text only`() throws {
  let (made, text) = KeyText.random()
  var file = KeyFile()
  file.keys = [key(made)]
  let ring = try Keyring(file, methods: methods, callsPerSecond: 0)
  #expect(bytes(text) { ring.key(for: $0) }?.principal.name == "key:\(made.id)")
  let wrong = String(text.dropLast()) + (text.hasSuffix("0") ? "1" : "0")
  #expect(bytes(wrong) { ring.key(for: $0) } == nil)
  #expect(bytes(KeyText.random().text) { ring.key(for: $0) } == nil)
}

@Test func `a key file is written for its owner and group, holds no secret, and is read back`() throws {
  let scratch = try Scratch()
  let (made, text) = KeyText.random()
  try KeyFile.update(path: scratch.path) { file throws(AccessError) in file.keys.append(key(made, .admin)) }
  let stored = try String(contentsOfFile: scratch.path, encoding: .utf8)
  #expect(!stored.contains(text.suffix(32)))
  let mode = try FileManager.default.attributesOfItem(atPath: scratch.path)[.posixPermissions] as? Int
  #expect(mode == 0o640)
  #expect(try KeyFile(path: scratch.path).keys.map(\.id) == [made.id])
}

@Test func `a key file that everybody may write, or that is none, is refused with its path`() throws {
  let scratch = try Scratch()
  try "{}".write(toFile: scratch.path, atomically: false, encoding: .utf8)
  chmod(scratch.path, 0o666)
  #expect(throws: AccessError.self) { try KeyFile(path: scratch.path) }
  chmod(scratch.path, 0o600)
  #expect(try KeyFile(path: scratch.path).keys.isEmpty)
  try "{\"keyz\": []}".write(toFile: scratch.path, atomically: false, encoding: .utf8)
  let error = #expect(throws: AccessError.self) { try KeyFile(path: scratch.path) }
  #expect(error?.description.contains(scratch.path) == true)
}

@Test func `a key file that is changed can still be read by those who could read it before`() throws {
  let scratch = try Scratch()
  try KeyFile.update(path: scratch.path) { file throws(AccessError) in
    file.keys.append(key(KeyText.random().key))
  }
  chmod(scratch.path, 0o604)
  try KeyFile.update(path: scratch.path) { file throws(AccessError) in file.keys.removeAll() }
  let mode = try FileManager.default.attributesOfItem(atPath: scratch.path)[.posixPermissions] as? Int
  #expect(mode == 0o604)
}

@Test func `two keys of one name, and a key without a role, are refused`() throws {
  let (made, _) = KeyText.random()
  var file = KeyFile()
  file.keys = [key(made), key(made)]
  #expect(throws: AccessError.self) { try Keyring(file, methods: methods, callsPerSecond: 0) }
  file.keys = [key(made, .unspecified)]
  #expect(throws: AccessError.self) { try Keyring(file, methods: methods, callsPerSecond: 0) }
}

/// What the gate says to a call, let in with a key that was good until then, when the key file says something else of it.
@Test(arguments: [
  (first: 3600 as Int64, now: 3600 as Int64?, goesOn: true), (3600, -1, false), (-1, 3600, true),
  (-1, nil, false),
])
func `a call that was let in goes on as long as the key file in force says`(
  first: Int64, now: Int64?, goesOn: Bool
) throws {
  let (made, text) = KeyText.random()
  let methods = MethodRoles([], scoped: [])
  func policy(_ seconds: Int64?) throws -> AccessPolicy {
    var file = KeyFile()
    file.keys =
      seconds.map { seconds in
        var key = key(made)
        key.expireTime = Timestamp.now
        key.expireTime?.seconds += seconds
        return [key]
      } ?? []
    var policy = AccessPolicy()
    policy.keys = try Keyring(file, methods: methods, callsPerSecond: 0)
    return policy
  }
  let before = try policy(first)
  let gate = AccessGate(before, methods: methods, loops: 1)
  let share = LoopShare(queueDelay: .seconds(1), methods: 0)
  let known = try #require(bytes(text) { before.keys.key(for: $0) })
  let grant = Grant(known.principal, .key(known), at: gate.version, gate, share: share)
  let method = AnyMethodDescriptor(service: "a.B", name: "C", kind: .unary)
  func isLetIn() -> Bool { (try? grant.confirm(method)) != nil }
  #expect(isLetIn() == (first > 0))
  gate.replace(try policy(now))
  #expect(isLetIn() == goesOn)
}
