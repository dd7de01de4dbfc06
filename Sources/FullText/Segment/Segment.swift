/// An immutable part of the index: some documents, stored, and everything to find them by.
public final class Segment: Sendable {
  /// How many documents there are, deleted ones included; every `DocID` is below it.
  public let documentCount: Int

  init(documentCount: Int) { self.documentCount = documentCount }
}

extension Segment {
  /// Lengths of a text field: how many documents have it and the sum of their (quantised) lengths.
  func statistics(_ field: TextFieldID) -> FieldStatistics { FieldStatistics() }

  /// The terms of a text field.
  func terms(_ field: TextFieldID) -> TermDictionary { TermDictionary(count: 0) }

  /// The documents of a term. The entry must come from `terms(field)`.
  func postings(_ entry: TermEntry, _ field: TextFieldID, arena: PostingArena) -> PostingCursor {
    preconditionFailure("no such term")
  }

  /// The forms of a term. The entry must come from `terms(field)`.
  func forms(_ entry: TermEntry, _ field: TextFieldID) -> TermForms { TermForms(forms: []) }

  /// The norm codes of a text field, one a document; see `FieldNorm`.
  func norms(_ field: TextFieldID) -> UnsafePointer<UInt8> { preconditionFailure() }

  /// The values of a keyword field and their documents.
  func keywords(_ field: KeywordFieldID) -> KeywordIndex { KeywordIndex(count: 0) }

  /// The values of each document; nil for a field without a column.
  func column(_ field: KeywordFieldID) -> KeywordColumn? { nil }

  /// The values of an integer field.
  func integers(_ field: IntegerFieldID) -> IntegerColumn { IntegerColumn(bounds: nil) }

  /// The document of a key, deleted or not.
  func find(key: [UInt8]) -> DocID? { nil }

  /// Calls `body` with the key of a document.
  func withKey<R>(_ document: DocID, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    body(UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// Calls `body` with the payload of a document.
  func withPayload<R>(_ document: DocID, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    body(UnsafeRawBufferPointer(start: nil, count: 0))
  }
}

/// How long a text field is over some documents.
public struct FieldStatistics: Sendable, Hashable {
  /// How many documents have the field, deleted ones included.
  public var documentCount = 0
  /// The sum of their lengths in words, as their norms tell them.
  public var totalLength: Double = 0

  /// The mean length, at least 1.
  public var averageLength: Double {
    documentCount > 0 ? max(1, totalLength / Double(documentCount)) : 1
  }
}
