/// A header list to be sent: requests, responses with metadata, trailers.
///
/// A value; names must be lower case. Lists that are the same for every call are better prepared once as
/// `PermanentHeaderFields`, which are sent without a copy.
public struct HeaderFields: Sendable {
  struct Entry {
    var nameCount: Int
    var valueCount: Int
    var isSensitive: Bool
  }

  private(set) var bytes: [UInt8] = []
  private(set) var entries: [Entry] = []

  /// An empty list.
  public init() {}

  /// A list of literals.
  public init(_ fields: KeyValuePairs<String, String>) {
    for (name, value) in fields { append(name, value) }
  }

  /// The size of the list as SETTINGS_MAX_HEADER_LIST_SIZE counts it (RFC 9113 §6.5.2).
  public var listBytes: Int { bytes.count + 32 * entries.count }

  /// How many fields there are.
  public var count: Int { entries.count }

  /// Appends a field of text.
  ///
  /// - Parameter isSensitive: the value must not enter any compression table (RFC 7541 §7.1.3), e.g. a credential.
  public mutating func append(_ name: String, _ value: String, isSensitive: Bool = false) {
    append(name: name.utf8, value: value.utf8, isSensitive: isSensitive)
  }

  /// Appends a field of bytes.
  public mutating func append(
    name: some Collection<UInt8>, value: some Collection<UInt8>, isSensitive: Bool = false
  ) {
    bytes.append(contentsOf: name)
    bytes.append(contentsOf: value)
    entries.append(Entry(nameCount: name.count, valueCount: value.count, isSensitive: isSensitive))
  }
}
