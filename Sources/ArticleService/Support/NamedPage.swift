import Catalog

/// One page of resources that are ordered by name.
struct NamedPage<Element: StoredResource> {
  /// The elements of the page.
  let elements: [Element]
  /// Where the next page begins; nil on the last one.
  let next: PagePosition?

  /// The page of `all` behind `position`.
  init(_ all: [Element], _ size: Int, after position: PagePosition?, _ revision: UInt64) {
    let last = position.map { String(decoding: $0.key, as: UTF8.self) }
    let start = last.map { last in all.firstIndex { $0.name > last } ?? all.count } ?? 0
    var room = PageRoom()
    elements = Array(all[start...].prefix(size).prefix { room.takes($0.serializedSize) })
    guard start + elements.count < all.count, let end = elements.last else {
      next = nil
      return
    }
    var next = PagePosition()
    next.revision = revision
    next.key = Array(end.name.utf8)
    self.next = next
  }
}
