import Glibc

/// A text that equals another only if every byte does.
///
/// Swift's strings are equal when they are canonically equivalent ("é" as one scalar and as two), the index compares bytes. What is
/// decided by both, an identity above all, must not depend on which of them was asked.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (one: Self, other: Self) -> Bool {
    let (one, other) = (one.text.utf8, other.text.utf8)
    if one.count != other.count { return false }
    let areSame = one.withContiguousStorageIfAvailable { one in
      other.withContiguousStorageIfAvailable { other in
        one.isEmpty || memcmp(one.baseAddress!, other.baseAddress!, one.count) == 0
      }
    }
    return areSame.flatMap { $0 } ?? one.elementsEqual(other)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  /// The text to be compared byte by byte.
  var exact: ExactText { ExactText(self) }
}
