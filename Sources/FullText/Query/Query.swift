/// What a search asks for, before any analysis: words, phrases and their combinations.
///
/// ``QueryParser`` makes one from text; callers may also build it directly. Names of fields are those of the
/// ``Schema``; they are resolved when a search compiles the query against a view.
public enum Query: Sendable, Hashable {
  /// Every document, each with score zero.
  case all
  /// No document.
  case none
  /// One word in any of its forms; a text that analyses to several words asks for each of them.
  case word(String)
  /// One word in any of its forms, or as other scripts write it: where the word itself occurs, a document that only has another
  /// script's spelling comes after those that have the word, however rare the spelling is.
  case name(String, otherSpellings: [String])
  /// A word with hyphens, or its parts in a row, each of which other scripts may write otherwise; for each part its other spellings.
  case compound(String, otherSpellings: [[String]])
  /// Words in a row: in exactly these forms or in any form, with at most `slop` moves of words in between.
  case phrase(String, slop: Int = 0, exact: Bool = true)
  /// Every word that starts with this text.
  case prefix(String)
  /// Every word within this many edits (insertion, deletion, substitution, transposition of neighbours).
  case fuzzy(String, edits: Int = 1)
  /// Every word within this many edits but the word itself, which stands beside it in the query.
  case near(String, edits: Int = 1)
  /// Documents with this value in a keyword field; scores zero.
  case keyword(field: String, value: String)
  /// Documents with a value in a keyword field that starts with this text; scores zero.
  case keywordPrefix(field: String, prefix: String)
  /// Documents whose integer field lies in `from..<until`, in the field's unit; a missing bound is open.
  indirect case range(field: String, from: Int64?, until: Int64?)
  /// A query whose words are looked up in these text fields only.
  indirect case within(fields: [String], Query)
  /// A query whose score counts this many times.
  indirect case boosted(Query, Float)
  /// Documents that match every operand; scores add up.
  case and([Query])
  /// Documents that match at least one operand; scores of the matching ones add up.
  case or([Query])
  /// Documents that do not match the operand; scores zero.
  indirect case not(Query)
}
