extension HTMLDrafts {
  /// Whether an element is what WPML puts the other editions in.
  static func namesEditions(_ classes: String) -> Bool {
    classes.split(separator: " ").contains {
      $0 == "icl_post_in_other_langs" || $0 == "wpml-ls-statics-post_translations"
    }
  }

  /// Elements that stand in lines of their own.
  static let blocks: Set<String> = [
    "p", "div", "section", "article", "header", "footer", "main", "aside", "address", "table", "thead",
    "tbody", "tr", "dl", "dt",
    "dd", "hr", "pre", "form", "fieldset", "center", "details", "summary", "body", "html",
    "caption",
  ]

  /// Whether an element is what plugins put around buttons for sharing and further reading, of which nothing is the article's.
  static func isShared(_ classes: String?) -> Bool {
    classes?.split(separator: " ").contains { shared.contains(String($0)) } ?? false
  }

  private static let shared: Set<String> = [
    "sharedaddy", "jp-relatedposts", "addtoany_share_save_container", "addtoany_content",
    "heateor_sss_sharing_container",
    "wp-block-post-navigation-link", "screen-reader-text",
  ]
}
