/// What the dictionary knows of a term.
///
/// Points into the segment's image, valid while the segment lives.
struct TermEntry {
  /// The term's number in its dictionary.
  var ordinal = 0
  /// How many documents hold it, deleted ones included.
  var documentFrequency: UInt32 = 0
  /// How often it occurs in all of them.
  var totalFrequency: UInt64 = 0
  /// Whether the term has forms other than itself, so that a table of them is stored.
  var hasFormTable = false
  /// Whether it has several forms, so that a form is stored beside each position.
  var hasSeveralForms = false

  /// The document of a term that is in one document only.
  var single: DocID = 0
  var postings = UnsafeRawBufferPointer(start: nil, count: 0)
  var positions = UnsafeRawBufferPointer(start: nil, count: 0)
  var forms = UnsafeRawBufferPointer(start: nil, count: 0)
}
