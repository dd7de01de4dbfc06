import ArticleAPI

extension HTMLDrafts {
  /// Adds what a tag shows from elsewhere.
  mutating func media(_ name: String, _ attributes: [String: String]) {
    if name == "img" {
      if let image = image(attributes) { add(.image(image)) }
      return
    }
    let named = attributes["src"] ?? attributes["data-src"] ?? attributes["data"]
    guard let named, let url = WebAddress.resolved(named, from: page), WebAddress.isWeb(url) else { return }
    // Of several sources of one film the first is taken.
    if name == "source", case .embed? = drafts.last { return }
    if name == "source", WebAddress.isFile(url) == false { return }
    var embed = Embed()
    embed.url = url
    embed.provider = WebAddress.provider(of: url)
    embed.fallbackText = attributes["title"] ?? ""
    add(.embed(embed))
  }

  private func image(_ attributes: [String: String]) -> Image? {
    // A picture that is loaded late has its address elsewhere, and a placeholder in `src`.
    let addresses = ["data-lazy-src", "data-src", "data-original", "src"].compactMap { attributes[$0] }
    guard
      let url = addresses.compactMap({ WebAddress.resolved($0, from: page) }).first(where: {
        !$0.hasPrefix("data:")
      })
    else { return nil }
    var image = Image()
    image.url = url
    image.alternativeText = (attributes["alt"] ?? "").trimmingSpace.replacingLineFeeds
    image.width = Int32(attributes["width"] ?? "") ?? 0
    image.height = Int32(attributes["height"] ?? "") ?? 0
    // One pixel counts readers and shows nothing.
    return image.width == 1 || image.height == 1 ? nil : image
  }

  /// Gives a caption to the last picture or the like of the figure that is open, or just before; false when there is none.
  mutating func caption(_ text: String) -> Bool {
    // A figure without end holds no more than one has.
    let first = max(figureStart ?? drafts.count - 1, drafts.count - 64, 0)
    for index in (first..<max(first, drafts.count)).reversed() {
      switch drafts[index] {
      case .image(var image) where image.caption.isEmpty:
        image.caption = text
        drafts[index] = .image(image)
      case .embed(var embed):
        embed.fallbackText = text
        drafts[index] = .embed(embed)
      default: continue
      }
      return true
    }
    return false
  }
}
