import Glibc

/// Names of resources: a collection, a slash, an id.
public enum ResourceName: String, Sendable {
  /// `articles/{article}`
  case article = "articles"
  /// `stories/{story}`
  case story = "stories"
  /// `categories/{category}`
  case category = "categories"
  /// `savedQueries/{query}`
  case savedQuery = "savedQueries"
  /// `synonymSets/{synonym_set}`
  case synonymSet = "synonymSets"

  /// The longest id.
  public static let maxIDBytes = 128

  /// The name of the resource `id` of this collection.
  public func name(_ id: String) -> String { "\(rawValue)/\(id)" }

  /// The id in a name of this collection, `nil` when it is not one.
  public func id(_ name: String) -> String? {
    withID(name) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether `name` is one of this collection.
  public func isName(_ name: String) -> Bool { withID(name) { _ in true } ?? false }

  /// Calls `body` with the bytes of the id in a name of this collection; `nil` when it is not one.
  ///
  /// - Complexity: O(bytes), without allocation.
  public func withID<Result>(_ name: String, _ body: (UnsafeRawBufferPointer) -> Result?) -> Result? {
    var name = name
    return name.withUTF8 { name in
      let prefix = prefix
      let start = prefix.utf8CodeUnitCount
      guard name.count > start, memcmp(name.baseAddress!, prefix.utf8Start, start) == 0 else { return nil }
      let id = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(name)[start...])
      return Self.isID(id) ? body(id) : nil
    }
  }

  /// Whether `id` has 1 to 128 of `A-Z a-z 0-9 . _ ~ : -` and begins with a letter or a digit.
  public static func isID(_ id: String) -> Bool {
    var id = id
    return id.withUTF8 { isID(UnsafeRawBufferPointer($0)) }
  }

  private static func isID(_ id: UnsafeRawBufferPointer) -> Bool {
    guard (1...maxIDBytes).contains(id.count), isAlphanumeric(id[0]) else { return false }
    return id.allSatisfy(isLetterOfIDs)
  }

  /// By a bit for each byte of ASCII, since every call looks at an id.
  @inline(__always)
  private static func isLetterOfIDs(_ byte: UInt8) -> Bool {
    let letters: UInt64 =
      switch byte {
      case ..<64: 0x07FF_6000_0000_0000
      case ..<128: 0x47FF_FFFE_87FF_FFFE
      default: 0
      }
    return letters &>> UInt64(byte) & 1 == 1
  }

  /// The collection and the slash, as bytes that are there without a look into a `String`.
  private var prefix: StaticString {
    switch self {
    case .article: "articles/"
    case .story: "stories/"
    case .category: "categories/"
    case .savedQuery: "savedQueries/"
    case .synonymSet: "synonymSets/"
    }
  }

  /// The id in `name`.
  ///
  /// - Throws: `invalidField` naming `field`, when it is no name of this collection.
  func id(_ name: String, field: String) throws(CatalogError) -> String {
    if let id = id(name) { return id }
    throw .invalid(
      field,
      "expected a name such as \(rawValue)/abc-1 (1 to \(Self.maxIDBytes) of A-Z a-z 0-9 . _ ~ : -, a letter or digit"
        + " first), found '\(name.prefix(200))'")
  }

  @inline(__always)
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
