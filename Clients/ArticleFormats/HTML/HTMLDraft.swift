import ArticleAPI

/// A block of HTML before it is known what its links mean.
enum HTMLDraft {
  case paragraph(InlineText)
  case heading(InlineText, level: Int32)
  case quote([InlineText], attribution: String)
  case list([InlineText], isOrdered: Bool)
  /// The line that names the other language editions.
  case editions(InlineText)
  case image(Image)
  case embed(Embed)
}
