import Glibc
import Protobuf
import TLS

/// The keys of a server, ready to be looked up; immutable.
public struct Keyring: Sendable {
  private let keys: [String: AccessKey]

  /// No keys.
  public init() { keys = [:] }

  /// Prepares the keys of a file.
  ///
  /// - Parameter methods: the methods of the server, which the keys' patterns are matched with.
  /// - Throws: `AccessError` for two keys of one name, a key without role or digest, or a pattern that no method matches.
  public init(_ file: KeyFile, methods: MethodRoles, callsPerSecond: Int) throws(AccessError) {
    var keys: [String: AccessKey] = [:]
    for key in file.keys {
      guard keys[key.id] == nil else { throw AccessError("there are two keys with the id '\(key.id)'") }
      keys[key.id] = try AccessKey(key, methods: methods, callsPerSecond: callsPerSecond)
    }
    self.keys = keys
  }

  /// How many keys there are.
  public var count: Int { keys.count }

  /// The key of that text; nil when there is none. Takes the same time whether the secret is nearly right or all wrong.
  func key(for text: UnsafeRawBufferPointer) -> AccessKey? {
    guard let given = KeyText(text), let key = keys[given.id] else { return nil }
    let isRight = given.digest.withUnsafeBytes { a in
      key.digest.withUnsafeBytes { b in equalInConstantTime(a, b) }
    }
    return isRight ? key : nil
  }

  /// The key as it is now; nil when there is none of its name and secret any more.
  func key(sameAs known: AccessKey) -> AccessKey? {
    keys[known.id].flatMap { $0.digest == known.digest ? $0 : nil }
  }
}

/// One key as the server uses it.
final class AccessKey: Sendable {
  let id: String
  let principal: Principal
  let digest: [UInt8]
  /// When it ends, in seconds since 1970; nil when it never does.
  private let expiry: Int64?

  init(_ key: ApiKey, methods: MethodRoles, callsPerSecond: Int) throws(AccessError) {
    guard !key.id.isEmpty, key.secretSha256.count == 32, let role = AccessRole(key.role) else {
      throw AccessError("the key '\(key.id)' lacks its id, its role or the 32 bytes of its digest")
    }
    id = key.id
    digest = key.secretSha256
    expiry = key.expireTime?.seconds
    var allowed: Set<Int>?
    if !key.methods.isEmpty {
      var found: Set<Int> = []
      for pattern in key.methods { found.formUnion(try methods.matching(pattern, of: "key '\(key.id)'")) }
      allowed = found
    }
    let rate = key.callsPerSecond > 0 ? Int(key.callsPerSecond) : callsPerSecond
    principal = Principal(
      name: "key:\(key.id)", role: role, methods: allowed,
      scope: AccessScope(categories: key.categories, languages: key.languages),
      bucket: rate > 0 ? TokenBucket(perSecond: rate) : nil)
  }

  /// Whether it has ended by the wall clock, which may have been set, or have run on while the machine slept.
  var hasExpired: Bool { expiry.map { $0 <= time(nil) } ?? false }
}
