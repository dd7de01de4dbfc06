import ArticleAPI
import Protobuf
import TestMessages

extension FuzzTarget {
  func takeAsProtobuf(_ bytes: UnsafeRawBufferPointer) {
    if let all = try? TestAllTypesProto3(serialized: bytes) { checkRoundTrip(all) }
    if let article = try? Article(serialized: bytes) { checkRoundTrip(article) }
  }

  func takeAsJSON(_ bytes: UnsafeRawBufferPointer) {
    let text = Array(bytes)
    if let all = try? TestAllTypesProto3(json: text) { checkRoundTrip(all) }
    if let article = try? Article(json: text) { checkRoundTrip(article) }
  }

  /// What was understood can be written and read again, and is then written alike: in binary, and in JSON where it has some.
  private func checkRoundTrip<Value: Message>(_ value: Value) {
    let once = value.serialized()
    do {
      let again = try Value(serialized: once).serialized()
      precondition(again == once, "another message came back")
      // An Any of an unknown type, and times out of their range, have no JSON.
      guard let json = try? value.jsonBytes() else { return }
      let jsonAgain = try Value(json: json).jsonBytes()
      guard jsonAgain != json else { return }
      // A NullValue of an unknown number is null, too, and that is read as the default, which has no JSON.
      precondition(String(decoding: json, as: UTF8.self).contains("null"), "another JSON came back")
      let jsonAtLast = try Value(json: jsonAgain).jsonBytes()
      precondition(jsonAtLast == jsonAgain, "another JSON comes back each time")
    } catch {
      preconditionFailure("what was written cannot be read: \(error)")
    }
  }
}
