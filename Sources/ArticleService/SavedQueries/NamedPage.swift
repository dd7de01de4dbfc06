import Protobuf

/// One page of elements that are ordered by name.
struct NamedPage<Element: Message> {
  /// The elements of the page.
  let elements: [Element]
  /// Where the next page begins; nil on the last one.
  let next: PagePosition?

  /// The page of `all` behind `position`.
  init(
    _ all: [Element], _ size: Int, after position: PagePosition?, _ revision: UInt64,
    name: (Element) -> String
  ) {
    let last = position.map { String(decoding: $0.key, as: UTF8.self) }
    let start = last.map { last in all.firstIndex { name($0) > last } ?? all.count } ?? 0
    var room = PageRoom()
    elements = Array(all[start...].prefix(size).prefix { room.takes($0.serializedSize) })
    guard start + elements.count < all.count, let end = elements.last else {
      next = nil
      return
    }
    var next = PagePosition()
    next.revision = revision
    next.key = Array(name(end).utf8)
    self.next = next
  }
}
