import FullText

extension SearchPlan {
  /// What will be done, in one line: for logs.
  var summary: String {
    var parts = ["query \(query)"]
    if condition != .all { parts.append("condition \(condition)") }
    parts.append("order \(order)")
    parts.append("limit \(limit)")
    if collapse != nil { parts.append("grouped") }
    if !facets.isEmpty { parts.append("\(facets.count) facets") }
    if recency != nil { parts.append("recency") }
    if wantsTotal { parts.append("exact total") }
    return parts.joined(separator: "; ")
  }
}
