import FullText

/// The fields of the benchmark's index.
enum BenchSchema {
  /// Title and body; the title stands in it twice, so that its words count twice.
  static let text = TextFieldID(0)
  static let category = KeywordFieldID(0)
  /// Seconds since 1970.
  static let time = IntegerFieldID(0)

  static let schema = Schema(
    textFields: [TextField("text")], keywordFields: [KeywordField("category")],
    integerFields: [IntegerField("time")])
}
