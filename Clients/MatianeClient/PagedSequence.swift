import GRPC

/// The elements of all pages of a list, fetched page by page as they are asked for.
///
/// Each iteration begins at the first page, and goes on through restarts of the server. Iterating throws `RPCError` when a page
/// cannot be had; `OUT_OF_RANGE` says that the revision of the first page is no longer kept, `INTERNAL` may say that the server
/// goes round in circles.
public struct PagedSequence<Element: Sendable>: AsyncSequence, Sendable {
  /// Fetches the page that a token stands for (empty for the first); returns its elements and the next token.
  public typealias Fetch =
    @Sendable (_ pageToken: String) async throws(RPCError) -> (
      elements: [Element], nextPageToken: String
    )

  private let fetch: Fetch

  /// Makes a sequence from the call that fetches one page.
  public init(_ fetch: @escaping Fetch) {
    self.fetch = fetch
  }

  /// Begins at the first page.
  public func makeAsyncIterator() -> Iterator {
    Iterator(fetch: fetch)
  }

  /// Walks through one page after the other.
  public struct Iterator: AsyncIteratorProtocol {
    private let fetch: Fetch
    private var page: ArraySlice<Element> = []
    private var nextToken: String? = ""
    private var sentToken: String?

    init(fetch: @escaping Fetch) {
      self.fetch = fetch
    }

    /// The next element; nil after the last page.
    ///
    /// - Throws: `RPCError`.
    public mutating func next() async throws(RPCError) -> Element? {
      while page.isEmpty {
        guard let token = nextToken else { return nil }
        try requireNewToken(token, after: sentToken)
        sentToken = token
        let (elements, following) = try await fetch(token)
        page = elements[...]
        nextToken = following.isEmpty ? nil : following
      }
      return page.removeFirst()
    }
  }
}

/// A server that answers a page token with the same token again would send the same page for ever.
///
/// - Throws: `INTERNAL` where a page says that it comes next itself.
package func requireNewToken(_ next: String, after sent: String?) throws(RPCError) {
  guard next == sent else { return }
  throw RPCError(
    .internal, "the server's next_page_token is the page_token that was sent, so the list would never end")
}
