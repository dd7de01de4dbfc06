import Protobuf

/// A mutation with what was worked out where it was proposed. An object, for a mutation has many parts to copy.
final class Proposal: Sendable {
  let mutation: Mutation
  /// What the log is to hold of it.
  let payload: [UInt8]
  /// What follows from the text of the article in it, if it is known already.
  let facts: TextFacts?

  init(_ mutation: Mutation, payload: [UInt8] = [], facts: TextFacts? = nil) {
    self.mutation = mutation
    self.payload = payload
    self.facts = facts
  }
}
