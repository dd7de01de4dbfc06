/// Addresses of the web, as far as links in a text need them.
enum WebAddress {
  /// Where a link of a page leads; nil for what is no page: mail, scripts, places in the same page.
  static func resolved(_ link: String, from page: String) -> String? {
    let link = trimmed(link)
    if link.isEmpty || link.hasPrefix("#") { return nil }
    if isWeb(link) { return link }
    if link.hasPrefix("//") { return (scheme(of: page) ?? "https:") + link }
    // Another scheme stands before the first slash.
    if link.prefix(while: { $0 != "/" && $0 != "?" && $0 != "#" }).contains(":") { return nil }
    guard isWeb(page), let root = root(of: page) else { return nil }
    if link.hasPrefix("/") { return root + link }
    let path = page.dropFirst(root.count).prefix { $0 != "?" && $0 != "#" }
    return root + (path.lastIndex(of: "/").map { path[...$0] } ?? "/") + link
  }

  /// Whether it is a whole address of the web.
  static func isWeb(_ address: String) -> Bool {
    scheme(of: address).map { address.utf8.count > $0.utf8.count + 2 } ?? false
  }

  /// The host without `www.`, in lower case; empty when there is none.
  static func host(of address: String) -> String {
    guard let scheme = scheme(of: address) else { return "" }
    let authority = address.dropFirst(scheme.count + 2).prefix { !"/?#".contains($0) }
    let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }.lowercased()
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// Whether what is there is a picture, sound, film or document and not a page, by the end of its path.
  static func isFile(_ address: String) -> Bool {
    let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
    return fileEndings.contains { path.hasSuffix($0) }
  }

  private static let fileEndings = [
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".mp3", ".mp4", ".pdf", ".zip",
    ".doc", ".docx", ".xls", ".xlsx",
  ]

  /// Who shows what is at an address: `youtube` for what is at www.youtube.com.
  static func provider(of address: String) -> String {
    let host = host(of: address)
    switch host {
    case "youtu.be", "youtube-nocookie.com": return "youtube"
    case "x.com", "t.co": return "twitter"
    case "t.me": return "telegram"
    case "fb.watch": return "facebook"
    default:
      let labels = host.split(separator: ".")
      return labels.count > 1 ? String(labels[labels.count - 2]) : ""
    }
  }

  /// Whether an address alone on its line is shown as what it leads to.
  static func isEmbeddable(_ address: String) -> Bool { embeddable.contains(provider(of: address)) }

  private static let embeddable: Set<String> = [
    "youtube", "vimeo", "twitter", "facebook", "instagram", "tiktok", "soundcloud", "telegram", "dailymotion",
  ]

  /// The first folder of a path, where it is named like a language, as sites with several of them have it; empty elsewhere.
  static func languageFolder(of address: String) -> String {
    guard let root = root(of: address) else { return "" }
    let folder = address.dropFirst(root.count).split(separator: "/").first ?? ""
    return folder.utf8.count == 2 && folder.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      ? String(folder) : ""
  }

  /// The text without white space and control characters at its ends.
  private static func trimmed(_ text: String) -> String {
    let isOuter: (Unicode.Scalar) -> Bool = { $0.value <= 0x20 }
    let scalars = text.unicodeScalars.drop(while: isOuter)
    return String(
      scalars[..<(scalars.lastIndex { !isOuter($0) }.map(scalars.index(after:)) ?? scalars.startIndex)])
  }

  private static func scheme(of address: String) -> String? {
    let lower = address.prefix(8).lowercased()
    return lower.hasPrefix("https://") ? "https:" : lower.hasPrefix("http://") ? "http:" : nil
  }

  private static func root(of page: String) -> Substring? {
    guard let scheme = scheme(of: page) else { return nil }
    let rest = page.dropFirst(scheme.count + 2)
    return page[..<(rest.firstIndex { "/?#".contains($0) } ?? page.endIndex)]
  }
}
