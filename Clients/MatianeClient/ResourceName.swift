/// The full name of a resource that a caller may also give by its id alone: `x` or `articles/x` for `articles/x`.
package func resourceName(_ text: String, in collection: String) -> String {
  text.hasPrefix(collection + "/") ? text : "\(collection)/\(text)"
}
