import Checksums

/// The text of an API key: `mtn_`, an identifier, `_`, a secret; both of letters and digits.
///
/// The identifier finds the key, and may be shown; the secret proves it, and is compared by its digest.
public struct KeyText: Sendable {
  /// What the key is called.
  public let id: String
  /// SHA-256 of the secret.
  public let digest: [UInt8]

  static let prefix: StaticString = "mtn_"
  static let idLength = 10
  static let secretLength = 32

  /// Makes a new key.
  ///
  /// - Returns: the key, and its whole text, which is not kept anywhere.
  public static func random() -> (key: KeyText, text: String) {
    // 5 bits a letter: 160 of the secret are more than anybody can try.
    let id = letters(idLength)
    let secret = letters(secretLength)
    let digest = Array(secret.utf8).withUnsafeBytes { SHA256.of($0).digest }
    return (KeyText(id: id, digest: digest), "\(prefix)\(id)_\(secret)")
  }

  private init(id: String, digest: [UInt8]) {
    self.id = id
    self.digest = digest
  }

  /// Reads the text of a key; nil when it is none.
  init?(_ text: UnsafeRawBufferPointer) {
    let head = Self.prefix.utf8CodeUnitCount
    guard text.count == head + Self.idLength + 1 + Self.secretLength,
      text.prefix(head).elementsEqual(UnsafeBufferPointer(start: Self.prefix.utf8Start, count: head)),
      text[head + Self.idLength] == UInt8(ascii: "_")
    else { return nil }
    let id = UnsafeRawBufferPointer(rebasing: text[head..<(head + Self.idLength)])
    self.id = String(decoding: id, as: UTF8.self)
    digest = SHA256.of(UnsafeRawBufferPointer(rebasing: text.suffix(Self.secretLength))).digest
  }

  private static func letters(_ count: Int) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var generator = SystemRandomNumberGenerator()
    return String(decoding: (0..<count).map { _ in alphabet[Int(generator.next() & 31)] }, as: UTF8.self)
  }
}
