/// Whom a call comes from, and what they may do.
public final class Principal: Sendable {
  /// As logs name it: `key:k3v…`, `cert:CN=backup`, `anonymous`.
  public let name: String
  /// What they may do.
  public let role: AccessRole
  /// Which articles they see and write.
  public let scope: AccessScope
  /// The methods they may call, by index; nil for all that the role may.
  let methods: Set<Int>?
  /// How often they may call; nil for no limit.
  let bucket: TokenBucket?

  init(
    name: String, role: AccessRole, methods: Set<Int>? = nil, scope: AccessScope = AccessScope(),
    bucket: TokenBucket? = nil
  ) {
    self.name = name
    self.role = role
    self.methods = methods
    self.scope = scope
    self.bucket = bucket
  }
}

/// The articles that somebody sees and writes; empty lists leave out nothing.
public struct AccessScope: Sendable, Hashable {
  /// Category ids; those below them are meant too.
  public let categories: [String]
  /// Languages, BCP-47.
  public let languages: [String]

  /// Describes a part of the archive.
  public init(categories: [String] = [], languages: [String] = []) {
    self.categories = categories
    self.languages = languages
  }

  /// Whether it is the whole archive.
  public var isEverything: Bool { categories.isEmpty && languages.isEmpty }
}
