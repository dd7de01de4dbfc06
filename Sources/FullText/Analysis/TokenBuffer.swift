/// The tokens of one text after another, and by what their words are looked up.
///
/// Belongs to one analyzer and its thread; emptied and reused, it keeps its memory.
final class TokenBuffer {
  /// How many tokens there are.
  var count = 0
  private(set) var capacity = 1 << 8
  /// Where the tokens go.
  private(set) var base: UnsafeMutablePointer<Token>
  /// Where the keys go, one a token.
  private(set) var keys: UnsafeMutablePointer<WordKey>

  init() {
    base = .allocate(capacity: capacity)
    keys = .allocate(capacity: capacity)
  }

  deinit {
    base.deallocate()
    keys.deallocate()
  }

  /// The tokens; valid while the buffer lives and until it grows.
  var tokens: UnsafeBufferPointer<Token> { UnsafeBufferPointer(start: base, count: count) }

  /// Forgets the tokens, and gives back room for very many.
  func trim() {
    count = 0
    guard capacity > Self.kept else { return }
    base.deallocate()
    keys.deallocate()
    capacity = Self.kept
    base = .allocate(capacity: capacity)
    keys = .allocate(capacity: capacity)
  }

  /// The tokens of a long article.
  private static let kept = 1 << 14

  /// Doubles the room.
  func grow() {
    let wider = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    wider.moveInitialize(from: base, count: count)
    base.deallocate()
    base = wider
    let widerKeys = UnsafeMutablePointer<WordKey>.allocate(capacity: capacity * 2)
    widerKeys.moveInitialize(from: keys, count: count)
    keys.deallocate()
    keys = widerKeys
    capacity *= 2
  }
}
